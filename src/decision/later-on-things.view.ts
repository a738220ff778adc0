import type { EntityManager } from 'typeorm';
import type { GoingThings } from '../registry/stands-on.js';
import type { Actor } from '../shared/actor.js';

interface Counted {
  readonly id: number;
  readonly what: string;
  readonly count: number;
}

/** A table that names units or positions, and what its rows are called. */
interface Naming {
  readonly table: string;
  readonly column: string;
  readonly what: string;
  /** Its rows have spans, so those that are over before the end do no harm. */
  readonly dated: boolean;
}

const NAMING: Readonly<Partial<Record<GoingThings['table'], readonly Naming[]>>> = {
  units: [
    { table: 'postings', column: 'unit_id', what: 'vị trí công tác của người', dated: true },
    { table: 'establishments', column: 'unit_id', what: 'chỉ tiêu', dated: true },
    { table: 'norms', column: 'unit_id', what: 'số biên chế được giao', dated: true },
    { table: 'units', column: 'parent_id', what: 'đơn vị trực thuộc', dated: true },
    { table: 'unit_successions', column: 'old_unit_id', what: 'kế thừa đơn vị', dated: false },
    { table: 'unit_successions', column: 'new_unit_id', what: 'kế thừa đơn vị', dated: false },
    { table: 'staff', column: 'home_unit_id', what: 'quê quán của người', dated: false },
  ],
  positions: [
    { table: 'postings', column: 'position_id', what: 'vị trí công tác của người', dated: true },
    { table: 'establishments', column: 'position_id', what: 'chỉ tiêu', dated: true },
    {
      ...{ table: 'position_successions', column: 'old_position_id' },
      ...{ what: 'chuyển đổi vị trí', dated: false },
    },
    {
      ...{ table: 'position_successions', column: 'new_position_id' },
      ...{ what: 'chuyển đổi vị trí', dated: false },
    },
  ],
};

/** What names units or positions that are to go or to end earlier. Nothing names seats, norms and successions. */
export async function laterOnThings(
  manager: EntityManager,
  actor: Actor,
  { table, gone, ends }: GoingThings,
): Promise<ReadonlyMap<number, string>> {
  const counted: Counted[] = [];
  const own = gone[table] ?? [];
  for (const naming of NAMING[table] ?? [])
    counted.push(
      ...(await manager.query<Counted[]>(countOf(naming), [
        ...[actor.provinceCode, own, JSON.stringify(ends), naming.what],
        gone[naming.table as GoingThings['table']] ?? [],
      ])),
    );
  if (table === 'units' || table === 'positions')
    counted.push(
      ...(await manager.query<Counted[]>(planned(table), [actor.provinceCode, own, PLANS])),
    );
  const sentences = new Map<number, string[]>();
  for (const { id, what, count } of counted)
    sentences.set(Number(id), [...(sentences.get(Number(id)) ?? []), `${count} ${what}`]);
  return new Map([...sentences].map(([id, parts]) => [id, parts.join(', ')]));
}

const PLANS = 'phương án';

function countOf({ table, column, dated }: Naming): string {
  const beyond = dated
    ? `SELECT end_of.id FROM jsonb_to_recordset($3::jsonb) AS end_of (id bigint, "endsOn" date)
       WHERE end_of.id = t.${column} AND (t.ends_on IS NULL OR t.ends_on > end_of."endsOn")`
    : 'SELECT NULL::bigint WHERE $3::jsonb IS NULL';
  return `SELECT t.${column} AS id, $4::text AS what, count(*)::int AS count FROM ${table} t
    WHERE t.province_code = $1 AND ((t.${column} = ANY ($2::bigint[]) AND NOT t.id = ANY ($5::bigint[])) OR t.${column} IN (${beyond}))
    GROUP BY t.${column}`;
}

/** Plans keep their own facts: what they were frozen on may end, but not be taken back. */
function planned(table: 'units' | 'positions'): string {
  const kind = table === 'units' ? 'unit' : 'position';
  return `SELECT t.id, $3::text AS what, count(DISTINCT fact.scenario_id)::int AS count
    FROM ${table} t
    JOIN scenario_facts fact ON fact.province_code = $1 AND fact.kind = '${kind}' AND fact.fact->>'code' = t.code
      AND fact.fact->>'startsOn' = t.starts_on::text
    WHERE t.province_code = $1 AND t.id = ANY ($2::bigint[]) GROUP BY t.id`;
}
