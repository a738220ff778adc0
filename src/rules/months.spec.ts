import { describe, expect, it } from '@jest/globals';
import { addDays } from '../shared/day.js';
import {
  addMonths,
  daysBetween,
  firstDayOf,
  monthIndex,
  monthOf,
  wholeMonths,
  yearOf,
} from './months.js';

describe('months', () => {
  it('monthIndex, firstDayOf and yearOf go there and back', () => {
    for (const day of ['2025-01-01', '2025-12-01', '2031-07-01']) {
      expect(firstDayOf(monthOf(day))).toBe(day);
    }
    expect(monthIndex(2026, 1) - monthIndex(2025, 12)).toBe(1);
    expect(yearOf(monthIndex(2025, 12))).toBe(2025);
  });

  it.each([
    ['2025-10-20', 6, '2026-04-20'],
    ['2025-08-31', 6, '2026-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2025-01-15', -1, '2024-12-15'],
    ['2025-07-01', 36, '2028-07-01'],
  ])('addMonths of %s and %i is %s', (day, months, expected) => {
    expect(addMonths(day, months)).toBe(expected);
  });

  it.each([
    ['2025-10-20', '2026-04-20', 6],
    ['2025-10-20', '2026-04-19', 5],
    ['2026-01-31', '2026-02-28', 1],
    ['2026-01-31', '2026-02-27', 0],
    ['2026-02-01', '2026-01-01', 0],
  ])('wholeMonths from %s to %s is %i', (from, until, expected) => {
    expect(wholeMonths(from, until)).toBe(expected);
  });

  it('wholeMonths is the most that addMonths can add without passing the day, whatever the days', () => {
    const days = Array.from({ length: 400 }, (_none, at) => addDays('2023-12-20', at));
    const wrong = days.flatMap((from, at) =>
      days.slice(at).filter((until) => {
        const months = wholeMonths(from, until);
        return addMonths(from, months) > until || addMonths(from, months + 1) <= until;
      }),
    );
    expect(wrong).toEqual([]);
  });

  it.each([
    ['2026', '2026-12-31', 11],
    ['2026', '2027-01-01', 12],
    ['2026-03', '2026-04-01', 1],
    ['2026-03', '2026-03-31', 0],
  ])('wholeMonths from %s, known in part, to %s is %i', (from, until, expected) => {
    expect(wholeMonths(from, until)).toBe(expected);
  });

  it.each([
    ['2026-02-28', '2026-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-04-20', '2026-04-20', 0],
    ['2026-04-21', '2026-04-20', -1],
  ])('daysBetween %s and %s is %i', (from, until, expected) => {
    expect(daysBetween(from, until)).toBe(expected);
  });
});
