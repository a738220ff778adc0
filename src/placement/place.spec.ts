import { describe, expect, it } from '@jest/globals';
import type { PersonFact, ScenarioFacts } from '../scenario/facts.js';
import { levelList, place, type PlacementResult, type Proposal } from './place.js';
import { proposalViolations } from './proposal-check.js';
import {
  aPerson,
  aPosition,
  aUnit,
  facts,
  POSITIONS,
  NEW_UNITS,
  OLD_UNITS,
  seats,
} from './spec-world.js';

/** Places, and holds every run to the certificate and the independent checker. */
function run(given: Partial<ScenarioFacts>, kind: 'baseline' | 'best' = 'best'): PlacementResult {
  const world = facts(given);
  const result = place(world, { kind });
  expect(result.certificateViolations).toEqual([]);
  expect(proposalViolations(world, result)).toEqual([]);
  return result;
}

function of(result: PlacementResult, key: string): Proposal {
  const found = result.proposals.find((each) => each.personKey === key);
  if (!found) throw new Error(`no proposal of ${key}`);
  return found;
}

function seatOf(result: PlacementResult, key: string): string {
  const { outcome, unitCode, positionCode } = of(result, key);
  return outcome === 'seated' ? `${unitCode ?? ''}/${positionCode ?? ''}` : outcome;
}

const itPerson = (key: string, person: Partial<PersonFact> = {}) =>
  aPerson({ key, majorGroup: 'it', ...person });

describe('place', () => {
  it('seats a person in the successor of the own unit', () => {
    const result = run({ people: [aPerson({ key: '1' })], seats: [seats('A', 'LAW', 1)] });
    expect(of(result, '1')).toMatchObject({
      outcome: 'seated',
      unitCode: 'A',
      positionCode: 'LAW',
      fit: 'exact',
      movement: 'succession',
      terms: { moved: 0, distanceKm: 0 },
    });
    expect(result.proven).toBe(true);
  });

  it('keeps the second of two people for one seat on the bench of the main successor', () => {
    const result = run({
      people: [aPerson({ key: '1' }), aPerson({ key: '2' })],
      seats: [seats('A', 'LAW', 1)],
    });
    expect(result.counts).toMatchObject({ seated: 1, surplus: 1 });
    expect(result.proposals.find((each) => each.outcome === 'surplus')).toMatchObject({
      unitCode: 'A',
      positionCode: 'LAW',
      movement: 'bench',
    });
  });

  it('moves a surplus person to a free seat elsewhere, but not in the baseline', () => {
    const world = {
      people: [aPerson({ key: '1' }), aPerson({ key: '2' })],
      seats: [seats('A', 'LAW', 1), seats('M', 'LAW', 1)],
    };
    expect(run(world).counts).toMatchObject({ seated: 2, moved: 1 });
    expect(run(world, 'baseline').counts).toMatchObject({ seated: 1, surplus: 1, moved: 0 });
  });

  it('lets people of a district follow it into every successor', () => {
    const person = aPerson({ key: '1', unitCode: 'D' });
    const result = run({ people: [person], seats: [seats('M', 'LAW', 1)] }, 'baseline');
    expect(of(result, '1')).toMatchObject({ unitCode: 'M', movement: 'succession' });
  });

  it('lets people of a division of a district follow the district', () => {
    const division = aUnit({ code: 'D.TC', level: 'division', kind: 'office', parentCode: 'D' });
    const result = run(
      {
        units: [...OLD_UNITS, division, ...NEW_UNITS],
        people: [aPerson({ key: '1', unitCode: 'D.TC' })],
        seats: [seats('M', 'LAW', 1)],
      },
      'baseline',
    );
    expect(seatOf(result, '1')).toBe('M/LAW');
  });

  it('fills the required seat of the border commune of zone III before that of zone I', () => {
    const result = run({
      people: [itPerson('1', { unitCode: 'B' })],
      seats: [seats('A', 'IT', 1, 1), seats('M', 'IT', 1, 1)],
    });
    expect(seatOf(result, '1')).toBe('A/IT');
    expect(result.levels.requiredUnfilled).toBe(1);
    expect(of(result, '1').terms.requiredWeight).toBe(4);
  });

  it('counts a required seat that nobody in the province can fill, by its weight', () => {
    const result = run({ people: [aPerson({ key: '1' })], seats: [seats('A', 'IT', 2, 1)] });
    expect(result.levels.requiredUnfilled).toBe(4);
    expect(of(result, '1').outcome).toBe('surplus');
  });

  it('fills a required seat with the qualified even where somebody then has no seat', () => {
    const result = run({
      people: [itPerson('p', { degree: 'college' }), itPerson('q')],
      seats: [seats('A', 'IT', 1, 1)],
    });
    expect(seatOf(result, 'q')).toBe('A/IT');
    expect(of(result, 'p').outcome).toBe('surplus');
    expect(levelList(result.levels).slice(0, 3)).toEqual([0, 1, 0]);
  });

  it('does not count a person after training as filling a required seat', () => {
    const result = run({
      people: [itPerson('p', { degree: 'college' })],
      seats: [seats('A', 'IT', 1, 1)],
    });
    expect(of(result, 'p')).toMatchObject({ fit: 'after-training', failedTests: ['degree'] });
    expect(result.levels).toMatchObject({ requiredUnfilled: 4, withoutSeat: 0, fitCost: 3 });
  });

  it('never chooses a given title, nor a seat of another block', () => {
    const result = run({
      people: [aPerson({ key: '1', group: 'leader' })],
      seats: [seats('A', 'ELECTED', 1), seats('A', 'PARTY', 1)],
    });
    expect(of(result, '1').outcome).toBe('surplus');
  });

  it('crosses blocks that the scenario opens to one another', () => {
    const world = facts({ people: [aPerson({ key: '1' })], seats: [seats('A', 'PARTY', 1)] });
    const result = place(world, { kind: 'best', openBlocks: ['government', 'party'] });
    expect(proposalViolations(world, result)).toEqual([]);
    expect(seatOf(result, '1')).toBe('A/PARTY');
  });

  it('gives a leading seat only to who leads or is planned to', () => {
    const seat = [seats('A', 'HEAD', 1)];
    const plain = run({ people: [aPerson({ key: '1' })], seats: seat });
    const planned = run({
      people: [aPerson({ key: '1', plannedTitle: 'Phó phòng' })],
      seats: seat,
    });
    expect(of(plain, '1').outcome).toBe('surplus');
    expect(of(planned, '1')).toMatchObject({ outcome: 'seated', movement: 'appointment' });
  });

  it('transfers nobody against a no-go case, but lets them follow their unit', () => {
    const conditions = [
      { case: 'discipline' as const, startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
    ];
    const people = [aPerson({ key: '1', conditions })];
    expect(seatOf(run({ people, seats: [seats('M', 'LAW', 1)] }), '1')).toBe('surplus');
    expect(seatOf(run({ people, seats: [seats('A', 'LAW', 1)] }), '1')).toBe('A/LAW');
  });

  it('transfers a person on the day on which the case ends', () => {
    const until = (endsOn: string) =>
      run({
        people: [
          aPerson({
            key: '1',
            conditions: [
              { case: 'discipline', startsOn: '2025-01-01', endsOn, liftedByRequest: false },
            ],
          }),
        ],
        seats: [seats('M', 'LAW', 1)],
      });
    expect(seatOf(until('2025-07-01'), '1')).toBe('M/LAW');
    expect(seatOf(until('2025-07-02'), '1')).toBe('surplus');
  });

  it('follows a wish before the shorter way', () => {
    const result = run({
      people: [aPerson({ key: '1', wish: { kind: 'move', communeCodes: ['M'] } })],
      seats: [seats('A', 'LAW', 1), seats('M', 'LAW', 1)],
    });
    expect(seatOf(result, '1')).toBe('M/LAW');
    expect(result.levels).toMatchObject({ wishCost: 0, moved: 1 });
  });

  it('lets a person go who asked to, unless a required seat needs them', () => {
    const people = [aPerson({ key: '1', wish: { kind: 'leave', communeCodes: [] } })];
    expect(seatOf(run({ people, seats: [seats('A', 'LAW', 1)] }), '1')).toBe('leaving');
    expect(seatOf(run({ people, seats: [seats('A', 'LAW', 1, 1)] }), '1')).toBe('A/LAW');
  });

  it('holds a cap over the province', () => {
    const pool = { code: 'x', name: 'Trần', capacity: 1, positionCodes: ['LAW'], source: '' };
    const result = run({
      people: [aPerson({ key: '1' }), aPerson({ key: '2', unitCode: 'B' })],
      seats: [seats('A', 'LAW', 1), seats('M', 'LAW', 1)],
      pools: [pool],
    });
    expect(result.counts).toMatchObject({ seated: 1, surplus: 1 });
    expect(result.proposals.find((each) => each.outcome === 'surplus')?.reason).toContain('Trần');
  });

  it('holds a cap within a cap', () => {
    const pool = (code: string, capacity: number, positionCodes: string[]) => ({
      code,
      name: code,
      capacity,
      positionCodes,
      source: '',
    });
    const result = run({
      people: ['1', '2', '3', '4'].map((key) => aPerson({ key })),
      seats: [seats('A', 'LAW', 2), seats('A', 'ANY', 2)],
      pools: [pool('outer', 3, ['LAW', 'ANY']), pool('inner', 1, ['LAW'])],
    });
    expect(result.counts.seated).toBe(3);
    expect(
      result.proposals.filter((each) => each.positionCode === 'LAW' && each.outcome === 'seated'),
    ).toHaveLength(1);
  });

  it('refuses caps that cross', () => {
    const pool = (code: string, positionCodes: string[]) => ({
      code,
      name: code,
      capacity: 1,
      positionCodes,
      source: '',
    });
    const world = facts({ pools: [pool('a', ['LAW', 'IT']), pool('b', ['IT', 'ANY'])] });
    expect(() => place(world, { kind: 'best' })).toThrow(/chồng nhau/);
  });

  it('leaves people of a unit that goes on where they are', () => {
    const result = run({
      units: [aUnit({ code: 'X', level: 'department', kind: 'department' })],
      successions: [],
      people: [aPerson({ key: '1', unitCode: 'X', positionCode: 'LAW' })],
      seats: [seats('X', 'LAW', 1)],
    });
    expect(of(result, '1')).toMatchObject({ unitCode: 'X', movement: 'succession' });
    expect(result.breaches).toEqual([]);
  });

  it('names people whose unit has no successor', () => {
    const result = run({ people: [aPerson({ key: '1', unitCode: 'Z' })] });
    expect(result.breaches).toMatchObject([{ code: 'placement.no-successor', personKey: '1' }]);
    expect(of(result, '1')).toMatchObject({ outcome: 'surplus', unitCode: null });
  });

  it('names seats of units and positions that do not stand', () => {
    const result = run({ seats: [seats('Z', 'LAW', 1), seats('A', 'OLD', 1)] });
    expect(result.breaches.map((breach) => breach.code)).toEqual([
      'placement.seat-unknown-position',
      'placement.seat-unknown-unit',
    ]);
  });

  it('places nobody without complaint', () => {
    expect(run({}).counts).toMatchObject({ people: 0, seated: 0 });
    expect(run({ seats: [seats('A', 'LAW', 1, 1)] }).levels.requiredUnfilled).toBe(4);
  });

  it('keeps the bench in the first successor position that the commune has', () => {
    const person = itPerson('1', { conditions: [] });
    const full = [seats('A', 'LAW', 1), seats('A', 'ANY', 0)];
    const result = run({ people: [person], seats: full });
    expect(of(result, '1')).toMatchObject({ outcome: 'surplus', positionCode: 'LAW' });
    const none = run({ people: [person] });
    expect(of(none, '1')).toMatchObject({ unitCode: 'A', positionCode: 'IT' });
  });

  it('names an old post that leads nowhere: a warning when seated, an error on the bench', () => {
    const old = aPosition({ code: 'GONE', startsOn: '2023-08-01', endsOn: '2025-07-01' });
    const world = {
      positions: [...POSITIONS, old],
      people: [aPerson({ key: '1', positionCode: 'GONE' })],
    };
    const code = 'placement.no-successor-position';
    const benched = run(world);
    expect(benched.breaches).toMatchObject([{ code, severity: 'error' }]);
    expect(of(benched, '1').positionCode).toBe('GONE');
    const seated = run({ ...world, seats: [seats('A', 'LAW', 1)] });
    expect(seated.breaches).toMatchObject([{ code, severity: 'warning' }]);
  });
});
