import { columnLetters } from '../../sheet/cell-reference.js';
import type { Workbook } from '../../sheet/workbook.js';

/** What the cells of a row say, by column letters; empty ones are left out. */
export type CellTexts = Readonly<Record<string, string>>;

interface Line {
  readonly sheet: string;
  readonly row: number;
}

/** The texts of the given rows, in their order; a row that is not there has none. */
export function cellTexts(workbook: Workbook, lines: readonly Line[]): CellTexts[] {
  return lines.map(textsOf(workbook));
}

/** The same row by row: the texts of a long file need not be there all at once. */
export function textsOf(workbook: Workbook): (line: Line) => CellTexts {
  const rowsOf = new Map(
    workbook.sheets.map(({ name, rows }) => [name, new Map(rows.map((each) => [each.row, each]))]),
  );
  const letters = lettersByColumn();
  return ({ sheet, row }) => {
    const texts: Record<string, string> = {};
    for (const cell of rowsOf.get(sheet)?.get(row)?.cells ?? [])
      if (cell.text !== '') texts[letters(cell.column)] = cell.text;
    return texts;
  };
}

function lettersByColumn(): (column: number) => string {
  const known: string[] = [];
  return (column) => (known[column] ??= columnLetters(column));
}
