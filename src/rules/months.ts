import type { Day } from '../shared/day.js';

export const MONTHS_PER_YEAR = 12;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Months since the year 0: 2026-01 is 24312. Two of them can be subtracted. */
export type MonthIndex = number;

/** @param month 1 to 12. */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * MONTHS_PER_YEAR + month - 1;
}

export function monthOf(day: Day): MonthIndex {
  return monthIndex(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
}

export function yearOf(index: MonthIndex): number {
  return Math.floor(index / MONTHS_PER_YEAR);
}

export function firstDayOf(index: MonthIndex): Day {
  const month = index - yearOf(index) * MONTHS_PER_YEAR + 1;
  return `${String(yearOf(index)).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`;
}

/** The same day of a later or earlier month; where that month is shorter, its last day. */
export function addMonths(day: Day, months: number): Day {
  const index = monthOf(day) + months;
  const at = Math.min(Number(day.slice(8, 10)), daysIn(index));
  return firstDayOf(index).slice(0, 8) + String(at).padStart(2, '0');
}

/** Whole months that have passed from one day to a later one; 2026-01-31 to 2026-02-28 is one. 0 when not later. */
export function wholeMonths(from: Day, until: Day): number {
  const apart = monthOf(until) - monthOf(from);
  return Math.max(0, addMonths(from, apart) <= until ? apart : apart - 1);
}

function daysIn(index: MonthIndex): number {
  return new Date(Date.UTC(yearOf(index), (index % MONTHS_PER_YEAR) + 1, 0)).getUTCDate();
}

/** Days from one day to another; negative when it lies before. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((utc(until) - utc(from)) / MILLISECONDS_PER_DAY);
}

function utc(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getTime();
}
