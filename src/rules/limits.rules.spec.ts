import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import {
  deputiesOverSuperior,
  lastDayOfGrace,
  needsRankPlacement,
  normLimits,
  provinceLimits,
  provinceTotalLimit,
  rankShareLimits,
} from './limits.rules.js';
import { parametersOn, scopesOf } from './parameters.js';

const DAY = '2026-11-21';
const on = (day: string) => parametersOn(parameterRows(), day, scopesOf('11')).values;
const law = on(DAY);

describe('provinceLimits (Decrees 300/2025 and 370/2025)', () => {
  const counts = { communes: 45, organisations: 202, viceChairs: 112, deputies: 404 };

  it('provinceLimits holds at 112 vice-chairs, 404 deputies and 202 organisations of 45 communes', () => {
    expect(provinceLimits(counts, law, DAY)).toMatchObject([
      { code: 'vice-chairs-per-commune', computed: 112, allowed: 112, verdict: 'held' },
      { code: 'deputies-per-organisation', computed: 404, allowed: 404, verdict: 'held' },
      { code: 'organisations-per-commune', computed: 202, allowed: 202, verdict: 'held' },
    ]);
  });

  it.each([
    ['2030-12-31', ['in-grace', 'in-grace', 'breach']],
    ['2031-01-01', ['breach', 'breach', 'breach']],
  ])('provinceLimits of one more each, on %s: %j', (day, expected) => {
    const more = { communes: 45, organisations: 203, viceChairs: 113, deputies: 407 };
    const limits = provinceLimits(more, on(day), day);
    expect(limits.map(({ verdict }) => verdict)).toEqual(expected);
    expect(limits.map(({ over }) => over)).toEqual([1, 1, 1]);
    expect(limits.map(lastDayOfGrace)).toEqual(['2030-12-31', '2030-12-31', null]);
  });

  it.each([
    ['2025-10-14', 202],
    ['2025-10-15', 404],
  ])('provinceLimits allows on %s %i deputies', (day, allowed) => {
    expect(provinceLimits(counts, on(day), day)[1]).toMatchObject({ allowed });
  });
});

describe('normLimits', () => {
  const block = { unitCode: '03127', block: 'government' } as const;

  it.each([
    [32, 32, '2026-11-21', 'held', 0],
    [33, 32, '2026-11-21', 'in-grace', 1],
    [33, 32, '2030-12-31', 'in-grace', 1],
    [33, 32, '2031-01-01', 'breach', 1],
    [10, 32, '2031-01-01', 'held', 0],
    [33, null, '2031-01-01', 'unknown', 0],
  ])('normLimits of %i people and the norm %s on %s: %s', (people, norm, day, verdict, over) => {
    expect(normLimits([{ ...block, people, norm }], on(day), day)).toMatchObject([
      { subject: '03127 government', computed: people, allowed: norm, verdict, over },
    ]);
  });
});

describe('provinceTotalLimit', () => {
  it.each([
    [66, 'held', 0],
    [65, 'held', 0],
    [64, 'breach', 1],
    [null, 'unknown', 0],
  ])('provinceTotalLimit of 32 and 33 with a total of %s is %s', (total, verdict, over) => {
    expect(provinceTotalLimit([32, 33], total, law, DAY)).toMatchObject({
      computed: 65,
      verdict,
      over,
    });
  });
});

describe('deputiesOverSuperior (Decree 370/2025)', () => {
  it.each([
    [2, 2, '2026-11-21', 'held'],
    [3, 2, '2026-11-21', 'in-grace'],
    [3, 2, '2031-01-01', 'breach'],
  ])(
    'deputiesOverSuperior of %i below %i on %s: %s',
    (deputies, superiorDeputies, day, verdict) => {
      const bodies = [{ unitCode: '03127.VP', deputies, superiorDeputies }];
      expect(deputiesOverSuperior(bodies, on(day), day)).toMatchObject([
        { subject: '03127.VP', verdict },
      ]);
    },
  );
});

describe('rankShareLimits (Decree 361/2025)', () => {
  const people = { '01.003': 6, '01.002': 4 };

  it('rankShareLimits does not judge by a share that was not found', () => {
    expect(rankShareLimits(people, 'commune', law, DAY)).toMatchObject([
      { subject: '01.002', computed: 4, allowed: null, verdict: 'unknown' },
      { subject: '01.003', computed: 6, allowed: null, verdict: 'unknown' },
    ]);
  });

  it.each([
    [0.4, '2028-01-01', 'held', 0],
    [0.39, '2027-06-30', 'in-grace', 1],
    [0.39, '2027-07-01', 'breach', 1],
  ])('rankShareLimits with a share of %d on %s: %s', (share, day, verdict, over) => {
    const set = { ...on(day), 'rank.max-share.commune.01.002': share };
    expect(rankShareLimits(people, 'commune', set, day)[0]).toMatchObject({ verdict, over });
  });
});

describe('needsRankPlacement (Decree 361/2025)', () => {
  it.each([
    ['01.004', '2020-01-01', ['01.003'], true],
    ['01.003', '2020-01-01', ['01.003'], false],
    [null, '2020', ['01.003'], true],
    [null, null, ['01.003'], true],
    ['01.004', '2025-06-30', ['01.003'], true],
    ['01.004', '2025-07-01', ['01.003'], false],
    ['01.004', '2020-01-01', [], false],
  ])('needsRankPlacement of %s, recruited %s, for %j: %s', (rank, recruitedOn, ranks, expected) => {
    expect(needsRankPlacement({ rank, recruitedOn }, { ranks }, law)).toBe(expected);
  });
});
