import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';
import { rowsByOldUnit } from './succession-rows.js';
import { MAX_DEPTH } from './units.plan.js';

/** People whose main posting is in a unit on the eve; rows of one unit add up. */
export interface Headcount {
  readonly unitCode: string;
  readonly headcount: number;
}

/** People of an old unit, by the main successor that they follow. */
export interface CarriedPeople {
  readonly oldCode: string;
  readonly newCode: string;
  readonly headcount: number;
}

/** People of a unit that goes to several: somebody must decide; until then they follow `assumedCode`. */
export interface PeopleToDecide {
  readonly unitCode: string;
  readonly headcount: number;
  readonly assumedCode: string | null;
  /** All successors that take a part of the population, by code. */
  readonly choices: readonly string[];
}

type Row = Pick<SuccessionFact, 'oldCode' | 'newCode' | 'kind' | 'share' | 'main'>;

interface CarryInput {
  readonly inForce: readonly Pick<UnitFact, 'code' | 'parentCode'>[];
  readonly successions: readonly Row[];
  readonly people: readonly Headcount[];
}

/**
 * The rows that decide where the people of a unit go: its own, else those of the nearest unit above that has any.
 *
 * @returns by the code of each unit in force; units that go on have no entry.
 */
export function decidingRows<T extends Row>(
  inForce: readonly Pick<UnitFact, 'code' | 'parentCode'>[],
  successions: readonly T[],
): Map<string, T[]> {
  const rows = rowsByOldUnit(successions);
  const parentOf = new Map(inForce.map((unit) => [unit.code, unit.parentCode]));
  const deciding = new Map<string, T[]>();
  for (const { code } of inForce) {
    let at: string | null | undefined = code;
    for (let steps = 0; at && !rows.has(at) && steps < MAX_DEPTH; steps++) at = parentOf.get(at);
    const found = at ? rows.get(at) : undefined;
    if (found) deciding.set(code, found);
  }
  return deciding;
}

/** Who goes where by succession alone, and whose unit is split so that somebody must decide. */
export function carry(input: CarryInput): {
  readonly carried: CarriedPeople[];
  readonly peopleToDecide: PeopleToDecide[];
} {
  const deciding = decidingRows(input.inForce, input.successions);
  const carried: CarriedPeople[] = [];
  const peopleToDecide: PeopleToDecide[] = [];
  for (const { unitCode, headcount } of headcounts(input.people)) {
    const rows = deciding.get(unitCode) ?? [];
    const main = rows.find((row) => row.main);
    if (main) carried.push({ oldCode: unitCode, newCode: main.newCode, headcount });
    const choices = rows.filter((row) => row.share !== 0).map((row) => row.newCode);
    if (choices.length > 1) {
      peopleToDecide.push({ unitCode, headcount, assumedCode: main?.newCode ?? null, choices });
    }
  }
  return { carried, peopleToDecide };
}

/** One row a unit, by code; units without people are left out. */
export function headcounts(people: readonly Headcount[]): Headcount[] {
  const byUnit = new Map<string, number>();
  for (const { unitCode, headcount } of people) {
    byUnit.set(unitCode, (byUnit.get(unitCode) ?? 0) + headcount);
  }
  return [...byUnit]
    .map(([unitCode, headcount]) => ({ unitCode, headcount }))
    .filter((row) => row.headcount > 0)
    .sort((a, b) => byCodePoint(a.unitCode, b.unitCode));
}
