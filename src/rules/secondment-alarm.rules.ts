import { daysBetween } from './months.js';
import type { Day } from '../shared/day.js';
import type { ParameterValues } from './parameters.js';
import { wholeNumbersOf } from './parameters.js';

/** How near the end is. `alarm` is the last mark passed, in days; null = none yet. */
export interface EndAlarm {
  /** 0 on the first day after; negative when nothing was decided since. */
  readonly daysLeft: number;
  readonly alarm: number | null;
}

/** Reads the marks once. @throws NotFound when `secondment.alarm-days` is missing. */
export function alarmDays(parameters: ParameterValues): readonly number[] {
  return [...wholeNumbersOf(parameters, 'secondment.alarm-days')].sort((a, b) => a - b);
}

/**
 * The end of a secondment, or of a term, is told at marks of days before it, so that its end or extension is decided in time.
 *
 * @param endsOn the first day after.
 * @param marks ascending, as `alarmDays` gives them.
 * @source Decree 170/2025/NĐ-CP art. 26 (on expiry decide end or extension); the marks are a product decision, parameter
 * `secondment.alarm-days`
 */
export function endAlarm(endsOn: Day, day: Day, marks: readonly number[]): EndAlarm {
  const daysLeft = daysBetween(day, endsOn);
  return { daysLeft, alarm: marks.find((mark) => daysLeft <= mark) ?? null };
}
