import { describe, expect, it } from '@jest/globals';
import type { UnitRoster } from '../registry/unit-roster.js';
import type { PersonFact } from '../scenario/facts.js';
import { HELD_WHY, heldWords, oldUnitOf, unitsWithoutSignature } from './held-units.rules.js';
import { aPerson, aUnit, facts, NEW_UNITS, OLD_UNITS } from './spec-world.js';
import { Territory } from './territory.js';

const PEOPLE = [aPerson({ key: '1' }), aPerson({ key: '2', unitCode: 'A1' })];
const WORLD = facts({
  units: [...OLD_UNITS, aUnit({ code: 'A1', level: 'division', parentCode: 'A' }), ...NEW_UNITS],
  people: [...PEOPLE, aPerson({ key: '3', unitCode: 'B' })],
});
const signed: UnitRoster = {
  ...{ unitCode: 'A', sent: true, signed: true, changedSince: false, people: PEOPLE },
};
const of = (change: Partial<UnitRoster>) =>
  unitsWithoutSignature(WORLD, [
    { ...signed, ...change },
    { ...signed, unitCode: 'B', people: [aPerson({ key: '3', unitCode: 'B' })] },
  ]);

describe('unitsWithoutSignature', () => {
  it('holds nobody whose unit has signed what the plan knows, in any order', () => {
    expect(of({})).toEqual([]);
    expect(of({ people: [...PEOPLE].reverse() })).toEqual([]);
  });

  it.each<[string, Partial<UnitRoster>]>([
    ['not-asked', { unitCode: 'C' }],
    ['not-sent', { sent: false, signed: false }],
    ['not-signed', { signed: false }],
    ['changed', { changedSince: true }],
    ['not-frozen', { people: PEOPLE.slice(1) }],
  ])('says %s of a unit, with the people of its divisions', (why, change) => {
    expect(of(change)).toEqual([{ unitCode: 'A', unitName: 'Xã A', people: 2, why }]);
  });

  it.each<Partial<PersonFact>>([
    { fullName: 'Người khác' },
    { sex: 'female' },
    { bornOn: '1990' },
    { recruitedOn: '2010' },
    { degree: 'master' },
    { majorGroup: 'it' },
    { rank: '01.003' },
    { unitCode: 'A1' },
    { positionCode: 'ANY' },
  ])('holds a unit of whose people the plan knows something else: %j', (change) => {
    const people = [{ ...PEOPLE[0]!, ...change }, PEOPLE[1]!];
    expect(of({ people }).map(({ why }) => why)).toEqual(['not-frozen']);
  });

  it('holds every unit where nobody is asked, in order of their codes, and none without people', () => {
    const held = unitsWithoutSignature({ ...WORLD, people: [...WORLD.people].reverse() }, []);
    expect(held.map(({ unitCode, people }) => [unitCode, people])).toEqual([
      ['A', 2],
      ['B', 1],
    ]);
    expect(unitsWithoutSignature({ ...WORLD, people: [] }, [])).toEqual([]);
  });

  it('names a unit that nobody knows by its code', () => {
    const people = [aPerson({ key: '9', unitCode: 'X' })];
    expect(unitsWithoutSignature({ ...WORLD, people }, [])).toEqual([
      { unitCode: 'X', unitName: 'X', people: 1, why: 'not-asked' },
    ]);
  });
});

describe('oldUnitOf', () => {
  it('is the commune of a division, and the unit itself otherwise', () => {
    const territory = new Territory(WORLD);
    const codes = ['A1', 'A', 'D', 'X'].map((unitCode) => oldUnitOf({ unitCode }, territory));
    expect(codes).toEqual(['A', 'A', 'D', 'X']);
  });
});

describe('heldWords', () => {
  it('has words of their own for every reason', () => {
    expect(new Set(HELD_WHY.map(heldWords)).size).toBe(HELD_WHY.length);
  });
});
