import type { ColumnChoice } from '../fields.js';
import type { CellOverride } from '../repair.js';
import type { RosterReading } from '../roster-reading.js';
import type { PackedRows } from './packed-rows.js';

/** A workbook, and what was said of it beside its bytes. */
export interface ReadingOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping: readonly ColumnChoice[];
  readonly overrides: readonly CellOverride[];
}

/** How far the reading is, or the next records with what their cells say; cells themselves never cross the thread. */
export type ReadingPiece =
  { readonly rows: number } | { readonly records: PackedRows; readonly cells: PackedRows };

/** What is said beside the records. */
export type ReadingAnswer = Omit<RosterReading, 'records'>;
