import type { CellInput, ColumnSpec } from '../sheet/sheet-spec.js';

/** Somebody in a list, with where and what they are, in words. */
interface ListedPerson {
  readonly fullName: string;
  readonly communeName: string;
  readonly unitName: string;
  readonly positionName: string;
}

/** How a list of people begins: ordinal, name, commune, unit, position. */
export const PERSON_COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, align: 'center' },
  { label: 'Họ và tên', width: 24 },
  { label: 'Xã, phường', width: 24 },
  { label: 'Đơn vị', width: 28 },
  { label: 'Vị trí việc làm', width: 36 },
];

/** What stands in `PERSON_COLUMNS`. @param at counts from 0. */
export function personCells(
  at: number,
  { fullName, communeName, unitName, positionName }: ListedPerson,
): CellInput[] {
  return [at + 1, fullName, communeName, unitName, positionName];
}
