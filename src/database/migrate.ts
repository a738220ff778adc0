import type { DataSource } from 'typeorm';
import type { Connection } from './data-source.js';
import { dataSource } from './data-source.js';

/** Brings the schema up to date as its owner. @returns the names of the migrations that ran. */
export async function migrate(owner: Connection): Promise<string[]> {
  const source = await dataSource(owner, []).initialize();
  try {
    const done = await source.runMigrations();
    return done.map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}

/** Whether `source`, connected as the application, still lacks a migration. An empty database lacks all of them. */
export async function lacksMigrations(source: DataSource): Promise<boolean> {
  const known = source.migrations.map((migration) => migration.name ?? migration.constructor.name);
  const done = await doneMigrations(source);
  return known.some((name) => !done.has(name));
}

async function doneMigrations(source: DataSource): Promise<Set<string>> {
  const [row] = await source.query<{ name: string | null }[]>(
    `SELECT to_regclass('public.migrations')::text AS name`,
  );
  if (!row?.name) return new Set();
  const rows = await source.query<{ name: string }[]>('SELECT name FROM migrations');
  return new Set(rows.map((each) => each.name));
}
