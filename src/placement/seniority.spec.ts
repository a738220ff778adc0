import { describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../scenario/facts.js';
import { place } from './place.js';
import { randomWorld } from './price/random-world.js';
import { proposalViolations } from './proposal-check.js';
import { bySeniority } from './seniority.js';
import { aPerson, facts, seats } from './spec-world.js';

const run = (world: ScenarioFacts) => place(world, { kind: 'seniority' });

const lawyer = (key: string, recruitedOn: string | null, unitCode = 'A') =>
  aPerson({ key, recruitedOn, unitCode, majorGroup: 'law' });

describe('first come by seniority', () => {
  it('gives the one seat to whoever serves longest, an unknown day last, equals by number', () => {
    const people = [lawyer('c', null), lawyer('b', '2004-01-01'), lawyer('a', '2010-05-01')];
    const { proposals } = run(facts({ people, seats: [seats('A', 'LAW', 1, 1)] }));
    expect(proposals.map(({ personKey, outcome }) => [personKey, outcome])).toEqual([
      ['a', 'surplus'],
      ['b', 'seated'],
      ['c', 'surplus'],
    ]);
    const order = ['2004-01-01', null, '2004-01-01'].map((day, at) => ({
      person: lawyer(`p${2 - at}`, day),
    }));
    expect(bySeniority(order)).toEqual([2, 0, 1]);
  });

  it('takes a seat before the bench, and of the seats the nearer one', () => {
    const people = [lawyer('a', '2001-01-01'), lawyer('b', '2002-01-01')];
    const world = facts({ people, seats: [seats('A', 'LAW', 1), seats('M', 'LAW', 1)] });
    const places = run(world).proposals.map(({ unitCode, outcome }) => [unitCode, outcome]);
    expect(places).toEqual([
      ['A', 'seated'],
      ['M', 'seated'],
    ]);
  });

  it('holds law, seats, caps and pins as the independent checker counts them, and never claims to be best', () => {
    let worse = 0;
    for (let seed = 1; seed <= 200; seed++) {
      const world = randomWorld(seed);
      const result = run(world);
      expect([seed, proposalViolations(world, result)]).toEqual([seed, []]);
      expect(result).toMatchObject({ status: 'by-rule', proven: false, bound: null, gap: null });
      const best = place(world, { kind: 'best' }).levels;
      const isWorse = firstDifference(Object.values(result.levels), Object.values(best));
      expect(isWorse).toBeGreaterThanOrEqual(0);
      if (isWorse > 0) worse++;
    }
    expect(worse).toBeGreaterThan(50);
  });

  it('is the same whatever the order of the facts', () => {
    const world = randomWorld(4);
    const turned = {
      ...world,
      people: [...world.people].reverse(),
      seats: [...world.seats].reverse(),
    };
    expect(run(turned).proposals).toEqual(run(world).proposals);
  });
});

/** Above 0 = the first level that differs is worse in `a`. */
function firstDifference(a: readonly number[], b: readonly number[]): number {
  return a.map((value, at) => value - b[at]!).find((each) => each !== 0) ?? 0;
}
