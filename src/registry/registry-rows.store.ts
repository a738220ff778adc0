import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';

/** Tables of the registry that sheets give row by row, and by which columns a row of each is known. */
const KEYS = {
  units: ['code', 'starts_on'],
  positions: ['code', 'starts_on'],
  position_successions: ['old_position_id', 'new_position_id'],
  establishments: ['unit_id', 'position_id', 'starts_on'],
  norms: ['unit_id', 'block', 'starts_on'],
} as const;
export type RegistryTable = keyof typeof KEYS;

/** A whole row as JSON, by the names of its columns: so it is compared, written, and given back. */
export type RegistryRow = Readonly<Record<string, unknown>> & { readonly id: number };
export type NewRegistryRow = Readonly<Record<string, unknown>>;

/** Reads, writes and gives back whole rows of units, positions, seats and norms. */
@Injectable()
export class RegistryRowsStore {
  /** All rows of the province, of all days; locked where the transaction goes on to write. */
  async all(
    manager: EntityManager,
    actor: Actor,
    { table, lock }: { readonly table: RegistryTable; readonly lock: boolean },
  ): Promise<RegistryRow[]> {
    const rows = await manager.query<{ row: RegistryRow }[]>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE province_code = $1 ORDER BY id ${lock ? 'FOR UPDATE' : ''}`,
      [actor.provinceCode],
    );
    return rows.map(({ row }) => row);
  }

  /** A hash of each row; another one later = somebody has changed it. */
  async hashes(
    manager: EntityManager,
    actor: Actor,
    { table, ids }: { readonly table: RegistryTable; readonly ids: readonly number[] },
  ): Promise<ReadonlyMap<number, string>> {
    const rows = await manager.query<{ id: number; hash: string }[]>(
      `SELECT id, md5(to_jsonb(t)::text) AS hash FROM ${table} t WHERE province_code = $1 AND id = ANY ($2)`,
      [actor.provinceCode, ids],
    );
    return new Map(rows.map(({ id, hash }) => [Number(id), hash]));
  }

  /** @returns the ids of the new rows, in their order. */
  async insert(
    manager: EntityManager,
    actor: Actor,
    { table, rows }: { readonly table: RegistryTable; readonly rows: readonly NewRegistryRow[] },
  ): Promise<number[]> {
    if (rows.length === 0) return [];
    const columns = await columnsOf(manager, table);
    const keys = KEYS[table];
    const made = await manager.query<Readonly<Record<string, string | number>>[]>(
      `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)
       RETURNING id, ${keys.map((key) => `${key}::text AS ${key}`).join(', ')}`,
      [JSON.stringify(rows.map((row) => ({ ...row, province_code: actor.provinceCode })))],
    );
    const idOf = new Map(made.map((row) => [keyOf(row, keys), Number(row['id'])]));
    return rows.map((row) => idOf.get(keyOf(row, keys)) ?? 0);
  }

  /** Puts whole rows in the place of those of their ids. @returns how many. */
  async update(
    manager: EntityManager,
    actor: Actor,
    { table, rows }: { readonly table: RegistryTable; readonly rows: readonly RegistryRow[] },
  ): Promise<number> {
    if (rows.length === 0) return 0;
    const columns = await columnsOf(manager, table);
    const [, count] = await manager.query<[unknown, number]>(
      `UPDATE ${table} SET (${columns}) = ROW (${columns.replaceAll(/\w+/g, 'as_given.$&')})
       FROM jsonb_populate_recordset(NULL::${table}, $2) as_given
       WHERE ${table}.province_code = $1 AND ${table}.id = as_given.id`,
      [actor.provinceCode, JSON.stringify(rows)],
    );
    return count;
  }

  /** In one statement, so that rows may name each other. @returns how many. */
  async remove(
    manager: EntityManager,
    actor: Actor,
    { table, ids }: { readonly table: RegistryTable; readonly ids: readonly number[] },
  ): Promise<number> {
    if (ids.length === 0) return 0;
    const [, count] = await manager.query<[unknown, number]>(
      `DELETE FROM ${table} WHERE province_code = $1 AND id = ANY ($2)`,
      [actor.provinceCode, ids],
    );
    return count;
  }
}

function keyOf(row: NewRegistryRow, keys: readonly string[]): string {
  return keys.map((key) => String(row[key])).join('|');
}

/** All columns but the id, from the catalogue: a later one is not forgotten. */
async function columnsOf(manager: EntityManager, table: RegistryTable): Promise<string> {
  const [found] = await manager.query<{ names: string }[]>(
    `SELECT string_agg(column_name, ', ' ORDER BY ordinal_position) AS names FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND column_name <> 'id'`,
    [table],
  );
  return found?.names ?? '';
}
