import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface Major {
  readonly spelling: string;
  readonly majorGroup: string;
}

export interface Field {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
}

/** Columns of each table of reference data, as in the file of the same name. */
const TABLES = {
  law_keys: {
    key: 'text',
    pack_key: 'text',
    kind: 'text',
    by_unit: 'boolean',
    name_vi: 'text',
    name_en: 'text',
  },
  fields: { code: 'text', name_vi: 'text', name_en: 'text', division_kind: 'text' },
  major_groups: { code: 'text', name_vi: 'text', name_en: 'text' },
  majors: { spelling: 'text', major_group: 'text' },
  major_relations: { major_group: 'text', related_group: 'text', basis: 'text' },
  ranks: { code: 'text', name: 'text', ladder: 'text', level: 'integer' },
  rank_steps: { rank_code: 'text', step: 'integer', coefficient: 'double precision' },
} as const satisfies Record<string, Record<string, string>>;
export type ReferenceTable = keyof typeof TABLES;

/** The tables of reference data that all provinces share. */
@Injectable()
export class ReferenceStore {
  /** Adds rows that are not there yet. @param rows by column name; '' counts as missing. @returns rows added. */
  async add(
    manager: EntityManager,
    table: ReferenceTable,
    rows: readonly Readonly<Record<string, string>>[],
  ): Promise<number> {
    const columns = Object.entries(TABLES[table]);
    const names = columns.map(([name]) => name).join(', ');
    const values = columns.map(([name, type]) => `nullif(row.${name}, '')::${type}`).join(', ');
    const shape = columns.map(([name]) => `${name} text`).join(', ');
    const added = await manager.query<unknown[]>(
      `INSERT INTO ${table} (${names})
       SELECT ${values} FROM jsonb_to_recordset($1) AS row (${shape}) ON CONFLICT DO NOTHING RETURNING true`,
      [JSON.stringify(rows)],
    );
    return added.length;
  }

  majors(manager: EntityManager): Promise<Major[]> {
    return manager.query(
      `SELECT spelling, major_group AS "majorGroup" FROM majors ORDER BY spelling`,
    );
  }

  fields(manager: EntityManager): Promise<Field[]> {
    return manager.query(
      `SELECT code, name_vi AS "nameVi", name_en AS "nameEn" FROM fields ORDER BY code`,
    );
  }

  async majorGroupNames(manager: EntityManager): Promise<Record<string, string>> {
    const rows = await manager.query<{ code: string; name: string }[]>(
      `SELECT code, name_vi AS name FROM major_groups ORDER BY code`,
    );
    return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
  }

  async relatedMajors(manager: EntityManager): Promise<[string, string][]> {
    const rows = await manager.query<{ a: string; b: string }[]>(
      `SELECT major_group AS a, related_group AS b FROM major_relations ORDER BY 1, 2`,
    );
    return rows.map(({ a, b }) => [a, b]);
  }

  ranks(
    manager: EntityManager,
  ): Promise<{ code: string; name: string; ladder: string; level: number }[]> {
    return manager.query(`SELECT code, name, ladder, level FROM ranks ORDER BY code`);
  }

  rankSteps(
    manager: EntityManager,
  ): Promise<{ rankCode: string; step: number; coefficient: number }[]> {
    return manager.query(
      `SELECT rank_code AS "rankCode", step, coefficient FROM rank_steps ORDER BY rank_code, step`,
    );
  }
}
