import { describe, expect, it } from '@jest/globals';
import type { PinFact, ScenarioFacts } from '../scenario/facts.js';
import { place, type PlacementResult } from './place.js';
import { capBreaches, seatBreaches } from './pin-counts.rules.js';
import {
  pinAcrossBlocks,
  pinAgainstNoGo,
  pinNeedsASeat,
  pinNotEligible,
  pinOutOfField,
} from './pins.rules.js';
import type { PinnedSeat } from './pinned-seat.js';
import { pinsOf } from './pins.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, facts, seats } from './spec-world.js';
import { worldOf } from './world.js';

function pin(personKey: string, unitCode: string, positionCode: string): PinFact {
  return { personKey, kind: 'seat', unitCode, positionCode, reason: 'Quyết định 12' };
}

function run(given: Partial<ScenarioFacts>): PlacementResult {
  const world = facts(given);
  const result = place(world, { kind: 'best' });
  expect(result.proven).toBe(true);
  expect(proposalViolations(world, result)).toEqual([]);
  return result;
}

const codes = (result: PlacementResult): string[] =>
  result.breaches.map((breach) => `${breach.severity} ${breach.code}`);

const barred = [
  { case: 'discipline' as const, startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
];

describe('pins', () => {
  it('a pin takes its seat before the run, and the required seat when qualified', () => {
    const result = run({
      people: [aPerson({ key: '1' }), aPerson({ key: '2' })],
      seats: [seats('A', 'LAW', 1, 1)],
      pins: [pin('2', 'A', 'LAW')],
    });
    expect(result.breaches).toEqual([]);
    expect(result.proposals).toMatchObject([
      { personKey: '1', outcome: 'surplus', pinned: false },
      { personKey: '2', outcome: 'seated', pinned: true, terms: { requiredWeight: 4 } },
    ]);
    expect(result.levels.requiredUnfilled).toBe(0);
    expect(result.proposals[1]?.reason).toContain('Được chỉ định: Quyết định 12.');
  });

  it('a pin that is not qualified leaves the required seat open', () => {
    const result = run({
      people: [aPerson({ key: '1' })],
      seats: [seats('A', 'IT', 1, 1)],
      pins: [pin('1', 'A', 'IT')],
    });
    expect(codes(result)).toEqual(['warning placement.pin-out-of-field']);
    expect(result.levels).toMatchObject({ requiredUnfilled: 4, fitCost: 9 });
  });

  it('a pin fills a given title without a word', () => {
    const result = run({
      people: [aPerson({ key: '1' })],
      seats: [seats('A', 'ELECTED', 1)],
      pins: [pin('1', 'A', 'ELECTED')],
    });
    expect(result.breaches).toEqual([]);
    expect(result.proposals[0]).toMatchObject({ positionCode: 'ELECTED', movement: 'appointment' });
  });

  it('as many pins as seats hold; one more is named and not repaired', () => {
    const people = [aPerson({ key: '1' }), aPerson({ key: '2' })];
    const pins = [pin('1', 'A', 'LAW'), pin('2', 'A', 'LAW')];
    expect(run({ people, pins, seats: [seats('A', 'LAW', 2)] }).breaches).toEqual([]);
    const over = run({ people, pins, seats: [seats('A', 'LAW', 1)] });
    expect(codes(over)).toEqual(['error placement.pin-over-seats']);
    expect(over.counts.seated).toBe(2);
  });

  it('caps count pins: the engine fills what they leave, and too many are named', () => {
    const pool = { code: 'c', name: 'Trần', capacity: 1, positionCodes: ['LAW'], source: 'NĐ 300' };
    const world = {
      people: [aPerson({ key: '1' }), aPerson({ key: '2' })],
      seats: [seats('A', 'LAW', 2)],
      pools: [pool],
    };
    expect(run({ ...world, pins: [pin('1', 'A', 'LAW')] }).counts.seated).toBe(1);
    const over = run({ ...world, pins: [pin('1', 'A', 'LAW'), pin('2', 'A', 'LAW')] });
    expect(codes(over)).toEqual(['error placement.pin-over-cap']);
  });

  it('an accepted leaver leaves', () => {
    const result = run({
      people: [aPerson({ key: '1' })],
      seats: [seats('A', 'LAW', 1, 1)],
      pins: [{ personKey: '1', kind: 'leave', reason: 'Nghị định 178' }],
    });
    expect(result.proposals[0]).toMatchObject({ outcome: 'leaving', unitCode: null, pinned: true });
    expect(result.proposals[0]?.reason).toBe('Thôi làm việc theo quyết định: Nghị định 178.');
  });

  it('names pins of nobody, twice, into closed units and into old positions', () => {
    const result = run({
      people: ['1', '2', '3'].map((key) => aPerson({ key })),
      seats: [seats('A', 'LAW', 3)],
      pins: [
        pin('9', 'A', 'LAW'),
        pin('1', 'A', 'LAW'),
        pin('1', 'M', 'LAW'),
        pin('2', 'B', 'LAW'),
        pin('3', 'A', 'OLD'),
      ],
    });
    expect(codes(result)).toEqual([
      'error placement.pin-twice',
      'error placement.pin-unknown-unit',
      'error placement.pin-unknown-position',
      'error placement.pin-unknown-person',
    ]);
    expect(result.proposals.map((each) => each.pinned)).toEqual([true, false, false]);
    expect(result.proposals.map((each) => each.outcome)).toEqual(['seated', 'seated', 'seated']);
  });
});

describe('rules on one pin', () => {
  function judged(given: Partial<ScenarioFacts>) {
    const world = worldOf(facts(given), { kind: 'best' });
    const [pinned] = pinsOf(world).seated.values();
    if (!pinned) throw new Error('nobody is pinned');
    const code = (rule: (of: typeof world, p: PinnedSeat) => { code: string } | null) =>
      rule(world, pinned)?.code ?? null;
    return code;
  }

  it('pinNeedsASeat reports a unit without seats of the position, or with none of them', () => {
    const at = (count: number | null) =>
      judged({
        people: [aPerson({ key: '1' })],
        seats: count === null ? [] : [seats('A', 'LAW', count)],
        pins: [pin('1', 'A', 'LAW')],
      })(pinNeedsASeat);
    expect(at(1)).toBeNull();
    expect(at(0)).toBe('placement.pin-no-seat');
    expect(at(null)).toBe('placement.pin-no-seat');
  });

  it('pinOutOfField reports another field, not after training', () => {
    const with_ = (degree: 'college' | 'primary') =>
      judged({ people: [aPerson({ key: '1', degree })], pins: [pin('1', 'A', 'LAW')] })(
        pinOutOfField,
      );
    expect(with_('college')).toBeNull();
    expect(with_('primary')).toBe('placement.pin-out-of-field');
  });

  it('pinNotEligible reports a leading seat for who may not lead, not an elected one', () => {
    const into = (positionCode: string) =>
      judged({ people: [aPerson({ key: '1' })], pins: [pin('1', 'A', positionCode)] })(
        pinNotEligible,
      );
    expect(into('HEAD')).toBe('placement.pin-not-eligible');
    expect(into('ELECTED')).toBeNull();
    expect(into('LAW')).toBeNull();
  });

  it('pinAgainstNoGo reports a move, not the own successor', () => {
    const into = (unitCode: string) =>
      judged({
        people: [aPerson({ key: '1', conditions: barred })],
        pins: [pin('1', unitCode, 'LAW')],
      })(pinAgainstNoGo);
    expect(into('M')).toBe('placement.pin-no-go');
    expect(into('A')).toBeNull();
  });

  it('pinAcrossBlocks reports another block', () => {
    const into = (positionCode: string) =>
      judged({ people: [aPerson({ key: '1' })], pins: [pin('1', 'A', positionCode)] })(
        pinAcrossBlocks,
      );
    expect(into('PARTY')).toBe('placement.pin-other-block');
    expect(into('LAW')).toBeNull();
  });
});

describe('rules on many pins', () => {
  const world = worldOf(
    facts({
      seats: [seats('A', 'LAW', 2)],
      pools: [{ code: 'c', name: 'Trần', capacity: 2, positionCodes: ['LAW'], source: '' }],
    }),
    { kind: 'best' },
  );

  it('seatBreaches reports the third pin on two seats', () => {
    const at = (count: number) => seatBreaches(world, { inCell: Int32Array.of(count) }).length;
    expect([at(1), at(2), at(3)]).toEqual([0, 0, 1]);
  });

  it('capBreaches reports the third pin under a cap of two', () => {
    const at = (count: number) => capBreaches(world, { inPool: new Map([['c', count]]) }).length;
    expect([at(1), at(2), at(3)]).toEqual([0, 0, 1]);
  });
});
