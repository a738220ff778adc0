import type { CellsPart, LeaversPart, LeftOutWhy } from '../../forecast/forecast-lists.js';
import type { ForecastWhole } from '../../forecast/forecast.service.js';
import type {
  ForecastResponse,
  FutureCellResponse,
  LeaverResponse,
} from '../../forecast/forecast.responses.js';
import { failedTestsText } from '../../placement/words.js';
import { dayText } from '../../shared/day.js';
import type { ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { PERSON_COLUMNS, personCells } from '../person-columns.js';

/** What a workbook of the forecast holds. */
export interface ForecastBook extends ForecastWhole {
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
  const { summary, leavers, notice } = book;
  const title = `NGƯỜI NGHỈ TỪ ${dayText(summary.from)} ĐẾN TRƯỚC ${dayText(summary.until)}`;
  const leaving = { ...leaversSheet(leavers, {}, notice), title };
  return [monthsSheet(book), leaving, trainingSheet(book), leftOutSheet(book)];
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

/** Who leaves, by day. */
export function leaversSheet(
  leavers: readonly LeaverResponse[],
  { kind, by, only, search }: LeaversPart,
  notice: readonly string[],
): SheetSpec {
  const narrowed = [
    ...(kind === undefined ? [] : [(KINDS[kind] ?? kind).toLocaleLowerCase('vi')]),
    ...(by === undefined ? [] : [`sớm nhất không quá ngày ${dayText(by)}`]),
    ...(only === undefined ? [] : ['người duy nhất đủ tiêu chuẩn ở xã']),
    ...(search === undefined ? [] : [`tên có "${search}"`]),
  ].join('; ');
  return {
    ...{ name: 'Người nghỉ', title: 'AI NGHỈ, KHI NÀO', paper: 'A3', frozenColumns: 2 },
    notice: narrowed === '' ? notice : [...notice, `Chỉ những người được lọc: ${narrowed}.`],
    columns: [
      ...PERSON_COLUMNS,
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
        ...personCells(at, leaver),
        ...[KINDS[leaver.kind] ?? leaver.kind, leaver.earliestOn, leaver.latestOn],
        ...[leaver.incompleteRuleOn, leaver.appendixTwoOn, leaver.lastHolder ? 'x' : null],
      ],
    })),
  };
}

const WHYS: Readonly<Record<LeftOutWhy, string>> = {
  undated: 'thiếu ngày sinh hoặc giới tính',
  overdue: 'đã quá tuổi nghỉ hưu mà vẫn có tên',
};

/** Whom the figures say nothing of, by name. */
function leftOutSheet({ leftOut, notice }: ForecastBook): SheetSpec {
  const people = (['undated', 'overdue'] as const).flatMap((why) =>
    leftOut[why].map((person) => ({ ...person, why })),
  );
  return {
    ...{ name: 'Chưa dự báo', title: 'NGƯỜI CHƯA ĐƯỢC DỰ BÁO', paper: 'A4', notice },
    columns: [...PERSON_COLUMNS, { label: 'Vì sao', width: 30 }],
    rows: people.map((person, at) => ({
      kind: 'cells',
      cells: [...personCells(at, person), WHYS[person.why]],
    })),
  };
}

/** Where people are surplus or seats short on a day to come, beside today. */
export function cellsSheet(
  cells: readonly FutureCellResponse[],
  { by, of }: CellsPart,
  notice: readonly string[],
): SheetSpec {
  const kinds = { surplus: 'có người dôi dư', shortage: 'còn thiếu' } as const;
  return {
    ...{ name: 'Vị trí', title: 'DỰ BÁO THỪA, THIẾU TỪNG VỊ TRÍ', paper: 'A3' },
    notice: [
      ...notice,
      'Dự kiến nếu không ai được điều chuyển, không ai được tuyển thêm.',
      ...(by === undefined ? [] : [`Số liệu đầu ngày ${dayText(by)}.`]),
      ...(of === undefined ? [] : [`Chỉ những vị trí ${kinds[of]} vào ngày đó.`]),
    ],
    columns: [
      ORDINAL,
      { label: 'Xã, phường', width: 24 },
      { label: 'Đơn vị', width: 28 },
      { label: 'Vị trí việc làm', width: 40 },
      ...[figure('Chỉ tiêu'), figure('Dôi dư hiện nay'), range('Dôi dư')],
      ...[figure('Thiếu hiện nay'), range('Thiếu')],
    ],
    rows: cells.map(({ surplus, shortage, ...cell }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, cell.communeName, cell.unitName, cell.positionName, cell.seats],
        ...[cell.surplusNow, surplus.low, surplus.high],
        ...[cell.shortageNow, shortage.low, shortage.high],
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
    columns: [...PERSON_COLUMNS, { label: 'Còn thiếu', width: 28 }, figure('Số chỗ được lấp')],
    rows: people.map(({ line, fullName, isFirst }, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, fullName, line.communeName, line.unitName, line.positionName],
        ...[failedTestsText(line.failedTests) || null, isFirst ? line.seatsFilled : null],
      ],
    })),
  };
}
