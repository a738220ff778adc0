import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';
import type { LetterKind } from './letter.js';
import type { LetterValues } from './letter-fields.js';

/** A letter as stored, without its file. */
export interface StoredLetter {
  readonly id: number;
  readonly kind: LetterKind;
  readonly staffId: number;
  readonly scenarioId: number | null;
  readonly movementId: number | null;
  readonly scenarioHash: string | null;
  readonly blockId: number;
  readonly number: number | null;
  readonly numberText: string;
  readonly issuedOn: Day;
  readonly fields: LetterValues;
  readonly factsHash: string;
  readonly templateVersion: number;
  readonly letterHash: string;
  readonly replaces: number | null;
  readonly isCurrent: boolean;
  readonly issuedAt: string;
}

export type NewLetter = Omit<StoredLetter, 'id' | 'isCurrent' | 'issuedAt'> & {
  readonly file: Buffer;
};

export interface LetterFilter {
  readonly scenarioId: number | null;
  readonly movementId: number | null;
  /** Replaced ones too. */
  readonly all: boolean;
  /** Part of a name or of a number; empty = everybody. */
  readonly search: string;
}

const COLUMNS = `l.id, l.kind, l.staff_id AS "staffId", l.scenario_id AS "scenarioId", l.movement_id AS "movementId",
  l.scenario_hash AS "scenarioHash", l.block_id AS "blockId", l.number, l.number_text AS "numberText",
  l.issued_on::text AS "issuedOn", l.fields, l.facts_hash AS "factsHash", l.template_version AS "templateVersion",
  l.letter_hash AS "letterHash", l.replaces, l.is_current AS "isCurrent", to_json(l.issued_at)#>>'{}' AS "issuedAt"`;
const WHERE = `l.province_code = $1 AND ($2::bigint IS NULL OR l.scenario_id = $2)
  AND ($3::bigint IS NULL OR l.movement_id = $3) AND ($4 OR l.is_current)
  AND ($5 = '' OR strpos(folded(l.fields->>'ho_ten'), folded($5)) > 0 OR strpos(l.number_text, $5) = 1)`;

/** Table `letters`. */
@Injectable()
export class LetterStore {
  /** The newest first. @param filter `limit` null = all after `offset`. */
  async page(
    manager: EntityManager,
    actor: Actor,
    filter: LetterFilter & { readonly offset: number; readonly limit: number | null },
  ): Promise<{ total: number; items: StoredLetter[] }> {
    const values = valuesOf(actor, filter);
    const [count] = await manager.query<{ total: number }[]>(
      `SELECT count(*)::integer AS total FROM letters l WHERE ${WHERE}`,
      values,
    );
    const items = await manager.query<StoredLetter[]>(
      `SELECT ${COLUMNS} FROM letters l WHERE ${WHERE} ORDER BY l.id DESC OFFSET $6 LIMIT $7`,
      [...values, filter.offset, filter.limit],
    );
    return { total: count?.total ?? 0, items };
  }

  /** In the order issued, with their files, from the one after `after`. */
  files(
    manager: EntityManager,
    actor: Actor,
    filter: LetterFilter & { readonly after: number; readonly limit: number },
  ): Promise<(StoredLetter & { readonly file: Buffer })[]> {
    return manager.query(
      `SELECT ${COLUMNS}, l.file FROM letters l WHERE ${WHERE} AND l.id > $6 ORDER BY l.id LIMIT $7`,
      [...valuesOf(actor, filter), filter.after, filter.limit],
    );
  }

  async file(
    manager: EntityManager,
    actor: Actor,
    id: number,
  ): Promise<(StoredLetter & { readonly file: Buffer }) | null> {
    const [found] = await manager.query<(StoredLetter & { file: Buffer })[]>(
      `SELECT ${COLUMNS}, l.file FROM letters l WHERE l.province_code = $1 AND l.id = $2`,
      [actor.provinceCode, id],
    );
    return found ?? null;
  }

  /** What stands now for a plan or a movement, by person. */
  async current(
    manager: EntityManager,
    actor: Actor,
    { scenarioId, movementId }: Pick<LetterFilter, 'scenarioId' | 'movementId'>,
  ): Promise<Map<number, Standing>> {
    const rows = await manager.query<Standing[]>(
      `SELECT id, staff_id AS "staffId", facts_hash AS "factsHash", number_text AS "numberText",
         issued_on::text AS "issuedOn"
       FROM letters WHERE province_code = $1 AND is_current
         AND (scenario_id = $2 OR ($2::bigint IS NULL AND movement_id = $3))`,
      [actor.provinceCode, scenarioId, movementId],
    );
    return new Map(rows.map((row) => [row.staffId, row]));
  }

  async replace(manager: EntityManager, actor: Actor, ids: readonly number[]): Promise<void> {
    if (ids.length === 0) return;
    await manager.query(
      'UPDATE letters SET is_current = false WHERE province_code = $1 AND id = ANY ($2)',
      [actor.provinceCode, ids],
    );
  }

  async insert(manager: EntityManager, actor: Actor, letters: readonly NewLetter[]): Promise<void> {
    if (letters.length === 0) return;
    const rows = letters.map(({ file: _file, ...letter }, index) => ({ ...letter, at: index + 1 }));
    await manager.query(
      `INSERT INTO letters (province_code, kind, staff_id, scenario_id, movement_id, scenario_hash, block_id, number,
         number_text, issued_on, fields, facts_hash, template_version, file, letter_hash, replaces, issued_by)
       SELECT $1, row.kind, row."staffId", row."scenarioId", row."movementId", row."scenarioHash", row."blockId",
         row.number, row."numberText", row."issuedOn", row.fields, row."factsHash", row."templateVersion", file.bytes,
         row."letterHash", row.replaces, $4
       FROM jsonb_to_recordset($2) AS row (at bigint, kind text, "staffId" bigint, "scenarioId" bigint,
         "movementId" bigint, "scenarioHash" text, "blockId" bigint, number integer, "numberText" text,
         "issuedOn" date, fields jsonb, "factsHash" text, "templateVersion" integer, "letterHash" text, replaces bigint)
       JOIN unnest($3::bytea[]) WITH ORDINALITY AS file (bytes, at) ON file.at = row.at
       ORDER BY row.at`,
      [actor.provinceCode, JSON.stringify(rows), letters.map(({ file }) => file), actor.id],
    );
  }
}

/** The letter that stands, as far as issuing must know it. */
export interface Standing {
  readonly id: number;
  readonly staffId: number;
  readonly factsHash: string;
  readonly numberText: string;
  readonly issuedOn: Day;
}

function valuesOf(actor: Actor, { scenarioId, movementId, all, search }: LetterFilter): unknown[] {
  return [actor.provinceCode, scenarioId, movementId, all, search];
}
