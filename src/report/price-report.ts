import type { ExplainedPerson, ExplainedSeat } from '../placement/price/explained.js';

/** What the plan says of other places, and of seats that stay open. */
export interface PriceReport {
  /** What the prices are not; null = exact. */
  readonly note: string | null;
  /** By staff id. */
  readonly people: ReadonlyMap<number, ExplainedPerson>;
  readonly seats: readonly ExplainedSeat[];
  /** People whom the plan must not name to the reader. */
  readonly unnamed: ReadonlySet<number>;
}
