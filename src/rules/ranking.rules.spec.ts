import { describe, expect, it } from '@jest/globals';
import { ranking, rankingContext, type RankedPerson } from './ranking.rules.js';

const context = rankingContext({
  'ranking.criteria': ['ratings', 'discipline', 'fit', 'degree', 'seniority'],
  'ranking.rating-years': 3,
  'ranking.ratings': ['excellent', 'good', 'completed', 'failed'],
});
const DAY = '2025-07-01';
const GOOD = new Map([
  [2022, 'good'],
  [2023, 'good'],
  [2024, 'good'],
]);

const aPerson = (key: string, change: Partial<RankedPerson> = {}): RankedPerson => ({
  ...{ key, ratings: GOOD, disciplined: false, fit: 'exact', degree: 'university' },
  recruitedOn: '2010-03-01',
  ...change,
});
const order = (people: readonly RankedPerson[], with_ = context) =>
  ranking(people, DAY, with_).map(({ person, rank, tied, partedBy }) => [
    ...[person.key, rank, tied, partedBy],
  ]);

describe('rankingContext', () => {
  it('needs its parameters, and knows no other criterion', () => {
    expect(() => rankingContext({})).toThrow(/ranking\.criteria/);
    const named = { 'ranking.criteria': ['degree', 'looks'], 'ranking.rating-years': 3 };
    expect(rankingContext({ ...named, 'ranking.ratings': [] }).criteria).toEqual(['degree']);
  });
});

describe('ranking', () => {
  it('says by which criterion each falls behind the one before', () => {
    const people = [
      aPerson('e', { recruitedOn: '2012' }),
      aPerson('d', { degree: 'college' }),
      aPerson('c', { fit: 'related' }),
      aPerson('b', { disciplined: true }),
      aPerson('a', { ratings: new Map([[2024, 'excellent']]) }),
      aPerson('f'),
    ];
    const expected = [
      ['f', 1, false, null],
      ['e', 2, false, 'seniority'],
      ['d', 3, false, 'degree'],
      ['c', 4, false, 'fit'],
      ['b', 5, false, 'discipline'],
      ['a', 6, false, 'ratings'],
    ];
    expect(order(people)).toEqual(expected);
    expect(order([...people].reverse())).toEqual(expected);
  });

  it('lets equal people share a rank, and shows it', () => {
    const people = [aPerson('b'), aPerson('a'), aPerson('c', { degree: null })];
    expect(order(people)).toEqual([
      ['a', 1, true, null],
      ['b', 1, true, null],
      ['c', 3, false, 'degree'],
    ]);
  });

  it('counts whole years before the day only, and a year without a rating as nothing', () => {
    const late = new Map([...GOOD, [2025, 'excellent'], [2021, 'excellent']]);
    const [first] = ranking([aPerson('a', { ratings: late })], DAY, context);
    expect(first!.values.ratings).toBe(9);
    const [gap] = ranking([aPerson('a', { ratings: new Map([[2024, 'good']]) })], DAY, context);
    expect(gap!.values.ratings).toBe(3);
  });

  it('takes the last month where only the year of recruitment is known', () => {
    const [year] = ranking([aPerson('a', { recruitedOn: '2010' })], DAY, context);
    const [month] = ranking([aPerson('a', { recruitedOn: '2010-12' })], DAY, context);
    expect(year!.values.seniority).toBe(month!.values.seniority);
  });

  it('leaves out a criterion that the parameter does not name', () => {
    const people = [aPerson('a', { degree: null }), aPerson('b')];
    expect(order(people, { ...context, criteria: ['ratings'] })).toEqual([
      ['a', 1, true, null],
      ['b', 1, true, null],
    ]);
  });
});
