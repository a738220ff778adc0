import type { ContinuityState } from '../../forecast/continuity/continuity.plan.js';
import type {
  FunctionLineResponse,
  OldUnitLineResponse,
} from '../../forecast/continuity/continuity.responses.js';
import type { ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

/** What a workbook of continuity holds. */
export interface ContinuityBook {
  readonly lines: readonly FunctionLineResponse[];
  readonly oldUnits: readonly OldUnitLineResponse[];
  /** Names of the fields of work by their codes. */
  readonly fieldNames: ReadonlyMap<string, string>;
  readonly notice: readonly string[];
}

/** From the least sure on, as the page offers them. */
const STATES: Readonly<Record<ContinuityState, string>> = {
  'no-division': 'Không có phòng tiếp nhận',
  uncovered: 'Không ai đủ tiêu chuẩn',
  unassigned: 'Chưa giao, chưa ai phụ trách',
  sole: 'Chỉ một người',
  covered: 'Từ hai người',
};
const ORDER = Object.keys(STATES);

const ORDINAL: ColumnSpec = { label: 'TT', width: 5, align: 'center' };
const figure = (label: string): ColumnSpec => ({ label, width: 11, align: 'right' });
const text = (label: string, width: number): ColumnSpec => ({ label, width });

/** A sheet of who holds which function, one of the old units. */
export function continuitySheets(book: ContinuityBook): SheetSpec[] {
  return [functionsSheet(book), oldUnitsSheet(book)];
}

function functionsSheet({ lines, fieldNames, notice }: ContinuityBook): SheetSpec {
  const sorted = [...lines].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state));
  return {
    ...{ name: 'Nhiệm vụ', title: 'AI GIỮ NHIỆM VỤ NÀO CỦA XÃ', notice, paper: 'A3' },
    frozenColumns: 3,
    columns: [
      ...[ORDINAL, text('Xã, phường', 24), text('Nhiệm vụ', 32), text('Tình trạng', 26)],
      ...[text('Phòng', 28), figure('Chỉ tiêu'), figure('Số người')],
      text('Người đủ tiêu chuẩn', 60),
    ],
    rows: sorted.map((line, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, line.communeName, fieldNames.get(line.fieldCode) ?? line.fieldCode],
        ...[STATES[line.state], line.unitName, line.seats, line.holders.length],
        line.holders.map(({ fullName }) => fullName).join('; ') || null,
      ],
    })),
  };
}

function oldUnitsSheet({ oldUnits, fieldNames, notice }: ContinuityBook): SheetSpec {
  return {
    ...{ name: 'Đơn vị cũ', title: 'NHIỆM VỤ CỦA ĐƠN VỊ CŨ CHƯA AI NHẬN', notice, paper: 'A4' },
    columns: [
      ...[ORDINAL, text('Đơn vị cũ', 30), text('Mã', 12), text('Đơn vị kế thừa (mã)', 24)],
      ...[figure('Số nhiệm vụ chưa ai nhận'), text('Nhiệm vụ chưa ai nhận', 60)],
    ],
    rows: oldUnits.map(({ oldCode, oldName, successors, uncovered }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, oldName, oldCode, successors.join('; '), uncovered.length],
        uncovered.map((code) => fieldNames.get(code) ?? code).join('; ') || null,
      ],
    })),
  };
}
