import { describe, expect, it } from '@jest/globals';
import type { ForbidPin, PinFact, ScenarioFacts } from '../scenario/facts.js';
import { place } from './place.js';
import { pinPlan } from './pinning/pin-by-hand.plan.js';
import { forbiddenByHand } from './placement.model.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, facts, seats } from './spec-world.js';
import { pinAgainstForbid } from './pins.rules.js';
import { pinsOf } from './pins.js';
import { worldOf } from './world.js';

const forbid = (unitCode: string | null, positionCode: string | null): ForbidPin => ({
  personKey: '1',
  kind: 'forbid',
  unitCode,
  positionCode,
  reason: 'Người thân đang giữ chức vụ ở đây',
});

const seatIn = (unitCode: string, positionCode = 'LAW'): PinFact => ({
  personKey: '1',
  kind: 'seat',
  unitCode,
  positionCode,
  reason: 'Quyết định 12',
});

const WORLD: Partial<ScenarioFacts> = {
  people: [aPerson({ key: '1' })],
  seats: [seats('A', 'LAW', 1), seats('A', 'ANY', 1), seats('M', 'LAW', 1)],
};

function placeOf(pins: readonly PinFact[]): string {
  const world = facts({ ...WORLD, pins });
  const result = place(world, { kind: 'best' });
  expect(result.proven).toBe(true);
  expect(proposalViolations(world, result)).toEqual([]);
  const [only] = result.proposals;
  return `${only?.outcome ?? ''} ${only?.unitCode ?? ''}`;
}

describe('places kept away by hand', () => {
  it('forbiddenByHand keeps from a unit, a position, and a position in a unit', () => {
    expect(placeOf([])).toBe('seated A');
    expect(placeOf([forbid('A', null)])).toBe('seated M');
    expect(placeOf([forbid('A', null), forbid('M', 'LAW')])).toBe('surplus A');
    expect(placeOf([forbid(null, 'LAW')])).toBe('seated A');
    expect(placeOf([forbid('A', 'LAW')])).toBe('seated A');
  });

  it('forbiddenByHand says so, without the words that were typed', () => {
    const world = worldOf(facts({ ...WORLD, pins: [forbid('A', null)] }), { kind: 'best' });
    const [cell] = world.cells.all;
    const broken = forbiddenByHand.isBroken(world.options, world.candidates[0]!, cell!);
    expect(broken).toBe(true);
    expect(forbiddenByHand.reason(world.candidates[0]!)).not.toContain('Người thân');
  });

  it('the checker refuses a person who sits where a pin keeps them away', () => {
    const free = place(facts(WORLD), { kind: 'best' });
    const world = facts({ ...WORLD, pins: [forbid('A', null)] });
    expect(proposalViolations(world, free)).toContain('1: sits where a pin keeps them away');
  });

  it('pinAgainstForbid warns where a pin gives what another keeps away', () => {
    const world = worldOf(facts({ ...WORLD, pins: [forbid('A', null), seatIn('A')] }), {
      kind: 'best',
    });
    const pins = pinsOf(world);
    expect(pins.breaches.map(({ code }) => code)).toEqual(['placement.pin-forbidden']);
    const other = worldOf(facts({ ...WORLD, pins: [forbid('M', null), seatIn('A')] }), {
      kind: 'best',
    });
    expect(pinAgainstForbid(other, pinsOf(other).seated.get('1')!)).toBeNull();
  });
});

describe('a pin by hand, before it is set', () => {
  const codesOf = (pin: PinFact, given: Partial<ScenarioFacts> = {}) => {
    const { refused, named } = pinPlan(facts({ ...WORLD, ...given }), pin);
    return [refused, named].map((each) => each.map(({ code }) => code));
  };

  it('pinPlan lets a pin stand that breaks nothing', () => {
    expect(codesOf(seatIn('M'))).toEqual([[], []]);
    expect(codesOf(forbid('A', null))).toEqual([[], []]);
  });

  it('pinPlan refuses a transfer against a no-go case, with the article', () => {
    const barred = aPerson({
      key: '1',
      conditions: [
        { case: 'discipline', startsOn: '2025-01-01', endsOn: null, liftedByRequest: false },
      ],
    });
    const { refused } = pinPlan(facts({ ...WORLD, people: [barred] }), seatIn('M'));
    expect(refused.map(({ code }) => code)).toEqual(['placement.pin-no-go']);
    expect(refused[0]?.message).toContain('Điều 25');
    expect(pinPlan(facts({ ...WORLD, people: [barred] }), seatIn('A')).refused).toEqual([]);
  });

  it('pinPlan refuses what does not stand, and names what is over the seats', () => {
    expect(codesOf(seatIn('Z'))[0]).toEqual(['placement.pin-unknown-unit']);
    expect(codesOf(seatIn('A', 'IT'))[0]).toEqual(['placement.pin-no-seat']);
    expect(() => codesOf(forbid('Z', null))).toThrow(/Không có đơn vị/u);
    expect(() => codesOf(forbid(null, null))).toThrow(/Không có đơn vị/u);
    const people = [aPerson({ key: '1' }), aPerson({ key: '2' })];
    const pins = [{ ...seatIn('A'), personKey: '2' }];
    expect(codesOf(seatIn('A'), { people, pins })).toEqual([[], ['placement.pin-over-seats']]);
  });

  it('pinPlan takes the person’s earlier pin away', () => {
    expect(codesOf(seatIn('M'), { pins: [seatIn('A')] })).toEqual([[], []]);
  });
});
