import type { PriceBasis } from '../placement/answers/price.messages.js';
import type { ExplainedPerson, ExplainedSeat } from '../placement/price/explained.js';

/** What the plan says of other places, and of seats that stay open. */
export interface PriceReport {
  /** How exact the prices are. */
  readonly basis: PriceBasis;
  /** By staff id. */
  readonly people: ReadonlyMap<number, ExplainedPerson>;
  readonly seats: readonly ExplainedSeat[];
  /** People whom the plan must not name to the reader. */
  readonly unnamed: ReadonlySet<number>;
}
