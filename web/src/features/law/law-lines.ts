import type { LawKey, LawParameter } from '../../lib/api/shapes.js';
import { plain } from '../../lib/plain.js';

export const STATES = ['all', 'assumed', 'confirmed', 'empty'] as const;
export type LineState = (typeof STATES)[number];

/** A parameter with a row that is in force; none = it has no value on the day. */
export interface LawLine {
  readonly known: LawKey;
  readonly row: LawParameter | null;
}

export interface LineFilter {
  readonly pack: string | null;
  readonly state: LineState;
  readonly search: string;
}

export function isState(text: string | null): text is LineState {
  return STATES.some((state) => state === text);
}

export function linesOf(keys: readonly LawKey[], rows: readonly LawParameter[]): LawLine[] {
  return keys.flatMap((known): LawLine[] => {
    const own = rows.filter(({ key }) => key === known.key);
    return own.length === 0 ? [{ known, row: null }] : own.map((row) => ({ known, row }));
  });
}

export function shownLines(
  lines: readonly LawLine[],
  { pack, state, search }: LineFilter,
): LawLine[] {
  const wanted = plain(search.trim());
  return lines.filter(
    ({ known, row }) =>
      (pack === null || known.pack === pack) &&
      isIn(row, state) &&
      plain([known.key, known.nameVi, known.nameEn, row?.sourceDocument].join(' ')).includes(
        wanted,
      ),
  );
}

function isIn(row: LawParameter | null, state: LineState): boolean {
  switch (state) {
    case 'all':
      return true;
    case 'assumed':
      return row !== null && row.applies && row.assumed;
    case 'confirmed':
      return row?.evidence === 'confirmed';
    case 'empty':
      return row === null;
  }
}
