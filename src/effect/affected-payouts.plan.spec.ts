import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import type { PayoutPerson } from '../payout/payout-person.js';
import { parametersOn, scopesOf } from '../rules/parameters.js';
import { changedPayouts } from './affected-payouts.plan.js';

const LEAVING = '2026-03-01';
const person: PayoutPerson = {
  ...{ staffId: 1, fullName: 'Lò Văn Một', bornOn: '1966-03-15', sex: 'male', surplus: true },
  ...{
    communeCode: 'C0',
    communeName: 'Xã C0',
    unitName: 'Văn phòng',
    positionName: 'Chuyên viên',
  },
  ...{ block: 'government', coefficient: 4.98, positionAllowance: null, overGradePercent: null },
  insuranceYears: 25,
};
const lawOn =
  (change: Readonly<Record<string, unknown>>, from = '2000-01-01') =>
  (day: string) => ({
    ...parametersOn(parameterRows(), day, scopesOf('11')).values,
    ...(day >= from && change),
  });
const on = { 'payout.shown': true };
const now = lawOn(on);
const changed = (then: ReturnType<typeof lawOn>, day = LEAVING, was = now) =>
  changedPayouts([person], day, { now: was, then });

describe('changedPayouts', () => {
  it('changedPayouts names scheme and amounts where a rate changes, and no other scheme', () => {
    const found = changed(lawOn({ ...on, 'payout.178.severance.job-search': 6 }));
    expect(found.map(({ scheme }) => scheme)).toEqual(['178-severance']);
    const [{ before, after }] = found as [(typeof found)[number]];
    expect(after! - before!).toBe(3 * 14_566_500);
  });

  it('changedPayouts names nobody where nothing changes, nor by a law that decides nothing here', () => {
    expect(changed(now)).toEqual([]);
    expect(changed(lawOn({ ...on, 'retirement.female.max-months': 756 }))).toEqual([]);
  });

  it('changedPayouts tells a claim that is lost, at the month to which it goes', () => {
    const young = { ...person, bornOn: '1972-03-15' };
    const until = (months: number) => {
      const then = lawOn({ ...on, 'payout.178.case-b.to-months': months });
      return changedPayouts([young], LEAVING, { now, then }).map((each) => [
        ...[each.scheme, each.after, (each.before ?? 0) > 0],
      ]);
    };
    expect(until(97)).toEqual([]);
    expect(until(96)).toEqual([['178-early', null, true]]);
  });

  it('changedPayouts takes the base salary of the last day of service: from the second day on', () => {
    const then = lawOn({ ...on, 'salary.base-monthly-vnd': 3_000_000 }, LEAVING);
    expect(changed(then)).toEqual([]);
    expect(changed(then, '2026-03-02').length).toBeGreaterThan(0);
  });

  it('changedPayouts names nobody where either law has them switched off', () => {
    const rate = { 'payout.178.severance.job-search': 6 };
    expect(changed(lawOn({ ...on, ...rate }), LEAVING, lawOn({}))).toEqual([]);
    expect(changed(lawOn(rate))).toEqual([]);
    expect(changed(lawOn({ ...on, ...rate }))).toHaveLength(1);
  });

  it('changedPayouts keeps the order of the people, whatever it is', () => {
    const other = { ...person, staffId: 2, coefficient: 3 };
    const then = lawOn({ ...on, 'payout.178.severance.job-search': 6 });
    const ids = (people: readonly PayoutPerson[]) =>
      changedPayouts(people, LEAVING, { now, then }).map((each) => each.person.staffId);
    expect(ids([person, other])).toEqual([1, 2]);
    expect(ids([other, person])).toEqual([2, 1]);
  });
});
