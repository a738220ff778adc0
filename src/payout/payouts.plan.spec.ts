import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from '../rules/parameters.js';
import { payoutLaw, personPayouts, schemeTotals } from './payouts.plan.js';

const lawOn = (day: string) => parametersOn(parameterRows(), day, scopesOf('11')).values;
const law = (leavingOn: string, lastDay: string) => payoutLaw(lawOn(leavingOn), lawOn(lastDay));
const person = {
  ...{ bornOn: '1966-03-15', sex: 'male' as const, coefficient: 4.98, positionAllowance: null },
  ...{ overGradePercent: null, insuranceYears: 25.4 },
};
const asked = {
  leavingOn: '2025-09-01',
  reorganisedOn: '2025-07-01',
  appendix: 'I' as const,
};

describe('personPayouts', () => {
  it('personPayouts shows every input: salary, age by decree, insurance rounded up to a half', () => {
    const found = personPayouts(person, asked, law('2025-09-01', '2025-08-31'));
    expect(found).toMatchObject({
      ...{ insuranceYears: 25.5, retiresOn: '2028-01-01', latestRetiresOn: null },
      salary: { base: 2_340_000, amount: Math.round(4.98 * 2_340_000) + 2_913_300 },
    });
    expect(found.payouts[0]).toMatchObject({ scheme: '178-early', case: 'A' });
  });

  it('personPayouts takes the base salary of the last day of service', () => {
    const of = (leavingOn: string, lastDay: string) =>
      personPayouts(person, { ...asked, leavingOn }, law(leavingOn, lastDay)).salary?.base;
    expect(of('2026-07-01', '2026-06-30')).toBe(2_340_000);
    expect(of('2026-07-02', '2026-07-01')).toBe(2_530_000);
  });

  it('personPayouts of a person born in a year keeps both ends', () => {
    const found = personPayouts(
      { ...person, bornOn: '1966' },
      asked,
      law('2025-09-01', '2025-08-31'),
    );
    expect([found.retiresOn, found.latestRetiresOn]).toEqual(['2027-11-01', '2029-01-01']);
  });

  it('personPayouts by appendix II is five years lower: past the age there is no early retirement', () => {
    const second = { ...asked, appendix: 'II' as const };
    const { payouts } = personPayouts(person, second, law('2025-09-01', '2025-08-31'));
    expect(payouts.find(({ scheme }) => scheme === '178-early')?.refused).toContain('Đã đến tuổi');
  });

  it('personPayouts tells who reached the age before the decree so, and not that the birth is missing', () => {
    const old = { ...person, bornOn: '1959-05' };
    const { payouts } = personPayouts(old, asked, law('2025-09-01', '2025-08-31'));
    const early = payouts.filter(({ scheme }) => scheme.endsWith('early'));
    expect(early).toHaveLength(2);
    for (const { refused, missing } of early)
      expect([refused, missing]).toEqual(['Đã đến tuổi nghỉ hưu.', []]);
  });

  it('personPayouts without a coefficient computes nothing', () => {
    const bare = { ...person, coefficient: null, insuranceYears: null };
    expect(personPayouts(bare, asked, law('2025-09-01', '2025-08-31'))).toMatchObject({
      ...{ salary: null, payouts: [], insuranceYears: null },
    });
  });
});

describe('schemeTotals', () => {
  it('schemeTotals counts who has a claim, scheme by scheme', () => {
    const own = law('2025-09-01', '2025-08-31');
    const one = personPayouts(person, asked, own);
    const young = personPayouts({ ...person, bornOn: '1990-01' }, asked, own);
    const totals = schemeTotals([one, young]);
    const of = (scheme: string) => totals.find((each) => each.scheme === scheme);
    expect(of('178-early')).toMatchObject({ people: 1, amount: one.payouts[0]?.amount });
    expect(of('154-study')).toMatchObject({ people: 1 });
    expect(of('154-leave')).toMatchObject({ people: 2 });
  });
});
