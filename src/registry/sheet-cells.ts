import { type Day, isDay } from '../shared/day.js';
import type { Issue } from '../shared/issue.js';
import { lettersOf, type Table, type TableRow } from '../sheet/table.js';
import { choicesIn, meantBy, type Words } from './sheet-words.js';

/** What was not right with a cell, told where the sheet has it. */
export type Fault = (column: string, code: string, message: string) => void;

/** The cells of one row by what they mean; every fault becomes an issue that names sheet, row and column. */
export interface CellReader {
  /** Whether the sheet has such a column. */
  has(column: string): boolean;
  /** '' where empty. */
  text(column: string): string;
  /** '' where empty; that is a fault. */
  wanted(column: string): string;
  /** null where empty; text that is no number, or out of bounds, is a fault. Comma and point both divide decimals. */
  number(column: string, bounds?: Bounds): number | null;
  /** null where empty; what is no whole number from 0 is a fault. */
  whole(column: string): number | null;
  /** A whole number from 0; an empty cell is 0, another one a fault and 0. */
  count(column: string): number;
  /** null where empty; text that means none of the words is a fault. */
  oneOf<T extends string>(column: string, words: Words<T>): T | null;
  /** null where empty; what is no full day is a fault. */
  day(column: string): Day | null;
  /** Ticked: "1" or "x". */
  flag(column: string): boolean;
  /** Parts divided by semicolons. */
  list(column: string): string[];
  readonly fault: Fault;
}

export interface Bounds {
  readonly low: number;
  readonly high: number;
}

/** How a kind of sheet gives its cells. */
export interface CellSource {
  readonly has: (column: string) => boolean;
  readonly text: (column: string) => string;
  readonly day: (column: string) => Day | null;
  /** As the reader of the sheet calls the column. */
  readonly label: (column: string) => string;
  readonly fault: Fault;
}

export function cellReader(table: Table, row: TableRow, issues: Issue[]): CellReader {
  const text = (column: string): string => row.values[column] ?? '';
  const fault: Fault = (column, code, message) => {
    const place = { file: table.file, sheet: table.sheet, row: row.row };
    issues.push({ ...place, column: lettersOf(table, column), code, severity: 'error', message });
  };
  return cellsFrom({
    ...{ text, fault },
    has: (column) => table.columns.includes(column),
    label: (column) => column,
    day: (column) => {
      const said = text(column);
      if (said === '' || isDay(said)) return said || null;
      fault(column, 'sheet.not-a-day', `Ô "${column}" ghi "${said}", cần ngày yyyy-mm-dd.`);
      return null;
    },
  });
}

const TICKED = /^(1|x|có)$/iu;

/** The meaning of cells, whatever kind of sheet they stand in. */
export function cellsFrom({ has, text, day, label, fault }: CellSource): CellReader {
  const number = (column: string, { low, high }: Bounds = ANY): number | null => {
    const said = text(column);
    if (said === '') return null;
    const value = Number(said.replace(',', '.'));
    if (value >= low && value <= high) return value;
    const wanted = low === -MOST ? 'cần một số' : `cần một số từ ${low} đến ${high}`;
    fault(column, 'sheet.not-a-number', `Ô "${label(column)}" ghi "${said}", ${wanted}.`);
    return null;
  };
  const whole = (column: string): number | null => {
    const value = number(column);
    if (value === null || (Number.isSafeInteger(value) && value >= 0)) return value;
    fault(
      column,
      'sheet.not-a-count',
      `Ô "${label(column)}" ghi "${text(column)}", cần số nguyên từ 0 trở lên.`,
    );
    return null;
  };
  return {
    ...{ has, text, day, fault, number, whole },
    wanted(column) {
      const said = text(column);
      if (said === '')
        fault(column, 'sheet.cell-missing', `Ô "${label(column)}" đang trống; cần điền.`);
      return said;
    },
    count: (column) => whole(column) ?? 0,
    oneOf(column, words) {
      const said = text(column);
      if (said === '') return null;
      const meant = meantBy(said, words);
      if (meant !== null) return meant;
      const choices = choicesIn(words).join(', ');
      fault(
        column,
        'sheet.not-a-choice',
        `Ô "${label(column)}" ghi "${said}", cần một trong: ${choices}.`,
      );
      return null;
    },
    flag: (column) => TICKED.test(text(column)),
    list: (column) =>
      text(column)
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== ''),
  };
}

/** What the database keeps as a whole number. */
const MOST = 2_000_000_000;
const ANY: Bounds = { low: -MOST, high: MOST };
