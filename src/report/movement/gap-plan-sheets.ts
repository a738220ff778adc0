import type { PlanState, RequestState, Way } from '../../movement/gap-plan/gap-plan.js';
import type {
  GapWithPlansResponse,
  SpecialistRequestResponse,
} from '../../movement/gap-plan/gap-plan.responses.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

/** What a workbook of the plans to close gaps holds. */
export interface GapPlanBook {
  readonly gaps: readonly GapWithPlansResponse[];
  readonly requests: readonly SpecialistRequestResponse[];
  readonly notice: readonly string[];
}

const WAYS: Readonly<Record<Way, string>> = {
  transfer: 'Điều động giữa các xã',
  contract: 'Ký hợp đồng',
  recruit: 'Tuyển dụng, tiếp nhận',
  train: 'Đào tạo',
  second: 'Biệt phái',
};
const PLAN_STATES: Readonly<Record<PlanState, string>> = {
  open: 'Chưa làm',
  'under-way': 'Đang làm',
  done: 'Đã xong',
  dropped: 'Đã bỏ',
};
const REQUEST_STATES: Readonly<Record<RequestState, string>> = {
  asked: 'Chờ trả lời',
  accepted: 'Đồng ý',
  refused: 'Từ chối',
  withdrawn: 'Đã rút',
};

const ORDINAL: ColumnSpec = { label: 'TT', width: 5, align: 'center' };
const figure = (label: string): ColumnSpec => ({ label, width: 11, align: 'right' });
const text = (label: string, width: number): ColumnSpec => ({ label, width });

/** A sheet of the gaps with their plans, one of what communes ask for. */
export function gapPlanSheets(book: GapPlanBook): SheetSpec[] {
  return [gapsSheet(book), requestsSheet(book)];
}

/** A row a plan; a gap without a plan has a row too. */
function gapsSheet({ gaps, notice }: GapPlanBook): SheetSpec {
  const rows = gaps.flatMap(rowsOf);
  return {
    ...{ name: 'Bù chỗ thiếu', title: 'CHỖ THIẾU VÀ KẾ HOẠCH BÙ', paper: 'A3', frozenColumns: 4 },
    notice: [...notice, 'Số thiếu ghi một lần cho mỗi vị trí của mỗi đơn vị.'],
    columns: [
      ...[ORDINAL, text('Xã, phường', 24), text('Đơn vị', 28), text('Vị trí việc làm', 36)],
      ...[figure('Thiếu'), figure('Chưa có kế hoạch'), text('Giải pháp', 22)],
      ...[figure('Số chỉ tiêu'), text('Người phụ trách', 24)],
      { label: 'Hạn', kind: 'date', width: 13, align: 'center' },
      ...[text('Trạng thái', 14), { label: 'Quá hạn', width: 9, align: 'center' as const }],
      text('Ghi chú', 30),
    ],
    rows: rows.map((cells, at) => ({ kind: 'cells', cells: [at + 1, ...cells] })),
  };
}

function rowsOf(gap: GapWithPlansResponse): CellInput[][] {
  const plans = gap.plans.length === 0 ? [null] : gap.plans;
  return plans.map((plan, at) => [
    ...[gap.communeName, gap.unitName, gap.positionName],
    ...(at === 0 ? [gap.shortage, gap.unplanned] : [null, null]),
    ...(plan === null
      ? [null, null, null, null, null, null, null]
      : [
          ...[WAYS[plan.way], plan.seats, plan.responsible, plan.dueOn],
          ...[PLAN_STATES[plan.state], plan.overdue, plan.note],
        ]),
  ]);
}

function requestsSheet({ requests, notice }: GapPlanBook): SheetSpec {
  return {
    ...{ name: 'Đề nghị của xã', title: 'ĐỀ NGHỊ CỬ CHUYÊN MÔN CỦA CÁC XÃ', notice, paper: 'A4' },
    columns: [
      ...[ORDINAL, text('Đơn vị', 28), text('Vị trí việc làm', 36), figure('Số người')],
      ...[text('Lý do', 40), text('Trạng thái', 14), text('Trả lời', 40)],
    ],
    rows: requests.map((each, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, each.unitName, each.positionName, each.people],
        ...[each.reason, REQUEST_STATES[each.state], each.answer],
      ],
    })),
  };
}
