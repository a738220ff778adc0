import { heldWords } from '../placement/held-units.rules.js';
import type { SignedRun } from '../placement/signed-run.js';
import type { ColumnSpec, SheetSpec } from '../sheet/sheet-spec.js';
import type { RunReport } from './report-data.js';
import { agencyOf, noticeOf, signatureOf } from './report-frame.js';
import { dayText } from './report-words.js';

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  { label: 'Mã đơn vị', width: 12, align: 'center' },
  { label: 'Đơn vị trước khi sắp xếp', width: 34 },
  { label: 'Số người', width: 10, kind: 'number', align: 'center' },
  { label: 'Lý do', width: 50 },
];

/** Old units that a run has not placed anew, since their rosters are not signed; null = it placed all, or may not say. */
export function heldSheet(report: RunReport): SheetSpec | null {
  const { signed } = report.run.options;
  if (signed?.held === undefined || signed.held.length === 0) return null;
  const { held } = signed;
  return {
    name: 'Đơn vị chưa ký danh sách',
    agency: agencyOf(report),
    title: 'ĐƠN VỊ CHƯA KÝ DANH SÁCH, NGƯỜI GIỮ Ở ĐƠN VỊ KẾ THỪA CHÍNH',
    notice: [...noticeOf(report), campaignOf(signed)],
    columns: COLUMNS,
    rows: held.map(({ unitCode, unitName, people, why }, at) => ({
      kind: 'cells',
      cells: [at + 1, unitCode, unitName, people, `Đơn vị ${heldWords(why)}`],
    })),
    paper: 'A4',
    signature: signatureOf(report),
  };
}

function campaignOf({ campaignName, asOf }: SignedRun): string {
  return `Đợt gửi danh sách "${campaignName}", danh sách tại ngày ${dayText(asOf)}.`;
}
