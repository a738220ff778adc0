import { noGoContext, noGoOn, type NoGo } from '../rules/no-go.rules.js';
import type { ForbidPin, PersonFact, Point, ScenarioFacts } from '../scenario/facts.js';
import type { Cell } from './cells.js';
import { asksToLeave } from './costs.js';
import { distancesFrom } from './distances.js';
import { oldUnitOf } from './held-units.rules.js';
import type { PlacementOptions } from './options.js';
import type { Successors, Territory } from './territory.js';

/** A person with what the places of the province mean for them. */
export interface Candidate {
  readonly person: PersonFact;
  /** null = the old unit has no successor; then only the bench of nowhere is left, and a breach says so. */
  readonly successors: Successors | null;
  /** By cell: 1 = within the successors. */
  readonly inside: Uint8Array;
  /** The case that forbids a transfer on the effective day, null = none. */
  readonly noGo: NoGo | null;
  /** By cell: 1 = kept away by hand; null = nothing is. */
  readonly forbidden: Uint8Array | null;
  /** By cell: 1 = within the main successor, where the run holds the people of the old unit; null = it does not. */
  readonly heldIn: Uint8Array | null;
  /** By root: tenths of a kilometre; 0 where unknown. */
  readonly tenthsKm: Int32Array;
  /** Whether a point of the person is known at all. */
  readonly hasOrigin: boolean;
}

/** Where people may go, and how a run places them. */
interface Drawn {
  readonly cells: readonly Cell[];
  readonly options: Pick<PlacementOptions, 'held'>;
}

/**
 * The people of a scenario, in canonical order, each with the reach of their old unit, their no-go cases and distances.
 *
 * @param facts canonical.
 */
export function candidatesOf(
  facts: ScenarioFacts,
  territory: Territory,
  { cells, options }: Drawn,
): Candidate[] {
  const held = new Set(options.held?.map(({ unitCode }) => unitCode));
  const law = noGoContext(facts.parameters);
  const reaches = new Map<string, Reach>();
  const forbids = forbidsByPerson(facts);
  const distances = distancesFrom(territory.roots, facts.parameters);
  return facts.people.map((person) => {
    const reach =
      reaches.get(person.unitCode) ?? reachOf(person.unitCode, territory, { cells, held });
    reaches.set(person.unitCode, reach);
    const origin = person.homePoint ?? reach.point;
    return {
      person,
      successors: reach.successors,
      inside: reach.inside,
      forbidden: forbiddenCells(forbids.get(person.key), territory, cells),
      heldIn: reach.heldIn,
      noGo: noGoOn(person.conditions, facts.effectiveOn, law),
      tenthsKm: distances(origin),
      hasOrigin: origin !== null,
    };
  });
}

/** Whether the engine may let a person go: who asked, unless the run holds them. */
export function mayLeave({ person, heldIn }: Pick<Candidate, 'person' | 'heldIn'>): boolean {
  return heldIn === null && asksToLeave(person);
}

function forbidsByPerson({ pins }: Pick<ScenarioFacts, 'pins'>): Map<string, ForbidPin[]> {
  const byPerson = new Map<string, ForbidPin[]>();
  for (const pin of pins) {
    if (pin.kind !== 'forbid') continue;
    const known = byPerson.get(pin.personKey);
    if (known) known.push(pin);
    else byPerson.set(pin.personKey, [pin]);
  }
  return byPerson;
}

function forbiddenCells(
  forbids: readonly ForbidPin[] | undefined,
  territory: Territory,
  cells: readonly Cell[],
): Uint8Array | null {
  if (forbids === undefined) return null;
  return Uint8Array.from(cells, (cell) =>
    forbids.some((pin) => keepsFrom(pin, cell.unitCode, cell.position.code, territory)) ? 1 : 0,
  );
}

/** Whether a pin keeps a person from a position in a unit of the effective day. */
export function keepsFrom(
  { unitCode, positionCode }: Pick<ForbidPin, 'unitCode' | 'positionCode'>,
  cellUnit: string,
  cellPosition: string,
  territory: Territory,
): boolean {
  if (unitCode === null && positionCode === null) return false;
  const inUnit =
    unitCode === null || territory.pathAfter(cellUnit).some(({ code }) => code === unitCode);
  return inUnit && (positionCode === null || positionCode === cellPosition);
}

/** What all people of one old unit share. */
interface Reach {
  readonly successors: Successors | null;
  readonly inside: Uint8Array;
  readonly heldIn: Uint8Array | null;
  readonly point: Point | null;
}

function reachOf(
  oldCode: string,
  territory: Territory,
  { cells, held }: { readonly cells: readonly Cell[]; readonly held: ReadonlySet<string> },
): Reach {
  const successors = territory.successorsOf(oldCode);
  const main = successors && { ...successors, codes: new Set([successors.mainCode]) };
  const isHeld = held.has(oldUnitOf({ unitCode: oldCode }, territory));
  return {
    successors,
    inside: cellsWithin(successors, territory, cells),
    heldIn: isHeld ? cellsWithin(main, territory, cells) : null,
    point: territory.pointBefore(oldCode),
  };
}

function cellsWithin(
  successors: Successors | null,
  territory: Territory,
  cells: readonly Cell[],
): Uint8Array {
  const within = new Map<string, boolean>();
  return Uint8Array.from(cells, ({ unitCode }) => {
    const known = within.get(unitCode) ?? isWithin(unitCode, successors, territory);
    within.set(unitCode, known);
    return known ? 1 : 0;
  });
}

/** Whether a unit of the effective day is one of the successors or under one of them. */
export function isWithin(
  unitCode: string,
  successors: Successors | null,
  territory: Territory,
): boolean {
  if (!successors) return false;
  return territory.pathAfter(unitCode).some((unit) => successors.codes.has(unit.code));
}
