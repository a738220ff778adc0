/**
 * The six levels as one cost, for what must be added up with prices of rows.
 *
 * One unit of a level outweighs twice the largest cost of all later levels on one arc. That keeps the order of the levels
 * for every single exchange of places; over long chains a later level can outweigh an earlier one, so what a placement under
 * side constraints reaches is stated by its own levels and by its bound, and is never called the lexicographic optimum.
 */
import type { Costs } from '../flow/network.js';
import { largestCost } from '../flow/range.js';

const OUTWEIGHS = 2;

export interface BlendedLevels {
  readonly costs: Float64Array;
  /** By level. */
  readonly weights: readonly number[];
}

/** @param levels integer costs by arc, first things first. @throws Error beyond 2^53. */
export function blendLevels(levels: readonly Costs[]): BlendedLevels {
  const weights: number[] = [];
  let next = 1;
  for (const costs of [...levels].reverse()) {
    weights.unshift(next);
    next *= OUTWEIGHS * largestCost(costs) + 1;
  }
  if (!Number.isSafeInteger(next)) throw new Error('the levels do not blend within 2^53');
  const costs = new Float64Array(levels[0]?.length ?? 0);
  levels.forEach((own, level) => {
    const weight = weights[level] ?? 0;
    for (let arc = 0; arc < costs.length; arc++) costs[arc]! += weight * (own[arc] ?? 0);
  });
  return { costs, weights };
}
