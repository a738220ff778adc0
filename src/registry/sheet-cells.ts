import type { Issue } from '../shared/issue.js';
import { lettersOf, type Table, type TableRow } from '../sheet/table.js';

/** Reads the cells of one row; every fault becomes an issue that names sheet, row and column. */
export interface CellReader {
  /** '' where empty; that is a fault. */
  wanted(column: string): string;
  /** null where empty; text that is no number is a fault. Comma and point both divide decimals. */
  number(column: string): number | null;
  /** null where empty; text outside the list is a fault. */
  oneOf<T extends string>(column: string, choices: readonly T[]): T | null;
  /** Parts divided by semicolons. */
  list(column: string): string[];
  fault(column: string, code: string, message: string): void;
}

export function cellReader(table: Table, row: TableRow, issues: Issue[]): CellReader {
  const textOf = (column: string): string => row.values[column] ?? '';
  const fault = (column: string, code: string, message: string): void => {
    const place = { file: table.file, sheet: table.sheet, row: row.row };
    issues.push({ ...place, column: lettersOf(table, column), code, severity: 'error', message });
  };
  return {
    fault,
    wanted(column) {
      const text = textOf(column);
      if (text === '') fault(column, 'sheet.cell-missing', `Ô "${column}" đang trống; cần điền.`);
      return text;
    },
    number(column) {
      const text = textOf(column);
      if (text === '') return null;
      const value = Number(text.replace(',', '.'));
      if (Number.isFinite(value)) return value;
      fault(column, 'sheet.not-a-number', `Ô "${column}" ghi "${text}", cần một số.`);
      return null;
    },
    oneOf(column, choices) {
      const text = textOf(column);
      const choice = choices.find((each) => each === text);
      if (text === '' || choice !== undefined) return choice ?? null;
      fault(
        column,
        'sheet.not-a-choice',
        `Ô "${column}" ghi "${text}", cần: ${choices.join(', ')}.`,
      );
      return null;
    },
    list(column) {
      return textOf(column)
        .split(';')
        .map((part) => part.trim())
        .filter((part) => part !== '');
    },
  };
}
