import { describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../scenario/facts.js';
import { place, type PlacementResult, type Proposal } from './place.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, facts, seats } from './spec-world.js';

const barred = [
  { case: 'discipline' as const, startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
];

/** One person in each commune's law seat; a free seat of every kind beside them. */
const WORLD = facts({
  people: [aPerson({ key: '1', conditions: barred }), aPerson({ key: '2', unitCode: 'B' })],
  seats: [
    seats('A', 'LAW', 1, 1),
    seats('M', 'LAW', 1),
    ...['IT', 'HEAD', 'ELECTED', 'PARTY'].map((code) => seats('A', code, 1)),
    seats('M', 'ANY', 2),
  ],
});

/** What the checker says when one proposal of the sound run is replaced. */
function violations(
  change: Partial<Proposal>,
  given: Partial<PlacementResult> = {},
  world: ScenarioFacts = WORLD,
): string[] {
  const sound = place(world, { kind: 'best' });
  expect(proposalViolations(world, sound)).toEqual([]);
  const proposals = sound.proposals.map((each, index) =>
    index === 0 ? { ...each, ...change } : each,
  );
  return proposalViolations(world, { ...sound, proposals, ...given });
}

describe('proposalViolations', () => {
  it('accepts a sound run', () => {
    expect(proposalViolations(WORLD, place(WORLD, { kind: 'best' }))).toEqual([]);
  });

  it('refuses a person who is missing, twice, or nobody', () => {
    expect(violations({}, { proposals: [] })).toContain('1 has no proposal');
    expect(violations({ personKey: '2' })).toContain('2 has 2 proposals, or is nobody');
    expect(violations({ personKey: '9' })).toContain('9 has 1 proposals, or is nobody');
  });

  it('refuses a transfer against a no-go case and in the baseline', () => {
    const moved = { unitCode: 'M', positionCode: 'ANY', movement: 'transfer' as const };
    expect(violations(moved)).toContain('1: is transferred against a no-go case');
    expect(violations(moved, { kind: 'baseline' })).toContain(
      '1: leaves the successors in the baseline',
    );
  });

  it('refuses a transfer that is called a succession', () => {
    expect(violations({ unitCode: 'M', positionCode: 'ANY' })).toContain('1: is no succession');
  });

  it('refuses a given title, another block, a leading seat and another field', () => {
    const into = (positionCode: string) => violations({ positionCode });
    expect(into('ELECTED')).toContain('1: ELECTED is given by hand only');
    expect(into('PARTY')).toContain('1: leaves the block government');
    expect(into('HEAD')).toContain('1: may not lead as HEAD');
    expect(into('IT')).toContain('1: is out of the field of IT');
  });

  it('refuses a wrong fit, a seat that does not exist and a closed unit', () => {
    expect(violations({ fit: 'related' })).toContain('1: fit is exact, not related');
    expect(violations({ positionCode: 'ANY' })).toContain('A/ANY holds 1, more than 0');
    expect(violations({ unitCode: 'B' })).toContain('1: sits where nothing stands');
  });

  it('refuses more people than seats and than a cap allows', () => {
    expect(violations({ unitCode: 'M' })).toContain('M/LAW holds 2, more than 1');
    const pools = [{ code: 'c', name: 'c', capacity: 1, positionCodes: ['LAW'], source: '' }];
    const world = facts({
      ...WORLD,
      pools,
      seats: [seats('A', 'LAW', 1, 1), seats('M', 'LAW', 1)],
    });
    const free = place(facts({ ...world, pools: [] }), { kind: 'best' });
    expect(proposalViolations(world, free)).toContain('c holds 2, more than 1');
  });

  it('refuses a leaver who did not ask and a bench outside the main successor', () => {
    const away = { outcome: 'leaving' as const, unitCode: null, positionCode: null, fit: null };
    expect(violations(away)).toContain('1: leaves without having asked');
    expect(violations({ outcome: 'surplus', unitCode: 'M' })).toContain(
      '1: waits outside the main successor A',
    );
  });

  it('refuses a pin that is not kept, and a pin mark without a pin', () => {
    expect(violations({ pinned: true })).toContain('1: is marked as pinned without a pin');
    const pins = [
      { personKey: '1', kind: 'seat' as const, unitCode: 'A', positionCode: 'LAW', reason: '' },
    ];
    expect(violations({ positionCode: 'HEAD' }, {}, { ...WORLD, pins })).toContain(
      '1: is not where the pin says',
    );
  });

  it('refuses every level that does not add up', () => {
    const sound = place(WORLD, { kind: 'best' });
    for (const level of Object.keys(sound.levels) as (keyof typeof sound.levels)[]) {
      const levels = { ...sound.levels, [level]: sound.levels[level] + 1 };
      const found = proposalViolations(WORLD, { ...sound, levels });
      expect(found).toEqual([`${level} is ${sound.levels[level]}, the run says ${levels[level]}`]);
    }
  });
});
