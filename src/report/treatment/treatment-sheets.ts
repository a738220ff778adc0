import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import type { Dimension, TreatedGroup } from './treatment.plan.js';
import type { Shown } from './suppression.rules.js';

const NAMES: Readonly<Record<Dimension, string>> = {
  sex: 'Giới tính',
  ethnicity: 'Dân tộc',
  age: 'Nhóm tuổi',
  'old-unit': 'Đơn vị cũ',
};

const KEYS: Readonly<Partial<Record<Dimension, Readonly<Record<string, string>>>>> = {
  sex: { male: 'Nam', female: 'Nữ' },
  ethnicity: { few: 'Các dân tộc ít người khác' },
  age: {
    ...{ to30: 'Đến 30', '31to40': '31–40', '41to50': '41–50', '51to60': '51–60' },
    ...{ over60: 'Trên 60', unknown: 'Chưa rõ' },
  },
};

/** What a hidden figure is in a sheet: no number, so that no sum takes it for nothing. */
const HIDDEN = '–';

const number = (label: string): ColumnSpec => ({ label, width: 12, align: 'right' });
const percent = (label: string): ColumnSpec => ({ ...number(label), format: '0.0%' });

/** A sheet for each way of telling people apart. */
export function treatmentSheets(
  {
    dimensions,
    smallest,
  }: {
    readonly dimensions: readonly {
      readonly dimension: Dimension;
      readonly groups: readonly TreatedGroup[];
    }[];
    readonly smallest: number;
  },
  notice: readonly string[],
): SheetSpec[] {
  return dimensions.map(({ dimension, groups }) => ({
    name: NAMES[dimension],
    title: `ĐỐI XỬ BÌNH ĐẲNG THEO ${NAMES[dimension].toLocaleUpperCase('vi')}`,
    notice: [
      ...notice,
      `Số dưới ${smallest} người, và số có thể suy ra chúng, được thay bằng dấu ${HIDDEN}.`,
    ],
    paper: 'A4',
    columns: [
      { label: NAMES[dimension], width: 34 },
      ...[number('Số người'), number('Có vị trí'), percent('Tỷ lệ có vị trí')],
      ...[number('Dôi dư'), percent('Tỷ lệ dôi dư'), number('Nghỉ')],
      ...[number('Chuyển ra ngoài nơi kế thừa'), percent('Tỷ lệ chuyển'), number('Km trung bình')],
    ],
    rows: groups.map((group) => ({ kind: 'cells', cells: cellsOf(dimension, group) })),
  }));
}

function cellsOf(dimension: Dimension, group: TreatedGroup): CellInput[] {
  const { key, people, placed, surplus, leaving, moved, meanKm } = group;
  const share = (part: Shown): CellInput =>
    part === null || people === null || people === 0 ? HIDDEN : part / people;
  const count = (value: Shown): CellInput => value ?? HIDDEN;
  return [
    KEYS[dimension]?.[key] ?? (key === '' ? 'Chưa rõ' : key),
    ...[count(people), count(placed), share(placed), count(surplus), share(surplus)],
    ...[count(leaving), count(moved), share(moved), count(meanKm)],
  ];
}
