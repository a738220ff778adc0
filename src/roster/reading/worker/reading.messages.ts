import type { CellTexts } from '../cell-texts.js';
import type { ColumnChoice } from '../fields.js';
import type { CellOverride } from '../repair.js';
import type { ReadRecord, RosterReading } from '../roster-reading.js';

/** A workbook, and what was said of it beside its bytes. */
export interface ReadingOrder {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mapping: readonly ColumnChoice[];
  readonly overrides: readonly CellOverride[];
}

/** How far the reading is, or the next records with what their cells say; cells themselves never cross the thread. */
export type ReadingPiece =
  | { readonly rows: number }
  | { readonly records: readonly ReadRecord[]; readonly cells: readonly CellTexts[] };

/** What is said beside the records. */
export type ReadingAnswer = Omit<RosterReading, 'records'>;
