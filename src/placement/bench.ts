import type { PersonFact, PositionSuccessionFact } from '../scenario/facts.js';
import type { Candidate } from './candidates.js';
import type { Cell } from './cells.js';
import { isWithin } from './candidates.js';
import type { World } from './world.js';

/** Where a person without a seat waits: a unit of the main successor, and the position kept from the old post. */
export interface Bench {
  readonly unitCode: string;
  readonly positionCode: string;
}

/**
 * The bench of a person: the first successor position of the old post that the main successor has, else the first one; of
 * the own block before others.
 *
 * @returns null when the old unit has no successor.
 */
export function benchOf(world: World, who: Candidate): Bench | null {
  const root = who.successors?.mainCode;
  if (root === undefined) return null;
  const choices = successorPositions(world, who.person);
  const cells = choices.map((code) => cellUnder(world, root, code));
  const found = cells.find((cell) => cell !== undefined);
  if (found) return { unitCode: found.unitCode, positionCode: found.position.code };
  const positionCode = choices[0] ?? who.person.positionCode;
  return { unitCode: unitFor(world, root, positionCode), positionCode };
}

/** Whether the catalogue says what becomes of the old post, for this person's major. */
export function hasSuccessorPosition(world: World, person: PersonFact): boolean {
  return successorPositions(world, person).length > 0;
}

/** New positions of the old post in order of preference, those of the own block first; a post that goes on is its own. */
function successorPositions(world: World, person: PersonFact): string[] {
  const rows = world.facts.positionSuccessions
    .filter((row) => row.oldCode === person.positionCode && isFor(row, person))
    .map((row) => row.newCode)
    .filter((code) => world.positions.has(code));
  if (rows.length === 0 && world.positions.has(person.positionCode)) return [person.positionCode];
  const own = rows.filter((code) => world.positions.get(code)?.block === person.block);
  return [...own, ...rows.filter((code) => !own.includes(code))];
}

function isFor(row: PositionSuccessionFact, person: PersonFact): boolean {
  if (row.majorGroups.length === 0) return true;
  return person.majorGroup !== null && row.majorGroups.includes(person.majorGroup);
}

function cellUnder(world: World, rootCode: string, positionCode: string): Cell | undefined {
  const successors = { codes: new Set([rootCode]), mainCode: rootCode };
  return world.cells.byPosition
    .get(positionCode)
    ?.find((cell) => cell.seats > 0 && isWithin(cell.unitCode, successors, world.territory));
}

/** The division of the position's kind under the root where there is one, else the root itself. */
function unitFor(world: World, rootCode: string, positionCode: string): string {
  const kind = world.positions.get(positionCode)?.divisionKind ?? null;
  if (kind === null) return rootCode;
  return world.territory.childOf(rootCode, kind)?.code ?? rootCode;
}
