import type {
  LimitPersonResponse,
  LimitResponse,
  LimitsResponse,
  RankPlacementResponse,
} from '../../limits/limits.responses.js';
import type { LimitOfPeople, UnitLimit } from '../../limits/limits.plan.js';
import { BLOCK_WORDS, written } from '../../registry/sheet-words.js';
import { BLOCKS } from '../../rules/vocabulary.js';
import { dayBefore, dayText } from '../../shared/day.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';
import { PERSON_COLUMNS, personCells } from '../person-columns.js';

/** What a workbook of limits holds. */
export interface LimitsBook {
  readonly summary: LimitsResponse;
  readonly units: readonly UnitLimit[];
  readonly placements: readonly RankPlacementResponse[];
  readonly notice: readonly string[];
  /** Everybody, with the limits of people that count them. */
  readonly people: readonly (LimitPersonResponse & {
    readonly counted: readonly LimitOfPeople[];
  })[];
}

const NAMES: Readonly<Record<string, string>> = {
  'vice-chairs-per-commune': 'Phó Chủ tịch Ủy ban nhân dân cấp xã (bình quân toàn tỉnh)',
  'deputies-per-organisation': 'Cấp phó của phòng, trung tâm (bình quân toàn tỉnh)',
  'organisations-per-commune': 'Số phòng, trung tâm (bình quân toàn tỉnh)',
  'province-total': 'Tổng biên chế giao cho các xã so với tổng của tỉnh',
  'rank-share': 'Tỷ lệ ngạch ở cấp xã',
  norm: 'Số người so với biên chế được giao',
  'deputies-of-superior': 'Cấp phó không nhiều hơn cấp phó của cấp trên trực tiếp',
};
export const VERDICTS: Readonly<Record<LimitResponse['verdict'], string>> = {
  held: 'Đạt',
  'in-grace': 'Vượt, trong thời gian quá độ',
  breach: 'Vượt',
  unknown: 'Chưa có mức của pháp luật',
};
const FIGURES: readonly ColumnSpec[] = [
  { label: 'Hiện có', width: 10, align: 'right' },
  { label: 'Được phép', width: 10, align: 'right' },
  { label: 'Vượt', width: 8, align: 'right' },
  { label: 'Kết luận', width: 26 },
  { label: 'Quá độ đến hết ngày', width: 14, align: 'center' },
];

export function limitsSheets(book: LimitsBook): SheetSpec[] {
  return [
    ...[provinceSheet(book), unitsSheet(book), yearsSheet(book), placementsSheet(book)],
    peopleSheet(book),
  ];
}

function provinceSheet({ summary, notice }: LimitsBook): SheetSpec {
  const named = ranksNamed(summary);
  const { cut } = summary;
  const cutLines =
    cut === null
      ? []
      : [
          `Giảm biên chế: ${dayText(cut.countsFrom)} có ${cut.peopleThen} người, nay có ${cut.peopleNow} người, đã giảm ${cut.reached}` +
            (cut.target === null
              ? '; tỉnh chưa đặt chỉ tiêu giảm.'
              : ` trên chỉ tiêu ${cut.target}.`),
        ];
  return {
    ...{ name: 'Toàn tỉnh', title: 'CÁC GIỚI HẠN CỦA PHƯƠNG ÁN, TOÀN TỈNH', paper: 'A4' },
    notice: [...notice, ...cutLines],
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Giới hạn', width: 48 },
      { label: 'Phần', width: 26 },
      ...FIGURES,
    ],
    rows: summary.province.map((limit, at) => ({
      kind: 'cells',
      cells: [
        at + 1,
        limitNameOf(limit.code),
        named(limitSubjectOf(limit.subject)),
        ...figuresOf(limit),
      ],
    })),
  };
}

function unitsSheet({ units, notice }: LimitsBook): SheetSpec {
  return {
    ...{ name: 'Từng đơn vị', title: 'CÁC GIỚI HẠN THEO ĐƠN VỊ', paper: 'A4', frozenColumns: 2 },
    notice,
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Xã, phường', width: 24 },
      { label: 'Đơn vị', width: 28 },
      { label: 'Giới hạn', width: 40 },
      { label: 'Khối', width: 20 },
      ...FIGURES,
    ],
    rows: units.map((limit, at) => ({
      kind: 'cells',
      cells: [
        ...[at + 1, limit.communeName, limit.unitName, limitNameOf(limit.code)],
        ...[limitSubjectOf(limit.block), ...figuresOf(limit)],
      ],
    })),
  };
}

function yearsSheet({ summary, notice }: LimitsBook): SheetSpec {
  return {
    ...{ name: 'Từng năm', title: 'LỘ TRÌNH GIẢM NGƯỜI VƯỢT BIÊN CHẾ', paper: 'A4' },
    notice: [...notice, 'Dự kiến nếu không ai được điều chuyển, không ai được tuyển thêm.'],
    columns: [
      { label: 'Ngày', kind: 'date', width: 14, align: 'center' },
      { label: 'Theo lộ trình', width: 14, align: 'right' },
      {
        label: 'Dự kiến vượt',
        columns: [
          { label: 'Ít nhất', width: 12, align: 'right' },
          { label: 'Nhiều nhất', width: 12, align: 'right' },
        ],
      },
    ],
    rows: summary.years.map(({ on, target, over }) => ({
      kind: 'cells',
      cells: [on, target, over.low, over.high],
    })),
  };
}

function placementsSheet({ placements, summary, notice }: LimitsBook): SheetSpec {
  const named = ranksNamed(summary);
  const until = summary.rankPlacementUntil;
  return {
    name: 'Xếp ngạch',
    title: `DANH SÁCH XẾP VÀO VỊ TRÍ VÀ NGẠCH${until === null ? '' : ` TRƯỚC NGÀY ${dayText(until)}`}`,
    ...{ notice, paper: 'A4', frozenColumns: 2 },
    columns: [
      ...PERSON_COLUMNS,
      { label: 'Ngạch hiện giữ', width: 28 },
      { label: 'Ngạch của vị trí', width: 40 },
    ],
    rows: placements.map((person, at) => ({
      kind: 'cells',
      cells: [
        ...personCells(at, person),
        ...[person.rank && named(person.rank), person.wanted.map(named).join('; ')],
      ],
    })),
  };
}

/** Whom the limits of the province count, and by which of them. */
function peopleSheet({ people, summary, notice }: LimitsBook): SheetSpec {
  const named = ranksNamed(summary);
  return {
    ...{ name: 'Người được tính', title: 'NHỮNG NGƯỜI ĐƯỢC TÍNH VÀO CÁC GIỚI HẠN' },
    ...{ notice, paper: 'A4', frozenColumns: 2 },
    columns: [
      ...PERSON_COLUMNS,
      { label: 'Ngạch', width: 28 },
      { label: 'Được tính vào', width: 48 },
    ],
    rows: people.map(({ counted, ...person }, at) => ({
      kind: 'cells',
      cells: [
        ...personCells(at, person),
        ...[person.rank && named(person.rank), counted.map(limitNameOf).join('; ')],
      ],
    })),
  };
}

/** A rank is written by code and name; what is no rank as it is. */
function ranksNamed({ ranks }: Pick<LimitsResponse, 'ranks'>): (code: string) => string {
  const names = new Map(ranks.map(({ code, name }) => [code, name]));
  return (code) => {
    const name = names.get(code);
    return name === undefined ? code : `${code} ${name}`;
  };
}

export function limitNameOf(code: string): string {
  return NAMES[code] ?? code;
}

export function limitSubjectOf(subject: string | null): string {
  const block = BLOCKS.find((each) => each === subject);
  return block === undefined ? (subject ?? '') : written(block, BLOCK_WORDS);
}

function figuresOf({
  computed,
  allowed,
  over,
  verdict,
  graceUntil,
}: Omit<LimitResponse, 'code' | 'subject'>): CellInput[] {
  const grace = graceUntil === null ? null : dayText(dayBefore(graceUntil));
  return [computed, allowed, over, VERDICTS[verdict], grace];
}
