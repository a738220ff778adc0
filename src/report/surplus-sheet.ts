import type { ColumnSpec, SheetSpec } from '../sheet/sheet-spec.js';
import type { OpenPosition, RunReport, SurplusRow } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, align: 'center' },
  { label: 'Họ và tên', width: 18 },
  { label: 'Số định danh', width: 15, align: 'center' },
  { label: 'Năm sinh', width: 6, align: 'center' },
  { label: 'Đơn vị, vị trí trước khi sắp xếp', width: 21 },
  { label: 'Đơn vị nơi dôi dư', width: 18 },
  { label: 'Vị trí giữ lại', width: 18 },
  { label: 'Lý do chưa có vị trí', width: 60 },
  { label: 'Có thể bố trí', width: 40 },
];

/** Everybody without a seat, why, and what the person may be given. */
export function surplusSheet(report: RunReport): SheetSpec {
  return {
    name: 'Danh sách dôi dư',
    agency: agencyOf(report),
    title: 'DANH SÁCH CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC DÔI DƯ SAU SẮP XẾP',
    notice: [
      ...noticeOf(report),
      `Tổng số ${report.surplus.length} người. Số trong ngoặc là số vị trí còn trống trong toàn tỉnh.`,
    ],
    columns: COLUMNS,
    rows: report.surplus.map((row, index) => ({ kind: 'cells', cells: cellsOf(row, index + 1) })),
    paper: 'A4',
    frozenColumns: 2,
    signature: signatureOf(report),
  };
}

function cellsOf(row: SurplusRow, number: number): (string | number | null)[] {
  const { person } = row;
  return [
    number,
    person.fullName,
    person.personalNumber,
    person.birthYear === null ? null : Number(person.birthYear),
    [person.oldPosition, person.oldUnit, person.oldDistrict].filter(isSaid).join(', '),
    [person.division, person.commune].filter(isSaid).join(', '),
    person.position,
    person.reason,
    admissible(row),
  ];
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== '';
}

function admissible({ qualifiedFor, trainableFor, noTransfer }: SurplusRow): string {
  const lines = [
    qualifiedFor.length === 0
      ? 'Không có vị trí nào trong khối mà người này đủ tiêu chuẩn.'
      : `Đủ tiêu chuẩn: ${listed(qualifiedFor)}.`,
    ...(trainableFor.length === 0 ? [] : [`Sau đào tạo: ${listed(trainableFor)}.`]),
    noTransfer === null ? 'Được điều động.' : `Chưa được điều động: ${noTransfer}`,
  ];
  return lines.join('\n');
}

function listed(positions: readonly OpenPosition[]): string {
  return positions.map(({ name, vacantSeats }) => `${name} (${vacantSeats})`).join('; ');
}
