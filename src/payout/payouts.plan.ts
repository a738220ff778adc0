import { MONTHS_PER_YEAR, wholeMonths } from '../rules/months.js';
import { booleanOf, wholeNumberOf, type ParameterValues } from '../rules/parameters.js';
import type { Payout, PayoutFacts, PayoutScheme } from '../rules/payout.js';
import { payoutsOf } from '../rules/payout-154.rules.js';
import { payoutContext, type PayoutContext } from '../rules/payout-law.js';
import { roundedYears } from '../rules/payout.rules.js';
import {
  retirementContext,
  retirementOf,
  type RetirementAppendix,
  type RetirementContext,
} from '../rules/retirement.rules.js';
import {
  monthlySalary,
  salaryContext,
  type MonthlySalary,
  type SalaryContext,
} from '../rules/salary.rules.js';
import { addDays, type Day } from '../shared/day.js';
import type { PayoutPerson } from './payout-person.js';

/** What is asked for everybody alike. */
export interface PayoutCase {
  readonly leavingOn: Day;
  readonly reorganisedOn: Day;
  readonly appendix: RetirementAppendix;
}

export interface PayoutLaw {
  readonly payouts: PayoutContext;
  readonly salary: SalaryContext;
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
 * Reads the law once for many people.
 *
 * @param values on the day of leaving.
 * @param base on the last day of service.
 */
export function payoutLaw(values: ParameterValues, base: ParameterValues): PayoutLaw {
  return {
    payouts: payoutContext(values),
    salary: salaryContext(values, base),
    retirement: retirementContext(values),
  };
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
  law: PayoutLaw,
): PersonPayouts {
  const salary = monthlySalary(person, law.salary);
  const age = retirementOf(person, appendix, law.retirement);
  const { insuranceYears: years, bornOn } = person;
  const insuranceYears =
    years === null ? null : roundedYears(Math.round(years * MONTHS_PER_YEAR), law.payouts);
  const retiresOn = age.kind === 'dated' ? age.earliest.retiresOn : null;
  const latest = age.kind === 'dated' ? age.latest.retiresOn : null;
  const latestRetiresOn = latest === retiresOn ? null : latest;
  if (salary === null) return { salary, insuranceYears, retiresOn, latestRetiresOn, payouts: NONE };
  const ageYears =
    bornOn === null ? null : Math.floor(wholeMonths(bornOn, leavingOn) / MONTHS_PER_YEAR);
  const facts: PayoutFacts = {
    leavingOn,
    retiresOn: age.kind === 'before-decree' ? leavingOn : retiresOn,
    reorganisedOn,
    insuranceYears,
    ageYears,
    salary: salary.amount,
  };
  const payouts = payoutsOf(facts, law.payouts);
  return { salary, insuranceYears, retiresOn, latestRetiresOn, payouts };
}

const NONE: readonly Payout[] = [];

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
