/**
 * Reduced costs of several levels in one exact number, for the checker: with weights that outgrow what all
 * later levels of a group can add up to, the number's sign is the sign of the first level that is not 0.
 * The weights follow from the costs and potentials that are checked, so nothing is taken on trust.
 */
import type { PersonLevels } from './flow/people/person-levels.js';

/** Levels that follow each other. `weights` is by level, 0 = not of this group; `potential` by node. */
export interface PackedGroup {
  readonly weights: readonly number[];
  readonly potential: Float64Array;
}

interface Span {
  readonly least: number;
  /** No reduced cost of a person's arc on this level is larger. */
  readonly bound: number;
}

function spanOf(potential: Float64Array, largestCost: number): Span {
  let least = Infinity;
  let most = -Infinity;
  for (let node = 0; node < potential.length; node++) {
    least = Math.min(least, potential[node]!);
    most = Math.max(most, potential[node]!);
  }
  return { least, bound: most - least + largestCost };
}

/** The first level of the group that ends with level `last`, and the weights of the group. */
function groupBefore(spans: readonly Span[], last: number): { first: number; weights: number[] } {
  const weights = spans.map(() => 0);
  let first = last;
  let size = 0;
  for (let level = last; level >= 0; level--) {
    const weight = 2 * size + 1;
    const whole = size + weight * spans[level]!.bound;
    if (level < last && whole > Number.MAX_SAFE_INTEGER / 4) break;
    weights[level] = weight;
    size = whole;
    first = level;
  }
  return { first, weights };
}

function packed(
  potentials: readonly Float64Array[],
  spans: readonly Span[],
  weights: readonly number[],
): Float64Array {
  const sum = new Float64Array(potentials[0]?.length ?? 0);
  weights.forEach((weight, level) => {
    const potential = potentials[level]!;
    const { least } = spans[level]!;
    if (weight === 0) return;
    for (let node = 0; node < sum.length; node++) sum[node]! += weight * (potential[node]! - least);
  });
  return sum;
}

/**
 * Groups of levels, first things first.
 *
 * @param potentials by level, such that each level alone stays below 2^53.
 */
export function packedGroups(
  levels: PersonLevels,
  potentials: readonly Float64Array[],
): PackedGroup[] {
  const spans = potentials.map((potential, level) => spanOf(potential, levels.largest[level]!));
  const groups: PackedGroup[] = [];
  for (let last = potentials.length - 1; last >= 0;) {
    const { first, weights } = groupBefore(spans, last);
    groups.unshift({ weights, potential: packed(potentials, spans, weights) });
    last = first - 1;
  }
  return groups;
}
