import type { ParameterValues, PositionFact, SuccessionFact, UnitFact } from '../scenario/facts.js';
import type { Day } from '../shared/day.js';
import type { Headcount } from './carry.plan.js';
import type { SeatRow } from './seat-row.js';
import type { UnitDraft } from './units.plan.js';

/** What a merger is planned from. Orders do not matter. */
export interface MergerInput {
  readonly effectiveOn: Day;
  /** All units in force on the eve, divisions too. */
  readonly inForce: readonly UnitFact[];
  readonly newUnits: readonly UnitDraft[];
  /** Communes, departments, their subordinate organisations and districts alike. */
  readonly successions: readonly SuccessionFact[];
  /** Codes of units that end besides those that are succeeded; normally none. */
  readonly closes: readonly string[];
  readonly seats: readonly SeatRow[];
  readonly positions: readonly PositionFact[];
  /** People by the unit of their main posting on the eve. */
  readonly people: readonly Headcount[];
  /** Law parameters of the scenario's `rulesOn`. */
  readonly parameters: ParameterValues;
}
