import { dayText, type Day, type PartialDay } from '../../shared/day.js';
import { folded } from '../../shared/text.js';
import type { EventField, EventKind, EventValues } from './person-event.js';

const EVERYTHING: readonly EventField[] = [
  ...(['fullName', 'sex', 'bornOn', 'recruitedOn', 'homeText', 'addressText'] as const),
  ...(['degree', 'major', 'majorGroup', 'school', 'rankCode', 'step', 'coefficient'] as const),
  ...(['positionAllowance', 'plannedTitle', 'spousePersonalNumber'] as const),
];

const FIELDS: Readonly<Record<EventKind, readonly EventField[]>> = {
  newcomer: EVERYTHING,
  correction: EVERYTHING,
  degree: ['degree', 'major', 'majorGroup', 'school'],
  marriage: ['spousePersonalNumber'],
  maternity: [],
  discipline: [],
};

/** Kinds that are a case against moving the person, during a span. */
const CASES = { maternity: 'maternity', discipline: 'discipline' } as const;

/**
 * An event changes what it is about and nothing else: a marriage no degree.
 *
 * @returns the fields that do not belong to the kind, in the order given.
 * @source product decision: what an event changed must be told by its name
 */
export function fieldsNotOf(kind: EventKind, fields: readonly EventField[]): EventField[] {
  return fields.filter((field) => !FIELDS[kind].includes(field));
}

/**
 * Maternity and discipline stand against moving a person from their day on; other events do not.
 *
 * @source Decree 170/2025/NĐ-CP of 2025-06-30, art. 25 and 26, in force from 2025-07-01
 */
export function caseOf(kind: EventKind): 'maternity' | 'discipline' | null {
  return kind === 'maternity' || kind === 'discipline' ? CASES[kind] : null;
}

/** Fields that must agree with each other: `wrongFile`. */
const AGREEING: readonly EventField[] = ['bornOn', 'recruitedOn', 'spousePersonalNumber'];

/** What stood wrong in a file before an event of something else is no reason against the event. */
export function mustAgree(fields: readonly EventField[]): boolean {
  return fields.some((field) => AGREEING.includes(field));
}

/** What an event says beside the values of the file. */
export interface EventSpan {
  readonly effectiveOn: Day;
  /** First day after; null = open. */
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
}

/**
 * A case has a span and may be lifted by the person's own request; other events have neither, and hold at once, so that
 * they are recorded on their day and not ahead of it.
 *
 * @returns why the event cannot be, in Vietnamese; null = it can.
 * @source product decision: what was typed is never passed over in silence
 */
export function wrongSpan(kind: EventKind, span: EventSpan, today: Day): string | null {
  const { effectiveOn, endsOn, liftedByRequest } = span;
  if (caseOf(kind) === null) {
    if (endsOn !== null || liftedByRequest)
      return 'Chỉ trường hợp chưa được điều động mới có ngày kết thúc hoặc việc tự nguyện đề nghị.';
    return effectiveOn > today
      ? `Ngày hiệu lực ${dayText(effectiveOn)} chưa đến. Hãy ghi việc này vào đúng ngày đó.`
      : null;
  }
  return endsOn !== null && endsOn <= effectiveOn
    ? `Ngày kết thúc ${dayText(endsOn)} phải sau ngày bắt đầu ${dayText(effectiveOn)}.`
    : null;
}

/**
 * Nobody is recruited before they are born, or either of it in the future; nobody is their own spouse.
 *
 * @param file as it would stand afterwards; days may be known to the month or year only.
 * @returns what cannot be, in Vietnamese; null = it can.
 * @source as the checks of a roster (docs/domain.md 4)
 */
export function wrongFile(
  file: {
    readonly bornOn: PartialDay | null;
    readonly recruitedOn: PartialDay | null;
    readonly personalNumber: string | null;
    readonly spousePersonalNumber: string | null;
  },
  today: Day,
): string | null {
  const { bornOn, recruitedOn, personalNumber, spousePersonalNumber } = file;
  if (isAfter(bornOn, today)) return `Ngày sinh ${textOf(bornOn)} chưa đến.`;
  if (isAfter(recruitedOn, today)) return `Ngày tuyển dụng ${textOf(recruitedOn)} chưa đến.`;
  if (isAfter(bornOn, recruitedOn))
    return `Ngày tuyển dụng ${textOf(recruitedOn)} trước ngày sinh ${textOf(bornOn)}.`;
  if (personalNumber !== null && personalNumber === spousePersonalNumber)
    return 'Số định danh của vợ hoặc chồng là số của chính người này.';
  return null;
}

/** 2025-07 → 07/2025 */
function textOf(day: PartialDay | null): string {
  return (day ?? '').split('-').reverse().join('/');
}

/** Certainly after, by what both days say; null = not known. */
function isAfter(day: PartialDay | null, other: PartialDay | null): boolean {
  if (day === null || other === null) return false;
  const known = Math.min(day.length, other.length);
  return day.slice(0, known) > other.slice(0, known);
}

/**
 * A name of an event that tells no illness, family or discipline.
 *
 * @source Law 91/2025/QH15; docs/security.md
 */
export function seenKind(kind: EventKind): Exclude<EventKind, 'maternity' | 'discipline'> | 'case' {
  return kind === 'maternity' || kind === 'discipline' ? 'case' : kind;
}

/**
 * A major belongs to the group under which its spelling is known; where nobody knows it, to none until somebody says so.
 *
 * @param values `majorGroup` undefined = none was named.
 * @source product decision: a new major with the group of the old one would judge a person by the wrong field
 */
export function groupOfMajor(
  values: EventValues,
  known: readonly { readonly spelling: string; readonly majorGroup: string }[],
): EventValues['majorGroup'] {
  const { major, majorGroup: said } = values;
  if (said !== undefined || typeof major !== 'string') return said;
  return known.find(({ spelling }) => folded(spelling) === folded(major))?.majorGroup ?? null;
}
