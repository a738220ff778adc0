import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from '../rules/parameters.js';
import {
  changedKeys,
  changedPeople,
  changedProvince,
  changedUnits,
  type AffectedPerson,
} from './affected.plan.js';

const DAY = '2026-06-01';
const now = parametersOn(parameterRows(), DAY, scopesOf('11')).values;
const reference = {
  relatedMajors: [['economics', 'finance']] as const,
  ranks: [
    { code: '01.003', ladder: 'administrative', level: 3 },
    { code: '01.004', ladder: 'administrative', level: 2 },
  ],
};
const aPerson = (given: Partial<AffectedPerson> = {}): AffectedPerson => ({
  ...{ staffId: 1, bornOn: '1980-03', sex: 'male', recruitedOn: '2000', degree: 'university' },
  ...{ majorGroup: 'finance', rank: '01.003', certificates: [] },
  position: {
    minDegree: 'university',
    majorGroups: ['finance'],
    ranks: ['01.003'],
    certificates: [],
  },
  conditions: [],
  ...given,
});
const changes = (people: readonly AffectedPerson[], change: Readonly<Record<string, unknown>>) =>
  changedPeople(people, { day: DAY, reference }, { now, then: { ...now, ...change } }).map(
    ({ what, before, after }) => [what, before, after],
  );

describe('changedPeople', () => {
  it('changedPeople names nobody where nothing changes, nor where a change decides nothing', () => {
    expect(changes([aPerson()], {})).toEqual([]);
    expect(changes([aPerson()], { 'retirement.female.max-months': 700 })).toEqual([]);
  });

  it('changedPeople tells another age of retirement', () => {
    expect(changes([aPerson()], { 'retirement.male.max-months': 756 })).toEqual([
      ['retirement', '2042-04-01', '2043-04-01'],
    ]);
  });

  it('changedPeople tells another fit', () => {
    const officer = aPerson({ rank: '01.004', recruitedOn: '2026-01-01' });
    expect(changes([officer, aPerson()], { 'fit.training.rank-levels': 0 })).toEqual([
      ['fit', 'after-training', 'out-of-field'],
    ]);
  });

  it('changedPeople tells cases that stand against moving, and placing in rank', () => {
    const condition = { case: 'maternity', startsOn: '2026-01-01', endsOn: null } as const;
    const person = aPerson({ conditions: [{ ...condition, liftedByRequest: false }] });
    expect(changes([person], { 'no-go.cases': ['discipline'] })).toEqual([['no-go', '1', null]]);
    const officer = aPerson({ rank: '01.004' });
    expect(changes([officer], { 'fit.rank-placement-recruited-before': '1999-01-01' })).toEqual([
      ['rank-placement', 'listed', null],
    ]);
  });
});

describe('changedUnits, changedProvince', () => {
  const facts = {
    day: DAY,
    blocks: [
      {
        ...{ communeCode: 'C0', communeName: 'Xã C0', level: 'commune' },
        ...{ block: 'government' as const, people: 34, norm: null },
      },
    ],
    units: [
      {
        ...{ code: 'C0', name: 'Xã C0', level: 'commune', kind: 'commune' },
        ...{ communeCode: 'C0', communeName: 'Xã C0' },
      },
    ],
    holders: [],
  };
  const laws = (change: Readonly<Record<string, unknown>>) => {
    const then = { ...now, ...change };
    return { now: { province: now, of: () => now }, then: { province: then, of: () => then } };
  };

  it('changedUnits tells the limit by both laws', () => {
    expect(changedUnits(facts, laws({ 'norm.default.government': 40 }))).toMatchObject([
      { before: { allowed: 32, verdict: 'in-grace' }, after: { allowed: 40, verdict: 'held' } },
    ]);
    expect(changedUnits(facts, laws({}))).toEqual([]);
  });

  it('changedProvince tells the limits of the province', () => {
    expect(changedProvince(facts, laws({ 'cap.vice-chairs-per-commune': 3 }))).toMatchObject([
      { before: { code: 'vice-chairs-per-commune', allowed: 2 }, after: { allowed: 3 } },
    ]);
  });
});

describe('changedKeys', () => {
  it('changedKeys names keys with another value, or in one law only', () => {
    expect(changedKeys({ a: 1, b: [1], c: 1 }, { a: 1, b: [2], d: 1 })).toEqual(['b', 'c', 'd']);
  });
});
