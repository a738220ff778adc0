import { rowKind, type RowColumns } from './row-kind.js';
import { isPageNumber, isSectionText, isSignedText, isTotalsText } from './row-words.js';
import type { GridRow, SheetGrid } from './sheet-grid.js';

/** A table's rows as far as a second line is told from a signature. */
export interface LinesOfTable {
  readonly grid: SheetGrid;
  readonly kinds: RowColumns;
  /** The last row with a day or a number of a person. */
  readonly lastPerson: number;
}

/**
 * Whether a row without a name goes on about the person in the row above: a second post or degree, in columns to the right
 * of the name. Below the last person words may be a signature: there only where nothing follows.
 *
 * @param at the place of the row in the body
 */
export function isSecondLine(
  body: readonly GridRow[],
  at: number,
  { grid, kinds, lastPerson }: LinesOfTable,
): boolean {
  const [person, row, next] = [body[at - 1], body[at], body[at + 1]];
  if (person === undefined || row === undefined || row.row !== person.row + 1) return false;
  if (
    !isBesideName(row, person, kinds) ||
    grid.mergesAt(row.row).some((each) => each.firstRow === row.row)
  )
    return false;
  if (isCapitals(row, row) && !isCapitals(row, person)) return false;
  if (row.row < lastPerson || next === undefined || next.row > row.row + 1) return true;
  return rowKind(next, kinds, { grid, below: false, isPastLast: true }) === 'totals';
}

/** Words in columns to the right of the name that do not tell who it is; the unit may be said again. */
function isBesideName(
  { texts }: GridRow,
  person: GridRow,
  { name, ordinal, who, prepared }: RowColumns,
): boolean {
  const first = Math.max(...name, ordinal ?? 0);
  const said = texts.map((text = '', column) =>
    prepared.includes(column) && text === (person.texts[column] ?? '') ? '' : text,
  );
  return (
    said.some((text) => text !== '') &&
    said.every((text, column) => {
      if (text === '') return true;
      if (column <= first || who.includes(column) || prepared.includes(column)) return false;
      return /\p{L}/u.test(text) && !isOther(text);
    })
  );
}

function isOther(text: string): boolean {
  return isSectionText(text) || isSignedText(text) || isTotalsText(text) || isPageNumber([text]);
}

/** Whether all is in capitals in the columns that the second line fills. */
function isCapitals(line: GridRow, { texts }: GridRow): boolean {
  const said = texts.filter((_text, column) => (line.texts[column] ?? '') !== '').join(' ');
  return said !== '' && said === said.toUpperCase();
}
