import type { ScenarioFacts } from '../../scenario/facts.js';
import type { Thrown } from '../../shared/thrown.js';
import type { PlacementOptions } from '../options.js';
import type { RunPhase } from '../run-phases.js';
import type { CheckedPlacement } from './checked-placement.js';

/** What the main thread asks of the placement's thread, one order at a time. */
export interface PlacementOrder {
  readonly order: number;
  readonly facts: ScenarioFacts;
  readonly options: PlacementOptions;
}

export type PlacementReply = { readonly order: number } & (
  | { readonly kind: 'begins'; readonly phase: RunPhase }
  | { readonly kind: 'placed'; readonly placement: CheckedPlacement }
  | { readonly kind: 'failed'; readonly thrown: Thrown }
);
