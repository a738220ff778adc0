import type { PersonPayouts, SchemeTotal } from '../../payout/payouts.plan.js';
import type { PayoutPerson } from '../../payout/payout-person.js';
import type { Payout, PayoutScheme } from '../../rules/payout.js';
import type { Law178 } from '../../rules/payout-law.js';
import { monthsEarly } from '../../rules/payout.rules.js';
import type { Day } from '../../shared/day.js';
import { dayText } from '../../shared/day.js';
import type { CellInput, ColumnSpec, SheetSpec } from '../../sheet/sheet-spec.js';

/** What a workbook of pay-outs holds. */
export interface PayoutBook {
  readonly people: readonly (PayoutPerson & PersonPayouts)[];
  readonly totals: readonly SchemeTotal[];
  readonly leavingOn: Day;
  readonly reorganisedOn: Day;
  /** The decree whose form it is, on the day of leaving; null = not in force, so there is no form to fill. */
  readonly decree178: Law178 | null;
  readonly notice: readonly string[];
}

export const SCHEME_NAMES: Readonly<Record<PayoutScheme, string>> = {
  '178-early': 'Nghị định 178: nghỉ hưu trước tuổi',
  '178-severance': 'Nghị định 178: thôi việc',
  '154-early': 'Nghị định 154: nghỉ hưu trước tuổi',
  '154-move-out': 'Nghị định 154: chuyển sang tổ chức không hưởng lương từ ngân sách',
  '154-leave': 'Nghị định 154: thôi việc ngay',
  '154-study': 'Nghị định 154: thôi việc sau khi đi học nghề (mức tối đa)',
};
const INDICATIVE =
  'SỐ LIỆU ƯỚC TÍNH, CHỈ ĐỂ THAM KHẢO; không thay cho hồ sơ được cơ quan có thẩm quyền phê duyệt.';
const MONEY = '#,##0';
const money = (label: string, width = 14): ColumnSpec => ({
  ...{ label, width, align: 'right', format: MONEY },
});

export function payoutSheets(book: PayoutBook): SheetSpec[] {
  const { decree178 } = book;
  const form = decree178 === null ? [] : [formSheet(book, decree178)];
  return [...form, besideSheet(book), totalSheet(book)];
}

function noticeOf({ notice, leavingOn, reorganisedOn }: PayoutBook): string[] {
  return [
    ...notice,
    INDICATIVE,
    `Nghỉ từ ngày ${dayText(leavingOn)}; quyết định sắp xếp có hiệu lực ngày ${dayText(reorganisedOn)}.`,
  ];
}

/** The 25 columns of appendix I.1, under a header of three rows; rates are those of the law on the day of leaving. */
const formColumns = ({ lump, year }: Law178): readonly ColumnSpec[] => [
  { label: 'STT', width: 5, align: 'center' },
  { label: 'Họ và tên', width: 22 },
  { label: 'Tháng, năm sinh', width: 10, align: 'center' },
  { label: 'Chức vụ, chức danh', width: 28 },
  { label: 'Đơn vị công tác', width: 26 },
  { label: 'Kết quả đánh giá', width: 14 },
  { label: 'Thời điểm sắp xếp', width: 12, align: 'center' },
  { label: 'Thời điểm nghỉ', width: 12, align: 'center' },
  money('Tiền lương tháng để tính'),
  { label: 'Số tháng nghỉ sớm', width: 9, align: 'right' },
  { label: 'Số năm nghỉ sớm', width: 9, align: 'right' },
  { label: 'Số năm đóng BHXH bắt buộc', width: 10, align: 'right' },
  {
    label: 'Kinh phí thực hiện (đồng)',
    columns: [
      {
        label: 'Trợ cấp một lần cho số tháng nghỉ sớm',
        columns: lumpsOf(lump).map(({ rate }) => money(`Mức ${rateText(rate)}`)),
      },
      {
        label: 'Trợ cấp theo số năm và thời gian đóng BHXH',
        columns: [
          money(`Theo số năm nghỉ sớm: ${plain(year.near)} tháng lương`),
          money(`Theo số năm nghỉ sớm: ${plain(year.far)} tháng lương`),
          money('Số năm đóng BHXH đầu'),
          money('Mỗi năm đóng BHXH thêm'),
          money('Cộng phần BHXH'),
          money('Cộng trợ cấp theo năm'),
        ],
      },
    ],
  },
  money('Tổng cộng', 16),
  { label: 'Trường hợp', width: 10, align: 'center' },
  { label: 'Ghi chú', width: 40 },
];

/** The four rates in the order of the form: for who leaves in the first months, then for who leaves later. */
function lumpsOf({ near, far }: Law178['lump']): { isFar: boolean; rate: number }[] {
  return [
    { isFar: false, rate: near.first },
    { isFar: true, rate: far.first },
    { isFar: false, rate: near.later },
    { isFar: true, rate: far.later },
  ];
}

/** `1,0` as the form has it. */
function rateText(rate: number): string {
  return Number.isInteger(rate) ? `${rate},0` : plain(rate);
}

function formSheet(book: PayoutBook, decree178: Law178): SheetSpec {
  return {
    ...{ name: 'Phụ lục I.1', paper: 'A3', frozenColumns: 2 },
    title: 'DANH SÁCH VÀ KINH PHÍ NGHỈ HƯU TRƯỚC TUỔI THEO NGHỊ ĐỊNH 178/2024/NĐ-CP',
    notice: noticeOf(book),
    columns: formColumns(decree178),
    rows: book.people.map((person, at) => ({
      kind: 'cells',
      cells: formCells(person, at + 1, book, decree178),
    })),
    signature: { signers: [{ title: 'NGƯỜI LẬP BIỂU' }, { title: 'THỦ TRƯỞNG CƠ QUAN' }] },
  };
}

function formCells(
  person: PayoutBook['people'][number],
  number: number,
  { leavingOn, reorganisedOn }: PayoutBook,
  { lump: rates }: Law178,
): CellInput[] {
  const early = person.payouts.find(({ scheme }) => scheme === '178-early') ?? null;
  const months =
    person.retiresOn === null ? null : monthsEarly({ leavingOn, retiresOn: person.retiresOn });
  const of = (code: string): Payout['lines'][number] | undefined =>
    early?.lines.find((line) => line.code === code);
  const [lump, years] = [of('lump'), of('years-early')];
  const [first, more] = [of('insurance-first')?.amount ?? 0, of('insurance-more')?.amount ?? 0];
  const isFar = early?.case === 'B';
  // Of two equal rates the first takes it.
  const column = lumpsOf(rates).findIndex(
    (each) => each.isFar === isFar && each.rate === lump?.rate,
  );
  return [
    ...[number, person.fullName, bornText(person.bornOn), person.positionName, placeOf(person)],
    ...[null, dayText(reorganisedOn), dayText(leavingOn), person.salary?.amount ?? null],
    ...[months, years?.times ?? null, person.insuranceYears],
    ...[0, 1, 2, 3].map((at) => (at === column ? (lump?.amount ?? null) : null)),
    ...[isFar ? null : (years?.amount ?? null), isFar ? (years?.amount ?? null) : null],
    ...[first || null, more || null, first + more || null],
    (years?.amount ?? 0) + first + more || null,
    ...[early?.amount ?? null, early?.case ?? null, noteOf(person, early)],
  ];
}

function noteOf(person: PersonPayouts, early: Payout | null): string {
  const { salary, latestRetiresOn } = person;
  return [
    salary === null && 'Hồ sơ thiếu hệ số lương.',
    early?.refused,
    early?.missing.includes('insurance') && 'Hồ sơ thiếu số năm đóng bảo hiểm xã hội.',
    latestRetiresOn !== null &&
      `Hồ sơ chỉ có năm sinh: tuổi nghỉ hưu có thể đến ${dayText(latestRetiresOn)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** All schemes beside each other, one line a scheme and person. */
function besideSheet(book: PayoutBook): SheetSpec {
  return {
    ...{ name: 'So sánh', paper: 'A4', frozenColumns: 2 },
    title: 'SO SÁNH CÁC CHẾ ĐỘ THEO TỪNG NGƯỜI',
    notice: noticeOf(book),
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Họ và tên', width: 22 },
      { label: 'Chế độ', width: 44 },
      { label: 'Trường hợp', width: 9, align: 'center' },
      {
        label: 'Cách tính (số lần × số tháng lương)',
        columns: [1, 2, 3, 4].map((at): ColumnSpec => ({ label: `Phần ${at}`, width: 14 })),
      },
      money('Số tiền (đồng)', 16),
      { label: 'Ghi chú', width: 36 },
    ],
    rows: book.people.flatMap((person, at) =>
      person.payouts.map((each) => ({
        kind: 'cells' as const,
        cells: besideCells(person, at + 1, each),
      })),
    ),
  };
}

function besideCells(person: PayoutPerson, number: number, each: Payout): CellInput[] {
  const parts = [0, 1, 2, 3].map((at) => {
    const line = each.lines[at];
    return line === undefined ? null : `${plain(line.times)} × ${plain(line.rate)}`;
  });
  return [
    ...[number, person.fullName, SCHEME_NAMES[each.scheme], each.case, ...parts],
    ...[each.refused === null ? each.amount : null, each.refused],
  ];
}

function totalSheet(book: PayoutBook): SheetSpec {
  return {
    ...{ name: 'Tổng hợp', title: 'TỔNG HỢP THEO CHẾ ĐỘ', paper: 'A4' },
    notice: [
      ...noticeOf(book),
      'Mỗi người chỉ hưởng một chế độ, nên không cộng các dòng với nhau.',
    ],
    columns: [
      { label: 'TT', width: 5, align: 'center' },
      { label: 'Chế độ', width: 60 },
      { label: 'Số người đủ điều kiện', width: 14, align: 'right' },
      money('Số tiền (đồng)', 20),
    ],
    rows: book.totals.map(({ scheme, people, amount }, at) => ({
      kind: 'cells',
      cells: [at + 1, SCHEME_NAMES[scheme], people, amount],
    })),
  };
}

function placeOf({ unitName, communeName }: PayoutPerson): string {
  return unitName === communeName ? unitName : `${unitName}, ${communeName}`;
}

/** `3/1966`; only the year where the file has no month. */
function bornText(bornOn: string | null): string | null {
  if (bornOn === null) return null;
  const [year = '', month] = bornOn.split('-');
  return month === undefined ? year : `${month}/${year}`;
}

function plain(value: number): string {
  return String(value).replace('.', ',');
}
