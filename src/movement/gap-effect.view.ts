import type { EntityManager } from 'typeorm';
import type { Actor } from '../shared/actor.js';
import type { Day } from '../shared/day.js';

/** The figures of a position in a unit that a movement touches. */
export interface CellFigures {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seats: number;
  readonly surplus: number;
  readonly vacant: number;
  readonly shortage: number;
}

export interface CellKey {
  readonly unitCode: string;
  readonly positionCode: string;
}

/** The cells as the gap counts them in this transaction, in the order asked; a cell that is nowhere is all zero. */
export async function cellsNow(
  manager: EntityManager,
  actor: Actor,
  { cells, day }: { readonly cells: readonly CellKey[]; readonly day: Day },
): Promise<CellFigures[]> {
  if (cells.length === 0) return [];
  const rows = await manager.query<CellFigures[]>(
    `SELECT c.unit_code AS "unitCode", c.position_code AS "positionCode", c.seats, c.surplus, c.vacant, c.shortage
     FROM gap_cells($1, NULL, $2) c
     JOIN jsonb_to_recordset($3) AS asked ("unitCode" text, "positionCode" text)
       ON asked."unitCode" = c.unit_code AND asked."positionCode" = c.position_code`,
    [actor.provinceCode, day, JSON.stringify(cells)],
  );
  return cells.map(
    (cell) =>
      rows.find(
        (row) => row.unitCode === cell.unitCode && row.positionCode === cell.positionCode,
      ) ?? { ...cell, seats: 0, surplus: 0, vacant: 0, shortage: 0 },
  );
}

/** Does something for a look and undoes it, whatever happens in between. */
export async function asIf<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
  await manager.query('SAVEPOINT as_if');
  try {
    return await work();
  } finally {
    await manager.query('ROLLBACK TO SAVEPOINT as_if');
    await manager.query('RELEASE SAVEPOINT as_if');
  }
}

/** Whether the position has a free seat, or the commune of the unit was never given seats. */
export async function isSeatFree(
  manager: EntityManager,
  actor: Actor,
  { unitCode, positionCode, day }: CellKey & { readonly day: Day },
): Promise<boolean> {
  const [found] = await manager.query<{ free: boolean }[]>(
    `SELECT CASE WHEN EXISTS (
         SELECT FROM gap_seats($1, NULL, $2) s
         JOIN gap_units($1, NULL, $2) u ON u.commune_code = s.commune_code WHERE u.code = $3)
       THEN EXISTS (SELECT FROM gap_cells($1, NULL, $2) c
         WHERE c.unit_code = $3 AND c.position_code = $4 AND c.vacant > 0)
       ELSE true END AS free`,
    [actor.provinceCode, day, unitCode, positionCode],
  );
  return found?.free ?? true;
}
