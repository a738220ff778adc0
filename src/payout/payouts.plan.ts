import { MONTHS_PER_YEAR, wholeMonths } from '../rules/months.js';
import { booleanOf, numberOf, wholeNumberOf, type ParameterValues } from '../rules/parameters.js';
import type { Payout, PayoutScheme } from '../rules/payout.js';
import { payoutsOf } from '../rules/payout-154.rules.js';
import { roundedYears } from '../rules/payout.rules.js';
import {
  retirementOf,
  type RetirementAppendix,
  type RetirementContext,
} from '../rules/retirement.rules.js';
import { monthlySalary, type MonthlySalary } from '../rules/salary.rules.js';
import { addDays, type Day, type PartialDay } from '../shared/day.js';
import type { PayoutPerson } from './payout-person.js';

/** What is asked for everybody alike. */
export interface PayoutCase {
  readonly leavingOn: Day;
  readonly reorganisedOn: Day;
  readonly appendix: RetirementAppendix;
}

export interface PayoutLaw {
  /** On the day of leaving. */
  readonly values: ParameterValues;
  /** On the last day of service, by which the base salary is taken. */
  readonly base: ParameterValues;
  readonly retirement: RetirementContext;
}

type Person = Pick<
  PayoutPerson,
  'bornOn' | 'sex' | 'coefficient' | 'positionAllowance' | 'overGradePercent' | 'insuranceYears'
>;

/** All inputs of a person, and what each scheme would pay. */
export interface PersonPayouts {
  readonly salary: MonthlySalary | null;
  /** Rounded to halves; null = not in the file. */
  readonly insuranceYears: number | null;
  readonly retiresOn: Day | null;
  /** Another day than the first where only the year of birth is known; its amounts may be others. */
  readonly latestRetiresOn: Day | null;
  readonly payouts: readonly Payout[];
}

/** Whether the province has switched pay-outs on. */
export function payoutsAreShown(values: ParameterValues): boolean {
  return Object.hasOwn(values, 'payout.shown') && booleanOf(values, 'payout.shown');
}

/** The last day of service, by which the base salary is taken. */
export function baseDayOf(values: ParameterValues, leavingOn: Day): Day {
  return addDays(leavingOn, -wholeNumberOf(values, 'payout.salary.days-before-leaving'));
}

/**
 * The schemes side by side for one person. Where only the year of birth is known the earliest day of the age counts, which
 * pays the least, and the latest stands beside it.
 *
 * @source Decree 178/2024/NĐ-CP as amended by 67/2025/NĐ-CP; Decree 154/2025/NĐ-CP; indicative only
 */
export function personPayouts(
  person: Person,
  { leavingOn, reorganisedOn, appendix }: PayoutCase,
  { values, base, retirement }: PayoutLaw,
): PersonPayouts {
  const salary = monthlySalary(person, numberOf(base, 'salary.base-monthly-vnd'), values);
  const age = retirementOf(person, appendix, retirement);
  const { insuranceYears: years } = person;
  const insuranceYears =
    years === null ? null : roundedYears(Math.round(years * MONTHS_PER_YEAR), values);
  const retiresOn = age.kind === 'dated' ? age.earliest.retiresOn : null;
  const latest = age.kind === 'dated' ? age.latest.retiresOn : null;
  const facts = {
    ...{ leavingOn, reorganisedOn, retiresOn, insuranceYears, salary: salary?.amount ?? 0 },
    ageYears: ageOn(person.bornOn, leavingOn),
  };
  return {
    ...{ salary, insuranceYears, retiresOn },
    latestRetiresOn: latest === retiresOn ? null : latest,
    payouts: salary === null ? [] : payoutsOf(facts, values),
  };
}

/** Whole years by the first day that the file allows; null where the birth is not known. */
function ageOn(bornOn: PartialDay | null, day: Day): number | null {
  if (bornOn === null) return null;
  const [year = '', month = '01', at = '01'] = bornOn.split('-');
  return Math.floor(wholeMonths(`${year}-${month}-${at}`, day) / MONTHS_PER_YEAR);
}

export interface SchemeTotal {
  readonly scheme: PayoutScheme;
  /** With a claim. */
  readonly people: number;
  readonly amount: number;
}

/** What everybody would get together, scheme by scheme: one of them a person, so totals are not added up. */
export function schemeTotals(all: readonly Pick<PersonPayouts, 'payouts'>[]): SchemeTotal[] {
  const totals = new Map<PayoutScheme, { people: number; amount: number }>();
  for (const { payouts } of all)
    for (const { scheme, amount, refused } of payouts) {
      const total = totals.get(scheme) ?? { people: 0, amount: 0 };
      if (refused === null) {
        total.people += 1;
        total.amount += amount;
      }
      totals.set(scheme, total);
    }
  return [...totals].map(([scheme, total]) => ({ scheme, ...total }));
}
