import type { FieldClass } from '../../access/fields/field-classes.js';
import { dayText } from '../../shared/day.js';
import { leavesOf } from '../../sheet/header-layout.js';
import type {
  CellInput,
  ColumnSpec,
  LeafColumn,
  RowSpec,
  SheetSpec,
} from '../../sheet/sheet-spec.js';
import type { ReportColumn } from '../report-column.js';
import { frameOf, type RosterFrame } from './roster-frame.js';
import type { RosterPerson } from './roster-person.js';
import { type Counts, statisticsOf } from './statistics.rules.js';

const figure = (key: string, label: string): LeafColumn => ({
  ...{ key, label, width: 8, kind: 'number', align: 'center' },
});

/** @source Circular 11/2012/TT-BNV (recalled, DOMAIN 4.1) */
const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, align: 'center' },
  { label: 'Đơn vị', width: 28 },
  { ...figure('total', 'Tổng số'), width: 9 },
  {
    label: 'Trong đó',
    columns: [
      figure('women', 'Nữ'),
      figure('party', 'Đảng viên'),
      figure('minority', 'Dân tộc thiểu số'),
      figure('religion', 'Tôn giáo'),
    ],
  },
  {
    label: 'Chia theo ngạch và tương đương',
    columns: [
      figure('rank.5', 'Chuyên viên cao cấp'),
      figure('rank.4', 'Chuyên viên chính'),
      figure('rank.3', 'Chuyên viên'),
      figure('rank.2', 'Cán sự'),
      figure('rank.1', 'Nhân viên'),
      figure('rank.unknown', 'Chưa rõ'),
    ],
  },
  {
    label: 'Trình độ chuyên môn',
    columns: [
      figure('degree.doctorate', 'Tiến sĩ'),
      figure('degree.master', 'Thạc sĩ'),
      figure('degree.university', 'Đại học'),
      figure('degree.college', 'Cao đẳng'),
      figure('degree.intermediate', 'Trung cấp'),
      figure('degree.primary', 'Sơ cấp'),
      figure('degree.unknown', 'Chưa rõ'),
    ],
  },
  {
    label: 'Lý luận chính trị',
    columns: [
      figure('theory.high', 'Cử nhân, cao cấp'),
      figure('theory.intermediate', 'Trung cấp'),
      figure('theory.primary', 'Sơ cấp'),
      figure('theory.none', 'Chưa qua'),
    ],
  },
  { ...figure('informatics', 'Tin học'), width: 9 },
  { ...figure('foreignLanguage', 'Ngoại ngữ'), width: 9 },
  {
    label: 'Quản lý nhà nước',
    columns: [
      figure('management.senior', 'Chuyên viên cao cấp'),
      figure('management.principal', 'Chuyên viên chính'),
      figure('management.specialist', 'Chuyên viên'),
      figure('management.other', 'Khác'),
      figure('management.none', 'Chưa qua'),
    ],
  },
  {
    label: 'Chia theo độ tuổi',
    columns: [
      figure('age.to30', 'Từ 30 trở xuống'),
      figure('age.31to40', '31 đến 40'),
      figure('age.41to50', '41 đến 50'),
      figure('age.51to60', '51 đến 60'),
      figure('age.over60', 'Trên 60'),
      figure('age.unknown', 'Chưa rõ'),
    ],
  },
];

/** A count over few people tells of each of them. */
const CLASSES: Readonly<Record<string, readonly FieldClass[]>> = {
  party: ['party'],
  minority: ['ethnicity'],
  religion: ['religion'],
};

export const STATISTICS_CHOICES: readonly ReportColumn[] = COLUMNS.flatMap((top) =>
  leavesOf([top]).flatMap(({ key, label }) => {
    if (key === undefined) return [];
    const told = label === top.label ? label : `${top.label}: ${label}`;
    return [{ key, label: told, classes: CLASSES[key] ?? [] }];
  }),
);

export interface StatisticsInput {
  readonly frame: RosterFrame;
  /** By root unit. */
  readonly people: readonly RosterPerson[];
  readonly rankLevels: ReadonlyMap<string, number>;
}

/** Quantity and quality by unit, and their sum. */
export function statisticsSheet({ frame, people, rankLevels }: StatisticsInput): SheetSpec {
  const keys = leavesOf(COLUMNS).map(({ key }) => key);
  const count = (group: readonly RosterPerson[]): Counts =>
    statisticsOf(group, { on: frame.on, rankLevels });
  const line = (head: CellInput[], counts: Counts, bold = false): RowSpec => ({
    kind: 'cells',
    bold,
    cells: [...head, ...keys.slice(head.length).map((key) => counts[key ?? ''] ?? 0)],
  });
  const units = new Map<string, RosterPerson[]>();
  for (const person of people) {
    const own = units.get(person.rootCode);
    if (own === undefined) units.set(person.rootCode, [person]);
    else own.push(person);
  }
  return {
    ...frameOf(frame),
    name: 'Số lượng, chất lượng',
    title: 'THỐNG KÊ SỐ LƯỢNG, CHẤT LƯỢNG CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC',
    notice: [
      ...frame.notice,
      `Số liệu tính đến ngày ${dayText(frame.on)}, gồm những người tài khoản được xem. Mẫu theo Thông tư 11/2012/TT-BNV (theo trí nhớ, cần đối chiếu).`,
      'Người chỉ ghi năm sinh được tính tuổi theo năm. Ngạch khác ngạch hành chính được xếp vào bậc tương đương của thang ngạch.',
    ],
    columns: COLUMNS,
    rows: [
      line(['', 'Tổng cộng'], count(people), true),
      ...[...units.values()].map((own, at) => line([at + 1, own[0]?.rootUnit ?? ''], count(own))),
    ],
    frozenColumns: 3,
  };
}
