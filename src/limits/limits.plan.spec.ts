import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { parametersOn, scopesOf } from '../rules/parameters.js';
import { retirementContext } from '../rules/retirement.rules.js';
import type { BlockFact, LimitHolder, UnitFact } from './limit-facts.js';
import {
  normLine,
  provinceLimitsOf,
  rankPlacements,
  unitLimitsOf,
  type LimitFacts,
} from './limits.plan.js';

const lawOn = (day: string, own: Readonly<Record<string, unknown>> = {}) => {
  const values = { ...parametersOn(parameterRows(), day, scopesOf('11')).values, ...own };
  return { province: values, of: () => values };
};
const aUnit = (code: string, given: Partial<UnitFact> = {}): UnitFact => ({
  ...{ code, name: `Đơn vị ${code}`, level: 'division', kind: 'economic' },
  ...{ communeCode: code.slice(0, 2), communeName: `Xã ${code.slice(0, 2)}` },
  ...given,
});
let people = 0;
const aHolder = (given: Partial<LimitHolder> = {}): LimitHolder => ({
  ...{ staffId: (people += 1), fullName: 'Lò Văn Một', communeCode: 'C0', communeName: 'Xã C0' },
  ...{ unitCode: 'C0.KT', unitName: 'Phòng Kinh tế', positionCode: 'L4-KT', positionName: 'Phó' },
  ...{ level: 'commune', block: 'government', main: true, seated: true, qualified: true },
  ...{ absent: false, covers: false, bornOn: '1966-03', sex: 'male', endsOn: null },
  ...{ rank: '01.003', recruitedOn: '2000', ranks: ['01.003'] },
  ...given,
});
const aBlock = (given: Partial<BlockFact> = {}): BlockFact => ({
  ...{ communeCode: 'C0', communeName: 'Xã C0', level: 'commune', block: 'government' },
  ...{ people: 34, norm: 33 },
  ...given,
});
const facts = (given: Partial<LimitFacts> = {}): LimitFacts => ({
  day: '2026-06-01',
  blocks: [aBlock()],
  units: [aUnit('C0', { level: 'commune', kind: 'commune' }), aUnit('C0.KT'), aUnit('C0.VP')],
  holders: [],
  ...given,
});
const times = (count: number, given: Partial<LimitHolder>) =>
  Array.from({ length: count }, () => aHolder(given));

describe('provinceLimitsOf', () => {
  const of = (code: string, given: LimitFacts, law = lawOn(given.day)) =>
    provinceLimitsOf(given, law).find((limit) => limit.code === code);

  it.each([
    ['2025-11-16', 3, 'in-grace', 2],
    ['2025-11-17', 3, 'in-grace', 2],
    ['2025-11-17', 2, 'held', 2],
    ['2031-01-01', 3, 'breach', 2],
  ])('provinceLimitsOf on %s with %i vice-chairs says %s', (day, count, verdict, allowed) => {
    const holders = times(count, { positionCode: 'UBND-PCT', unitCode: 'C0' });
    const limit = of('vice-chairs-per-commune', facts({ day, holders }));
    expect(limit).toMatchObject({ computed: count, allowed, verdict });
  });

  it.each([
    ['2025-10-14', 2],
    ['2025-10-15', 4],
    ['2026-01-01', 4],
  ])(
    'provinceLimitsOf allows by the law of %s %i deputies of two organisations',
    (day, allowed) => {
      expect(of('deputies-per-organisation', facts({ day }))).toMatchObject({ allowed });
    },
  );

  it('provinceLimitsOf adds up norms against the total that the province has, and knows none before', () => {
    const given = facts({ blocks: [aBlock(), aBlock({ communeCode: 'C1', norm: 40 })] });
    expect(of('province-total', given)).toMatchObject({ computed: 73, verdict: 'unknown' });
    const law = lawOn(given.day, { 'norm.province-total.government': 70 });
    expect(of('province-total', given, law)).toMatchObject({
      ...{ subject: 'government', allowed: 70, over: 3, verdict: 'breach' },
    });
  });

  it('provinceLimitsOf counts ranks of communes only', () => {
    const holders = [aHolder(), aHolder({ level: 'department' }), aHolder({ rank: null })];
    expect(of('rank-share', facts({ holders }))).toMatchObject({
      ...{ subject: '01.003', computed: 1, verdict: 'unknown' },
    });
  });
});

describe('unitLimitsOf', () => {
  it('unitLimitsOf judges each block by its norm, else by the interim frame of communes', () => {
    const blocks = [
      aBlock(),
      aBlock({ communeCode: 'C1', norm: null }),
      aBlock({ communeCode: 'D1', level: 'department', norm: null }),
    ];
    const norms = unitLimitsOf(facts({ blocks, units: [] }), lawOn('2026-06-01'));
    expect(
      norms.map(({ unitCode, allowed, over, verdict }) => [unitCode, allowed, over, verdict]),
    ).toEqual([
      ['C0', 33, 1, 'in-grace'],
      ['C1', 32, 2, 'in-grace'],
      ['D1', null, 0, 'unknown'],
    ]);
  });

  it('unitLimitsOf takes the value of a unit where it has one', () => {
    const { province } = lawOn('2026-06-01');
    const own = { ...province, 'norm.default.government': 43 };
    const law = { province, of: (unit: string) => (unit === 'C1' ? own : province) };
    const blocks = [aBlock({ norm: null }), aBlock({ communeCode: 'C1', norm: null })];
    const allowed = unitLimitsOf(facts({ blocks, units: [] }), law).map((limit) => limit.allowed);
    expect(allowed).toEqual([32, 43]);
  });

  it('unitLimitsOf compares the deputies of a body with the vice-chairs of its commune', () => {
    const holders = [...times(2, {}), ...times(1, { positionCode: 'UBND-PCT', unitCode: 'C0' })];
    const bodies = unitLimitsOf(facts({ blocks: [], holders }), lawOn('2026-06-01'));
    expect(
      bodies.map(({ unitCode, computed, allowed, over }) => [unitCode, computed, allowed, over]),
    ).toEqual([
      ['C0.KT', 2, 1, 1],
      ['C0.VP', 0, 1, 0],
    ]);
  });
});

describe('normLine', () => {
  it('normLine comes down with retirements, as a range where only the year of birth is known', () => {
    const law = lawOn('2025-07-01');
    const holders = [aHolder(), aHolder({ bornOn: '1966' })];
    const given = facts({ day: '2025-07-01', holders, blocks: [aBlock({ people: 35 })] });
    const line = normLine(given, law, retirementContext(law.province));
    const on = (day: string) => line.find((point) => point.on === day);
    expect(on('2025-07-01')).toMatchObject({ target: 2, over: { low: 2, high: 2 } });
    expect(on('2028-01-01')).toMatchObject({ over: { low: 0, high: 1 } });
    expect(on('2031-01-01')).toMatchObject({ target: 0, over: { low: 0, high: 0 } });
  });
});

describe('rankPlacements', () => {
  const law = lawOn('2026-06-01').province;

  it.each([
    ['another rank', { rank: '01.004' }, true],
    ['no rank', { rank: null }, true],
    ['the rank', {}, false],
    ['a position that asks for none', { rank: '01.004', ranks: [] }, false],
    ['recruited on 30 June 2025', { rank: '01.004', recruitedOn: '2025-06-30' }, true],
    ['recruited on 1 July 2025', { rank: '01.004', recruitedOn: '2025-07-01' }, false],
  ])('rankPlacements with %s', (_what, given, isListed) => {
    expect(rankPlacements([aHolder(given)], law)).toHaveLength(isListed ? 1 : 0);
  });
});
