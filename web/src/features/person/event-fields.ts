import { parseDay } from '../../lib/format.js';

export const EVENT_KINDS = ['degree', 'marriage', 'maternity', 'discipline', 'correction'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** What may be corrected, in the order of a file. */
export const FIELDS = [
  ...(['fullName', 'sex', 'bornOn', 'recruitedOn', 'homeText', 'addressText'] as const),
  ...(['degree', 'major', 'school', 'rankCode', 'step', 'coefficient'] as const),
  ...(['positionAllowance', 'plannedTitle', 'spousePersonalNumber'] as const),
];
export type EventField = (typeof FIELDS)[number];

/** What each kind asks for. */
export const FIELDS_OF: Readonly<Record<Exclude<EventKind, 'correction'>, readonly EventField[]>> =
  {
    degree: ['degree', 'major', 'school'],
    marriage: ['spousePersonalNumber'],
    maternity: [],
    discipline: [],
  };
export const NEWCOMER_FIELDS: readonly EventField[] = [
  ...(['sex', 'bornOn', 'recruitedOn', 'homeText'] as const),
  ...(['degree', 'major', 'school', 'rankCode', 'step', 'coefficient'] as const),
];

export const SEXES = ['male', 'female'] as const;
export const DEGREES = [
  ...(['primary', 'intermediate', 'college', 'university', 'master', 'doctorate'] as const),
];

const NUMBERS: readonly EventField[] = ['step', 'coefficient', 'positionAllowance'];
export const DAYS: readonly EventField[] = ['bornOn', 'recruitedOn'];

export type Typed = Readonly<Partial<Record<EventField, string>>>;

/** What was typed as the API takes it; what is empty is left out; null = one of them cannot be read. */
export function valuesOf(typed: Typed): Record<string, string | number> | null {
  const values: Record<string, string | number> = {};
  for (const [field, text] of Object.entries(typed) as [EventField, string][]) {
    if (text.trim() === '') continue;
    const value = valueOf(field, text.trim());
    if (value === null) return null;
    values[field] = value;
  }
  return values;
}

export function valueOf(field: EventField, text: string): string | number | null {
  if (DAYS.includes(field)) return partialDay(text);
  if (!NUMBERS.includes(field)) return text;
  const value = Number(text.replace(',', '.'));
  return Number.isFinite(value) ? value : null;
}

/** dd/mm/yyyy, mm/yyyy or yyyy → yyyy-mm-dd, yyyy-mm or yyyy. */
function partialDay(text: string): string | null {
  if (/^\d{4}$/.test(text)) return text;
  const [, month = '', year = ''] = /^(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  if (year !== '' && Number(month) >= 1 && Number(month) <= 12)
    return `${year}-${month.padStart(2, '0')}`;
  return parseDay(text);
}
