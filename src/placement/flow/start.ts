/**
 * A head start: all levels blended into one cost, so that most of the way is gone in one go.
 *
 * The blend need not be exact (practical weights would not give the lexicographic optimum): it only
 * chooses the basis from which the exact levels then start. It must be integral and within range,
 * because strongly feasible pivoting is only finite in exact arithmetic.
 */
import { type Costs } from './network.js';
import { largestCost } from './range.js';

export interface Blend {
  readonly costs: Float64Array;
  /** Dearer than any real path is worth, as far as the range allows. */
  readonly artificialCost: number;
}

/** How many arcs of the next level one unit of a level outweighs. */
const OUTWEIGHS = 2;

/** Weights from the first level down while they stay below `most`; levels beyond that are left out. */
function weightsOf(levels: readonly Costs[], most: number): number[] {
  const weights: number[] = [];
  let range = 1;
  for (const costs of levels.slice().reverse()) {
    weights.push(range);
    range *= OUTWEIGHS * largestCost(costs) + 1;
  }
  return range <= most ? weights.reverse() : weightsOf(levels.slice(0, -1), most);
}

/** Null where there is nothing to blend. */
export function blendedCosts(levels: readonly Costs[], nodeCount: number): Blend | null {
  const arcs = levels[0]?.length ?? 0;
  if (arcs === 0) return null;
  const most = Math.floor(Number.MAX_SAFE_INTEGER / (4 * (nodeCount + 1)));
  const weights = weightsOf(levels, most);
  if (weights.length === 0) return null;
  const costs = new Float64Array(arcs);
  weights.forEach((weight, level) => {
    for (let arc = 0; arc < arcs; arc++) costs[arc]! += weight * levels[level]![arc]!;
  });
  return { costs, artificialCost: Math.min(most, 4 * largestCost(costs) + 1) };
}
