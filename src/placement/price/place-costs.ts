import type { PositionFact } from '../../scenario/facts.js';
import { isWithin, type Candidate } from '../candidates.js';
import { wishCost } from '../costs.js';
import type { World } from '../world.js';

/** By level, in the order of `LEVELS`. */
export type Vector = readonly number[];

export const NO_CHANGE: Vector = [0, 0, 0, 0, 0, 0];

/** What a person adds to each level in a seat, whether the engine would put them there or not. */
export function seatCosts(
  world: World,
  who: Candidate,
  unitCode: string,
  position: PositionFact,
): Vector {
  const inside = isWithin(unitCode, who.successors, world.territory);
  const { fit } = world.suitability.fit(who.person, position);
  const there = wishAndWay(world, who, unitCode, inside);
  return [0, 0, world.costs.fit[fit], ...there, inside ? 0 : 1];
}

/** What a person adds on the bench of the main successor. */
export function benchCosts(world: World, who: Candidate): Vector {
  const code = who.successors?.mainCode ?? '';
  return [0, 1, 0, ...wishAndWay(world, who, code, true), 0];
}

function wishAndWay(
  world: World,
  who: Candidate,
  unitCode: string,
  inside: boolean,
): [number, number] {
  const rootCode = world.territory.rootAfter(unitCode)?.code ?? '';
  const wish = wishCost(who.person.wish, { rootCode, inside }, world.costs);
  return [wish, who.tenthsKm[world.territory.rootIndexOf(unitCode)] ?? 0];
}

export function sumOf(...vectors: readonly Vector[]): number[] {
  return NO_CHANGE.map((_zero, level) =>
    vectors.reduce((sum, vector) => sum + (vector[level] ?? 0), 0),
  );
}

export function less(a: Vector, b: Vector): number[] {
  return a.map((value, level) => value - (b[level] ?? 0));
}
