import type { RunNames } from '../../placement/run-names.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import type { ListedPerson, WishFilter, WishList } from './wish-people.plan.js';
import { KINDS, OUTCOMES } from './wishes-sheets.js';

const LISTS: Readonly<Record<Exclude<WishList, 'all'>, string>> = {
  first: 'được nguyện vọng 1',
  'top-three': 'được một trong ba nguyện vọng',
  unmet: 'không được đáp ứng',
  worst: 'một phần mười thiệt nhất',
  none: 'không ghi nguyện vọng',
};

/** What the list is narrowed by, as a person would say it; null = by nothing. */
export function wishFilterWords(
  { list, kind, commune, search }: WishFilter,
  names: RunNames,
): string | null {
  const said = [
    ...(list === 'all' ? [] : [LISTS[list]]),
    ...(kind === undefined ? [] : [`nguyện vọng ${KINDS[kind].toLocaleLowerCase('vi')}`]),
    ...(commune === undefined ? [] : [`đơn vị ${names.communeOf(commune)?.name ?? commune}`]),
    ...(search === undefined ? [] : [`tên có "${search}"`]),
  ];
  return said.length === 0 ? null : said.join('; ');
}

const text = (label: string, width: number): ColumnSpec => ({ label, width });

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  ...[text('Họ và tên', 26), text('Nơi đang làm việc', 26), text('Huyện cũ', 20)],
  ...[text('Vị trí đang giữ', 30), text('Nguyện vọng', 24)],
  ...[text('Xã 1', 20), text('Xã 2', 20), text('Xã 3', 20)],
  ...[text('Được đáp ứng', 18), text('Kết quả', 12), text('Nơi bố trí', 24)],
  ...[text('Phòng, trung tâm, cơ quan', 26), text('Vị trí việc làm', 30)],
  { label: 'Km', width: 10, align: 'right', format: '#,##0.0' },
];

/** Those whom a list leaves, in its order. */
export function wishPeopleSheet(
  people: readonly ListedPerson[],
  { names, notice }: { readonly names: RunNames; readonly notice: readonly string[] },
): SheetSpec {
  return {
    ...{ name: 'Nguyện vọng', title: 'NGUYỆN VỌNG CỦA TỪNG NGƯỜI', notice, paper: 'A3' },
    ...{ columns: COLUMNS, frozenColumns: 2 },
    rows: people.map((person, at) => ({
      kind: 'cells',
      cells: [at + 1, ...cellsOf(person, names)],
    })),
  };
}

function cellsOf(person: ListedPerson, names: RunNames): CellInput[] {
  const { wish, outcome, served } = person;
  const from = names.oldPlace(person.oldUnitCode, person.oldPositionCode);
  const to = names.newPlace(person.unitCode, person.positionCode);
  const communes = (wish?.communeCodes ?? []).map((code) => names.communeOf(code)?.name ?? code);
  const [first, second, third] = communes;
  const met = served === null ? 'không' : `nguyện vọng ${served}`;
  return [
    ...[person.fullName, from.oldUnitName, from.oldDistrictName, from.oldPositionName],
    ...[wish && KINDS[wish.kind], first ?? null, second ?? null, third ?? null],
    ...[wish && met, OUTCOMES[outcome]],
    ...[to.communeName, to.unitName === to.communeName ? null : to.unitName, to.positionName],
    person.distanceKm,
  ];
}
