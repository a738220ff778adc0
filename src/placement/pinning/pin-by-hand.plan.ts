import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { BadInput } from '../../shared/errors.js';
import type { PlacementBreach } from '../breach.js';
import { pinsOf } from '../pins.js';
import { seatUnitOf } from '../seat-unit.js';
import { worldOf, type World } from '../world.js';

/** What a pin would bring. */
export interface PinPlan {
  /** The pin as it will stand: in the unit that holds the seats, where a commune was named. */
  readonly pin: PinFact;
  /** It may not stand: the law or a place that is none. */
  readonly refused: readonly PlacementBreach[];
  /** It may stand, and is named in every run: over the seats, over a cap, out of the field. */
  readonly named: readonly PlacementBreach[];
}

/** Faults of the pin itself; counts over seats and caps are named with the run, never repaired. */
const REFUSED: readonly string[] = [
  'placement.pin-no-go',
  'placement.pin-no-seat',
  'placement.pin-unknown-unit',
  'placement.pin-unknown-position',
  'placement.pin-unknown-person',
];

/**
 * What a pin would bring to a scenario, without any solving: only people with pins are looked at.
 *
 * @throws BadInput `placement.unknown-place` where a pin keeps a person from what does not stand
 */
export function pinPlan(facts: ScenarioFacts, wanted: PinFact): PinPlan {
  const pin = atSeat(facts, wanted);
  const others = facts.pins.filter((each) => !isReplaced(each, pin));
  const keys = new Set([...facts.pins, pin].map(({ personKey }) => personKey));
  const people = facts.people.filter(({ key }) => keys.has(key));
  const worldWith = (pins: readonly PinFact[]): World =>
    worldOf({ ...facts, people, pins }, { kind: 'best' });
  const after = worldWith([...others, pin]);
  if (pin.kind === 'forbid') mustStand(after, pin);
  const known = new Set(pinsOf(worldWith(others)).breaches.map(({ message }) => message));
  const fresh = pinsOf(after).breaches.filter(({ message }) => !known.has(message));
  return {
    pin,
    refused: fresh.filter(({ code }) => REFUSED.includes(code)),
    named: fresh.filter(({ code }) => !REFUSED.includes(code)),
  };
}

/**
 * The pins that the law or the facts refuse, looked at together: one world for all of them.
 *
 * @returns as given, in their order.
 */
export function refusedPins(facts: ScenarioFacts, pins: readonly PinFact[]): PinFact[] {
  const keys = new Set(pins.map(({ personKey }) => personKey));
  const people = facts.people.filter(({ key }) => keys.has(key));
  const empty = worldOf({ ...facts, people: [], pins: [] }, { kind: 'best' });
  const held = pins.map((pin) =>
    pin.kind === 'seat'
      ? { ...pin, unitCode: seatUnitOf(empty, pin.unitCode, pin.positionCode) }
      : pin,
  );
  const world = worldOf({ ...facts, people, pins: held }, { kind: 'best' });
  const refused = new Set(
    pinsOf(world)
      .breaches.filter(({ code }) => REFUSED.includes(code))
      .map(({ personKey }) => personKey),
  );
  return pins.filter((pin) =>
    pin.kind === 'forbid' ? !stands(world, pin) : refused.has(pin.personKey),
  );
}

function atSeat(facts: ScenarioFacts, pin: PinFact): PinFact {
  if (pin.kind !== 'seat') return pin;
  const world = worldOf({ ...facts, people: [], pins: [] }, { kind: 'best' });
  return { ...pin, unitCode: seatUnitOf(world, pin.unitCode, pin.positionCode) };
}

/** A pin that gives a place takes that of the one before. */
function isReplaced(each: PinFact, pin: PinFact): boolean {
  return each.personKey === pin.personKey && each.kind !== 'forbid' && pin.kind !== 'forbid';
}

type Forbid = Extract<PinFact, { kind: 'forbid' }>;

function stands({ territory, positions }: World, { unitCode, positionCode }: Forbid): boolean {
  const unit = unitCode === null || territory.unitAfter(unitCode) !== undefined;
  const position = positionCode === null || positions.has(positionCode);
  return unit && position && (unitCode !== null || positionCode !== null);
}

function mustStand(world: World, pin: Forbid): void {
  if (stands(world, pin)) return;
  const { unitCode, positionCode } = pin;
  throw new BadInput(
    'placement.unknown-place',
    `Không có đơn vị ${unitCode ?? ''} hoặc vị trí ${positionCode ?? ''} vào ngày sắp xếp.`,
    { unitCode, positionCode },
  );
}
