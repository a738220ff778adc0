import type { EntityManager } from 'typeorm';
import type { Block } from '../rules/vocabulary.js';
import { argumentsOf, type GapSource } from './gap-source.js';
import type { GapCellResponse } from './gap.responses.js';

export type GapCell = Readonly<GapCellResponse>;

/** The sums of all figures of the cells `c`. */
export const FIGURES = `sum(c.seats)::integer AS seats, sum(c.required)::integer AS required,
  sum(c.people)::integer AS people, sum(c.seated)::integer AS seated, sum(c.surplus)::integer AS surplus,
  sum(c.vacant)::integer AS vacant, sum(c.misfit)::integer AS misfit, sum(c.absent)::integer AS absent,
  sum(c.cover)::integer AS cover, sum(c.shortage)::integer AS shortage`;

/** Figures by commune and position, the divisions of a commune added; all blocks where none is given. */
export function findCells(
  manager: EntityManager,
  provinceCode: string,
  source: GapSource,
  block?: Block,
): Promise<GapCell[]> {
  return manager.query<GapCell[]>(
    `SELECT c.commune_code AS "communeCode", c.position_code AS "positionCode", c.block, c.field_code AS "fieldCode",
       ${FIGURES}
     FROM gap_cells($1, $2, $3) c
     WHERE $4::text IS NULL OR c.block = $4
     GROUP BY c.commune_code, c.position_code, c.block, c.field_code
     ORDER BY c.commune_code COLLATE "C", c.position_code COLLATE "C"`,
    [...argumentsOf(provinceCode, source), block ?? null],
  );
}

/** Whether the province has the run. */
export async function runExists(
  manager: EntityManager,
  provinceCode: string,
  runId: number,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM placement_runs WHERE province_code = $1 AND id = $2',
    [provinceCode, runId],
  );
  return rows.length > 0;
}
