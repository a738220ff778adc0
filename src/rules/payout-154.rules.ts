import type { Law154, PayoutContext } from './payout-law.js';
import {
  AGE_REACHED,
  BIRTH_MISSING,
  hasReachedAge,
  insuranceMissing,
  line,
  outOfSpan,
  payout,
  refusedFor,
  type Payout,
  type PayoutFacts,
} from './payout.js';
import { earlyRetirement178, monthsEarly, roundedYears, severance178 } from './payout.rules.js';

/**
 * Early retirement by downsizing: two to five years before the age, with fifteen years of insurance at least.
 *
 * @source Decree 154/2025/NĐ-CP of 2025-06-15, in force from 2025-06-16 to 2030-12-31
 */
export function earlyRetirement154(
  facts: PayoutFacts,
  { article, early }: Law154,
  rounding: Pick<PayoutContext, 'halfUntilMonths'>,
): Payout {
  const { leavingOn, retiresOn, salary } = facts;
  if (retiresOn === null) return refusedFor('154-early', article, BIRTH_MISSING);
  const months = monthsEarly({ leavingOn, retiresOn });
  if (months < early.fromMonths || months > early.toMonths)
    return refusedFor('154-early', article, outOfSpan(months));
  const insured = facts.insuranceYears ?? 0;
  const isInsured = insured >= early.minYears;
  if (facts.insuranceYears !== null && !isInsured)
    return refusedFor('154-early', article, 'Chưa đủ số năm đóng bảo hiểm xã hội.');
  const lines = [line('years-early', roundedYears(months, rounding), early.year, salary)];
  if (isInsured) {
    const { firstSalaries, fromYears, eachMore } = early.insurance;
    lines.push(line('insurance-first', 1, firstSalaries, salary));
    const more = insured - fromYears;
    if (more > 0) lines.push(line('insurance-more', more, eachMore, salary));
  }
  return payout('154-early', article, lines, insuranceMissing(facts));
}

/**
 * Moving to a body that is not paid from the budget, or leaving at once, both before the age of retirement: salaries, and
 * more for each year of insurance.
 *
 * @source Decree 154/2025/NĐ-CP of 2025-06-15, in force from 2025-06-16 to 2030-12-31
 */
export function leaving154(
  facts: PayoutFacts,
  how: 'move-out' | 'leave',
  { article, leaving }: Law154,
): Payout {
  const { salary } = facts;
  const scheme = how === 'leave' ? '154-leave' : '154-move-out';
  if (hasReachedAge(facts)) return refusedFor(scheme, article, AGE_REACHED);
  const rates = leaving[how];
  const lines = [
    line('salaries', 1, rates.salaries, salary),
    line('insurance-years', facts.insuranceYears ?? 0, rates.year, salary),
  ];
  return payout(scheme, article, lines, insuranceMissing(facts));
}

/**
 * Leaving after a vocational course, below an age: the salary of the course, its fee at most, and salaries afterwards. The
 * course decides the first two, so the amount is the most that may be paid.
 *
 * @source Decree 154/2025/NĐ-CP of 2025-06-15, in force from 2025-06-16 to 2030-12-31
 */
export function study154({ ageYears, salary }: PayoutFacts, { article, study }: Law154): Payout {
  if (ageYears === null) return refusedFor('154-study', article, BIRTH_MISSING);
  if (ageYears >= study.belowAgeYears)
    return refusedFor('154-study', article, `Từ ${study.belowAgeYears} tuổi trở lên.`);
  return payout('154-study', article, [
    line('study-months', study.salaryMonths, 1, salary),
    line('study-fee', 1, study.feeSalaries, salary),
    line('salaries', 1, study.salaries, salary),
  ]);
}

/** All that a person may be entitled to, side by side; schemes that are not in force on the day are left out. */
export function payoutsOf(facts: PayoutFacts, law: PayoutContext): Payout[] {
  const { decree178, decree154 } = law;
  const payouts: Payout[] = [];
  if (decree178 !== null)
    payouts.push(earlyRetirement178(facts, decree178, law), severance178(facts, decree178));
  if (decree154 !== null)
    payouts.push(
      earlyRetirement154(facts, decree154, law),
      leaving154(facts, 'move-out', decree154),
      leaving154(facts, 'leave', decree154),
      study154(facts, decree154),
    );
  return payouts;
}
