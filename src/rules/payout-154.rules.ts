import { numberOf, textOf, type ParameterValues } from './parameters.js';
import {
  BIRTH_MISSING,
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
export function earlyRetirement154(facts: PayoutFacts, parameters: ParameterValues): Payout {
  const article = textOf(parameters, 'payout.154.article');
  if (facts.retiresOn === null) return refusedFor('154-early', article, BIRTH_MISSING, ['birth']);
  const months = monthsEarly({ ...facts, retiresOn: facts.retiresOn });
  const of = (name: string) => numberOf(parameters, `payout.154.early.${name}`);
  if (months < of('from-months') || months > of('to-months'))
    return refusedFor('154-early', article, outOfSpan(months));
  if (facts.insuranceYears !== null && facts.insuranceYears < of('insurance.min-years'))
    return refusedFor('154-early', article, 'Chưa đủ số năm đóng bảo hiểm xã hội.');
  const lines = [line('years-early', roundedYears(months, parameters), of('year'), facts)];
  const insured = facts.insuranceYears ?? 0;
  if (insured >= of('insurance.min-years')) {
    lines.push(line('insurance-first', 1, of('insurance.first-salaries'), facts));
    const more = Math.max(0, insured - of('insurance.from-years'));
    if (more > 0) lines.push(line('insurance-more', more, of('insurance.each-more'), facts));
  }
  return payout('154-early', article, lines, { missing: insuranceMissing(facts) });
}

/**
 * Moving to a body that is not paid from the budget, or leaving at once: salaries, and more for each year of insurance.
 *
 * @source Decree 154/2025/NĐ-CP of 2025-06-15, in force from 2025-06-16 to 2030-12-31
 */
export function leaving154(
  facts: PayoutFacts,
  how: 'move-out' | 'leave',
  parameters: ParameterValues,
): Payout {
  const article = textOf(parameters, 'payout.154.article');
  const lines = [
    line('salaries', 1, numberOf(parameters, `payout.154.${how}.salaries`), facts),
    line(
      'insurance-years',
      facts.insuranceYears ?? 0,
      numberOf(parameters, `payout.154.${how}.year`),
      facts,
    ),
  ];
  return payout(`154-${how}`, article, lines, { missing: insuranceMissing(facts) });
}

/**
 * Leaving after a vocational course, below an age: the salary of the course, its fee at most, and salaries afterwards. The
 * course decides the first two, so the amount is the most that may be paid.
 *
 * @source Decree 154/2025/NĐ-CP of 2025-06-15, in force from 2025-06-16 to 2030-12-31
 */
export function study154(facts: PayoutFacts, parameters: ParameterValues): Payout {
  const article = textOf(parameters, 'payout.154.article');
  const of = (name: string) => numberOf(parameters, `payout.154.study.${name}`);
  if (facts.ageYears === null) return refusedFor('154-study', article, BIRTH_MISSING, ['birth']);
  if (facts.ageYears >= of('below-age-years'))
    return refusedFor('154-study', article, `Từ ${of('below-age-years')} tuổi trở lên.`);
  return payout('154-study', article, [
    line('study-months', of('salary-months'), 1, facts),
    line('study-fee', 1, of('fee-salaries'), facts),
    line('salaries', 1, of('salaries'), facts),
  ]);
}

/** All that a person may be entitled to, side by side; schemes that are not in force on the day are left out. */
export function payoutsOf(facts: PayoutFacts, parameters: ParameterValues): Payout[] {
  const has = (key: string): boolean => Object.hasOwn(parameters, key);
  return [
    ...(has('payout.178.article')
      ? [earlyRetirement178(facts, parameters), severance178(facts, parameters)]
      : []),
    ...(has('payout.154.article')
      ? [
          earlyRetirement154(facts, parameters),
          leaving154(facts, 'move-out', parameters),
          leaving154(facts, 'leave', parameters),
          study154(facts, parameters),
        ]
      : []),
  ];
}
