// A program of its own that opens the data folder given, as the built application does, and holds it until it is killed.
import { openDatabase } from '../../dist/src/database/open-database.js';

const [folder, province] = process.argv.slice(2);
try {
  const database = await openDatabase(
    { dataDir: folder, databaseUrl: null, databaseOwnerUrl: null },
    [],
  );
  await database.source.query(`INSERT INTO provinces (code, name) VALUES ($1, 'x')`, [province]);
  const rows = await database.source.query('SELECT code FROM provinces ORDER BY code');
  process.stdout.write(`${JSON.stringify({ provinces: rows.map((row) => row.code) })}\n`);
} catch (error) {
  process.stdout.write(`${JSON.stringify({ code: error.code, message: error.message })}\n`);
  process.exit(1);
}
