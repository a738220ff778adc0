import type { FitAnswer } from '../rules/fit.rules.js';

/** How somebody suits a position, and whether they have a seat there. */
export interface FitAndSeat extends FitAnswer {
  readonly seated: boolean;
}
