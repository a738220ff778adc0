import type { Issue } from '../../shared/issue.js';
import { beginsLikeAPerson } from './family-names.js';
import { isPlaceName } from './place-names.js';
import type { RowColumns } from './row-kind.js';
import { looksLikeName } from './row-words.js';
import type { GridRow } from './sheet-grid.js';

/** A row that says one thing in the column of names; `unclear` = nobody can tell without knowing all names. */
export interface LoneName {
  readonly is: 'unit' | 'unclear';
  readonly text: string;
}

/**
 * What a bare name alone in a row is ("Mường Thanh"): the unit of those below it where a commune or a district of the country
 * is called so; null = a person. Whether there is such a unit in the province on the day is asked later, of everybody below. With a number
 * before it, it is a unit only where the rows below are counted anew. Counts may stand beside it.
 *
 * @param at the place of the row in the body
 */
export function loneName(
  body: readonly GridRow[],
  at: number,
  columns: RowColumns,
): LoneName | null {
  const row = body[at];
  const text = row === undefined ? null : nameAlone(row, columns);
  if (row === undefined || text === null || looksLikeName(text)) return null;
  const ordinal = numberIn(row, columns);
  if (isPlaceName(text))
    return ordinal === null || isCountedAnew(body[at + 1], columns) ? { is: 'unit', text } : null;
  const isCounted = ordinal !== null || filledBeside(row, columns).length > 0;
  const isPerson = !/^\p{Lu}/u.test(text) || beginsLikeAPerson(text);
  return isCounted || isPerson ? null : { is: 'unclear', text };
}

const COUNT = /^\d{1,3}(?:\s*(?:người|đồng chí|đ\/?c|cán bộ|cb,?\s*cc))?$/iu;

/** The text in the column of names, where beside it stand an ordinal and counts at most; null = more is said. */
function nameAlone(row: GridRow, columns: RowColumns): string | null {
  const named = columns.name.filter((column) => (row.texts[column] ?? '') !== '');
  const [column] = named;
  if (column === undefined || named.length > 1) return null;
  return filledBeside(row, columns).every((text) => COUNT.test(text))
    ? (row.texts[column] ?? null)
    : null;
}

function filledBeside({ texts }: GridRow, { name, ordinal }: RowColumns): readonly string[] {
  return texts.filter(
    (text, column) => (text ?? '') !== '' && column !== ordinal && !name.includes(column),
  ) as readonly string[];
}

function numberIn({ texts }: GridRow, { ordinal }: RowColumns): number | null {
  const found = ordinal === null ? null : /^0*(\d{1,5})[.)]?$/.exec(texts[ordinal] ?? '');
  return found === null ? null : Number(found[1]);
}

/** The next row is the first of its own: "1", "a", "1.1". */
function isCountedAnew(next: GridRow | undefined, columns: RowColumns): boolean {
  if (next === undefined || columns.ordinal === null) return false;
  const typed = next.texts[columns.ordinal] ?? '';
  return typed !== '' && (numberIn(next, columns) ?? 1) === 1;
}

export function placeRowNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
  text: string,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.row-unit' },
    severity: beginsLikeAPerson(text) ? 'warning' : 'note',
    message: `Dòng này chỉ ghi "${text}", trùng tên một đơn vị hành chính, nên được hiểu là đơn vị của những người bên dưới. Nếu là tên một người, hãy ghi thêm ngày sinh và chức vụ của người đó.`,
  };
}

export function unclearRowIssue(
  place: { readonly file: string; readonly sheet: string },
  row: number,
  text: string,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.row-unclear', severity: 'error' },
    message: `Dòng này chỉ ghi "${text}", không rõ là người hay là đơn vị, nên chưa biết đơn vị của những người bên dưới. Nếu là đơn vị, hãy ghi cả loại đơn vị (ví dụ "Xã ${text}"); nếu là người, hãy ghi thêm ngày sinh và chức vụ.`,
  };
}
