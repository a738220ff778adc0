import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/**
 * Keys of the units or positions in force on a day, by code. A bulk write joins by these keys in the program: an engine
 * without statistics would look each row up by a scan.
 */
export async function idsByCode(
  manager: EntityManager,
  actor: Actor,
  { table, day }: { readonly table: 'units' | 'positions'; readonly day: Day },
): Promise<ReadonlyMap<string, number>> {
  const rows = await manager.query<{ code: string; id: number }[]>(
    `SELECT code, id FROM ${table}
     WHERE province_code = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)`,
    [actor.provinceCode, day],
  );
  return new Map(rows.map(({ code, id }) => [code, id]));
}
