import type { Day } from '../shared/day.js';
import { monthOf, MONTHS_PER_YEAR, wholeMonths } from './months.js';
import { numberOf, textOf, wholeNumberOf, type ParameterValues } from './parameters.js';
import {
  BIRTH_MISSING,
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
export function roundedYears(months: number, parameters: ParameterValues): number {
  const whole = Math.floor(months / MONTHS_PER_YEAR);
  const odd = months - whole * MONTHS_PER_YEAR;
  if (odd <= 0) return whole;
  const half = wholeNumberOf(parameters, 'payout.rounding.half-until-months');
  return whole + (odd <= half ? 0.5 : 1);
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
export function earlyCase(months: number, parameters: ParameterValues): EarlyCase | null {
  if (months <= 0) return null;
  if (months < wholeNumberOf(parameters, 'payout.178.case-a.from-months')) return 'C';
  if (months <= wholeNumberOf(parameters, 'payout.178.case-b.above-months')) return 'A';
  return months <= wholeNumberOf(parameters, 'payout.178.case-b.to-months') ? 'B' : null;
}

/**
 * Early retirement after a re-organisation: a lump for the months early, salaries for each year early, and a part for the
 * years of insurance. Case C has the lump only.
 *
 * @source Decree 178/2024/NĐ-CP art. 7 as amended by 67/2025/NĐ-CP, from 2025-03-15; letter 1814/BNV-TCBC (insurance from 15
 * years, retiring on or after 2025-07-01)
 */
export function earlyRetirement178(facts: PayoutFacts, parameters: ParameterValues): Payout {
  const article = textOf(parameters, 'payout.178.article');
  if (facts.retiresOn === null) return refusedFor('178-early', article, BIRTH_MISSING, ['birth']);
  const months = monthsEarly({ ...facts, retiresOn: facts.retiresOn });
  const found = earlyCase(months, parameters);
  if (found === null) return refusedFor('178-early', article, outOfSpan(months));
  const when = isFirst(facts, parameters) ? 'first' : 'later';
  const far = found === 'B' ? 'far' : 'near';
  const lump = numberOf(parameters, `payout.178.lump.${far}.${when}`);
  const counted = Math.min(months, wholeNumberOf(parameters, 'payout.178.max-months'));
  const lines = [line('lump', counted, lump, facts)];
  if (found === 'C') return payout('178-early', article, lines, { case: found });
  const years = roundedYears(months, parameters);
  lines.push(line('years-early', years, numberOf(parameters, `payout.178.year.${far}`), facts));
  lines.push(...insuranceLines(facts, 'payout.178.insurance', parameters));
  return payout('178-early', article, lines, { case: found, missing: insuranceMissing(facts) });
}

/**
 * Severance after a re-organisation: for each month of insurance up to sixty, for each year of it, and to look for work.
 *
 * @source Decree 178/2024/NĐ-CP art. 9 as amended by 67/2025/NĐ-CP
 */
export function severance178(facts: PayoutFacts, parameters: ParameterValues): Payout {
  const article = textOf(parameters, 'payout.178.article');
  const when = isFirst(facts, parameters) ? 'first' : 'later';
  const years = facts.insuranceYears ?? 0;
  const most = wholeNumberOf(parameters, 'payout.178.max-months');
  const months = Math.min(most, Math.round(years * MONTHS_PER_YEAR));
  const rate = (of: string) => numberOf(parameters, `payout.178.severance.${of}`);
  const lines = [
    line('lump', months, rate(`lump.${when}`), facts),
    line('insurance-years', years, rate('year'), facts),
    line('job-search', 1, rate('job-search'), facts),
  ];
  return payout('178-severance', article, lines, { missing: insuranceMissing(facts) });
}

function isFirst({ reorganisedOn, leavingOn }: PayoutFacts, parameters: ParameterValues): boolean {
  const months = wholeNumberOf(parameters, 'payout.178.first-months');
  return wholeMonths(reorganisedOn, leavingOn) < months;
}

function insuranceLines(
  facts: PayoutFacts,
  prefix: string,
  parameters: ParameterValues,
): PayoutLine[] {
  const of = (name: string) => numberOf(parameters, `${prefix}.${name}`);
  const years = facts.insuranceYears ?? 0;
  const from = of('from-years');
  if (years < from) return [];
  const first = line('insurance-first', 1, of('first-salaries'), facts);
  return years === from
    ? [first]
    : [first, line('insurance-more', years - from, of('each-more'), facts)];
}
