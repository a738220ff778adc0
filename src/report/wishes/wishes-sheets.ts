import type { RunNames } from '../../placement/run-names.js';
import type { WishKind } from '../../rules/vocabulary.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import type { ServedPerson, WishFigures, WishReport } from './wishes.plan.js';

export const KINDS: Readonly<Record<WishKind | 'all', string>> = {
  all: 'Tất cả',
  stay: 'Ở lại',
  move: 'Chuyển đến xã đã chọn',
  'retire-early': 'Nghỉ hưu trước tuổi',
  leave: 'Thôi việc',
};
export const OUTCOMES = { seated: 'Có vị trí', surplus: 'Dôi dư', leaving: 'Nghỉ' } as const;

const number = (label: string): ColumnSpec => ({ label, width: 14, align: 'right' });

/** A sheet of figures and one of those who are served worst. */
export function wishesSheets(
  { figures, worst, worstPeople }: WishReport,
  { names, notice }: { readonly names: RunNames; readonly notice: readonly string[] },
): SheetSpec[] {
  return [
    {
      ...{ name: 'Nguyện vọng', title: 'NGUYỆN VỌNG ĐƯỢC ĐÁP ỨNG', notice, paper: 'A4' },
      columns: [
        { label: 'Nguyện vọng', width: 30 },
        ...[number('Số người'), number('Nguyện vọng 1'), number('Trong ba nguyện vọng')],
        ...[number('Không đáp ứng'), number('Km trung bình')],
      ],
      rows: [
        ...figures.map((each) => ({
          ...{ kind: 'cells' as const, cells: cellsOf(KINDS[each.kind], each) },
        })),
        { kind: 'cells', cells: cellsOf('Một phần mười thiệt nhất', worst) },
      ],
    },
    {
      ...{ name: 'Thiệt nhất', title: 'MỘT PHẦN MƯỜI THIỆT NHẤT', notice, paper: 'A4' },
      columns: [
        { label: 'TT', width: 6, align: 'center' },
        { label: 'Họ và tên', width: 26 },
        { label: 'Nguyện vọng', width: 40 },
        { label: 'Kết quả', width: 14 },
        { label: 'Nơi bố trí', width: 26 },
        number('Km'),
      ],
      rows: worstPeople.map((person, at) => ({
        kind: 'cells',
        cells: personCells(person, at + 1, names),
      })),
    },
  ];
}

function cellsOf(label: string, { people, first, topThree, unmet, meanKm }: WishFigures) {
  return [label, people, first, topThree, unmet, meanKm];
}

function personCells(person: ServedPerson, at: number, names: RunNames): CellInput[] {
  const { wish, outcome, rootCode, distanceKm } = person;
  const communes = wish.communeCodes.map((code) => names.communeOf(code)?.name ?? code);
  return [
    ...[at, person.fullName],
    [KINDS[wish.kind], ...communes].join('; '),
    OUTCOMES[outcome],
    rootCode === null ? '' : (names.communeOf(rootCode)?.name ?? rootCode),
    distanceKm,
  ];
}
