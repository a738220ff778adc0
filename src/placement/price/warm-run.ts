/**
 * A loaded run under more pins than it was made with. Each pin is set and the optimum found again from the one before
 * (`replan.ts`); every level is what a cold solve gives, in a small part of its time. A plan that is stored is solved cold.
 */
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { cellKey } from '../cells.js';
import { TO_LEAVE, placementNetwork } from '../placement-network.js';
import { pinsOf } from '../pins.js';
import { placedPeople } from '../proposals.js';
import { reasonsOf } from '../reasons.js';
import type { World } from '../world.js';
import type { PricedRun } from './priced-run.js';
import { Replan } from './replan.js';

/**
 * @param facts as those of the run but for their pins.
 * @returns null where the pins of now are not those of the run and some seats, or leavings, that the engine itself could have
 *   chosen: then the run is solved cold.
 */
export function warmRun(before: PricedRun, facts: ScenarioFacts): PricedRun | null {
  const { pins: wanted } = canonicalFacts({ ...before.world.facts, pins: facts.pins });
  const added = addedPins(before.world.facts.pins, wanted);
  if (added === null) return null;
  const replan = new Replan(before.state);
  if (!added.every((pin) => isMade(before, replan, pin))) return null;
  const world: World = { ...before.world, facts: { ...before.world.facts, pins: wanted } };
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  const { graph, current } = replan.state;
  const flow = new Float64Array(net.network.tail.length);
  net.arcPerson.forEach((at, arc) => {
    const person = before.byKey.get(net.free[at]!.person.key)!;
    if (net.arcPlace[arc] === graph.arcPlace[current[person]!]) flow[arc] = 1;
  });
  const placed = placedPeople(world, pins, net, flow);
  const reasons = reasonsOf(world, pins, placed);
  const proposals = placed.map((each, at) => ({ ...each, reason: reasons[at] ?? '' }));
  return { ...before, world, pins, net, state: replan.state, proposals, potentials: [] };
}

/** null = some pin is gone, or is another. */
function addedPins(known: readonly PinFact[], wanted: readonly PinFact[]): PinFact[] | null {
  const text = (pin: PinFact): string => JSON.stringify([pin.personKey, pin.kind, places(pin)]);
  const before = new Set(known.map(text));
  const now = new Set(wanted.map(text));
  if (known.some((pin) => !now.has(text(pin)))) return null;
  return wanted.filter((pin) => !before.has(text(pin)));
}

function places(pin: PinFact): readonly (string | null)[] {
  return pin.kind === 'leave' ? [] : [pin.unitCode, pin.positionCode];
}

function isMade({ byKey, pins, world }: PricedRun, replan: Replan, pin: PinFact): boolean {
  const person = byKey.get(pin.personKey);
  const isGiven = pins.seated.has(pin.personKey) || pins.leaving.has(pin.personKey);
  if (person === undefined || isGiven || pin.kind === 'forbid') return false;
  if (replan.state.fixed[person] === 1) return false;
  if (pin.kind === 'leave') return replan.pin(person, TO_LEAVE) !== null;
  const cell = world.cells.byKey.get(cellKey(pin.unitCode, pin.positionCode));
  return cell !== undefined && replan.pin(person, cell.index) !== null;
}
