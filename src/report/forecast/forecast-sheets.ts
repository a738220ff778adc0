import type {
  ForecastResponse,
  LeaverResponse,
  TrainingResponse,
} from '../../forecast/forecast.responses.js';
import { failedTestsText } from '../../placement/words.js';
import { dayText } from '../../shared/day.js';
import type { ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

/** What a workbook of the forecast holds. */
export interface ForecastBook {
  readonly summary: ForecastResponse;
  readonly leavers: readonly LeaverResponse[];
  readonly training: readonly TrainingResponse[];
  readonly notice: readonly string[];
}

const KINDS: Readonly<Record<string, string>> = {
  retirement: 'Nghỉ hưu',
  'end-of-posting': 'Hết biệt phái, nhiệm kỳ',
};

const ORDINAL: ColumnSpec = { label: 'TT', width: 5, align: 'center' };
const day = (label: string): ColumnSpec => ({ label, kind: 'date', width: 13, align: 'center' });
const figure = (label: string): ColumnSpec => ({ label, width: 11, align: 'right' });
const range = (label: string): ColumnSpec => ({
  label,
  columns: [figure('Ít nhất'), figure('Nhiều nhất')],
});

export function forecastSheets(book: ForecastBook): SheetSpec[] {
  return [monthsSheet(book), leaversSheet(book), trainingSheet(book)];
}

function monthsSheet({ summary, notice }: ForecastBook): SheetSpec {
  const targets = new Map(summary.glide.map(({ on, target }) => [on, target]));
  return {
    ...{ name: 'Từng tháng', title: 'DỰ BÁO THỪA, THIẾU QUA TỪNG THÁNG', paper: 'A4' },
    notice: [
      ...notice,
      'Dự kiến nếu không ai được điều chuyển, không ai được tuyển thêm.',
      ...leftOut(summary),
    ],
    columns: [
      day('Ngày'),
      figure('Lộ trình dôi dư'),
      range('Dôi dư'),
      range('Thiếu'),
      range('Đã nghỉ hưu'),
      figure('Hết biệt phái, nhiệm kỳ'),
    ],
    rows: summary.points.map(({ on, surplus, shortage, retired, ended }) => ({
      kind: 'cells',
      cells: [
        ...[on, targets.get(on) ?? null, surplus.low, surplus.high],
        ...[shortage.low, shortage.high, retired.low, retired.high, ended],
      ],
    })),
  };
}

/** Whom the figures say nothing of. */
function leftOut({ undated, overdue, closed }: ForecastResponse): string[] {
  return [
    ...(undated > 0 ? [`${undated} người thiếu ngày sinh hoặc giới tính, chưa được dự báo.`] : []),
    ...(overdue > 0 ? [`${overdue} người đã quá tuổi nghỉ hưu mà vẫn có tên.`] : []),
    ...(closed > 0 ? [`${closed} người tài khoản này không được xem, không có trong dự báo.`] : []),
  ];
}

function leaversSheet({ leavers, summary, notice }: ForecastBook): SheetSpec {
  const title = `NGƯỜI NGHỈ TỪ ${dayText(summary.from)} ĐẾN TRƯỚC ${dayText(summary.until)}`;
  return {
    ...{ name: 'Người nghỉ', title, notice, paper: 'A3', frozenColumns: 2 },
    columns: [
      ORDINAL,
      { label: 'Họ và tên', width: 24 },
      { label: 'Xã, phường', width: 24 },
      { label: 'Đơn vị', width: 28 },
      { label: 'Vị trí việc làm', width: 36 },
      { label: 'Lý do', width: 22 },
      day('Sớm nhất'),
      day('Muộn nhất'),
      day('Theo hồ sơ thiếu ngày sinh'),
      day('Theo Phụ lục II'),
      { label: 'Sau đó xã không còn ai đủ tiêu chuẩn', width: 16, align: 'center' },
    ],
    rows: leavers.map((leaver, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, leaver.fullName, leaver.communeName, leaver.unitName, leaver.positionName],
        ...[KINDS[leaver.kind] ?? leaver.kind, leaver.earliestOn, leaver.latestOn],
        ...[leaver.incompleteRuleOn, leaver.appendixTwoOn, leaver.lastHolder ? 'x' : null],
      ],
    })),
  };
}

/** A row a person: who is to be sent is what the table is for. */
function trainingSheet({ training, notice }: ForecastBook): SheetSpec {
  const people = training.flatMap((line) =>
    line.people.map(({ fullName }, index) => ({ line, fullName, isFirst: index === 0 })),
  );
  return {
    ...{ name: 'Đào tạo', title: 'NGƯỜI ĐỦ TIÊU CHUẨN NẾU ĐƯỢC ĐÀO TẠO', paper: 'A4' },
    notice: [...notice, 'Số chỗ được lấp ghi một lần cho mỗi vị trí của mỗi đơn vị.'],
    columns: [
      ORDINAL,
      { label: 'Họ và tên', width: 24 },
      { label: 'Xã, phường', width: 24 },
      { label: 'Đơn vị', width: 28 },
      { label: 'Vị trí việc làm', width: 36 },
      { label: 'Còn thiếu', width: 28 },
      figure('Số chỗ được lấp'),
    ],
    rows: people.map(({ line, fullName, isFirst }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, fullName, line.communeName, line.unitName, line.positionName],
        ...[failedTestsText(line.failedTests) || null, isFirst ? line.seatsFilled : null],
      ],
    })),
  };
}
