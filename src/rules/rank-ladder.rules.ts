import { numberOf, type ParameterValues } from './parameters.js';

/** One step of a rank; `step` from 1. */
export interface RankStep {
  readonly step: number;
  readonly coefficient: number;
}

/** What a roster says of a person's pay; `overGradePercent` null = none. */
export interface PayGrade {
  readonly coefficient: number;
  readonly step: number | null;
  readonly overGradePercent: number | null;
}

/** `on-ladder` with the step it is; otherwise what does not agree, and the step whose coefficient is nearest. */
export interface LadderAnswer {
  readonly verdict:
    'on-ladder' | 'off-ladder' | 'other-step' | 'over-grade-too-early' | 'no-ladder';
  readonly step: number | null;
}

/** Room for decimals that binary cannot hold. */
const ROUNDING = 1e-9;

/**
 * A salary coefficient is one of the rank's ladder, within a tolerance; over-grade seniority stands only on the last step, from
 * its first percentage on, and may be typed into the coefficient.
 *
 * @param ladder the steps of the person's rank; any order. Empty = the rank has no ladder here.
 * @source Decree 204/2004/NĐ-CP, tables 2 and 3 and art. 5 (over-grade seniority); parameters `salary.coefficient-tolerance`,
 * `salary.over-grade.first-percent`
 */
export function coefficientOnLadder(
  pay: PayGrade,
  ladder: readonly RankStep[],
  parameters: ParameterValues,
): LadderAnswer {
  const last = lastStep(ladder);
  if (!last) return { verdict: 'no-ladder', step: null };
  const tolerance = numberOf(parameters, 'salary.coefficient-tolerance') + ROUNDING;
  const percent = pay.overGradePercent ?? 0;
  const nearest = nearestStep(pay.coefficient, ladder, last);
  const distance = Math.abs(nearest.coefficient - pay.coefficient);
  const raised = last.coefficient * (1 + percent / 100);
  if (distance > tolerance && Math.abs(raised - pay.coefficient) > tolerance) {
    return { verdict: 'off-ladder', step: nearest.step };
  }
  const step = distance > tolerance ? last.step : nearest.step;
  if (percent > 0 && !overGradeHolds(percent, step === last.step, parameters)) {
    return { verdict: 'over-grade-too-early', step };
  }
  return { verdict: pay.step === null || pay.step === step ? 'on-ladder' : 'other-step', step };
}

function overGradeHolds(percent: number, onLast: boolean, parameters: ParameterValues): boolean {
  return onLast && percent >= numberOf(parameters, 'salary.over-grade.first-percent');
}

function lastStep(ladder: readonly RankStep[]): RankStep | null {
  return ladder.reduce<RankStep | null>(
    (last, each) => (last === null || each.step > last.step ? each : last),
    null,
  );
}

function nearestStep(coefficient: number, ladder: readonly RankStep[], first: RankStep): RankStep {
  const gap = (each: RankStep) => Math.abs(each.coefficient - coefficient);
  return ladder.reduce((best, each) => (gap(each) < gap(best) ? each : best), first);
}
