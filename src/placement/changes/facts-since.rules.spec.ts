import { describe, expect, it } from '@jest/globals';
import { aPerson, facts, seats } from '../spec-world.js';
import { factsChangedSince, type FactsOfNow, pinsChangedSince } from './facts-since.rules.js';

const frozen = facts({
  people: [aPerson({ key: 'a' }), aPerson({ key: 'b' })],
  seats: [seats('A', 'LAW', 2, 1)],
});

const now = (change: Partial<FactsOfNow> = {}): FactsOfNow => ({
  ...frozen,
  units: frozen.units.filter(({ isNew }) => !isNew),
  ...change,
});

describe('factsChangedSince', () => {
  it('tells nothing of the same facts in another order, whatever the surrogate ids', () => {
    const people = [...frozen.people].reverse().map((each) => ({ ...each, staffId: 99 }));
    expect(factsChangedSince(frozen, now({ people }), [...frozen.seats])).toEqual([]);
  });

  it('tells who came, who is gone, and who is another', () => {
    const people = [aPerson({ key: 'b', degree: 'doctorate' }), aPerson({ key: 'c' })];
    expect(factsChangedSince(frozen, now({ people }), null)).toEqual([
      { what: 'people-added', keys: ['c'] },
      { what: 'people-gone', keys: ['a'] },
      { what: 'people-changed', keys: ['b'] },
    ]);
  });

  it('names the parameter whose value is another, and one that is new', () => {
    const parameters = { ...frozen.parameters, 'placement.wish-cost.unmet': 77, 'test.new': 1 };
    expect(factsChangedSince(frozen, now({ parameters }), null)).toEqual([
      { what: 'law', keys: ['placement.wish-cost.unmet', 'test.new'] },
    ]);
  });

  it('compares seats of its own units only, and none where the registry has none yet', () => {
    const others = [seats('A', 'LAW', 3, 1), seats('ELSEWHERE', 'LAW', 1)];
    expect(factsChangedSince(frozen, now(), others)).toEqual([{ what: 'seats', keys: ['A/LAW'] }]);
    expect(factsChangedSince(frozen, now(), null)).toEqual([]);
  });
});

describe('pinsChangedSince', () => {
  const seat = (unitCode: string) => ({
    personKey: 'a',
    kind: 'seat' as const,
    unitCode,
    positionCode: 'LAW',
  });

  it('holds for the same pins', () => {
    expect(pinsChangedSince([seat('A')], [seat('A')], true)).toEqual([]);
  });

  it('tells another place of a person as set and as taken off', () => {
    expect(pinsChangedSince([seat('A')], [seat('B')], false)).toEqual([
      { what: 'pins-set', keys: ['a'] },
      { what: 'pins-off', keys: ['a'] },
    ]);
  });

  it('tells other words of a reason', () => {
    expect(pinsChangedSince([seat('A')], [seat('A')], false)).toEqual([
      { what: 'pins-reason', keys: [] },
    ]);
  });
});
