import type { Issue } from '../../shared/issue.js';
import type { SheetState } from '../../sheet/workbook.js';
import type { RosterRecord } from '../record.js';
import type { RosterColumn } from './header.js';

/** A record with the block that the section rows above it name ("Khối Đảng"), null where none does. */
export interface ReadRecord extends RosterRecord {
  readonly blockText: string | null;
}

/** What a roster workbook says. Every row below a header is in `records` or counted in `skipped`. */
export interface RosterReading {
  /** In the order of the workbook. */
  readonly records: readonly ReadRecord[];
  readonly issues: readonly Issue[];
  /** Every sheet of the workbook in order, also those that hold no roster. */
  readonly sheets: readonly SheetReport[];
  readonly skipped: SkippedRows;
}

export interface SkippedRows {
  /** Between the header and the last row with content. */
  blank: number;
  totals: number;
  sections: number;
  /** Rows of column numbers, and headers repeated further down. */
  numbering: number;
  /** Signatures and remarks below the table. */
  footer: number;
}

export interface SheetReport {
  readonly sheet: string;
  readonly state: SheetState;
  /** From the top; empty = no roster header was found. */
  readonly tables: readonly TableReport[];
  readonly people: number;
  /** Hidden rows with content, and letters of hidden columns: they are read like the others. */
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly string[];
}

/** A table of a sheet: most sheets hold one. */
export interface TableReport {
  readonly headerRows: { readonly first: number; readonly last: number };
  /** The last row of the sheet that belongs to it. */
  readonly lastRow: number;
  readonly title: string | null;
  readonly columns: readonly RosterColumn[];
}
