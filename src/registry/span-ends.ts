import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/** Tables whose rows hold for a span of days and are ended, never overwritten. */
type SpanTable = 'postings' | 'staff_conditions';

/** Sets the ends of rows by id; null = open. */
export async function setEnds(
  manager: EntityManager,
  actor: Actor,
  table: SpanTable,
  ends: readonly { readonly id: number; readonly endsOn: Day | null }[],
): Promise<void> {
  await manager.query(
    `UPDATE ${table} SET ends_on = row."endsOn"
     FROM jsonb_to_recordset($2) AS row (id bigint, "endsOn" date)
     WHERE province_code = $1 AND ${table}.id = row.id`,
    [actor.provinceCode, JSON.stringify(ends)],
  );
}

export async function removeSpans(
  manager: EntityManager,
  actor: Actor,
  table: SpanTable,
  ids: readonly number[],
): Promise<void> {
  await manager.query(`DELETE FROM ${table} WHERE province_code = $1 AND id = ANY ($2)`, [
    actor.provinceCode,
    ids,
  ]);
}

/** The ends that stand now, by id, locked; what is gone is not in it. */
export async function endsOf(
  manager: EntityManager,
  actor: Actor,
  table: SpanTable,
  ids: readonly number[],
): Promise<Map<number, Day | null>> {
  const rows = await manager.query<{ id: number; endsOn: Day | null }[]>(
    `SELECT id, ends_on::text AS "endsOn" FROM ${table} WHERE province_code = $1 AND id = ANY ($2)
     ORDER BY id FOR UPDATE`,
    [actor.provinceCode, ids],
  );
  return new Map(rows.map(({ id, endsOn }) => [Number(id), endsOn]));
}
