import type { Block, DivisionKind } from '../rules/vocabulary.js';
import type { Issue } from '../shared/issue.js';
import { requireColumns, type Table } from '../sheet/table.js';
import { cellReader, type CellReader } from './sheet-cells.js';
import { BLOCK_WORDS, DIVISION_WORDS } from './sheet-words.js';

/** Seats as a sheet gives them: by unit and kind of division (null = in the unit itself). */
export interface SeatSheetRow {
  readonly unitCode: string;
  readonly divisionKind: DivisionKind | null;
  readonly positionCode: string;
  readonly seats: number;
  readonly required: number;
}

/** People allowed in a unit's block. */
export interface NormSheetRow {
  readonly unitCode: string;
  readonly block: Block;
  readonly headcount: number;
}

/** Reads seats; the columns are those of `data/dien-bien/establishments.csv`. */
export function readSeatSheet(table: Table, issues: Issue[]): SeatSheetRow[] {
  const missing = requireColumns(table, ['unit_code', 'position_code', 'seats']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  return table.rows.map((row) => seatOfRow(cellReader(table, row, issues)));
}

export function seatOfRow(cells: CellReader): SeatSheetRow {
  return {
    unitCode: cells.wanted('unit_code'),
    divisionKind: cells.oneOf('division_kind', DIVISION_WORDS),
    positionCode: cells.wanted('position_code'),
    seats: cells.count('seats'),
    required: cells.count('required'),
  };
}

/** Reads norms; the columns are those of `data/dien-bien/norms.csv`. */
export function readNormSheet(table: Table, issues: Issue[]): NormSheetRow[] {
  const missing = requireColumns(table, ['unit_code', 'block', 'headcount']);
  issues.push(...missing);
  if (missing.length > 0) return [];
  return table.rows.flatMap((row) => normOfRow(cellReader(table, row, issues)) ?? []);
}

/** null where it cannot be told which block is meant. */
export function normOfRow(cells: CellReader): NormSheetRow | null {
  const block = cells.oneOf('block', BLOCK_WORDS);
  if (block === null) return null;
  return { unitCode: cells.wanted('unit_code'), block, headcount: cells.count('headcount') };
}
