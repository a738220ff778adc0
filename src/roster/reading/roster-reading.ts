import type { Issue } from '../../shared/issue.js';
import type { SheetState } from '../../sheet/workbook.js';
import type { RosterRecord } from '../record.js';
import type { RosterColumn } from './columns.js';

/** A record with what stands around its row. */
export interface ReadRecord extends RosterRecord {
  /** The block or division that the section rows above it name ("Khối Đảng"), null where none does. */
  readonly blockText: string | null;
  /** What may name its unit, the nearest first: the column of districts, section rows, title and name of the sheet. */
  readonly around: readonly string[];
  /** Offices at the head of the sheet: they tell units of one name apart, and name none by themselves. */
  readonly hints: readonly string[];
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
  /** Rows of column numbers, headers repeated further down, the example of a template, ordinals typed in advance. */
  numbering: number;
  /** Rows that go on with the person above: name or number merged downwards, or a second post without a name. */
  continued: number;
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
