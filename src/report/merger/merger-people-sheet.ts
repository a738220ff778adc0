import type { MergedPerson, MergerFilter, MergerList } from '../../merger/merger-people.plan.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import type { MergerNames } from './merger-names.js';

const TITLES: Readonly<Record<MergerList, string>> = {
  carried: 'NGƯỜI THEO ĐƠN VỊ CŨ SANG ĐƠN VỊ MỚI',
  decide: 'NGƯỜI CẦN QUYẾT ĐỊNH RIÊNG KHI SÁP NHẬP',
};

const text = (label: string, width: number): ColumnSpec => ({ label, width });

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  ...[text('Họ và tên', 26), text('Nơi đang làm việc', 28), text('Huyện cũ', 20)],
  ...[text('Vị trí đang giữ', 30), text('Tạm tính theo đơn vị mới', 24)],
  ...[text('Vì sao cần quyết định riêng', 60), text('Đã quyết định', 12)],
];

interface Told {
  readonly scenario: { readonly name: string };
  readonly people: readonly MergedPerson[];
  /** So many of the list are not named to the actor. */
  readonly closed: number;
  readonly names: MergerNames;
}

/** Those whom a list leaves, in its order, each with why somebody must choose. */
export function mergerPeopleSheet(
  { scenario, people, closed, names }: Told,
  filter: MergerFilter,
  notice: readonly string[],
): SheetSpec {
  const only = filterWords(filter, names);
  return {
    ...{ name: 'Người', title: TITLES[filter.list], paper: 'A3', frozenColumns: 2 },
    notice: [
      `Phương án "${scenario.name}".`,
      ...(only === '' ? [] : [`Chỉ những người được lọc: ${only}.`]),
      ...(closed === 0 ? [] : [`${closed} người tài khoản này không được xem tên.`]),
      ...notice,
    ],
    columns: COLUMNS,
    rows: people.map((person, at) => ({
      kind: 'cells',
      cells: [at + 1, ...cellsOf(person, names)],
    })),
  };
}

function filterWords({ from, commune, search }: MergerFilter, names: MergerNames): string {
  return [
    ...(from === undefined ? [] : [`theo ${names.oldUnit(from)}`]),
    ...(commune === undefined ? [] : [`sang ${names.newUnit(commune)}`]),
    ...(search === undefined ? [] : [`tên có "${search}"`]),
  ].join('; ');
}

function cellsOf(person: MergedPerson, names: MergerNames): CellInput[] {
  const from = names.oldPlace(person.unitCode, person.positionCode);
  return [
    ...[person.fullName, from.oldUnitName, from.oldDistrictName, from.oldPositionName],
    person.newCode === null ? null : names.newUnit(person.newCode),
    ...[whyOf(person, names), person.pinned ? 'có' : null],
  ];
}

function whyOf({ fromCode, choices }: MergedPerson, names: MergerNames): string | null {
  if (choices.length < 2) return null;
  const told = choices.map(({ code, share }) => {
    const part = share === null ? 'chưa rõ tỷ lệ' : `${percent(share)} % dân số`;
    return `${names.newUnit(code)} (${part})`;
  });
  return `${names.oldUnit(fromCode)} có ${choices.length} đơn vị kế thừa: ${told.join('; ')}`;
}

function percent(share: number): string {
  return String(Math.round(share * 1000) / 10).replace('.', ',');
}
