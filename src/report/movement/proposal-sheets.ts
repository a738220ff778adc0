import type {
  CandidateResponse,
  GapProposalResponse,
  SecondmentProposalsResponse,
} from '../../movement/secondment/secondment.responses.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { fitTitle } from '../report-words.js';

const figure = (label: string): ColumnSpec => ({ label, width: 11, align: 'right' });
const mark = (label: string): ColumnSpec => ({ label, width: 11, align: 'center' });
const text = (label: string, width: number): ColumnSpec => ({ label, width });

/** A row a candidate, those proposed first; a gap for which nobody comes into question has a row too. */
export function proposalSheets(
  { items, eligible, keptOut, proposedFor, total }: SecondmentProposalsResponse,
  notice: readonly string[],
): SheetSpec[] {
  const rows = items.flatMap((gap) =>
    (gap.candidates.length === 0 ? [null] : gap.candidates).map((each, at) =>
      cellsOf(gap, each, at === 0),
    ),
  );
  const { ratings, leading, law, absent } = keptOut;
  return [
    {
      ...{ name: 'Đề xuất biệt phái', title: 'ĐỀ XUẤT BIỆT PHÁI CHO CÁC CHỖ THIẾU', paper: 'A3' },
      frozenColumns: 4,
      notice: [
        ...notice,
        `${eligible} người đạt tiêu chí của tỉnh và quy định; có người đề xuất cho ${proposedFor} trong ${total} chỗ thiếu.`,
        `Không đạt: xếp loại ${ratings}, lãnh đạo hoặc quy hoạch ${leading}, quy định ${law}, đang vắng ${absent} (một người có thể tính nhiều lần).`,
        'Mỗi chỗ thiếu ghi vài người phù hợp nhất; số thiếu ghi một lần.',
      ],
      columns: [
        ...[{ label: 'TT', width: 5, align: 'center' as const }, text('Xã, phường', 24)],
        ...[text('Đơn vị', 26), text('Vị trí việc làm', 34), figure('Thiếu')],
        ...[text('Người có thể biệt phái', 24), text('Vị trí hiện nay', 34)],
        ...[text('Xã, phường hiện nay', 24), text('Chuyên môn', 18), figure('Khoảng cách, km')],
        ...[mark('Được đề xuất'), mark('Nơi gửi sẽ thiếu')],
      ],
      rows: rows.map((cells, at) => ({ kind: 'cells', cells: [at + 1, ...cells] })),
    },
  ];
}

function cellsOf(
  gap: GapProposalResponse,
  each: CandidateResponse | null,
  isFirst: boolean,
): CellInput[] {
  return [
    ...[gap.communeName, gap.unitName, gap.positionName, isFirst ? gap.shortage : null],
    ...(each === null
      ? ['Không có ai', null, null, null, null, null, null]
      : [
          ...[each.fullName, each.positionName, each.communeName, fitTitle(each.fit)],
          ...[each.distanceKm, each.proposed, each.leavesGap],
        ]),
  ];
}
