import type { DateSystem } from './date-serial.js';

/** Whether a person who opens the workbook sees the sheet; very hidden sheets cannot be shown from Excel's own menu. */
export type SheetState = 'visible' | 'hidden' | 'very-hidden';

export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'blank';

/** A piece of a cell's text with a font of its own; null = the font of the cell. */
export interface TextRun {
  readonly text: string;
  readonly font: string | null;
}

/** Not to be copied by `{ ...cell }`: a reader works out some properties when they are asked for. See `withText`. */
export interface Cell {
  /** 1 = A. */
  readonly column: number;
  readonly kind: CellKind;
  /** What a person sees, as far as it can be known: integers in full, dates day first and only as precise as shown. */
  readonly text: string;
  /** text and error: string; number: number; date: day `yyyy-mm-dd`; boolean: boolean; blank: null. */
  readonly value: string | number | boolean | null;
  /** The stored number of a number or date cell, in the workbook's own date system. */
  readonly serial: number | null;
  /** Number format code, `General` where none is given. */
  readonly format: string;
  /** The value is the cached result of a formula; kind `blank` = the formula was never calculated. */
  readonly formula: boolean;
  readonly font: string | null;
  /** A line goes through all of it. */
  readonly struck?: boolean;
  readonly runs: readonly TextRun[] | null;
}

/** The cell as if this text had been typed into it. */
export function withText(
  { column, format, formula, struck = false }: Cell,
  text: string,
  font: string | null,
): Cell {
  return {
    column,
    kind: 'text',
    text,
    value: text,
    serial: null,
    format,
    formula,
    font,
    struck,
    runs: null,
  };
}

/** A row that holds at least one cell with content; cells by column, blank ones left out. */
export interface Row {
  /** 1-based, as Excel shows it. */
  readonly row: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

/** Inclusive on all sides, 1-based. */
export interface Range {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** What surrounds the rows of a sheet. Complete once its rows have been read: merges stand after them in the file. */
export interface SheetLayout {
  readonly merges: readonly Range[];
  /** 1-based column numbers, ascending. */
  readonly hiddenColumns: readonly number[];
}

/** What somebody wrote beside a cell. */
export interface CellComment {
  readonly row: number;
  /** 1 = A. */
  readonly column: number;
  readonly text: string;
}

export interface Sheet extends SheetLayout {
  readonly name: string;
  readonly state: SheetState;
  readonly rows: readonly Row[];
  /** None where they were not asked for. */
  readonly comments?: readonly CellComment[];
}

/** All sheets in the order of the workbook. */
export interface Workbook {
  /** What a bare number means where a date was wanted. */
  readonly dateSystem: DateSystem;
  readonly sheets: readonly Sheet[];
}

/** A row of a workbook read as a stream. */
export interface SheetRow extends Row {
  readonly sheet: string;
}
