import type { DivisionKind } from '../../rules/vocabulary.js';
import { grouped } from '../../shared/grouped.js';

/** A function of a commune: a field of work, and the kind of division that the decree gives it to. */
export interface FunctionOfCommune {
  readonly fieldCode: string;
  readonly divisionKind: DivisionKind;
}

/** A unit that stands, with the commune that it counts to. */
export interface StandingUnit {
  readonly code: string;
  readonly communeCode: string;
  /** null = no division. */
  readonly divisionKind: DivisionKind | null;
  readonly isCommune: boolean;
}

/** Somebody who holds a task of a field: qualified for it, and there. */
export interface TaskHolder {
  readonly staffId: number;
  readonly fullName: string;
  readonly communeCode: string;
  readonly fieldCode: string;
}

export interface ContinuityFacts<H extends TaskHolder> {
  readonly functions: readonly FunctionOfCommune[];
  readonly units: readonly StandingUnit[];
  readonly holders: readonly H[];
  /** Seats by `commune field`; a function without seats is a task that somebody has beside their own. */
  readonly seats: ReadonlyMap<string, number>;
  /** Old units and their successors. */
  readonly successions: readonly { readonly oldCode: string; readonly newCode: string }[];
}

/**
 * `no-division`: divisions are set up, but none of its kind; `uncovered`: seats and nobody qualified; `unassigned`: neither
 * seats nor anybody qualified; `sole`: one person; `covered`: two or more.
 */
export type ContinuityState = 'no-division' | 'uncovered' | 'unassigned' | 'sole' | 'covered';

export interface FunctionLine<H extends TaskHolder> extends FunctionOfCommune {
  readonly communeCode: string;
  /** The division that takes it over; the commune itself where it has no divisions; null = none. */
  readonly unitCode: string | null;
  readonly seats: number;
  readonly holders: readonly H[];
  readonly state: ContinuityState;
}

export interface OldUnitLine {
  readonly oldCode: string;
  readonly successors: readonly string[];
  /** Functions that no successor covers, with a successor division and a named qualified holder. */
  readonly uncovered: readonly string[];
}

const OPEN: ReadonlySet<ContinuityState> = new Set(['no-division', 'uncovered', 'unassigned']);

/** Each function of each commune: which division has it, who holds it, and how surely. By commune, then as the functions come. */
export function functionLines<H extends TaskHolder>(facts: ContinuityFacts<H>): FunctionLine<H>[] {
  const held = grouped(facts.holders, ({ communeCode, fieldCode }) =>
    keyOf(communeCode, fieldCode),
  );
  const within = grouped(facts.units, ({ communeCode }) => communeCode);
  const communes = facts.units.filter(({ isCommune }) => isCommune);
  return communes.flatMap(({ code: communeCode }) => {
    const divisions = (within.get(communeCode) ?? []).filter((unit) => unit.divisionKind !== null);
    return facts.functions.map((each) => {
      const unitCode =
        divisions.length === 0
          ? communeCode
          : (divisions.find((unit) => unit.divisionKind === each.divisionKind)?.code ?? null);
      const key = keyOf(communeCode, each.fieldCode);
      const holders = onePerPerson(held.get(key) ?? []);
      const seats = facts.seats.get(key) ?? 0;
      const state = stateOf({ unitCode, seats, people: holders.length });
      return { ...each, communeCode, unitCode, seats, holders, state };
    });
  });
}

/** For each old unit the functions that none of its successors covers; a unit without successor covers none. */
export function oldUnitLines<H extends TaskHolder>(
  facts: ContinuityFacts<H>,
  lines: readonly FunctionLine<H>[],
): OldUnitLine[] {
  const byCommune = grouped(lines, ({ communeCode }) => communeCode);
  const byOld = grouped(facts.successions, ({ oldCode }) => oldCode);
  return [...byOld].map(([oldCode, rows]) => {
    const successors = rows.map(({ newCode }) => newCode);
    const covered = new Set(
      successors
        .flatMap((code) => byCommune.get(code) ?? [])
        .filter(({ state }) => !OPEN.has(state))
        .map(({ fieldCode }) => fieldCode),
    );
    const uncovered = facts.functions
      .map(({ fieldCode }) => fieldCode)
      .filter((field) => !covered.has(field));
    return { oldCode, successors, uncovered };
  });
}

/** A key of `ContinuityFacts.seats`. */
export function keyOf(communeCode: string, fieldCode: string): string {
  return `${communeCode} ${fieldCode}`;
}

function stateOf({
  unitCode,
  seats,
  people,
}: {
  readonly unitCode: string | null;
  readonly seats: number;
  readonly people: number;
}): ContinuityState {
  if (unitCode === null) return 'no-division';
  if (people === 0) return seats > 0 ? 'uncovered' : 'unassigned';
  return people === 1 ? 'sole' : 'covered';
}

function onePerPerson<H extends TaskHolder>(holders: readonly H[]): H[] {
  return [...new Map(holders.map((holder) => [holder.staffId, holder])).values()];
}
