import { folded } from '../../shared/text.js';
import { LABEL_JOIN, type Field } from './fields.js';
import type { RowValues } from './row-values.js';
import type { GridRow } from './sheet-grid.js';
import { bad, type Reading } from './values/fault.js';
import { fromText } from './values/partial-day.js';

/** A column with the labels over it from the top. */
interface Labelled {
  readonly column: number;
  readonly path: string;
}

/** A birth date that stands in several columns: the year is `born`, the others complete it. */
type Part = 'born' | 'bornMonth' | 'bornDay';

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ['bornDay', /^ngay( sinh)?$|^ngay( va)? thang( sinh)?$/],
  ['bornMonth', /^thang( sinh)?$/],
  ['born', /^nam( sinh)?$/],
];
/** What may stand below each of them; anything else is no part of a date. */
const HOLDS: Readonly<Record<Part, RegExp>> = {
  bornDay: /^\d{1,2}([/.-]\d{1,2})?$/,
  bornMonth: /^(thang )?\d{1,2}$/,
  born: /^\d{2}(\d{2})?$/,
};
const BIRTH: readonly (Field | null)[] = ['born', 'bornMale'];

/**
 * The columns under one parent, or side by side, that give day, month and year of birth apart. "Nam" without diacritics is
 * the year here: beside a month nobody counts men.
 */
export function birthParts(
  labelled: readonly Labelled[],
  fields: ReadonlyMap<number, Field | null>,
  below: readonly GridRow[],
): ReadonlyMap<number, Field> {
  const found = new Map<string, Map<Part, number>>();
  for (const { column, path } of labelled) {
    const part = BIRTH.includes(fields.get(column) ?? null) ? partOf(path) : null;
    if (part === null || !holds(below, column, part)) continue;
    const parent = path.split(LABEL_JOIN).slice(0, -1).join(LABEL_JOIN);
    const parts = found.get(parent) ?? new Map<Part, number>();
    if (!parts.has(part)) parts.set(part, column);
    found.set(parent, parts);
  }
  for (const parts of found.values())
    if (parts.has('born') && parts.size > 1)
      return new Map([...parts].map(([part, column]) => [column, part]));
  return new Map();
}

function partOf(path: string): Part | null {
  const own = folded(path.split(LABEL_JOIN).pop() ?? '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return PARTS.find(([, label]) => label.test(own))?.[0] ?? null;
}

/** Whether most of what stands below can be that part; nothing at all can. */
function holds(rows: readonly GridRow[], column: number, part: Part): boolean {
  const texts = rows.map(({ texts: all }) => folded(all[column] ?? '')).filter((text) => text);
  return texts.filter((text) => HOLDS[part].test(text)).length >= texts.length / 2;
}

/** Whether the row's table gives the birth date in parts, and the year does not say it all. */
export function isInParts(values: RowValues): boolean {
  const inParts = values.has('bornDay') || values.has('bornMonth');
  return inParts && /^\d{2}(\d{2})?$/.test(values.text('born') ?? '');
}

/** The date that the parts make; a day or a month that is left out is not known. */
export function bornOfParts(values: RowValues): Reading<string> {
  const day = figuresIn(values.text('bornDay'));
  const month = figuresIn(values.text('bornMonth'));
  const year = values.text('born') ?? '';
  const dayAndMonth = month === '' ? day : `${day === '' ? '0' : day}/${month}`;
  if (dayAndMonth === '' && year.length === 4) return fromText(year);
  if (/^0*[1-9]\d?$/.test(dayAndMonth))
    return bad(
      'roster.birth-month-missing',
      'Có ngày sinh và năm sinh mà thiếu tháng sinh. Hãy ghi tháng, hoặc để trống cả ngày.',
    );
  return fromText(`${dayAndMonth === '' ? '0/0' : dayAndMonth}/${year}`);
}

/** "05", "tháng 5", "12/5"; what stands for an unknown day or month is ''. */
function figuresIn(text: string | null): string {
  return (text ?? '').replace(/^\D+|\D+$/g, '').replace(/^0+$/, '');
}
