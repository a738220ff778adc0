import type { PlacementBreach } from './breach.js';
import type { PinnedSeat } from './pinned-seat.js';
import {
  pinAcrossBlocks,
  pinAgainstForbid,
  pinAgainstNoGo,
  pinNeedsASeat,
  pinNotEligible,
  pinOfHeld,
  pinOutOfField,
  type PinRule,
} from './pins.rules.js';
import type { World } from './world.js';

const RULES: readonly PinRule[] = [
  pinNeedsASeat,
  pinOutOfField,
  pinNotEligible,
  pinAgainstNoGo,
  pinAgainstForbid,
  pinAcrossBlocks,
  pinOfHeld,
];

/** What stands against one pin, each rule for itself; counts over a seat or a cap are in `pin-counts.rules.ts`. */
export function seatPinBreaches(world: World, pinned: PinnedSeat): PlacementBreach[] {
  return RULES.map((rule) => rule(world, pinned)).filter((breach) => breach !== null);
}
