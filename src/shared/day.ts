/** A calendar day as ISO text, `yyyy-mm-dd`. Spans of days are half-open: the end is the first day no longer in force. */
export type Day = string;

/** A day known to the day, the month or only the year: `yyyy-mm-dd`, `yyyy-mm` or `yyyy`. Never completed by guessing. */
export type PartialDay = string;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Whether `text` is a day that exists in the calendar. */
export function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The day `days` after `day`; negative numbers go back. */
export function addDays(day: Day, days: number): Day {
  const at = new Date(`${day}T00:00:00Z`).getTime() + days * MILLISECONDS_PER_DAY;
  return new Date(at).toISOString().slice(0, 10);
}

/** A day as a sheet writes it: day first, or as a date cell gives it. */
export function dayIn(text: string): Day | null {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? [];
  const iso = year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(iso) ? iso : null;
}

/** As a Vietnamese reader writes it: `30/06/2025`. */
export function dayText(day: Day): string {
  return day.split('-').reverse().join('/');
}

/** The last day on which things that end on `day` (exclusive) still stood. */
export function dayBefore(day: Day): Day {
  return addDays(day, -1);
}

/** Whether `day` lies in the half-open span; no end means for ever. */
export function isInForce(
  span: { readonly startsOn: Day; readonly endsOn: Day | null },
  day: Day,
): boolean {
  return span.startsOn <= day && (span.endsOn === null || day < span.endsOn);
}
