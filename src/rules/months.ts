import type { Day, PartialDay } from '../shared/day.js';

export const MONTHS_PER_YEAR = 12;
const MILLISECONDS_PER_DAY = 86_400_000;

/** Months since the year 0: 2026-01 is 24312. Two of them can be subtracted. */
export type MonthIndex = number;

/** @param month 1 to 12. */
export function monthIndex(year: number, month: number): MonthIndex {
  return year * MONTHS_PER_YEAR + month - 1;
}

export function monthOf(day: Day): MonthIndex {
  return monthIndex(yearNumberOf(day), monthNumberOf(day));
}

export function yearNumberOf(day: PartialDay): number {
  return numberAt(day, 0, 4);
}

/** 1 to 12; 0 = only the year is known. */
export function monthNumberOf(day: PartialDay): number {
  return numberAt(day, 5, 7);
}

export function yearOf(index: MonthIndex): number {
  return Math.floor(index / MONTHS_PER_YEAR);
}

export function firstDayOf(index: MonthIndex): Day {
  return dayAt(index, 1);
}

/** The same day of a later or earlier month; where that month is shorter, its last day. */
export function addMonths(day: Day, months: number): Day {
  const index = monthOf(day) + months;
  return dayAt(index, Math.min(numberAt(day, 8, 10), daysIn(index)));
}

/**
 * Whole months that have passed from one day to a later one; 2026-01-31 to 2026-02-28 is one. 0 when not later.
 *
 * @param from where it is known to the month or year only, its first day counts.
 */
export function wholeMonths(from: PartialDay, until: Day): number {
  const last = monthOf(until);
  const apart = last - monthIndex(yearNumberOf(from), monthNumberOf(from) || 1);
  const reached = Math.min(numberAt(from, 8, 10) || 1, daysIn(last)) <= numberAt(until, 8, 10);
  return Math.max(0, reached ? apart : apart - 1);
}

const ZERO = 48;

/** The digits of a day from one place to before another, as a number; 0 where it ends before. */
function numberAt(day: PartialDay, from: number, until: number): number {
  if (day.length < until) return 0;
  let value = 0;
  for (let at = from; at < until; at++) value = value * 10 + day.charCodeAt(at) - ZERO;
  return value;
}

function dayAt(index: MonthIndex, day: number): Day {
  const year = yearOf(index);
  const month = index - year * MONTHS_PER_YEAR + 1;
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${TWO_DIGITS[month]}-${TWO_DIGITS[day]}`;
}

const TWO_DIGITS = Array.from({ length: 32 }, (_none, number) => String(number).padStart(2, '0'));
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const FEBRUARY = 1;

/** Asked for every person: a date object for each would cost more than the rules that ask. */
function daysIn(index: MonthIndex): number {
  const year = yearOf(index);
  const month = index - year * MONTHS_PER_YEAR;
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === FEBRUARY && isLeap ? 29 : (DAYS[month] ?? 0);
}

/** Days from one day to another; negative when it lies before. */
export function daysBetween(from: Day, until: Day): number {
  return Math.round((utc(until) - utc(from)) / MILLISECONDS_PER_DAY);
}

function utc(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getTime();
}
