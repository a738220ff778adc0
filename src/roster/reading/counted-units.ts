import type { Issue } from '../../shared/issue.js';
import type { Header } from './header.js';
import { spelling } from './spelling.js';
import type { GridRow } from './sheet-grid.js';

const FEWEST_UNITS = 2;

/**
 * Whether the ordinals count units, not people: a unit stands in each row that has an ordinal and in no other, the ordinals go
 * up by one, every unit is another, and at least as many people stand below them. Then a row without a unit is of the unit above.
 */
export function countsUnits({ columns }: Header, body: readonly GridRow[]): boolean {
  const of = (field: string) => columns.find((each) => each.field === field)?.column;
  const [ordinal, unit, name] = [of('ordinal'), of('unit'), of('fullName')];
  if (ordinal === undefined || unit === undefined || name === undefined) return false;
  const people = body.filter(({ texts }) => (texts[name] ?? '') !== '');
  const heads = people.filter(({ texts }) => (texts[unit] ?? '') !== '');
  const units = new Set(heads.map(({ texts }) => spelling(texts[unit] ?? '')));
  return (
    units.size >= FEWEST_UNITS &&
    units.size === heads.length &&
    people[0] === heads[0] &&
    people.length >= 2 * heads.length &&
    people.every(({ texts }) => (texts[unit] ?? '') !== '' || (texts[ordinal] ?? '') === '') &&
    heads.every(({ texts }, at) => texts[ordinal]?.replace(/[.)]$/, '') === String(at + 1))
  );
}

export function countedUnitsNote(
  place: { readonly file: string; readonly sheet: string },
  row: number,
): Issue {
  return {
    ...{ ...place, row, column: '', code: 'roster.unit-from-above', severity: 'note' },
    message:
      'Số thứ tự của bảng này đếm đơn vị, không đếm người: người không ghi đơn vị được hiểu là của đơn vị ghi ở dòng trên. Nếu không đúng, hãy ghi đơn vị vào từng dòng.',
  };
}
