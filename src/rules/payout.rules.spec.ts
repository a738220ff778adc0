import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from './parameters.js';
import { earlyRetirement154, leaving154, payoutsOf, study154 } from './payout-154.rules.js';
import { payoutContext } from './payout-law.js';
import type { PayoutFacts } from './payout.js';
import {
  earlyCase,
  earlyRetirement178,
  monthsEarly,
  roundedYears,
  severance178,
} from './payout.rules.js';
import { monthlySalary, salaryContext } from './salary.rules.js';

const lawOn = (day: string) => parametersOn(parameterRows(), day, scopesOf('11')).values;
const decrees = (day: string) => {
  const context = payoutContext(lawOn(day));
  const { decree178, decree154 } = context;
  if (decree178 === null || decree154 === null) throw new Error(`not in force on ${day}`);
  return { ...context, decree178, decree154 };
};
const law = decrees('2025-09-01');
const { decree178, decree154 } = law;
const S = 10_000_000;
const facts = (given: Partial<PayoutFacts> = {}): PayoutFacts => ({
  leavingOn: '2025-09-01',
  retiresOn: '2028-09-01',
  reorganisedOn: '2025-07-01',
  insuranceYears: 25,
  ageYears: 59,
  salary: S,
  ...given,
});
/** Salaries of each line. */
const salaries = ({ lines }: { readonly lines: readonly { code: string; amount: number }[] }) =>
  Object.fromEntries(lines.map(({ code, amount }) => [code, amount / S]));

describe('monthlySalary', () => {
  const salary = salaryContext(lawOn('2025-09-01'), lawOn('2026-06-30'));
  const pay = { coefficient: 4.98, positionAllowance: 0.5, overGradePercent: 7 };

  it('monthlySalary adds allowance, over-grade seniority and the public-service allowance of all three', () => {
    const found = monthlySalary(pay, salary);
    expect(found?.lines.map(({ code, coefficient }) => [code, coefficient])).toEqual([
      ['coefficient', 4.98],
      ['position-allowance', 0.5],
      ['over-grade', 0.3486],
      ['public-service', 1.4572],
    ]);
    expect(found?.amount).toBe(Math.round(4.98 * 2_340_000) + 1_170_000 + 815_724 + 3_409_731);
  });

  it('monthlySalary follows the base salary of the day: 30 June and 1 July 2026', () => {
    const of = (day: string) => {
      const own = salaryContext(lawOn('2025-09-01'), lawOn(day));
      return monthlySalary({ ...pay, overGradePercent: null }, own)?.amount;
    };
    expect([of('2026-06-30'), of('2026-07-01')]).toEqual([16_029_000, 17_330_500]);
  });

  it('monthlySalary knows none without a coefficient', () => {
    expect(monthlySalary({ ...pay, coefficient: null }, salary)).toBeNull();
  });
});

describe('roundedYears', () => {
  it.each([
    [24, 2],
    [25, 2.5],
    [30, 2.5],
    [31, 3],
    [35, 3],
    [36, 3],
  ])('roundedYears makes %i months %d years', (months, years) => {
    expect(roundedYears(months, law)).toBe(years);
  });
});

describe('earlyCase', () => {
  it.each([
    [0, null],
    [1, 'C'],
    [23, 'C'],
    [24, 'A'],
    [60, 'A'],
    [61, 'B'],
    [120, 'B'],
    [121, null],
  ])('earlyCase of %i months is %s', (months, found) => {
    expect(earlyCase(months, decree178)).toBe(found);
  });

  it('monthsEarly counts months of the calendar, never below nothing', () => {
    expect(monthsEarly({ leavingOn: '2025-09-01', retiresOn: '2028-09-01' })).toBe(36);
    expect(monthsEarly({ leavingOn: '2028-10-01', retiresOn: '2028-09-01' })).toBe(0);
  });
});

describe('earlyRetirement178', () => {
  it('earlyRetirement178 in case A: S × 1.0 × m, 5 × S × y, and the insurance part', () => {
    const found = earlyRetirement178(facts(), decree178, law);
    expect(found).toMatchObject({ case: 'A', refused: null, missing: [] });
    expect(salaries(found)).toEqual({
      ...{ lump: 36, 'years-early': 15 },
      ...{ 'insurance-first': 4, 'insurance-more': 5 },
    });
    expect(found.amount).toBe(60 * S);
  });

  it('earlyRetirement178 in case B: S × 0.9 × 60 and 4 × S × y', () => {
    const found = earlyRetirement178(facts({ retiresOn: '2032-03-01' }), decree178, law);
    expect(found.case).toBe('B');
    expect(salaries(found)).toMatchObject({ lump: 54, 'years-early': 26 });
  });

  it('earlyRetirement178 in case C has the lump only', () => {
    const found = earlyRetirement178(facts({ retiresOn: '2027-08-01' }), decree178, law);
    expect([found.case, salaries(found)]).toEqual(['C', { lump: 23 }]);
  });

  it.each([
    ['2026-06-30', 1],
    ['2026-07-01', 0.5],
  ])('earlyRetirement178 leaving on %s has %d of a salary a month', (leavingOn, rate) => {
    const found = earlyRetirement178(facts({ leavingOn, retiresOn: '2029-09-01' }), decree178, law);
    expect(found.lines[0]).toMatchObject({ code: 'lump', rate });
  });

  it.each([
    ['2025-06-30', 5 + 0.5 * 5],
    ['2025-07-01', 4 + 0.5 * 10],
  ])(
    'earlyRetirement178 by the law of %s gives %d salaries for 25 years of insurance',
    (day, wanted) => {
      const { lines } = earlyRetirement178(facts(), decrees(day).decree178, law);
      const part = lines.filter(({ code }) => code.startsWith('insurance'));
      expect(part.reduce((sum, { amount }) => sum + amount, 0) / S).toBe(wanted);
    },
  );

  it.each([
    [14.5, undefined, undefined],
    [15, 4, undefined],
    [15.5, 4, 0.25],
  ])('earlyRetirement178 with %d years of insurance', (insuranceYears, first, more) => {
    const found = salaries(earlyRetirement178(facts({ insuranceYears }), decree178, law));
    expect([found['insurance-first'], found['insurance-more']]).toEqual([first, more]);
  });

  it('earlyRetirement178 says what the file lacks, and when there is no claim', () => {
    expect(earlyRetirement178(facts({ retiresOn: null }), decree178, law)).toMatchObject({
      ...{ amount: 0, missing: ['birth'] },
      refused: expect.stringContaining('ngày sinh'),
    });
    expect(earlyRetirement178(facts({ insuranceYears: null }), decree178, law).missing).toEqual([
      'insurance',
    ]);
    expect(
      earlyRetirement178(facts({ retiresOn: '2025-09-01' }), decree178, law).refused,
    ).toContain('tuổi');
    expect(
      earlyRetirement178(facts({ retiresOn: '2036-01-01' }), decree178, law).refused,
    ).toContain('124');
  });
});

describe('severance178', () => {
  it.each([
    ['2025-09-01', 0.8 * 60],
    ['2026-07-01', 0.4 * 60],
  ])(
    'severance178 leaving on %s: %d salaries for the months, 1.5 a year, 3 to look for work',
    (leavingOn, lump) => {
      const found = salaries(severance178(facts({ leavingOn }), decree178));
      expect(found).toEqual({ lump, 'insurance-years': 37.5, 'job-search': 3 });
    },
  );

  it('severance178 counts no more months than the insurance has', () => {
    expect(severance178(facts({ insuranceYears: 2.5 }), decree178).lines[0]).toMatchObject({
      times: 30,
    });
  });
});

describe('Decree 154', () => {
  it('earlyRetirement154: 5 × S × y and 5 + 0.5 for each year from 20', () => {
    expect(salaries(earlyRetirement154(facts(), decree154, law))).toEqual({
      ...{ 'years-early': 15, 'insurance-first': 5, 'insurance-more': 2.5 },
    });
    const fifteen = earlyRetirement154(facts({ insuranceYears: 15 }), decree154, law);
    expect(salaries(fifteen)).toEqual({ 'years-early': 15, 'insurance-first': 5 });
  });

  it.each([
    ['2027-08-01', false],
    ['2027-09-01', true],
    ['2030-09-01', true],
    ['2030-10-01', false],
  ])('earlyRetirement154 with the age on %s: %s', (retiresOn, isClaim) => {
    expect(earlyRetirement154(facts({ retiresOn }), decree154, law).refused === null).toBe(isClaim);
  });

  it('earlyRetirement154 refuses fewer than fifteen years of insurance, and an unknown birth', () => {
    expect(earlyRetirement154(facts({ insuranceYears: 14.5 }), decree154, law).refused).toContain(
      'bảo hiểm',
    );
    expect(earlyRetirement154(facts({ retiresOn: null }), decree154, law).missing).toEqual([
      'birth',
    ]);
  });

  it('leaving154: 3 + 0.5 a year outside the budget, 3 + 1.5 a year at once', () => {
    expect(leaving154(facts(), 'move-out', decree154).amount / S).toBe(3 + 0.5 * 25);
    expect(leaving154(facts(), 'leave', decree154).amount / S).toBe(3 + 1.5 * 25);
    expect(leaving154(facts({ insuranceYears: null }), 'leave', decree154)).toMatchObject({
      ...{ amount: 3 * S, missing: ['insurance'] },
    });
  });

  it.each([
    [44, true],
    [45, false],
  ])('study154 at the age of %i: %s', (ageYears, isClaim) => {
    const found = study154(facts({ ageYears }), decree154);
    expect([found.refused === null, found.amount]).toEqual([isClaim, isClaim ? 15 * S : 0]);
  });
});

describe('whoever has reached the age', () => {
  it.each([
    ['2025-09-01', true],
    ['2025-08-01', true],
    ['2025-10-01', false],
    [null, false],
  ])('has no scheme but retirement: age on %s, all refused = %s', (retiresOn, all) => {
    const found = payoutsOf(facts({ retiresOn, ageYears: 62 }), law);
    const leaving = found.filter(({ scheme }) => /severance|move-out|leave/.test(scheme));
    expect(leaving).toHaveLength(3);
    expect(leaving.every(({ refused }) => refused === 'Đã đến tuổi nghỉ hưu.')).toBe(all);
    expect(leaving.every(({ amount }) => amount === 0)).toBe(all);
  });
});

describe('payoutsOf', () => {
  it.each([
    ['2025-06-15', ['178-early', '178-severance']],
    [
      '2025-06-16',
      ['178-early', '178-severance', '154-early', '154-move-out', '154-leave', '154-study'],
    ],
    [
      '2030-12-31',
      ['178-early', '178-severance', '154-early', '154-move-out', '154-leave', '154-study'],
    ],
    ['2031-01-01', ['178-early', '178-severance']],
  ])('payoutsOf by the law of %s', (day, schemes) => {
    expect(payoutsOf(facts(), payoutContext(lawOn(day))).map(({ scheme }) => scheme)).toEqual(
      schemes,
    );
  });
});
