import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { AuditKey } from '../../src/access/audit-key.js';
import { Installation } from '../../src/access/installation.js';
import { Trail } from '../../src/access/trail.js';
import { AuditSettings } from '../../src/audit/audit-settings.js';
import type { PaperAnchor } from '../../src/audit/paper-anchor.js';
import { Sealer } from '../../src/audit/sealer.js';
import { SealStore } from '../../src/audit/seal.store.js';
import { VerificationService, type Verification } from '../../src/audit/verification.service.js';
import { VerificationView } from '../../src/audit/verification.view.js';
import { witnessFile } from '../../src/audit/witness.js';
import { freshDatabase, ownerDatabase, type FreshDatabase } from './fresh-database.js';
import { TEST_ACTOR, TEST_PROVINCE } from './test-actor.js';

/** A trail with its sealer, over a database that a test may tamper with as its owner. */
export interface AuditWorld {
  readonly database: FreshDatabase;
  readonly owner: DataSource;
  readonly key: AuditKey;
  /** Holds the witness. */
  readonly folder: string;
  readonly trail: Trail;
  /** A sealer of another program has its own. */
  readonly sealer: (key?: AuditKey) => Sealer;
  /** Makes the trail empty again, whatever was done to it. */
  reset(): Promise<void>;
  /** Writes so many entries. */
  write(count: number): Promise<void>;
  /** Seals all and writes the witness, as a program does that ends. */
  sealAll(): Promise<void>;
  readonly verify: (paper?: PaperAnchor) => Promise<Verification>;
  /** Runs SQL as the owner with the triggers off, as whoever has the owner's password can. */
  readonly tamper: (...statements: readonly string[]) => Promise<void>;
  close(): Promise<void>;
}

export async function auditWorld(): Promise<AuditWorld> {
  const { database, owner, close } = await databaseWithOwner();
  const folder = await mkdtemp(join(tmpdir(), 'bo-tri-audit-'));
  const key = AuditKey.ephemeral();
  const { transactions } = database;
  const trail = new Trail(key);
  const settings = new AuditSettings(witnessFile(folder), true);
  const store = new SealStore();
  const view = new VerificationView();
  const installation = new Installation({ provinceCode: TEST_PROVINCE, demo: false });
  const sealer = (sealing = key): Sealer =>
    new Sealer(transactions, store, sealing, settings, installation);
  return {
    database,
    owner,
    key,
    folder,
    trail,
    sealer,
    reset: async () => {
      for (const sql of RESET) await owner.query(sql);
      await rm(witnessFile(folder), { force: true });
    },
    write: (count) =>
      transactions.run(TEST_ACTOR, async (manager) => {
        for (let done = 0; done < count; done++)
          await trail.record(manager, TEST_ACTOR, {
            action: 'test.written',
            subject: `test/${done}`,
            before: { seats: done },
            after: { seats: done + 1 },
          });
      }),
    sealAll: async () => {
      const ending = sealer();
      ending.onApplicationBootstrap();
      await ending.beforeApplicationShutdown();
    },
    verify: (paper?: PaperAnchor) =>
      new VerificationService(transactions, store, view, key, settings).verify(TEST_ACTOR, paper),
    tamper: async (...statements) => {
      for (const table of TABLES) await owner.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
      for (const sql of statements) await owner.query(sql);
      for (const table of TABLES)
        await owner.query(`ALTER TABLE IF EXISTS ${table} ENABLE TRIGGER USER`);
    },
    close: async () => {
      await close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const TABLES = ['audit_entries', 'audit_seals', 'audit_anchors'];

const RESET = [
  'ALTER TABLE IF EXISTS lost RENAME TO audit_seals',
  ...TABLES.map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
  `TRUNCATE ${TABLES.join(', ')}`,
  ...TABLES.map((table) => `ALTER TABLE ${table} ENABLE TRIGGER USER`),
  'REVOKE UPDATE (details) ON audit_entries FROM bo_tri_app',
  `SELECT setval('audit_entry_numbers', 1, false)`,
];

/** The embedded engine has one role for all; a server has a login for the owner and one for the program. */
async function databaseWithOwner(): Promise<{
  readonly database: FreshDatabase;
  readonly owner: DataSource;
  readonly close: () => Promise<void>;
}> {
  const ownerUrl = process.env['DATABASE_OWNER_URL'];
  if (!ownerUrl) {
    const database = await ownerDatabase();
    return { database, owner: database.source, close: () => database.close() };
  }
  const database = await freshDatabase();
  const { options } = database.source;
  const url = new URL(ownerUrl);
  url.pathname = new URL((options as { readonly url?: string }).url ?? '').pathname;
  const owner = new DataSource({ ...options, url: url.href } as DataSourceOptions);
  await owner.initialize();
  const close = async (): Promise<void> => {
    await owner.destroy();
    await database.close();
  };
  return { database, owner, close };
}
