import type { PositionFact, ScenarioFacts, SeatFact, UnitFact } from '../scenario/facts.js';
import { isInForce } from '../shared/day.js';
import { placementBreach, type PlacementBreach } from './breach.js';
import { seatWeight } from './placement-parameters.js';
import type { Territory } from './territory.js';

/** The seats of one position in one unit. `index` is its place in the canonical order of unit, then position. */
export interface Cell {
  readonly index: number;
  readonly unitCode: string;
  readonly position: PositionFact;
  /** The commune or department that the unit belongs to. */
  readonly root: UnitFact;
  /** Its place in `Territory.roots`. */
  readonly rootIndex: number;
  readonly seats: number;
  readonly required: number;
  /** What a required seat counts at level 1. */
  readonly weight: number;
}

export interface Cells {
  readonly all: readonly Cell[];
  readonly byPosition: ReadonlyMap<string, readonly Cell[]>;
  /** Key: `cellKey(unitCode, positionCode)`. */
  readonly byKey: ReadonlyMap<string, Cell>;
  readonly breaches: readonly PlacementBreach[];
}

export function cellKey(unitCode: string, positionCode: string): string {
  return `${unitCode}|${positionCode}`;
}

/**
 * The cells of a scenario. Rows of a unit or position that does not stand on the effective day give a breach and no cell.
 *
 * @param facts canonical.
 */
export function cellsOf(facts: ScenarioFacts, territory: Territory): Cells {
  const positions = positionsOn(facts, facts.effectiveOn);
  const all: Cell[] = [];
  const breaches: PlacementBreach[] = [];
  for (const row of addedUp(facts.seats)) {
    const root = territory.rootAfter(row.unitCode);
    const position = positions.get(row.positionCode);
    if (!root) breaches.push(unknownUnit(row));
    else if (!position) breaches.push(unknownPosition(row, facts.effectiveOn));
    else {
      const rootIndex = territory.rootIndexOf(root.code);
      const weight = seatWeight(facts.parameters, root);
      all.push({ ...row, index: all.length, position, root, rootIndex, weight });
    }
  }
  return { all, byPosition: grouped(all), byKey: keyed(all), breaches };
}

/** The positions of the catalogue in force on a day, by code. */
export function positionsOn(
  facts: Pick<ScenarioFacts, 'positions'>,
  day: string,
): Map<string, PositionFact> {
  return new Map(
    facts.positions.filter((each) => isInForce(each, day)).map((each) => [each.code, each]),
  );
}

/** One row a unit and position; rows listed twice count together. */
function addedUp(rows: readonly SeatFact[]): SeatFact[] {
  const byKey = new Map<string, SeatFact>();
  for (const row of rows) {
    const key = cellKey(row.unitCode, row.positionCode);
    const known = byKey.get(key);
    const seats = row.seats + (known?.seats ?? 0);
    byKey.set(key, { ...row, seats, required: row.required + (known?.required ?? 0) });
  }
  return [...byKey.values()];
}

function grouped(cells: readonly Cell[]): Map<string, Cell[]> {
  const groups = new Map<string, Cell[]>();
  for (const cell of cells) {
    const group = groups.get(cell.position.code);
    if (group) group.push(cell);
    else groups.set(cell.position.code, [cell]);
  }
  return groups;
}

function keyed(cells: readonly Cell[]): Map<string, Cell> {
  return new Map(cells.map((cell) => [cellKey(cell.unitCode, cell.position.code), cell]));
}

function unknownUnit(row: SeatFact): PlacementBreach {
  return placementBreach(
    'placement.seat-unknown-unit',
    'error',
    row,
    `Chỉ tiêu của vị trí ${row.positionCode} thuộc đơn vị ${row.unitCode}, đơn vị này không có vào ngày sắp xếp.`,
  );
}

function unknownPosition(row: SeatFact, day: string): PlacementBreach {
  return placementBreach(
    'placement.seat-unknown-position',
    'error',
    row,
    `Đơn vị ${row.unitCode} có chỉ tiêu của vị trí ${row.positionCode}, vị trí này không có hiệu lực ngày ${day}.`,
  );
}
