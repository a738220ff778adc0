import type { PinFact, PositionFact } from '../scenario/facts.js';
import type { Candidate } from './candidates.js';
import type { Cell } from './cells.js';

export type SeatPin = Extract<PinFact, { kind: 'seat' }>;

/** A person put somewhere by hand, as given: never repaired. */
export interface PinnedSeat {
  readonly who: Candidate;
  readonly pin: SeatPin;
  readonly position: PositionFact;
  /** null = the unit has no seats of this position. */
  readonly cell: Cell | null;
  /** Within the successors of the old unit. */
  readonly inside: boolean;
}
