import { dropDatabase } from './drop-database.js';
import { fork, type ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import type { Made, MakeOrder } from '../../src/backup/make.js';
import type { Manifest } from '../../src/backup/manifest.js';
import type { Place } from '../../src/backup/place.js';
import type { Checked, SealedBackup } from '../../src/backup/restore.js';
import type { Upgraded } from '../../src/backup/upgrade.js';
import { type Connection, dataSource } from '../../src/database/data-source.js';
import type { OpenDatabase } from '../../src/database/open-database.js';
import { TypeOrmTransactions } from '../../src/database/typeorm-transactions.js';
import { ENTITIES } from '../../src/entities.js';
import type { Transactions } from '../../src/shared/transactions.js';

/** The moment at which every backup of the tests is made. */
export const MADE_AT = '2025-07-01T01:00:00.000Z';

/** The server where DATABASE_URL names one, else the embedded engine: what one says of itself is not asked twice. */
export const KIND: Kind = process.env['DATABASE_URL'] ? 'server' : 'embedded';

/** From where and to where a backup goes: with a server all ways but the one that is tried without it. */
export const WAYS: readonly { readonly from: Kind; readonly to: readonly Kind[] }[] =
  KIND === 'embedded'
    ? [{ from: 'embedded', to: ['embedded'] }]
    : [
        { from: 'embedded', to: ['server'] },
        { from: 'server', to: ['embedded', 'server'] },
      ];

export type Kind = 'embedded' | 'server';

/** An installation of the test's own, empty. */
export interface TestPlace extends Place {
  readonly databaseUrl: string | null;
  readonly remove: () => Promise<void>;
}

export interface OpenPlace extends OpenDatabase {
  readonly transactions: Transactions;
}

/** The built program's backups. Refusals come with the `code`, `kind` and `details` that they had. */
export class Backups {
  private readonly program: ChildProcess;
  private count = 0;

  constructor() {
    const script = fileURLToPath(new URL('backup-program.mjs', import.meta.url));
    const env = { ...process.env, NODE_OPTIONS: '' };
    this.program = fork(script, { env, serialization: 'advanced' }).setMaxListeners(50);
  }

  make = (place: Place, order: MakeOrder): Promise<Made> => this.ask('make', place, order);

  restore = (place: Place, backup: SealedBackup): Promise<Manifest> =>
    this.ask('restore', place, backup);

  check = (backup: SealedBackup): Promise<Checked> => this.ask('check', backup);

  upgrade = (dataDir: string, backup: SealedBackup | null): Promise<Upgraded> =>
    this.ask('upgrade', dataDir, backup);

  asOwner = (place: Place, sql: string): Promise<unknown> => this.ask('asOwner', place, sql);

  /** Makes a database with the first migrations only. @returns the names of all of them. */
  older = (dataDir: string, count: number, sql: string): Promise<string[]> =>
    this.ask('older', dataDir, count, sql);

  /** Opens as the application does, migrated. */
  open = async (place: TestPlace): Promise<OpenPlace> => {
    const connection = await this.ask<Connection>('open', place);
    const source = await dataSource(connection, ENTITIES).initialize();
    const close = async (): Promise<void> => {
      await source.destroy();
      await this.ask('close', place);
    };
    return { source, close, transactions: new TypeOrmTransactions(source) };
  };

  end(): void {
    this.program.disconnect();
  }

  private ask<T>(act: string, ...given: unknown[]): Promise<T> {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      const hear = (reply: Reply<T>): void => {
        if (reply.id !== id) return;
        this.program.off('message', hear);
        if ('error' in reply) reject(Object.assign(new Error(), reply.error));
        else resolve(reply.result);
      };
      this.program.on('message', hear);
      // A function of a place stays here: it cannot be sent.
      this.program.send({ id, act, given: given.map(plain) });
    });
  }
}

type Reply<T> =
  { readonly id: number; readonly result: T } | { readonly id: number; readonly error: object };

function plain(given: unknown): unknown {
  return given === undefined ? null : (JSON.parse(JSON.stringify(given)) as unknown);
}

export async function aPlace(kind: Kind): Promise<TestPlace> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bo-tri-backup-'));
  const removeFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  if (kind === 'embedded')
    return { dataDir, databaseUrl: null, databaseOwnerUrl: null, remove: removeFolder };
  const { urls, drop } = await emptyDatabase();
  return { dataDir, ...urls, remove: () => drop().then(removeFolder) };
}

let databases = 0;

async function emptyDatabase(): Promise<{
  readonly urls: { readonly databaseUrl: string; readonly databaseOwnerUrl: string };
  readonly drop: () => Promise<void>;
}> {
  const owner = process.env['DATABASE_OWNER_URL'] ?? '';
  const name = `bo_tri_backup_${process.pid}_${++databases}`;
  await execute(owner, `CREATE DATABASE ${name} TEMPLATE template0`);
  const urls = {
    databaseUrl: withDatabase(process.env['DATABASE_URL'] ?? '', name),
    databaseOwnerUrl: withDatabase(owner, name),
  };
  return { urls, drop: () => dropDatabase(owner, name) };
}

function withDatabase(url: string, name: string): string {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
}

async function execute(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
