import type { Day, PartialDay } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import { monthIndex, monthOf } from './months.js';
import { textsOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import { DEGREES, type Degree, type Fit, FITS } from './vocabulary.js';

/** By what people without a seat are put in order; which of them count, and in what order, is a parameter. */
export const RANKING_CRITERIA = ['ratings', 'discipline', 'fit', 'degree', 'seniority'] as const;
export type RankingCriterion = (typeof RANKING_CRITERIA)[number];

/** The parameters of a ranking, to show beside it. */
export const RANKING_KEYS = [
  'ranking.criteria',
  'ranking.rating-years',
  'ranking.ratings',
] as const;

export interface RankingContext {
  readonly criteria: readonly RankingCriterion[];
  readonly ratingYears: number;
  /** Codes of ratings, the best first. */
  readonly ratings: readonly string[];
}

export interface RankedPerson {
  readonly key: string;
  /** Code of the rating by year; a year that is missing counts nothing. */
  readonly ratings: ReadonlyMap<number, string>;
  readonly disciplined: boolean;
  /** To the class of post; null = not known. */
  readonly fit: Fit | null;
  readonly degree: Degree | null;
  readonly recruitedOn: PartialDay | null;
}

/** A person in order; more of every value is better. */
export interface Ranked<T> {
  readonly person: T;
  /** From 1; equal people share it. */
  readonly rank: number;
  readonly tied: boolean;
  /** The criterion that puts them behind the one before; null = the first, or equal. */
  readonly partedBy: RankingCriterion | null;
  readonly values: Readonly<Record<RankingCriterion, number>>;
}

/** Reads the criteria once for many people. @throws NotFound when a parameter of `RANKING_KEYS` is missing. */
export function rankingContext(parameters: ParameterValues): RankingContext {
  const named = textsOf(parameters, 'ranking.criteria');
  return {
    criteria: named.flatMap((name) => RANKING_CRITERIA.find((each) => each === name) ?? []),
    ratingYears: wholeNumberOf(parameters, 'ranking.rating-years'),
    ratings: textsOf(parameters, 'ranking.ratings'),
  };
}

/**
 * People of a class of post in the order in which posts are offered to them: by the first criterion, where it is equal by
 * the next. Whoever is equal in all of them shares a rank; nothing else decides between them.
 *
 * @param day the last whole years before it count, and service until it.
 * @returns the first first; equal people by key.
 * @source Decree 178/2024/NĐ-CP, art. 6 (criteria and the three years' ratings, recalled); that they are compared one after
 * the other, and the order, is a product decision: docs/decisions/0058-surplus-pool.md
 */
export function ranking<T extends RankedPerson>(
  people: readonly T[],
  day: Day,
  context: RankingContext,
): Ranked<T>[] {
  const { criteria } = context;
  const valued = people
    .map((person) => ({ person, values: valuesOf(person, day, context) }))
    .sort((a, b) => apart(a.values, b.values, criteria) || byCodePoint(a.person.key, b.person.key));
  let rank = 1;
  return valued.map(({ person, values }, at) => {
    const before = valued[at - 1];
    const after = valued[at + 1];
    const partedBy = before ? (firstApart(before.values, values, criteria) ?? null) : null;
    if (partedBy !== null) rank = at + 1;
    const tied =
      (before !== undefined && partedBy === null) ||
      (after !== undefined && firstApart(values, after.values, criteria) === undefined);
    return { person, values, rank, tied, partedBy };
  });
}

type Values = Readonly<Record<RankingCriterion, number>>;

function valuesOf(person: RankedPerson, day: Day, context: RankingContext): Values {
  const { fit, degree, recruitedOn, disciplined } = person;
  return {
    ratings: ratingPoints(person, day, context),
    discipline: disciplined ? 0 : 1,
    fit: fit === null ? 0 : FITS.length - FITS.indexOf(fit),
    degree: degree === null ? 0 : DEGREES.indexOf(degree) + 1,
    seniority: recruitedOn === null ? 0 : Math.max(0, monthOf(day) - monthRecruited(recruitedOn)),
  };
}

/** The lowest rating counts 1, each better one 1 more; an unknown one nothing. */
function ratingPoints(
  { ratings }: RankedPerson,
  day: Day,
  { ratingYears, ratings: order }: RankingContext,
): number {
  const year = Number(day.slice(0, 4));
  let points = 0;
  for (let back = 1; back <= ratingYears; back++) {
    const at = order.indexOf(ratings.get(year - back) ?? '');
    if (at !== -1) points += order.length - at;
  }
  return points;
}

/** Of a year alone its last month: nobody gains from a date that is missing. */
function monthRecruited(day: PartialDay): number {
  const [year = '', month = '12'] = day.split('-');
  return monthIndex(Number(year), Number(month));
}

function firstApart(
  a: Values,
  b: Values,
  criteria: readonly RankingCriterion[],
): RankingCriterion | undefined {
  return criteria.find((criterion) => a[criterion] !== b[criterion]);
}

function apart(a: Values, b: Values, criteria: readonly RankingCriterion[]): number {
  const criterion = firstApart(a, b, criteria);
  return criterion === undefined ? 0 : b[criterion] - a[criterion];
}
