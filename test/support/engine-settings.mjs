// Prints the settings that an embedded database in memory and one in the folder given run with.
import { openDatabase, openInMemory } from '../../dist/src/database/open-database.js';

async function settingsOf(database) {
  const rows = await database.source.query(
    `SELECT name, current_setting(name) AS value FROM pg_settings
     WHERE name IN ('full_page_writes', 'shared_buffers', 'synchronous_commit') ORDER BY name`,
  );
  await database.close();
  return Object.fromEntries(rows.map(({ name, value }) => [name, value]));
}

const [folder] = process.argv.slice(2);
const memory = await settingsOf(await openInMemory([]));
const kept = await settingsOf(
  await openDatabase({ dataDir: folder, databaseUrl: null, databaseOwnerUrl: null }, []),
);
process.stdout.write(`${JSON.stringify({ memory, kept })}\n`);
