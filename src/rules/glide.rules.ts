import type { Day } from '../shared/day.js';
import { addMonths, daysBetween } from './months.js';
import { textOf, type ParameterValues } from './parameters.js';

/** From a surplus on a day straight down to nothing on the deadline. */
export interface Glide {
  readonly surplus: number;
  readonly startsOn: Day;
  readonly deadline: Day;
}

export interface GlidePoint {
  readonly on: Day;
  readonly target: number;
}

const ROUNDING = 1e-9;

/** Reads the span of the line. @throws NotFound when a `surplus.*` parameter is missing. */
export function glideOf(surplus: number, parameters: ParameterValues): Glide {
  return {
    surplus,
    startsOn: textOf(parameters, 'surplus.glide-starts-on'),
    deadline: textOf(parameters, 'surplus.deadline'),
  };
}

/**
 * The surplus goes down along a straight line to nothing on the deadline; people are whole, so a part of one counts up.
 *
 * @returns the surplus that is still on the line on a day: all of it until the first day, none from the deadline on.
 * @source letter 09/CV-BCĐ of 2025-05-30 and Conclusion 187-KL/TW of 2025-08-29 (five years, end of 2030); that the line is
 * straight is a product decision
 */
export function glideTarget({ surplus, startsOn, deadline }: Glide, day: Day): number {
  if (day <= startsOn) return surplus;
  if (day >= deadline) return 0;
  const left = daysBetween(day, deadline) / daysBetween(startsOn, deadline);
  return Math.max(0, Math.ceil(surplus * left - ROUNDING));
}

/**
 * The line at its first day, on each later 1 January, and on the deadline.
 *
 * @source as `glideTarget`
 */
export function glideLine(glide: Glide): readonly GlidePoint[] {
  const point = (on: Day): GlidePoint => ({ on, target: glideTarget(glide, on) });
  const points = [point(glide.startsOn)];
  let year = `${glide.startsOn.slice(0, 4)}-01-01`;
  for (year = addMonths(year, 12); year < glide.deadline; year = addMonths(year, 12)) {
    points.push(point(year));
  }
  return [...points, point(glide.deadline)];
}
