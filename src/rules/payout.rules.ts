import type { Day } from '../shared/day.js';
import { monthOf, MONTHS_PER_YEAR, wholeMonths } from './months.js';
import type { InsuranceLaw, Law178, LumpRates, PayoutContext } from './payout-law.js';
import {
  AGE_REACHED,
  BIRTH_MISSING,
  hasReachedAge,
  insuranceMissing,
  line,
  outOfSpan,
  payout,
  refusedFor,
  type EarlyCase,
  type Payout,
  type PayoutFacts,
  type PayoutLine,
} from './payout.js';

/**
 * Odd months count as half a year up to six, as a year above.
 *
 * @source Decree 178/2024/NĐ-CP art. 5, as amended; parameter `payout.rounding.half-until-months`
 */
export function roundedYears(
  months: number,
  { halfUntilMonths }: Pick<PayoutContext, 'halfUntilMonths'>,
): number {
  const whole = Math.floor(months / MONTHS_PER_YEAR);
  const odd = months - whole * MONTHS_PER_YEAR;
  if (odd <= 0) return whole;
  return whole + (odd <= halfUntilMonths ? 0.5 : 1);
}

/** Months from the day of leaving to the lawful age; 0 when past it. */
export function monthsEarly({
  leavingOn,
  retiresOn,
}: {
  readonly leavingOn: Day;
  readonly retiresOn: Day;
}): number {
  return Math.max(0, monthOf(retiresOn) - monthOf(leavingOn));
}

/**
 * Which case of early retirement: C below two years, A to five, B to ten; null = more, or past the age.
 *
 * @source Decree 178/2024/NĐ-CP art. 7 as amended by 67/2025/NĐ-CP
 */
export function earlyCase(months: number, law: Law178): EarlyCase | null {
  if (months <= 0) return null;
  if (months < law.caseAFromMonths) return 'C';
  if (months <= law.caseBAboveMonths) return 'A';
  return months <= law.caseBToMonths ? 'B' : null;
}

/**
 * Early retirement after a re-organisation: a lump for the months early, salaries for each year early, and a part for the
 * years of insurance. Case C has the lump only.
 *
 * @source Decree 178/2024/NĐ-CP art. 7 as amended by 67/2025/NĐ-CP, from 2025-03-15; letter 1814/BNV-TCBC (insurance from 15
 * years, retiring on or after 2025-07-01)
 */
export function earlyRetirement178(
  facts: PayoutFacts,
  law: Law178,
  rounding: Pick<PayoutContext, 'halfUntilMonths'>,
): Payout {
  const { leavingOn, retiresOn, salary } = facts;
  const { article } = law;
  if (retiresOn === null) return refusedFor('178-early', article, BIRTH_MISSING);
  const months = monthsEarly({ leavingOn, retiresOn });
  const found = earlyCase(months, law);
  if (found === null) return refusedFor('178-early', article, outOfSpan(months));
  const near = found === 'B' ? 'far' : 'near';
  const counted = Math.min(months, law.maxMonths);
  const lines = [line('lump', counted, lumpRate(law.lump[near], facts, law), salary)];
  if (found === 'C') return payout('178-early', article, lines, undefined, found);
  lines.push(line('years-early', roundedYears(months, rounding), law.year[near], salary));
  addInsurance(lines, facts, law.insurance);
  return payout('178-early', article, lines, insuranceMissing(facts), found);
}

/**
 * Severance before the age of retirement, after a re-organisation: for each month of insurance up to sixty, for each year of it, and to look for work.
 *
 * @source Decree 178/2024/NĐ-CP art. 9 as amended by 67/2025/NĐ-CP
 */
export function severance178(facts: PayoutFacts, law: Law178): Payout {
  if (hasReachedAge(facts)) return refusedFor('178-severance', law.article, AGE_REACHED);
  const { salary } = facts;
  const years = facts.insuranceYears ?? 0;
  const months = Math.min(law.maxMonths, Math.round(years * MONTHS_PER_YEAR));
  const lines = [
    line('lump', months, lumpRate(law.severance.lump, facts, law), salary),
    line('insurance-years', years, law.severance.year, salary),
    line('job-search', 1, law.severance.jobSearch, salary),
  ];
  return payout('178-severance', law.article, lines, insuranceMissing(facts));
}

function lumpRate(rates: LumpRates, facts: PayoutFacts, { firstMonths }: Law178): number {
  const isFirst = wholeMonths(facts.reorganisedOn, facts.leavingOn) < firstMonths;
  return isFirst ? rates.first : rates.later;
}

function addInsurance(
  lines: PayoutLine[],
  { insuranceYears, salary }: PayoutFacts,
  law: InsuranceLaw,
): void {
  const more = (insuranceYears ?? 0) - law.fromYears;
  if (more < 0) return;
  lines.push(line('insurance-first', 1, law.firstSalaries, salary));
  if (more > 0) lines.push(line('insurance-more', more, law.eachMore, salary));
}
