import { parentPort, workerData } from 'node:worker_threads';
import { gunzipSync, gzipSync } from 'node:zlib';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EngineOrder, EngineReply, EngineStart } from './engine.messages.js';

/** Pages of a folder lie in the system's cache already; 128 MB, as PGlite has it, would hold most of them twice. */
const IN_FOLDER = ['shared_buffers=32MB'];

/**
 * A database in memory is gone with its process: its log needs no whole pages to repair torn writes, and its pages, which
 * are in memory already, no large cache before them.
 */
const IN_MEMORY = [
  'full_page_writes=off',
  'wal_init_zero=off',
  'shared_buffers=32MB',
  'min_wal_size=32MB',
  'max_wal_size=48MB',
];

function startParams(settings: readonly string[]): string[] {
  return [...PGlite.defaultStartParams, ...settings.flatMap((setting) => ['-c', setting])];
}

/** Enough for a prepared database in one piece, so that nothing is put together from many. */
const UNPACKED_AT_MOST = 128 * 2 ** 20;

/** Hands out its bytes as they are; a plain Blob reads itself in pieces, for half a second. */
function unpacked(template: Uint8Array<ArrayBuffer>): Blob {
  const { buffer, byteOffset, byteLength } = gunzipSync(template, { chunkSize: UNPACKED_AT_MOST });
  const arrayBuffer = (): Promise<ArrayBuffer> =>
    Promise.resolve(buffer.slice(byteOffset, byteOffset + byteLength));
  return Object.assign(new Blob([]), { arrayBuffer });
}

/**
 * PostgreSQL compiled to WebAssembly, in a thread of its own because it blocks its thread, behind a socket that speaks
 * PostgreSQL's protocol. `username` decides whose rights every connection has: the engine ignores the connection string.
 */
async function main(): Promise<void> {
  const port = parentPort;
  if (port === null) throw new Error('engine.worker runs as a worker thread only');
  const start = workerData as EngineStart;
  const reply = (message: EngineReply): void => port.postMessage(message);
  try {
    const engine = await PGlite.create({
      ...(start.dataDir === null ? {} : { dataDir: start.dataDir }),
      username: start.username,
      startParams: startParams(start.dataDir === null ? IN_MEMORY : IN_FOLDER),
      extensions: { btree_gist, unaccent },
      ...(start.template === null ? {} : { loadDataDir: unpacked(start.template) }),
    });
    const server = new PGLiteSocketServer({
      db: engine,
      path: start.socketPath,
      maxConnections: 64,
    });
    await server.start();
    port.on('message', (order: EngineOrder) => {
      void carryOut(order, engine, server).then(reply, (error: unknown) =>
        reply({ kind: 'failed', message: String(error) }),
      );
    });
    reply({ kind: 'ready' });
  } catch (error) {
    reply({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
  }
}

async function carryOut(
  order: EngineOrder,
  engine: PGlite,
  server: PGLiteSocketServer,
): Promise<EngineReply> {
  switch (order.kind) {
    case 'dump': {
      const dump = await engine.dumpDataDir('none');
      const bytes = gzipSync(await dump.arrayBuffer(), { level: 1 });
      return { kind: 'dumped', bytes: new Uint8Array(bytes) };
    }
    case 'become': {
      // What opening with `username` does, after the fact.
      await engine.exec(`SET ROLE ${order.role}`);
      return { kind: 'became' };
    }
    case 'close': {
      await server.stop();
      await engine.close();
      return { kind: 'closed' };
    }
  }
}

void main();
