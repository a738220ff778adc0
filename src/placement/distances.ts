import { DISTANCE_FACTOR, greatCircleKm } from '../rules/distance.rules.js';
import { numberOf } from '../rules/parameters.js';
import type { ParameterValues, Point, UnitFact } from '../scenario/facts.js';

/** Tenths of a kilometre: the engine counts in integers. */
const TENTHS = 10;

/**
 * Distances from a point to every commune or department, each origin computed once.
 *
 * @returns for an origin: by root, tenths of a kilometre, straight line times the factor; 0 where a point is missing.
 * @source DESIGN "Placement", level 5
 */
export function distancesFrom(
  roots: readonly Pick<UnitFact, 'point'>[],
  parameters: ParameterValues,
): (origin: Point | null) => Int32Array {
  const factor = numberOf(parameters, DISTANCE_FACTOR);
  const known = new Map<string, Int32Array>();
  return (origin) => {
    const key = origin ? `${origin.latitude},${origin.longitude}` : '';
    const row =
      known.get(key) ?? Int32Array.from(roots, (root) => tenths(origin, root.point, factor));
    known.set(key, row);
    return row;
  };
}

function tenths(from: Point | null, to: Point | null, factor: number): number {
  if (!from || !to) return 0;
  return Math.round(greatCircleKm(from, to) * factor * TENTHS);
}
