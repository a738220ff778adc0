import pg from 'pg';

/** PostgreSQL: insufficient_privilege, object_in_use. */
const STILL_LEAVING = new Set(['42501', '55006']);
const TRIES = 50;
const EVERY_MS = 100;

/**
 * Drops a database of the tests. Connections that were closed a moment ago may still be there, and their login is not the
 * owner's to end: they are waited for.
 */
export async function dropDatabase(ownerUrl, name) {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (let tries = 1; ; tries++) {
      try {
        await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
        return;
      } catch (error) {
        if (tries === TRIES || !STILL_LEAVING.has(error.code)) throw error;
        await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
      }
    }
  } finally {
    await client.end();
  }
}
