import type { Issue } from '../../shared/issue.js';
import { tellsCertainly, type RowColumns } from './row-kind.js';
import { filledTexts, type GridRow } from './sheet-grid.js';

/**
 * Where a table of counts begins that stands below the people: "Trình độ | Số lượng | Tỷ lệ". Nobody is lost by it: it counts
 * only where no row from its header on has a day of birth or a personal number, words stand in a column of days, and every
 * row below holds counts.
 *
 * @returns the number of its first row, its title's where it has one; null = there is none.
 */
export function otherTable(rows: readonly GridRow[], columns: RowColumns): number | null {
  const last = rows.findLastIndex((row) =>
    columns.certain.some((column) => tellsCertainly(row.texts[column] ?? '')),
  );
  const tail = rows.slice(last + 1);
  const header = tail.findIndex(
    (row, at) => isHeader(row, columns) && isApart(tail, at, rows[last]),
  );
  if (header < 0) return null;
  const counts = tail.slice(header + 1);
  if (counts.length === 0 || !counts.every((row) => holdsCounts(row, columns))) return null;
  const title = tail[header - 1];
  const first = title !== undefined && isTitleOf(title, tail[header]) ? title : tail[header];
  return first?.row ?? null;
}

export function otherTableNote(file: string, sheet: string, row: number): Issue {
  return {
    ...{ file, sheet, row, column: '', code: 'roster.other-table', severity: 'note' },
    message: `Từ dòng ${row} là một bảng khác, không phải danh sách người, nên không được đọc. Nếu có người ở đó, hãy ghi họ vào bảng phía trên.`,
  };
}

/** Only words, some of them in a column of days or numbers. */
function isHeader(row: GridRow, { certain }: RowColumns): boolean {
  const texts = filledTexts(row);
  return (
    texts.length > 1 &&
    texts.every((text) => /\p{L}/u.test(text) && !/\d/.test(text)) &&
    certain.some((column) => (row.texts[column] ?? '') !== '')
  );
}

/** An empty row stands over it, or over its title. */
function isApart(tail: readonly GridRow[], at: number, person: GridRow | undefined): boolean {
  const row = tail[at];
  const above = tail[at - 1] ?? person;
  if (row === undefined || above === undefined) return false;
  if (row.row - above.row > 1) return true;
  const over = tail[at - 2] ?? person;
  return isTitleOf(above, row) && over !== undefined && above.row - over.row > 1;
}

function isTitleOf(above: GridRow, header: GridRow | undefined): boolean {
  return header !== undefined && header.row - above.row === 1 && filledTexts(above).length === 1;
}

const COUNT = /^-?\d{1,4}(?:[.,]\d+)?\s*%?$/;

function holdsCounts({ texts }: GridRow, { ordinal }: RowColumns): boolean {
  return texts.some((text, column) => column !== ordinal && COUNT.test(text ?? ''));
}
