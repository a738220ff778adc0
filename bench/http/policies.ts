import pg from 'pg';

const ATTEMPTS = 50;
/** PostgreSQL: deadlock_detected, lock_not_available. */
const IN_USE = new Set(['40P01', '55P03']);

/**
 * Switches row-level security of every table that has a policy, one table after the other: the program at work holds locks
 * of several at once, and would wait for us as we for it.
 */
export async function switchPolicies(owner: string, on: boolean): Promise<void> {
  const client = new pg.Client({ connectionString: owner });
  await client.connect();
  try {
    await client.query(`SET lock_timeout = '200ms'`);
    const { rows } = await client.query<{ name: string }>(
      `SELECT DISTINCT format('%I.%I', schemaname, tablename) AS name FROM pg_policies WHERE schemaname = 'public'`,
    );
    for (const { name } of rows)
      await again(() =>
        client.query(`ALTER TABLE ${name} ${on ? 'ENABLE' : 'DISABLE'} ROW LEVEL SECURITY`),
      );
  } finally {
    await client.end();
  }
}

async function again(act: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await act();
      return;
    } catch (error) {
      const { code } = error as { code?: string };
      if (attempt === ATTEMPTS || code === undefined || !IN_USE.has(code)) throw error;
    }
  }
}
