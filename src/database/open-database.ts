import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Configuration } from '../shared/configuration.js';
import { APPLICATION_ROLE, dataSource, type Entities } from './data-source.js';
import { buildFolder, finishSwap, mustBeOfEngine } from './embedded/data-folder.js';
import { EmbeddedEngine } from './embedded/embedded-engine.js';
import { cachedTemplate, keepTemplate } from './embedded/template-cache.js';
import { FolderLock } from './embedded/folder-lock.js';
import { letHeapGrowSlowly } from './embedded/heap-growth.js';
import { addressOf, EMBEDDED_OWNER } from './owner-database.js';
import { lacksMigrations, migrate } from './migrate.js';

/** An open, migrated database, connected as the application. */
export interface OpenDatabase {
  readonly source: DataSource;
  close(): Promise<void>;
}

/** Opens the server or the embedded engine that the configuration names. */
export async function openDatabase(
  configuration: Pick<Configuration, 'dataDir' | 'databaseUrl' | 'databaseOwnerUrl'>,
  entities: Entities,
): Promise<OpenDatabase> {
  const { databaseUrl, databaseOwnerUrl, dataDir } = configuration;
  if (databaseUrl === null) return openFolder(dataDir, entities);
  if (databaseOwnerUrl !== null) await migrate({ url: databaseOwnerUrl });
  const source = await dataSource({ url: databaseUrl }, entities).initialize();
  return { source, close: () => source.destroy() };
}

/** A database in memory, gone when it closes. */
export async function openInMemory(
  entities: Entities,
  template?: Uint8Array<ArrayBuffer>,
): Promise<OpenDatabase> {
  const engine = await freshEngine(null, template ?? null);
  return connected(engine, entities);
}

/** A dump of a migrated, empty database. */
export async function migratedTemplate(): Promise<Uint8Array<ArrayBuffer>> {
  const engine = await EmbeddedEngine.start({ dataDir: null, username: EMBEDDED_OWNER });
  try {
    await migrate(addressOf(engine, EMBEDDED_OWNER));
    return await engine.dump();
  } finally {
    await engine.close();
  }
}

/** Throws the embedded database of a folder away; nobody may have it open. */
export async function discardFolder(folder: string): Promise<void> {
  const lock = await FolderLock.take(folder);
  try {
    await rm(join(folder, 'postgres'), { recursive: true, force: true });
  } finally {
    await lock.release();
  }
}

async function openFolder(folder: string, entities: Entities): Promise<OpenDatabase> {
  letHeapGrowSlowly();
  const lock = await FolderLock.take(folder);
  try {
    const opened = await openMigrated(join(folder, 'postgres'), lock, entities);
    const close = async (): Promise<void> => {
      await opened.close();
      await lock.release();
    };
    return { source: opened.source, close };
  } catch (error) {
    await lock.release();
    throw error;
  }
}

/** Opens as the application; only where a migration is missing, first as the owner. */
async function openMigrated(
  dataDir: string,
  lock: FolderLock,
  entities: Entities,
): Promise<OpenDatabase> {
  await finishSwap(dataDir);
  await mustBeOfEngine(dataDir);
  if (!existsSync(dataDir)) await createFolder(dataDir);
  const opened = await openAsApplication(dataDir, lock, entities);
  if (!(await lacksMigrations(opened.source))) return opened;
  await opened.close();
  const engine = await migratedEngine(dataDir);
  await lock.announce(engine.host, engine.port);
  return connected(engine, entities);
}

async function createFolder(dataDir: string): Promise<void> {
  await buildFolder(dataDir, async (unfinished) => {
    const engine = await freshEngine(unfinished, null);
    await engine.close();
  });
}

/** An engine over a new database: from a template where there is one. */
async function freshEngine(
  dataDir: string | null,
  given: Uint8Array<ArrayBuffer> | null,
): Promise<EmbeddedEngine> {
  const template = given ?? (await cachedTemplate());
  if (template !== null)
    return EmbeddedEngine.start({ dataDir, username: APPLICATION_ROLE, template });
  const engine = await migratedEngine(dataDir);
  await keepTemplate(await engine.dump());
  return engine;
}

/** An engine that was migrated as its owner and has given up the owner's rights. */
async function migratedEngine(dataDir: string | null): Promise<EmbeddedEngine> {
  const engine = await EmbeddedEngine.start({ dataDir, username: EMBEDDED_OWNER });
  try {
    await migrate(addressOf(engine, EMBEDDED_OWNER));
    await engine.become(APPLICATION_ROLE);
    return engine;
  } catch (error) {
    await engine.close();
    throw error;
  }
}

async function openAsApplication(
  dataDir: string,
  lock: FolderLock,
  entities: Entities,
): Promise<OpenDatabase> {
  const engine = await EmbeddedEngine.start({ dataDir, username: APPLICATION_ROLE });
  await lock.announce(engine.host, engine.port);
  return connected(engine, entities);
}

async function connected(engine: EmbeddedEngine, entities: Entities): Promise<OpenDatabase> {
  const source = await dataSource(addressOf(engine, APPLICATION_ROLE), entities).initialize();
  const close = async (): Promise<void> => {
    await source.destroy();
    await engine.close();
  };
  return { source, close };
}
