import type { Day } from '../shared/day.js';
import { isPlannedFor } from './leader.rules.js';
import { booleanOf, textsOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import type { PositionGroup } from './vocabulary.js';

/** What the province asks of somebody whom it seconds. */
export interface CandidateContext {
  readonly ratingYears: number;
  /** Codes of ratings that are good enough. */
  readonly ratings: ReadonlySet<string>;
  readonly leadingOrPlanned: boolean;
  /** How far below the own post the seat may be. */
  readonly mostLevelsDown: number;
}

export interface RatedPerson {
  /** Code of the rating by year; a year that is missing was not rated, or not read. */
  readonly ratings: ReadonlyMap<number, string>;
  /** Of the own position. */
  readonly group: PositionGroup;
  readonly plannedTitle: string | null;
}

export type Criterion = 'ratings' | 'leading';

/** The parameters that choose candidates, to show beside them. */
export const CANDIDATE_KEYS = [
  'secondment.good-rating-years',
  'secondment.good-ratings',
  'secondment.leading-or-planned',
  'secondment.most-levels-down',
  'secondment.usual-months',
] as const;

/** Reads the criteria once for many people. @throws NotFound when a parameter of `CANDIDATE_KEYS` is missing. */
export function candidateContext(parameters: ParameterValues): CandidateContext {
  return {
    ratingYears: wholeNumberOf(parameters, 'secondment.good-rating-years'),
    ratings: new Set(textsOf(parameters, 'secondment.good-ratings')),
    leadingOrPlanned: booleanOf(parameters, 'secondment.leading-or-planned'),
    mostLevelsDown: wholeNumberOf(parameters, 'secondment.most-levels-down'),
  };
}

/**
 * The province seconds people who were rated good in each of the last years, and who lead or are planned for it.
 *
 * @returns the criteria that are not met, in their order; empty = a candidate.
 * @source rule of choice used in Điện Biên, October 2025; parameters `secondment.good-rating-years`,
 * `secondment.good-ratings`, `secondment.leading-or-planned`. The last years are whole years before the day's.
 */
export function criteriaMissed(
  person: RatedPerson,
  day: Day,
  { ratingYears, ratings, leadingOrPlanned }: Omit<CandidateContext, 'mostLevelsDown'>,
): Criterion[] {
  const year = Number(day.slice(0, 4));
  const years = Array.from({ length: ratingYears }, (_none, back) => year - 1 - back);
  const isGood = years.every((each) => ratings.has(person.ratings.get(each) ?? ''));
  const leads = !leadingOrPlanned || person.group === 'leader' || isPlannedFor(person);
  return [...(isGood ? [] : (['ratings'] as const)), ...(leads ? [] : (['leading'] as const))];
}
