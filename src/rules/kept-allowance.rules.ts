import type { Day } from '../shared/day.js';
import { addMonths } from './months.js';
import { textOf, wholeNumberOf, type ParameterValues } from './parameters.js';

/** Why the person holds the lower post: it decides which law keeps the allowance. */
export type AllowanceReason = 'reorganisation' | 'transfer' | 'rotation';

/** What the law of a day gives for one reason. */
export interface KeptAllowanceContext {
  readonly reason: AllowanceReason;
  /** At least; a rotation counts no months. */
  readonly months: number;
  readonly article: string;
}

export interface AllowanceMove {
  /** The first day in the new post. */
  readonly startsOn: Day;
  readonly oldCoefficient: number;
  /** 0 = a post without an allowance. */
  readonly newCoefficient: number;
  /** The first day after the old term or appointment; null = not known or none. Only a re-organisation asks. */
  readonly termEndsOn: Day | null;
  /** The first day after the rotation; null = open. Only a rotation asks. */
  readonly rotationEndsOn: Day | null;
}

export interface KeptAllowance {
  /** The first day on which it is no longer paid; null = open, or the end of the term is not known. */
  readonly until: Day | null;
  /** Until then it is sure; null = nothing but "until the rotation ends" is known. */
  readonly atLeastUntil: Day | null;
  readonly coefficient: number;
  readonly article: string;
}

const ARTICLES = {
  reorganisation: 'reorganisation.kept-allowance.article',
  transfer: 'transfer.kept-allowance.article',
  rotation: 'rotation.kept-allowance.article',
} as const satisfies Record<AllowanceReason, string>;
const MONTHS = {
  reorganisation: 'reorganisation.kept-allowance-months',
  transfer: 'transfer.kept-allowance-months',
} as const;

/** Reads the law once for many people. @throws NotFound when a parameter of the reason is missing. */
export function keptAllowanceContext(
  parameters: ParameterValues,
  reason: AllowanceReason,
): KeptAllowanceContext {
  const article = textOf(parameters, ARTICLES[reason]);
  const months = reason === 'rotation' ? 0 : wholeNumberOf(parameters, MONTHS[reason]);
  return { reason, months, article };
}

/**
 * Who comes to a lower position allowance keeps the old one for a time: after a re-organisation to the end of the term and six
 * months at least; after a transfer six months; in a rotation the whole time.
 *
 * @returns null where the new allowance is not lower.
 * @source Decree 178/2024/NĐ-CP art. 11 as amended by 67/2025/NĐ-CP (re-organisation); Decree 170/2025/NĐ-CP art. 27
 * (transfer) and 51 (rotation), in force from 2025-07-01
 */
export function keptAllowance(
  move: AllowanceMove,
  { reason, months, article }: KeptAllowanceContext,
): KeptAllowance | null {
  const { oldCoefficient: coefficient, rotationEndsOn, termEndsOn } = move;
  if (move.newCoefficient >= coefficient) return null;
  if (reason === 'rotation')
    return { until: rotationEndsOn, atLeastUntil: rotationEndsOn, coefficient, article };
  const short = addMonths(move.startsOn, months);
  if (reason === 'transfer') return { until: short, atLeastUntil: short, coefficient, article };
  if (termEndsOn === null) return { until: null, atLeastUntil: short, coefficient, article };
  const until = termEndsOn < short ? short : termEndsOn;
  return { until, atLeastUntil: until, coefficient, article };
}
