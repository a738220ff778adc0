import { textOf } from '../rules/parameters.js';
import type { ParameterValues } from '../scenario/facts.js';
import { type Day, dayBefore } from '../shared/day.js';

const KEY = 'surplus.deadline';

/**
 * Whoever waits on the bench stands there over the norm for an interim only: the last day is that before the deadline for
 * every surplus.
 *
 * @returns null where the law of the day names no deadline.
 * @source letter 09/CV-BCĐ of 2025-05-30 (five years to come to the norm); Conclusion 187-KL/TW of 2025-08-29 (surplus
 * deputies until the end of 2030); parameter `surplus.deadline`, the first day after
 */
export function benchEndsOn(parameters: ParameterValues): Day | null {
  return Object.hasOwn(parameters, KEY) ? dayBefore(textOf(parameters, KEY)) : null;
}
