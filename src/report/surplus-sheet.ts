import { reasonFor } from '../placement/protected-words.js';
import type { ColumnSpec, SheetSpec } from '../sheet/sheet-spec.js';
import type { OpenPosition, RunReport, SurplusRow } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';

export const SURPLUS_COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, align: 'center' },
  { key: 'fullName', label: 'Họ và tên', width: 18 },
  { key: 'personalNumber', label: 'Số định danh', width: 15, align: 'center' },
  { key: 'birthYear', label: 'Năm sinh', width: 6, align: 'center' },
  { key: 'oldPost', label: 'Đơn vị, vị trí trước khi sắp xếp', width: 21 },
  { key: 'unit', label: 'Đơn vị nơi dôi dư', width: 18 },
  { key: 'position', label: 'Vị trí giữ lại', width: 18 },
  { key: 'reason', label: 'Lý do chưa có vị trí', width: 60 },
  { key: 'admissible', label: 'Có thể bố trí', width: 40 },
  { key: 'fullReason', label: 'Lý do, đủ thông tin được bảo vệ', width: 60 },
  { key: 'noTransfer', label: 'Trường hợp chưa được điều động', width: 40 },
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
    columns: SURPLUS_COLUMNS,
    rows: report.surplus.map((row, index) => ({
      kind: 'cells',
      cells: cellsOf(report, row, index + 1),
    })),
    paper: 'A4',
    frozenColumns: 2,
    signature: signatureOf(report),
  };
}

function cellsOf(
  { reader }: RunReport,
  row: SurplusRow,
  number: number,
): (string | number | null)[] {
  const { person } = row;
  return [
    number,
    person.fullName,
    person.personalNumber,
    person.birthYear === null ? null : Number(person.birthYear),
    [person.oldPosition, person.oldUnit, person.oldDistrict].filter(isSaid).join(', '),
    [person.division, person.commune].filter(isSaid).join(', '),
    person.position,
    reasonFor(reader, person.reason),
    admissible(row, reader),
    person.reason,
    row.noTransfer,
  ];
}

function isSaid(text: string | null): text is string {
  return text !== null && text !== '';
}

function admissible(
  { qualifiedFor, trainableFor, noTransfer }: SurplusRow,
  reader: RunReport['reader'],
): string {
  const lines = [
    qualifiedFor.length === 0
      ? 'Không có vị trí nào trong khối mà người này đủ tiêu chuẩn.'
      : `Đủ tiêu chuẩn: ${listed(qualifiedFor)}.`,
    ...(trainableFor.length === 0 ? [] : [`Sau đào tạo: ${listed(trainableFor)}.`]),
    noTransfer === null
      ? 'Được điều động.'
      : reasonFor(reader, `Chưa được điều động: ${noTransfer}`),
  ];
  return lines.join('\n');
}

function listed(positions: readonly OpenPosition[]): string {
  return positions.map(({ name, vacantSeats }) => `${name} (${vacantSeats})`).join('; ');
}
