import type { PriceBasis } from '../placement/answers/price.messages.js';
import { reasonFor } from '../placement/protected-words.js';
import type { ExplainedSeat, ToldChange } from '../placement/price/explained.js';
import type { ColumnSpec, SheetSpec } from '../sheet/sheet-spec.js';
import type { PriceReport } from './price-report.js';
import type { RunReport } from './report-data.js';
import { agencyOf, noticeOf } from './report-frame.js';

const UNNAMED = 'Một người thuộc diện cấp ủy quản lý chuyển chỗ.';

const nextColumns = (label: string): ColumnSpec => ({
  label,
  columns: [
    { label: 'Đơn vị, vị trí', width: 30 },
    { label: 'Mức thay đổi của cả phương án', width: 40 },
    { label: 'Ai chuyển chỗ', width: 60 },
  ],
});

const PEOPLE_COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  { key: 'fullName', label: 'Họ và tên', width: 24 },
  { label: 'Được bố trí', width: 36 },
  { key: 'reason', label: 'Lý do', width: 60 },
  nextColumns('Nơi tốt tiếp theo thứ nhất'),
  nextColumns('Nơi tốt tiếp theo thứ hai'),
  { label: 'Số nơi khác không bị quy định cản', width: 10, align: 'center', kind: 'number' },
  { label: 'Nơi không bố trí được và quy định cản', width: 60 },
];

const SEAT_COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 6, align: 'center' },
  { label: 'Vị trí, đơn vị', width: 40 },
  { label: 'Chỉ tiêu', width: 8, align: 'center', kind: 'number' },
  { label: 'Trả lời', width: 44 },
  { label: 'Người đủ tiêu chuẩn có thể nhận và mức thay đổi của cả phương án', width: 70 },
  { label: 'Người đạt sau đào tạo và mức thay đổi', width: 70 },
  { label: 'Người đủ tiêu chuẩn nhưng bị cản', width: 44 },
];

/** What the prices are not. */
const BASIS: Readonly<Record<PriceBasis, string | null>> = {
  exact: null,
  'at-least':
    'Lần chạy có điều kiện kèm theo. Mức thay đổi nêu ở đây chưa tính các điều kiện ấy nên là mức ít nhất.',
  'without-conditions':
    'Lần chạy có điều kiện kèm theo nên không có mức đổi chỗ chính xác. Mức thay đổi nêu ở đây tính trên phương án tốt nhất không kèm điều kiện, không phải trên lần chạy này.',
  rule: 'Lần chạy theo thâm niên: ai lâu năm hơn chọn trước, không tối ưu mục tiêu nào nên từng chỗ không có giá. Nơi không vướng quy định thì người chọn trước đã giữ, hoặc người này chọn nơi hợp với mình hơn.',
};

function basisNotice({ basis }: PriceReport): string[] {
  const notice = BASIS[basis];
  return notice === null ? [] : [notice];
}

/** Each person's next best places with their true prices and chains, and what closes the others. */
export function otherPlacesSheet(report: RunReport, prices: PriceReport): SheetSpec {
  const rows = report.people.flatMap((row, at) => {
    const explained = prices.people.get(report.staffIds[at] ?? 0);
    return explained ? [{ row, explained }] : [];
  });
  return {
    name: 'Vì sao không ở nơi khác',
    agency: agencyOf(report),
    title: 'NƠI CÓ THỂ BỐ TRÍ TIẾP THEO, MỨC THAY ĐỔI VÀ QUY ĐỊNH CẢN NƠI KHÁC',
    notice: [...noticeOf(report), ...basisNotice(prices)],
    columns: PEOPLE_COLUMNS,
    rows: rows.map(({ row, explained }, at) => ({
      kind: 'cells',
      cells: [
        at + 1,
        row.fullName,
        [row.position, row.division, row.commune].filter((part) => part !== null).join(', '),
        reasonFor(report.reader, row.reason),
        ...nextCells(explained.next[0], prices),
        ...nextCells(explained.next[1], prices),
        explained.open,
        explained.closed
          .map(({ reason, places }) => `${places} nơi: ${reasonFor(report.reader, reason)}`)
          .join('\n'),
      ],
    })),
    paper: 'A3',
    frozenColumns: 2,
  };
}

/** Seats without a qualified person: who could take each, at which price, or that there is nobody. */
export function openSeatsSheet(report: RunReport, prices: PriceReport): SheetSpec {
  return {
    name: 'Chỗ trống, ai có thể nhận',
    agency: agencyOf(report),
    title: 'CHỈ TIÊU CHƯA CÓ NGƯỜI ĐỦ TIÊU CHUẨN VÀ NGƯỜI CÓ THỂ NHẬN',
    notice: [...noticeOf(report), ...basisNotice(prices)],
    columns: SEAT_COLUMNS,
    rows: prices.seats.map((seat, at) => ({
      kind: 'cells',
      cells: [
        at + 1,
        seat.place,
        seat.seats,
        seat.verdict,
        fillers(seat.qualified, prices),
        fillers(seat.trainees, prices),
        seat.barred
          .map(({ reason, people }) => `${people} người: ${reasonFor(report.reader, reason)}`)
          .join('\n'),
      ],
    })),
    paper: 'A3',
    frozenColumns: 2,
  };
}

function nextCells(next: ToldChange | undefined, prices: PriceReport): (string | null)[] {
  if (!next) return [null, null, null];
  return [next.place, next.summary, chain(next, prices)];
}

function chain({ moves }: Pick<ToldChange, 'moves'>, { unnamed }: PriceReport): string {
  return moves
    .map(({ staffId, sentence }) => (staffId !== null && unnamed.has(staffId) ? UNNAMED : sentence))
    .join('\n');
}

function fillers(people: ExplainedSeat['qualified'], prices: PriceReport): string {
  return people
    .filter(({ staffId }) => !prices.unnamed.has(staffId))
    .map(({ fullName, place, summary, moves }) => {
      const others = moves.slice(1);
      const more = others.length === 0 ? '' : ` ${chain({ moves: others }, prices)}`;
      return `${fullName} (${place}): ${summary}${more}`;
    })
    .join('\n');
}
