import type { Day } from '../shared/day.js';
import { addMonths } from './months.js';
import { textOf, wholeNumberOf, type ParameterValues } from './parameters.js';

/** Why the person holds the lower post: it decides which law keeps the allowance. */
export type AllowanceReason = 'reorganisation' | 'transfer' | 'rotation';

export interface AllowanceMove {
  readonly reason: AllowanceReason;
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
  parameters: ParameterValues,
): KeptAllowance | null {
  if (move.newCoefficient >= move.oldCoefficient) return null;
  const article = textOf(parameters, ARTICLES[move.reason]);
  return { ...spanKept(move, parameters), coefficient: move.oldCoefficient, article };
}

function spanKept(
  move: AllowanceMove,
  parameters: ParameterValues,
): Pick<KeptAllowance, 'until' | 'atLeastUntil'> {
  if (move.reason === 'rotation') {
    return { until: move.rotationEndsOn, atLeastUntil: move.rotationEndsOn };
  }
  const months = wholeNumberOf(parameters, MONTHS[move.reason]);
  const short = addMonths(move.startsOn, months);
  if (move.reason === 'transfer') return { until: short, atLeastUntil: short };
  if (move.termEndsOn === null) return { until: null, atLeastUntil: short };
  const until = move.termEndsOn < short ? short : move.termEndsOn;
  return { until, atLeastUntil: until };
}
