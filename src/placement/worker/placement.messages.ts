import type { ScenarioFacts } from '../../scenario/facts.js';
import type { Thrown } from '../../shared/thrown.js';
import type { PlacementOptions } from '../options.js';
import type { CheckedPlacement } from './checked-placement.js';

/** What the main thread asks of the placement's thread; orders are carried out one after another. */
export interface PlacementOrder {
  readonly order: number;
  readonly facts: ScenarioFacts;
  readonly options: PlacementOptions;
}

export type PlacementReply = { readonly order: number } & (
  | { readonly kind: 'placed'; readonly placement: CheckedPlacement }
  | { readonly kind: 'failed'; readonly thrown: Thrown }
);
