import type { SeatFact, SuccessionFact, UnitFact } from '../scenario/facts.js';
import type { Day } from '../shared/day.js';
import { byCodePoint } from '../shared/text.js';
import type { MergerBreach } from './breach.js';
import { mergerBreaches } from './breaches.plan.js';
import { carry, type CarriedPeople, type PeopleToDecide } from './carry.plan.js';
import { bySeatRow, type SeatRow } from './seat-row.js';

import type { MergerInput } from './merger-input.js';
import { bySuccession } from './succession-rows.js';
import { closedUnits, createdUnits, seatUnitCode } from './units.plan.js';

/** What a merger would do. Nothing is written; with an `error` among the breaches it may not be applied. */
export interface MergerPlan {
  readonly effectiveOn: Day;
  /** Parents before their divisions, by code. */
  readonly createUnits: readonly UnitFact[];
  /** In force on the eve, ending on `effectiveOn` (exclusive). A code may stand here and in `createUnits`. */
  readonly closeUnits: readonly UnitFact[];
  readonly successions: readonly SuccessionFact[];
  /** In the lowest unit that holds them. */
  readonly seats: readonly SeatFact[];
  readonly carried: readonly CarriedPeople[];
  readonly peopleToDecide: readonly PeopleToDecide[];
  /** Errors first, then by code and unit. */
  readonly breaches: readonly MergerBreach[];
}

/**
 * Plans a merger: what is created, closed and succeeded, who is carried where, and everything that stands against it.
 *
 * @returns the whole plan even where there are breaches, so that all of them are seen at once.
 */
export function planMerger(input: MergerInput): MergerPlan {
  const closeUnits = closedUnits(input);
  const { carried, peopleToDecide } = carry(input);
  return {
    effectiveOn: input.effectiveOn,
    createUnits: createdUnits(input),
    closeUnits,
    successions: [...input.successions].sort(bySuccession),
    seats: plannedSeats(input.seats),
    carried,
    peopleToDecide,
    breaches: mergerBreaches(input, closeUnits),
  };
}

/** Whether the plan may be applied: no breach is an error. */
export function isApplicable(plan: Pick<MergerPlan, 'breaches'>): boolean {
  return plan.breaches.every((breach) => breach.severity !== 'error');
}

function plannedSeats(rows: readonly SeatRow[]): SeatFact[] {
  return [...rows].sort(bySeatRow).map((row) => ({
    unitCode: seatUnitCode(row),
    positionCode: row.positionCode,
    seats: row.seats,
    required: row.required,
  }));
}

/** Units afterwards, for whoever must look a code up: those that go on and those created, by code. */
export function unitsAfterwards(
  plan: Pick<MergerPlan, 'createUnits' | 'closeUnits'>,
  inForce: readonly UnitFact[],
): UnitFact[] {
  const closed = new Set(plan.closeUnits.map((unit) => unit.code));
  const goOn = inForce.filter((unit) => !closed.has(unit.code));
  return [...goOn, ...plan.createUnits].sort((a, b) => byCodePoint(a.code, b.code));
}
