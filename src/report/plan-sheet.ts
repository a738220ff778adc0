import { reasonFor } from '../placement/protected-words.js';
import { failedTestsText } from '../placement/words.js';
import type { ColumnSpec, RowSpec, SheetSpec } from '../sheet/sheet-spec.js';
import type { PlanRow, RunReport } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';
import { fitTitle, movementTitle } from './report-words.js';

export const PLAN_COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  { key: 'fullName', label: 'Họ và tên', width: 24 },
  { key: 'personalNumber', label: 'Số định danh', width: 16, align: 'center' },
  { key: 'birthYear', label: 'Năm sinh', width: 8, align: 'center' },
  {
    label: 'Trước khi sắp xếp',
    columns: [
      { key: 'oldUnit', label: 'Đơn vị', width: 22 },
      { key: 'oldDistrict', label: 'Huyện, thị xã, thành phố', width: 20 },
      { key: 'oldPosition', label: 'Chức vụ, chức danh', width: 26 },
    ],
  },
  {
    label: 'Sau khi sắp xếp',
    columns: [
      { key: 'commune', label: 'Đơn vị', width: 20 },
      { key: 'division', label: 'Phòng, trung tâm, cơ quan', width: 24 },
      { key: 'position', label: 'Vị trí việc làm', width: 28 },
    ],
  },
  { key: 'movement', label: 'Hình thức', width: 16 },
  {
    key: 'distanceKm',
    label: 'Khoảng cách đường chim bay (km)',
    width: 11,
    kind: 'number',
    format: '#,##0.0',
    align: 'center',
  },
  { key: 'fit', label: 'Mức độ phù hợp', width: 14 },
  { key: 'failedTests', label: 'Tiêu chuẩn chưa đạt', width: 18 },
  { key: 'reason', label: 'Lý do', width: 88 },
  { key: 'fullReason', label: 'Lý do, đủ thông tin được bảo vệ', width: 88 },
];

/** Everybody of the scenario, section by section: the new communes, then those who leave. */
export function planSheet(report: RunReport): SheetSpec {
  return {
    name: 'Phương án bố trí',
    agency: agencyOf(report),
    title: 'PHƯƠNG ÁN BỐ TRÍ CÁN BỘ, CÔNG CHỨC, VIÊN CHỨC THEO VỊ TRÍ VIỆC LÀM',
    notice: [
      ...noticeOf(report),
      ...(report.only === null ? [] : [`Chỉ những người được lọc: ${report.only}.`]),
      countsOf(report.people),
    ],
    columns: PLAN_COLUMNS,
    rows: rowsOf(report),
    paper: 'A3',
    frozenColumns: 2,
    signature: signatureOf(report),
  };
}

function countsOf(people: readonly PlanRow[]): string {
  const count = (outcome: PlanRow['outcome']): number =>
    people.filter((row) => row.outcome === outcome).length;
  return (
    `Tổng số ${people.length} người: có vị trí ${count('seated')}, dôi dư ${count('surplus')}, ` +
    `nghỉ hưu và thôi việc ${count('leaving')}.`
  );
}

function rowsOf(report: RunReport): RowSpec[] {
  const { people } = report;
  const rows: RowSpec[] = [];
  const sizes = new Map<string, number>();
  for (const row of people) sizes.set(sectionOf(row), (sizes.get(sectionOf(row)) ?? 0) + 1);
  let section = '';
  people.forEach((row, index) => {
    const own = sectionOf(row);
    if (own !== section)
      rows.push({ kind: 'section', text: `${own} (${sizes.get(own) ?? 0} người)` });
    section = own;
    rows.push({ kind: 'cells', cells: cellsOf(report, row, index + 1) });
  });
  return rows;
}

function sectionOf(row: PlanRow): string {
  return row.outcome === 'leaving' ? 'Nghỉ hưu, thôi việc' : (row.commune ?? 'Chưa rõ đơn vị');
}

function cellsOf({ reader }: RunReport, row: PlanRow, number: number): (string | number | null)[] {
  return [
    number,
    row.fullName,
    row.personalNumber,
    row.birthYear === null ? null : Number(row.birthYear),
    row.oldUnit,
    row.oldDistrict,
    row.oldPosition,
    row.commune,
    row.division,
    row.position,
    movementTitle(row),
    row.distanceKm,
    fitTitle(row.fit),
    failedTestsText(row.failedTests) || null,
    reasonFor(reader, row.reason),
    row.reason,
  ];
}
