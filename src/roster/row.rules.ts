import { coefficientOnLadder, type RankStep } from '../rules/rank-ladder.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import type { Day, PartialDay } from '../shared/day.js';
import type { Fault } from './reading/values/fault.js';
import type { RosterRecord } from './record.js';

/** A fault and the field that it is marked at. Messages hold no values: some of these fields are protected. */
export interface RowFault extends Fault {
  readonly field: keyof RosterRecord;
}

type Dates = Pick<
  RosterRecord,
  'bornOn' | 'recruitedOn' | 'partyProbationaryOn' | 'partyOfficialOn' | 'stepOn'
>;
type Pay = Pick<RosterRecord, 'rank' | 'step' | 'coefficient' | 'overGradePercent'>;

/** Whether one day is surely after another, as far as both are known: "1980" is not surely after "1980-05". */
export function isSurelyAfter(later: PartialDay, earlier: PartialDay): boolean {
  const known = Math.min(later.length, earlier.length);
  return later.slice(0, known) > earlier.slice(0, known);
}

/** The latest day that may be meant `years` after a day, as precise as it is. */
function yearsAfter(day: PartialDay, years: number): PartialDay {
  return String(Number(day.slice(0, 4)) + years) + day.slice(4);
}

/**
 * The dates of a life follow each other: birth, recruitment, the step; admission to the Party, full membership.
 *
 * @param asOf the day of the roster; nothing on it lies later.
 * @param parameters `roster.*`; a limit that is not in force is not checked.
 * @returns an error where the order cannot be, a warning where an age or a span is unusual.
 * @source the limits carry their own sources; the order is a product decision, docs/decisions/0019-checks-of-a-row.md
 */
export function datesMustFollow(row: Dates, asOf: Day, parameters: ParameterValues): RowFault[] {
  return [
    ...datesMustBePast(row, asOf),
    ...orderFaults(row),
    ...ageFaults(row, asOf, parameters),
    ...probationFaults(row, parameters),
  ];
}

const NAMES = {
  bornOn: 'Ngày sinh',
  recruitedOn: 'Ngày tuyển dụng',
  partyProbationaryOn: 'Ngày kết nạp Đảng',
  partyOfficialOn: 'Ngày vào Đảng chính thức',
  stepOn: 'Ngày hưởng bậc lương',
} as const;
const FIELDS = ['bornOn', 'recruitedOn', 'partyProbationaryOn', 'partyOfficialOn'] as const;

function datesMustBePast(row: Dates, asOf: Day): RowFault[] {
  return FIELDS.filter((field) => row[field] !== null && isSurelyAfter(row[field], asOf)).map(
    (field) =>
      fault(
        field,
        'date-future',
        'error',
        `${NAMES[field]} ở sau ngày của danh sách. Hãy kiểm tra lại năm.`,
      ),
  );
}

/** Earlier field, later field, how bad the wrong order is. */
const ORDER = [
  ['bornOn', 'recruitedOn', 'error'],
  ['bornOn', 'partyProbationaryOn', 'error'],
  ['bornOn', 'stepOn', 'error'],
  ['partyProbationaryOn', 'partyOfficialOn', 'error'],
  ['recruitedOn', 'stepOn', 'warning'],
] as const;

function orderFaults(row: Dates): RowFault[] {
  const faults: RowFault[] = [];
  for (const [first, second, severity] of ORDER) {
    const a = row[first];
    const b = row[second];
    if (a === null || b === null || !isSurelyAfter(a, b)) continue;
    const message = `${NAMES[second]} sớm hơn ${NAMES[first].toLowerCase()}. Hãy kiểm tra lại cả hai ngày.`;
    faults.push(fault(second, 'date-order', severity, message));
  }
  return faults;
}

function ageFaults(row: Dates, asOf: Day, parameters: ParameterValues): RowFault[] {
  const { bornOn, recruitedOn, partyProbationaryOn } = row;
  if (bornOn === null) return [];
  const youngest = limit(parameters, 'roster.recruited.youngest-years');
  const oldest = limit(parameters, 'roster.serving.oldest-years');
  const member = limit(parameters, 'roster.party.youngest-years');
  const isYounger = (on: PartialDay | null, years: number | null): boolean =>
    on !== null &&
    years !== null &&
    !isSurelyAfter(bornOn, on) &&
    isSurelyAfter(yearsAfter(bornOn, years), on);
  return [
    ...(isYounger(recruitedOn, youngest)
      ? [
          fault(
            'recruitedOn',
            'date-young',
            'warning',
            `Khi tuyển dụng chưa đủ ${youngest} tuổi. Hãy kiểm tra lại ngày sinh và ngày tuyển dụng.`,
          ),
        ]
      : []),
    ...(isYounger(asOf, youngest) && !isYounger(recruitedOn, youngest)
      ? [
          fault(
            'bornOn',
            'date-young',
            'warning',
            `Chưa đủ ${youngest} tuổi vào ngày của danh sách. Hãy kiểm tra lại năm sinh.`,
          ),
        ]
      : []),
    ...(isYounger(partyProbationaryOn, member)
      ? [
          fault(
            'partyProbationaryOn',
            'date-young',
            'warning',
            'Khi vào Đảng chưa đủ tuổi theo Điều lệ. Hãy kiểm tra lại ngày sinh và ngày vào Đảng.',
          ),
        ]
      : []),
    ...(oldest !== null && isSurelyAfter(asOf, yearsAfter(bornOn, oldest))
      ? [
          fault(
            'bornOn',
            'date-old',
            'warning',
            `Đã quá ${oldest} tuổi vào ngày của danh sách. Hãy kiểm tra lại năm sinh.`,
          ),
        ]
      : []),
  ];
}

function probationFaults(row: Dates, parameters: ParameterValues): RowFault[] {
  const { partyProbationaryOn: from, partyOfficialOn: to } = row;
  const months = limit(parameters, 'roster.party.probation-months');
  if (from === null || to === null || months === null || isSurelyAfter(from, to)) return [];
  if (from.length < MONTH || to.length < MONTH) return [];
  if (!isSurelyAfter(monthsAfter(from, months), to)) return [];
  return [
    fault(
      'partyOfficialOn',
      'date-probation',
      'warning',
      'Thời gian dự bị ngắn hơn thời hạn theo Điều lệ. Hãy kiểm tra lại hai ngày vào Đảng.',
    ),
  ];
}

const MONTH = 'yyyy-mm'.length;

function monthsAfter(day: PartialDay, months: number): PartialDay {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = String(Math.floor(count / 12)).padStart(4, '0');
  return `${year}-${String((count % 12) + 1).padStart(2, '0')}${day.slice(MONTH)}`;
}

/**
 * Step and coefficient are of the ladder of the rank.
 *
 * @param ladder the steps of the rank; empty = not known, nothing is said.
 * @source Decree 204/2004/NĐ-CP, through `coefficientOnLadder`
 */
export function payMustBeOnLadder(
  { rank, step, coefficient, overGradePercent }: Pay,
  ladder: readonly RankStep[],
  parameters: ParameterValues,
): RowFault[] {
  if (rank === null || coefficient === null) return [];
  const answer = coefficientOnLadder({ coefficient, step, overGradePercent }, ladder, parameters);
  const nearest = ladder.find((each) => each.step === answer.step)?.coefficient;
  switch (answer.verdict) {
    case 'on-ladder':
    case 'no-ladder':
      return [];
    case 'off-ladder':
      return [
        fault(
          'coefficient',
          'pay-off-ladder',
          'warning',
          `Hệ số ${figure(coefficient)} không có trong thang lương của ngạch ${rank}; gần nhất là bậc ${answer.step}, hệ số ${figure(nearest ?? 0)}.`,
        ),
      ];
    case 'other-step':
      return [
        fault(
          'step',
          'pay-other-step',
          'warning',
          `Hệ số ${figure(coefficient)} của ngạch ${rank} là bậc ${answer.step}, không phải bậc ${step}. Hãy kiểm tra lại bậc hoặc hệ số.`,
        ),
      ];
    case 'over-grade-too-early':
      return [
        fault(
          'overGradePercent',
          'pay-over-grade',
          'warning',
          'Phụ cấp vượt khung chỉ có ở bậc cuối và từ mức đầu theo quy định. Hãy kiểm tra lại bậc và tỷ lệ.',
        ),
      ];
  }
}

function figure(value: number): string {
  return value.toFixed(2).replace('.', ',');
}

function limit(parameters: ParameterValues, key: string): number | null {
  const value = parameters[key];
  return typeof value === 'number' ? value : null;
}

function fault(
  field: keyof RosterRecord,
  what: string,
  severity: RowFault['severity'],
  message: string,
): RowFault {
  return { field, code: `roster.${what}`, severity, message };
}
