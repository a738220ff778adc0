import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { EmbeddedDatabases } from './embedded-databases.js';
import { ServerDatabases } from './server-databases.js';

/**
 * Lends databases to test files over a unix socket. One connection is one loan: the caller writes `application` or
 * `owner` and a newline, gets one line of JSON (`{ connection }` or `{ error }`), and gives the database back by ending
 * the connection. A test file that dies gives back too.
 */
export async function startDatabaseServer(env) {
  const databases = env.DATABASE_URL
    ? await ServerDatabases.prepare(env.DATABASE_URL, env.DATABASE_OWNER_URL)
    : await EmbeddedDatabases.prepare();
  const folder = await mkdtemp(join(tmpdir(), 'bo-tri-test-'));
  await chmod(folder, 0o700);
  const path = join(folder, 'databases');
  const loans = new Set();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const loan = lend(socket, databases).finally(() => loans.delete(loan));
    loans.add(loan);
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  const close = async () => {
    server.close();
    await Promise.all(loans);
    await databases.close();
    await rm(folder, { recursive: true, force: true });
  };
  return { path, template: databases.template, close };
}

async function lend(socket, databases) {
  const ended = new Promise((resolve) => {
    socket.once('close', resolve);
    socket.once('end', resolve);
    socket.on('error', resolve);
  });
  let database;
  try {
    const [role] = await Promise.race([firstLine(socket), ended.then(() => [])]);
    if (role === undefined) return;
    database = await databases.lend(role);
    socket.write(`${JSON.stringify({ connection: database.connection })}\n`);
    await ended;
  } catch (error) {
    socket.write(`${JSON.stringify({ error: String(error?.stack ?? error) })}\n`);
  } finally {
    // Nobody needs what is given back, so its end is told and harms no test; whoever waits for it must not wait for ever.
    await database?.giveBack().catch((error) => console.error('A database was not closed:', error));
    socket.end();
  }
}

function firstLine(socket) {
  return new Promise((resolve) => {
    createInterface({ input: socket }).once('line', (line) => resolve([line]));
  });
}
