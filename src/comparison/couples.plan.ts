import { distanceKm, isFarWay } from '../rules/distance.rules.js';
import type { ParameterValues } from '../rules/parameters.js';
import type { Point } from '../scenario/facts.js';
import type { Line, Pair } from './compare.plan.js';

/** Where the two of a couple work after a run. */
export interface CoupleWay {
  readonly pair: Pair;
  /** Names of the two communes; null = leaves. */
  readonly communes: readonly [string | null, string | null];
  /** Between the communes; null = one leaves, or a point is not known. */
  readonly km: number | null;
  readonly apart: boolean;
}

/** A commune, as far as ways to it ask. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly point: Point | null;
}

/**
 * A couple is apart where the communes of both lie as far from each other as a way home that counts as far.
 *
 * @param communeOf the commune of a unit.
 * @returns by pair that the run has both of.
 * @source docs/decisions/0046-comparing-plans.md (product decision)
 */
export function coupleWays(
  pairs: readonly Pair[],
  lines: ReadonlyMap<string, Line>,
  {
    communeOf,
    parameters,
  }: {
    readonly communeOf: (unitCode: string | null) => Place | undefined;
    readonly parameters: ParameterValues;
  },
): CoupleWay[] {
  return pairs.flatMap((pair) => {
    const [a, b] = pair.map((key) => lines.get(key));
    if (a === undefined || b === undefined) return [];
    const [from, to] = [communeOf(a.unitCode), communeOf(b.unitCode)];
    const km = kmBetween(from, to, parameters);
    return [
      {
        pair,
        communes: [from?.name ?? null, to?.name ?? null] as const,
        km,
        apart: km !== null && isFarWay(km, parameters),
      },
    ];
  });
}

function kmBetween(
  from: Place | undefined,
  to: Place | undefined,
  parameters: ParameterValues,
): number | null {
  if (from === undefined || to === undefined) return null;
  if (from.code === to.code) return 0;
  if (from.point === null || to.point === null) return null;
  return distanceKm(from.point, to.point, parameters);
}
