import type { Issue } from '../../shared/issue.js';
import type { RowColumns } from './row-kind.js';
import { looksLikeName } from './row-words.js';
import type { GridRow } from './sheet-grid.js';

/**
 * Whether a row that says one thing in the column of names is left out by the ordinals around it: they go on behind it, or
 * begin again. Then it names a group of people in words that nobody could list ("Mễ Sở", "Xóm 1"), and is nobody.
 *
 * @param at the place of the row in the body
 */
export function isUncounted(body: readonly GridRow[], at: number, columns: RowColumns): boolean {
  const row = body[at];
  if (row === undefined || !saysOneThing(row, columns)) return false;
  const next = ordinalFrom(body, at, 1, columns);
  if (next === null) return false;
  const before = ordinalFrom(body, at, -1, columns);
  return next === 1 || (before !== null && next === before + 1);
}

function saysOneThing({ texts }: GridRow, { name, ordinal }: RowColumns): boolean {
  if (/\d/.test(texts[ordinal ?? 0] ?? '')) return false;
  const filled = texts.flatMap((text = '', column) =>
    text === '' || column === ordinal ? [] : [{ text, column }],
  );
  const [only] = filled;
  return (
    only !== undefined &&
    filled.length === 1 &&
    name.includes(only.column) &&
    !looksLikeName(only.text)
  );
}

/** The nearest ordinal of a person in one direction; null = there is none. */
function ordinalFrom(
  body: readonly GridRow[],
  at: number,
  step: 1 | -1,
  { ordinal }: RowColumns,
): number | null {
  if (ordinal === null) return null;
  for (let place = at + step; place >= 0 && place < body.length; place += step) {
    const found = /^0*(\d{1,5})[.)]?$/.exec(body[place]?.texts[ordinal] ?? '')?.[1];
    if (found !== undefined) return Number(found);
  }
  return null;
}

export function uncountedNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
  text: string,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.row-uncounted', severity: 'warning' },
    message: `Dòng này chỉ ghi "${text}" và không có số thứ tự, được hiểu là tên một nhóm, không phải một người. Nếu là người, hãy ghi số thứ tự và các cột khác.`,
  };
}
