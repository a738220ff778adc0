import type { Issue } from '../../shared/issue.js';
import type { Header } from './header.js';
import { spelling } from './spelling.js';
import type { GridRow } from './sheet-grid.js';

const FEWEST_UNITS = 2;

/**
 * Whether the ordinals tell that a unit is written only with its first person: they count units, or begin again at each. Every
 * unit is another, the first row has one. Then a row without a unit is of the unit above.
 */
export function countsUnits({ columns }: Header, body: readonly GridRow[]): boolean {
  const of = (field: string) => columns.find((each) => each.field === field)?.column;
  const [ordinal, unit, name] = [of('ordinal'), of('unit'), of('fullName')];
  if (ordinal === undefined || unit === undefined || name === undefined) return false;
  const people = body
    .filter(({ texts }) => (texts[name] ?? '') !== '')
    .map(({ texts }): Counted => ({ unit: texts[unit] ?? '', count: countIn(texts[ordinal]) }));
  const units = people.flatMap((each) => (each.unit === '' ? [] : [spelling(each.unit)]));
  const areApart = units.length >= FEWEST_UNITS && new Set(units).size === units.length;
  if (!areApart || people[0]?.unit === '' || units.length === people.length) return false;
  return areUnitsCounted(people) || beginAgain(people);
}

/** A person's row: '' = it names no unit, 0 = it has no ordinal, NaN = one that is no number. */
interface Counted {
  readonly unit: string;
  readonly count: number;
}

function countIn(text = ''): number {
  return text === '' ? 0 : Number(/^0*(\d{1,5})[.)]?$/.exec(text)?.[1]);
}

/** "1 | Xã A", nothing below it, "2 | Xã B"; at least as many people stand below the first ones. */
function areUnitsCounted(people: readonly Counted[]): boolean {
  const heads = people.filter(({ unit }) => unit !== '');
  return (
    people.length >= 2 * heads.length &&
    people.every(({ unit, count }) => unit !== '' || count === 0) &&
    heads.every(({ count }, at) => count === at + 1)
  );
}

/** "1 | Xã A", "2", "3", "1 | Xã B". */
function beginAgain(people: readonly Counted[]): boolean {
  return people.every(({ unit, count }, at) =>
    unit === '' ? count === (people[at - 1]?.count ?? 0) + 1 : count === 1,
  );
}

export function countedUnitsNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.unit-from-above', severity: 'note' },
    message:
      'Theo số thứ tự của bảng này, đơn vị chỉ ghi ở người đầu tiên của mỗi đơn vị: người không ghi đơn vị được hiểu là của đơn vị ghi ở dòng trên. Nếu không đúng, hãy ghi đơn vị vào từng dòng.',
  };
}
