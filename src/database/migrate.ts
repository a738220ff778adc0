import type { DataSource } from 'typeorm';
import type { Connection } from './data-source.js';
import { dataSource } from './data-source.js';

/**
 * Brings the schema up to date as its owner.
 *
 * @param only names of the migrations that may run; without it all of them.
 * @returns the names of the migrations that ran.
 */
export async function migrate(owner: Connection, only?: readonly string[]): Promise<string[]> {
  const source = await dataSource(owner, []).initialize();
  try {
    if (only !== undefined) leaveOut(source, (name) => !only.includes(name));
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Whether `source`, connected as the application, still lacks a migration. An empty database lacks all of them. */
export async function lacksMigrations(source: DataSource): Promise<boolean> {
  const done = new Set(await doneMigrations(source));
  return knownMigrations(source).some((name) => !done.has(name));
}

/** The names of the migrations of this program, oldest first. */
export function knownMigrations(source: DataSource): string[] {
  return source.migrations.map((migration) => migration.name ?? migration.constructor.name);
}

/** The names of the migrations that the database has, oldest first; none where it has no list of them. */
export async function doneMigrations(source: Pick<DataSource, 'query'>): Promise<string[]> {
  const [row] = await source.query<{ name: string | null }[]>(
    `SELECT to_regclass('public.migrations')::text AS name`,
  );
  if (!row?.name) return [];
  const rows = await source.query<{ name: string }[]>(
    'SELECT name FROM migrations ORDER BY timestamp',
  );
  return rows.map((each) => each.name);
}

/** The list is TypeORM's own: it runs what stands in it. */
function leaveOut(source: DataSource, isLeftOut: (name: string) => boolean): void {
  const kept = source.migrations.filter(
    (migration) => !isLeftOut(migration.name ?? migration.constructor.name),
  );
  source.migrations.splice(0, source.migrations.length, ...kept);
}
