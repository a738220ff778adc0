import { addDays, type Day } from '../shared/day.js';

const OFFSET_MS = 7 * 3_600_000;

/** The day in Vietnam (UTC+7, no summer time) of an instant, ISO. */
export function vietnamDay(instant: string): Day {
  return new Date(new Date(instant).getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** The instant at which a day begins in Vietnam, ISO with its offset. */
export function beginningOf(day: Day): string {
  return `${day}T00:00:00+07:00`;
}

export function endOf(day: Day): string {
  return beginningOf(addDays(day, 1));
}
