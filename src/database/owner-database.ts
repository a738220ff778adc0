import type { DataSource, EntityManager } from 'typeorm';
import { Conflict } from '../shared/errors.js';
import { type Connection, dataSource } from './data-source.js';
import { finishSwap, folderVersion, mustBeOfEngine } from './embedded/data-folder.js';
import { EmbeddedEngine, type EngineOptions } from './embedded/embedded-engine.js';
import { templateWith } from './embedded/template-cache.js';
import { doneMigrations, knownMigrations, migrate } from './migrate.js';

/** Who owns the tables of the embedded engine. */
export const EMBEDDED_OWNER = 'postgres';

/**
 * A database opened as the owner of its tables, whom no policy of rows stops. Only for backup and restore: the application
 * never works so.
 */
export class OwnerDatabase {
  private constructor(
    private readonly connection: Connection,
    private readonly source: DataSource,
  ) {}

  static async open(connection: Connection): Promise<OwnerDatabase> {
    return new OwnerDatabase(connection, await dataSource(connection, []).initialize());
  }

  /** Reads everything as of one moment. */
  read<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction('REPEATABLE READ', async (manager) => {
      await manager.query('SET TRANSACTION READ ONLY');
      await manager.query(ROWS_UNFILTERED);
      return work(manager);
    });
  }

  /** Writes in one transaction: all of it or nothing. */
  write<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.source.transaction(async (manager) => {
      await manager.query(ROWS_UNFILTERED);
      return work(manager);
    });
  }

  /** Names of this program's migrations, oldest first. */
  knownMigrations(): string[] {
    return knownMigrations(this.source);
  }

  /** Names of the database's migrations, oldest first. */
  doneMigrations(): Promise<string[]> {
    return doneMigrations(this.source);
  }

  /** @param only names of the migrations that may run; without it all of them. */
  async migrate(only?: readonly string[]): Promise<void> {
    await migrate(this.connection, only);
  }

  close(): Promise<void> {
    return this.source.destroy();
  }
}

/** A query that a policy would cut short fails instead of giving fewer rows. */
const ROWS_UNFILTERED = 'SET LOCAL row_security = off';

/** Works on a server. @param ownerUrl the owner's login. */
export function withServer<T>(
  ownerUrl: string,
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  return using({ url: ownerUrl }, work);
}

/**
 * Works on data that are there; the caller has their folder's lock.
 *
 * @param dataDir folder of the engine's files.
 * @throws Conflict `database.folder-missing` where there are none, `database.folder-version` for those of another PostgreSQL.
 */
export async function withData<T>(
  dataDir: string,
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  await finishSwap(dataDir);
  await mustBeOfEngine(dataDir);
  if ((await folderVersion(dataDir)) === null) throw folderMissing(dataDir);
  return withEngine({ dataDir, template: null }, work);
}

/**
 * Works on a new database of the embedded engine; it may have some of the migrations already, and no other.
 *
 * @param dataDir folder that is not there yet; null = in memory.
 */
export async function withFreshData<T>(
  dataDir: string | null,
  migrations: readonly string[],
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  return withEngine({ dataDir, template: await templateWith(migrations) }, work);
}

async function withEngine<T>(
  {
    dataDir,
    template,
  }: Pick<EngineOptions, 'dataDir'> & { template: EngineOptions['template'] | null },
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  const engine = await EmbeddedEngine.start({
    dataDir,
    username: EMBEDDED_OWNER,
    ...(template ? { template } : {}),
  });
  try {
    return await using(addressOf(engine, EMBEDDED_OWNER), work);
  } finally {
    await engine.close();
  }
}

export function addressOf(
  engine: EmbeddedEngine,
  username: string,
): { host: string; port: number; database: string; username: string } {
  return { host: engine.host, port: engine.port, database: engine.database, username };
}

async function using<T>(
  connection: Connection,
  work: (owner: OwnerDatabase) => Promise<T>,
): Promise<T> {
  const owner = await OwnerDatabase.open(connection);
  try {
    return await work(owner);
  } finally {
    await owner.close();
  }
}

export function folderMissing(dataDir: string): Conflict {
  return new Conflict(
    'database.folder-missing',
    `Không có dữ liệu trong ${dataDir}. Hãy kiểm tra DATA_DIR.`,
    { folder: dataDir },
  );
}
