import { startDatabaseServer } from './database-server.js';

/** Once before all test files: who serves them databases. Runs outside Jest's realm, in Jest's own process. */
export default async function globalSetup() {
  const server = await startDatabaseServer(process.env);
  process.env.BO_TRI_TEST_DATABASES = server.path;
  // On a server the name of a database; the embedded engine's is an archive.
  if (typeof server.template === 'string') process.env.BO_TRI_TEST_TEMPLATE = server.template;
  globalThis.testDatabases = server;
}
