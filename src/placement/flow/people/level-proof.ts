/**
 * Whether a basis is optimal for all levels at once, and the potentials that say so.
 *
 * With the potentials of its tree, level by level, a basis is the lexicographic optimum where the first reduced cost that is
 * not 0 never gains. Levels are put into one Float64 whose sign is that of the first one: each weight outgrows all that later
 * levels can add up to between the potentials at hand. One pass over the arcs then answers for every level.
 */
import { AT_LOWER, AT_UPPER } from '../basis.js';
import { largestCost } from '../range.js';
import { type PersonBasis } from './person-basis.js';
import { type PersonLevels } from './person-levels.js';

const PIECE = 2048;

/** By node: 1 where only an artificial arc leads on, which can carry nothing. Null where there is no such node. */
function closedNodes({ tree, firstArtificial }: PersonBasis): Uint8Array | null {
  const { next, parent, arc, root } = tree;
  const closed = new Uint8Array(root + 1);
  let isAny = false;
  for (let node = next[root]!; node !== root; node = next[node]!) {
    if (arc[node]! < firstArtificial && closed[parent[node]!] === 0) continue;
    closed[node] = 1;
    isAny = true;
  }
  return isAny ? closed : null;
}

/**
 * The potentials of the tree, at which its arcs cost 0, without what artificial arcs cost. Closed nodes are brought down
 * until nothing gains by entering them: no more can, since all that leads out of them is full.
 *
 * @param artificialCost with which the tree was priced.
 * @param largest |cost| of the level.
 */
export function potentialsOf(
  basis: PersonBasis,
  artificialCost: number,
  largest: number,
): Float64Array {
  const potential = basis.tree.potential.slice();
  const closed = closedNodes(basis);
  if (closed === null) return potential;
  let widest = 0;
  for (let node = 0; node < potential.length; node++) {
    if (closed[node] === 1) potential[node]! += artificialCost;
    widest = Math.max(widest, Math.abs(potential[node]!));
  }
  const down = 2 * widest + largest + 1;
  for (let node = 0; node < potential.length; node++) {
    if (closed[node] === 1) potential[node]! -= down;
  }
  return potential;
}

/** The largest |cost| of a level. */
export function largestOfLevel(levels: PersonLevels, level: number): number {
  return Math.max(levels.largest[level]!, largestCost(levels.back[level]!));
}

/** By level, by node: see potentialsOf. */
export function treePotentials(basis: PersonBasis, levels: PersonLevels): Float64Array[] {
  const { tree, firstBack, firstArtificial } = basis;
  return Array.from({ length: levels.count }, (_, level) => {
    const back = levels.back[level]!;
    tree.computePotentials((arc) => {
      if (arc < firstBack) return levels.costOf(level, arc);
      return arc < firstArtificial ? back[arc - firstBack]! : 0;
    });
    return potentialsOf(basis, 0, largestOfLevel(levels, level));
  });
}

/** False also where one number cannot hold the levels. */
export function isOptimalForAll(
  basis: PersonBasis,
  levels: PersonLevels,
  potentials: readonly Float64Array[],
): boolean {
  const weights = exactWeights(levels, potentials);
  if (weights === null) return false;
  const packed = new Float64Array(basis.network.nodeCount);
  potentials.forEach((potential, level) => {
    const weight = weights[level]!;
    for (let node = 0; node < packed.length; node++) packed[node]! += weight * potential[node]!;
  });
  return backHolds(basis, levels, weights, packed) && rowsHold(basis, levels, weights, packed);
}

/** Null where they pass what is exact. */
function exactWeights(levels: PersonLevels, potentials: readonly Float64Array[]): number[] | null {
  const weights = potentials.map(() => 1);
  let later = 0;
  for (let level = potentials.length - 1; level >= 0; level--) {
    const cost = largestOfLevel(levels, level);
    weights[level] = later + 1;
    later += weights[level]! * (2 * largestCost(potentials[level]!) + cost);
    if (later > Number.MAX_SAFE_INTEGER / 2) return null;
  }
  return weights;
}

function backHolds(
  { network, backState }: PersonBasis,
  levels: PersonLevels,
  weights: readonly number[],
  packed: Float64Array,
): boolean {
  const { tail, head } = network.back;
  for (let arc = 0; arc < tail.length; arc++) {
    const state = backState[arc]!;
    if (state !== AT_LOWER && state !== AT_UPPER) continue;
    let reduced = packed[tail[arc]!]! - packed[head[arc]!]!;
    for (let level = 0; level < weights.length; level++) {
      reduced += weights[level]! * levels.back[level]![arc]!;
    }
    if (state * reduced < 0) return false;
  }
  return true;
}

function rowsHold(
  { network }: PersonBasis,
  levels: PersonLevels,
  weights: readonly number[],
  packed: Float64Array,
): boolean {
  const { people, rowStart, place } = network;
  const costs = new Float64Array(PIECE);
  let [from, end] = [0, 0];
  for (let person = 0; person < people; person++) {
    const own = -packed[person]!;
    const last = rowStart[person + 1]!;
    for (let arc = rowStart[person]!; arc < last; arc++) {
      if (arc === end) {
        from = end;
        end = Math.min(from + PIECE, place.length);
        levels.blend(costs, from, end - from, weights);
      }
      if (costs[arc - from]! - packed[place[arc]!]! < own) return false;
    }
  }
  return true;
}
