import { describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../scenario/facts.js';
import type { HeldUnit } from './held-units.rules.js';
import { inputHashOf } from './input-hash.js';
import type { PlacementOptions } from './options.js';
import { pinOfHeld } from './pins.rules.js';
import { pinsOf } from './pins.js';
import { place, type PlacementResult } from './place.js';
import { heldUntilSigned } from './placement.model.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, aSuccession, facts, seats, SUCCESSIONS } from './spec-world.js';
import { worldOf } from './world.js';

const HELD: HeldUnit[] = [{ unitCode: 'B', unitName: 'Xã B', people: 1, why: 'not-signed' }];
const AT_B = aPerson({ key: '2', unitCode: 'B' });
/** The one seat is in the other commune. */
const WORLD = facts({ people: [AT_B], seats: [seats('A', 'LAW', 1, 1)] });

function placed(
  world: ScenarioFacts,
  options: Partial<PlacementOptions> = { held: HELD },
): PlacementResult {
  const result = place(world, { kind: 'best', ...options });
  expect(proposalViolations(world, result, options.held)).toEqual([]);
  expect(result.certificateViolations).toEqual([]);
  return result;
}

const placeOf = (result: PlacementResult) =>
  result.proposals.map(({ outcome, unitCode }) => `${outcome} ${unitCode ?? ''}`);

describe('people of a unit that has not signed', () => {
  it('heldUntilSigned keeps them on the bench of the main successor where no seat is left there', () => {
    expect(placeOf(placed(WORLD, {}))).toEqual(['seated A']);
    const held = placed(WORLD);
    expect(placeOf(held)).toEqual(['surplus M']);
    expect(held).toMatchObject({ status: 'optimal', proven: true });
    expect(held.proposals[0]?.reason).toContain(
      'Giữ ở đơn vị kế thừa chính: Xã B đã gửi danh sách nhưng chưa ký.',
    );
    const world = worldOf(WORLD, { kind: 'best', held: HELD });
    const [who, cell] = [world.candidates[0]!, world.cells.all[0]!];
    expect(heldUntilSigned.isBroken(world.options, who, cell)).toBe(true);
    expect(heldUntilSigned.isBroken(world.options, { ...who, heldIn: null }, cell)).toBe(false);
  });

  it('take a seat of the main successor, and none of another one', () => {
    const both = { ...WORLD, seats: [...WORLD.seats, seats('M', 'LAW', 1)] };
    expect(placeOf(placed(both))).toEqual(['seated M']);
    const split = {
      ...WORLD,
      successions: [
        ...SUCCESSIONS.filter(({ oldCode }) => oldCode !== 'B'),
        aSuccession('B', 'M', { kind: 'part', share: 0.5 }),
        aSuccession('B', 'A', { kind: 'part', share: 0.5, main: false }),
      ],
    };
    expect(placeOf(placed(split, { kind: 'baseline' }))).toEqual(['seated A']);
    expect(placeOf(placed(split, { kind: 'baseline', held: HELD }))).toEqual(['surplus M']);
  });

  it.each(['best', 'baseline', 'seniority'] as const)('do not leave on a wish, by %s', (kind) => {
    const wish = { kind: 'leave', communeCodes: [] } as const;
    const asks = { ...WORLD, people: [{ ...AT_B, wish }] };
    expect(placeOf(placed(asks, { kind, held: HELD }))).toEqual(['surplus M']);
    const free = placeOf(placed({ ...asks, seats: [] }, { kind }));
    expect(free).toEqual(['leaving ']);
  });

  it('leave the others free', () => {
    const two = { ...WORLD, people: [aPerson({ key: '1' }), AT_B] };
    expect(placeOf(placed(two))).toEqual(['seated A', 'surplus M']);
  });

  it('pinOfHeld: an officer may still put them elsewhere by hand, and is warned', () => {
    const pin = { personKey: '2', kind: 'seat', unitCode: 'A', positionCode: 'LAW' } as const;
    const pinned = { ...WORLD, pins: [{ ...pin, reason: 'Quyết định 12' }] };
    const result = placed(pinned);
    expect(placeOf(result)).toEqual(['seated A']);
    expect(result.breaches.map(({ code, severity }) => [code, severity])).toContainEqual([
      'placement.pin-held',
      'warning',
    ]);
    const world = worldOf(pinned, { kind: 'best' });
    expect(pinOfHeld(world, [...pinsOf(world).seated.values()][0]!)).toBeNull();
  });

  it('are refused by the checker elsewhere', () => {
    const free = place(WORLD, { kind: 'best' });
    expect(proposalViolations(WORLD, free, HELD)).toEqual([
      '2: is held in the main successor, and is not there',
    ]);
  });
});

describe('inputHashOf', () => {
  it('covers the units that are held and why, and is that of the facts without the choice', () => {
    const changed: HeldUnit[] = [{ ...HELD[0]!, why: 'changed' }];
    const hashes = [undefined, [], HELD, changed].map((held) =>
      inputHashOf(WORLD, held === undefined ? {} : { held }),
    );
    expect(new Set(hashes).size).toBe(4);
    expect(inputHashOf(WORLD, { held: HELD })).toBe(hashes[2]);
  });
});
