import { everybodyHasASuccessor, everyPostHasASuccessor } from './bench.rules.js';
import type { PlacementBreach } from './breach.js';
import type { Placed } from './proposals.js';
import type { World } from './world.js';

/** What the facts leave open about where people come from. */
export function benchBreaches(world: World, placed: readonly Placed[]): PlacementBreach[] {
  const waiting = new Set(
    placed.filter((each) => each.outcome === 'surplus').map((each) => each.personKey),
  );
  return [...everybodyHasASuccessor(world), ...everyPostHasASuccessor(world, waiting)];
}
