import type { Day, PartialDay } from '../shared/day.js';
import {
  firstDayOf,
  monthIndex,
  monthNumberOf,
  MONTHS_PER_YEAR,
  yearNumberOf,
  yearOf,
  type MonthIndex,
} from './months.js';
import { wholeNumberOf, type ParameterValues } from './parameters.js';
import type { Sex } from './vocabulary.js';

/** Appendix I of the decree: normal conditions. II: hard work or a specially difficult area for years. */
export type RetirementAppendix = 'I' | 'II';

/** How the age rises: whole years in the base year, `stepMonths` more each year, at most `maxMonths`. */
export interface AgeRise {
  readonly baseMonths: number;
  readonly stepMonths: number;
  readonly maxMonths: number;
}

export interface RetirementContext {
  /** The last year of the older law; the rise begins in the next. */
  readonly baseYear: number;
  readonly rises: Readonly<Record<Sex, AgeRise>>;
  /** Months by which appendix II lies below appendix I. */
  readonly lowerMonths: number;
  /** The month that stands for an unknown one, 1 to 12. */
  readonly incompleteMonth: number;
}

export interface RetirementPerson {
  readonly bornOn: PartialDay | null;
  readonly sex: Sex | null;
}

/** A person retires at the age of the year in which it is reached; service ends with the last day of that month. */
export interface RetirementDate {
  /** The first day no longer in service; from it the pension is paid. */
  readonly retiresOn: Day;
  readonly ageMonths: number;
}

export type RetirementAnswer =
  | {
      readonly kind: 'dated';
      readonly appendix: RetirementAppendix;
      /** The same twice where the month of birth is known. */
      readonly earliest: RetirementDate;
      readonly latest: RetirementDate;
      /** What the rule for incomplete files sets where only the year is known; else null. */
      readonly byIncompleteRule: RetirementDate | null;
    }
  /** Reached the age of the older law before the decree. */
  | { readonly kind: 'before-decree' }
  | { readonly kind: 'unknown'; readonly missing: readonly ('birth' | 'sex')[] };

/** The parameters that decide a date of retirement; what is not confirmed of them is shown beside it. */
export const RETIREMENT_KEYS = [
  'retirement.base-year',
  'retirement.male.base-years',
  'retirement.male.step-months',
  'retirement.male.max-months',
  'retirement.female.base-years',
  'retirement.female.step-months',
  'retirement.female.max-months',
  'retirement.appendix-ii.lower-years',
  'retirement.incomplete.month',
] as const;

/** Reads the law once for many people. @throws NotFound when a parameter of `RETIREMENT_KEYS` is missing. */
export function retirementContext(parameters: ParameterValues): RetirementContext {
  const rise = (sex: Sex): AgeRise => ({
    baseMonths: MONTHS_PER_YEAR * wholeNumberOf(parameters, `retirement.${sex}.base-years`),
    stepMonths: wholeNumberOf(parameters, `retirement.${sex}.step-months`),
    maxMonths: wholeNumberOf(parameters, `retirement.${sex}.max-months`),
  });
  return {
    baseYear: wholeNumberOf(parameters, 'retirement.base-year'),
    rises: { male: rise('male'), female: rise('female') },
    lowerMonths: MONTHS_PER_YEAR * wholeNumberOf(parameters, 'retirement.appendix-ii.lower-years'),
    incompleteMonth: wholeNumberOf(parameters, 'retirement.incomplete.month'),
  };
}

/**
 * The age of retirement rises by months each year up to its end; appendix II lies some years lower.
 *
 * @returns months of age in a year; before and in the base year the age of the older law.
 * @source Decree 135/2020/NĐ-CP of 2020-11-18, art. 4 and 5, in force from 2021-01-01; parameters `retirement.*`
 */
export function retirementAgeMonths(
  year: number,
  sex: Sex,
  appendix: RetirementAppendix,
  context: RetirementContext,
): number {
  const { baseMonths, stepMonths, maxMonths } = context.rises[sex];
  const years = Math.max(0, year - context.baseYear);
  const age = Math.min(maxMonths, baseMonths + stepMonths * years);
  return appendix === 'I' ? age : age - context.lowerMonths;
}

/**
 * A person retires at the end of the month in which they reach the age of that year.
 *
 * Only the month of birth counts. Known to the year, both ends of the year are computed and a month is never invented; beside
 * them stands the date by the rule for incomplete files.
 *
 * @source Decree 135/2020/NĐ-CP of 2020-11-18, art. 3 (moment, incomplete files), 4 (appendix I), 5 (appendix II), in force
 * from 2021-01-01
 */
export function retirementOf(
  person: RetirementPerson,
  appendix: RetirementAppendix,
  context: RetirementContext,
): RetirementAnswer {
  const { bornOn, sex } = person;
  if (bornOn === null || sex === null) return unknown(bornOn, sex);
  const year = yearNumberOf(bornOn);
  const month = monthNumberOf(bornOn);
  const earliest = dateBorn(monthIndex(year, month || 1), sex, appendix, context);
  if (earliest === null) return BEFORE_DECREE;
  if (month > 0)
    return { kind: 'dated', appendix, earliest, latest: earliest, byIncompleteRule: null };
  const dateOf = (of: number) => dateBorn(monthIndex(year, of), sex, appendix, context);
  const latest = dateOf(MONTHS_PER_YEAR);
  if (latest === null) return BEFORE_DECREE;
  const byIncompleteRule = dateOf(context.incompleteMonth);
  return { kind: 'dated', appendix, earliest, latest, byIncompleteRule };
}

const BEFORE_DECREE: RetirementAnswer = { kind: 'before-decree' };

/**
 * Null where the age of the older law was reached in the base year or before. The age never falls from year to year, so the
 * year in which that of one year is reached is the next that can be the one.
 */
function dateBorn(
  born: MonthIndex,
  sex: Sex,
  appendix: RetirementAppendix,
  context: RetirementContext,
): RetirementDate | null {
  const old = retirementAgeMonths(context.baseYear, sex, appendix, context);
  if (yearOf(born + old) <= context.baseYear) return null;
  for (let year = yearOf(born + old); ;) {
    const ageMonths = retirementAgeMonths(year, sex, appendix, context);
    const reached = yearOf(born + ageMonths);
    if (reached <= year) return { retiresOn: firstDayOf(born + ageMonths + 1), ageMonths };
    year = reached;
  }
}

function unknown(bornOn: PartialDay | null, sex: Sex | null): RetirementAnswer {
  const missing: ('birth' | 'sex')[] = [];
  if (bornOn === null) missing.push('birth');
  if (sex === null) missing.push('sex');
  return { kind: 'unknown', missing };
}
