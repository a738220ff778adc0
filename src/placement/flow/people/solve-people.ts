/**
 * The specialised engine: a placement for several goals, strictly one after the other, exact.
 *
 * Primal network simplex (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 11) in the form that
 * person-basis.ts describes. First all levels are blended by practical weights, which may be wrong and
 * only choose the basis to go on from. Mostly that basis is proven optimal for all levels at once
 * (level-proof.ts); where it is not, each level is solved exactly, and the arcs that its optimal
 * solutions cannot use are frozen before the next. So every level is exact whatever the range of others.
 *
 * Which of several optima is found is settled by the order of people and arcs alone: same network, same
 * answer to the bit.
 */
import { type Costs } from '../network.js';
import { largestCost, outOfRange, requireSoundCostRange } from '../range.js';
import { firstPivots } from './first-pivots.js';
import { isOptimalForAll, largestOfLevel, potentialsOf, treePotentials } from './level-proof.js';
import {
  artificialPersonFlow,
  backFlowOf,
  choiceOf,
  type PersonBasis,
  startPersonBasis,
} from './person-basis.js';
import { type PersonLevels } from './person-levels.js';
import { type PersonNetwork, type PersonProblem } from './person-network.js';
import { pivotPeople } from './person-pivot.js';
import { RowSearch } from './row-search.js';

export interface PersonSolution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded';
  /** By person: the arc taken; empty unless optimal. */
  readonly choice: Int32Array;
  /** By arc behind people; empty unless optimal. */
  readonly backFlow: Float64Array;
  /** One a level; empty unless optimal. */
  readonly objectives: readonly number[];
  /** One array a level, by node: cost + potential[tail] − potential[head] proves the level. */
  readonly potentials: readonly Float64Array[];
  readonly pivots: number;
}

/** How many arcs of the next level one unit of a level outweighs in the blend. */
const OUTWEIGHS = 2;
const MOST_INT32 = 2 ** 31 - 2;
/** How many times what paths may cost the reduced costs of closed nodes come to (level-proof.ts). */
const WIDER = 8;

function without(status: 'infeasible' | 'unbounded', pivots: number): PersonSolution {
  const choice = new Int32Array(0);
  return { status, choice, backFlow: new Float64Array(0), objectives: [], potentials: [], pivots };
}

function priceTree({ tree }: PersonBasis, search: RowSearch, artificialCost: number): void {
  tree.computePotentials((arc) => search.costOf(arc, artificialCost));
}

/** Pivots until the level is least; false where it has no least value. */
function minimise(basis: PersonBasis, search: RowSearch): boolean {
  search.begin();
  while (search.find()) {
    if (!pivotPeople(basis, search.entering)) return false;
    search.follow();
  }
  return true;
}

/** Weights from the first level down while they fit; levels beyond that are left out of the blend. */
function blendWeights(levels: PersonLevels, count: number, most: number): number[] {
  const { largest, back } = levels;
  const weights: number[] = [];
  let range = 1;
  let widest = 0;
  for (let level = count - 1; level >= 0; level--) {
    weights.unshift(range);
    widest += range * largest[level]!;
    range *= OUTWEIGHS * Math.max(largest[level]!, largestCost(back[level]!)) + 1;
  }
  if (count === 0 || (range <= most && widest <= MOST_INT32)) return weights;
  return blendWeights(levels, count - 1, most);
}

function blendedBack(levels: PersonLevels, weights: readonly number[]): Float64Array {
  const blended = new Float64Array(levels.back[0]?.length ?? 0);
  weights.forEach((weight, level) => {
    const costs: Costs = levels.back[level]!;
    for (let arc = 0; arc < blended.length; arc++) blended[arc]! += weight * costs[arc]!;
  });
  return blended;
}

/** Goes most of the way at once; proves nothing. */
function headStart(basis: PersonBasis, search: RowSearch, levels: PersonLevels): void {
  const most = Math.floor(Number.MAX_SAFE_INTEGER / (4 * (basis.network.nodeCount + 1)));
  const weights = blendWeights(levels, levels.count, most);
  search.load(levels, weights);
  search.backCosts = blendedBack(levels, weights);
  const dearest = Math.max(largestCost(search.costs), largestCost(search.backCosts));
  priceTree(basis, search, Math.min(most, 4 * dearest + 1));
  firstPivots(basis, search);
  minimise(basis, search);
}

/** Finds a flow within the limits; false where there is none. */
function makeFeasible(basis: PersonBasis, search: RowSearch): boolean {
  if (artificialPersonFlow(basis) === 0) return true;
  search.costs.fill(0);
  search.backCosts = new Float64Array(basis.backState.length);
  priceTree(basis, search, 1);
  minimise(basis, search);
  return artificialPersonFlow(basis) === 0;
}

/** Solves one level; null where it has no least value, else the potentials that prove it. */
function solveLevel(basis: PersonBasis, search: RowSearch, levels: PersonLevels, level: number) {
  levels.load(search.costs, level, 1, 0);
  search.backCosts = levels.back[level]!;
  const largest = largestOfLevel(levels, level);
  // Dearer than any path, so that nothing gains by an artificial arc and none carries anything again.
  const artificialCost = largest * basis.network.nodeCount + 1;
  priceTree(basis, search, artificialCost);
  return minimise(basis, search) ? potentialsOf(basis, artificialCost, largest) : null;
}

/** Σ cost × flow. @throws BadInput 'flow.out-of-range' where the sum passes 2^53. */
function objectiveOf(
  levels: PersonLevels,
  level: number,
  choice: Int32Array,
  backFlow: Float64Array,
): number {
  let total = 0;
  let size = 0;
  const add = (term: number): void => {
    total += term;
    size += Math.abs(term);
  };
  for (const arc of choice) add(levels.costOf(level, arc));
  const back = levels.back[level]!;
  for (let arc = 0; arc < back.length; arc++) add(back[arc]! * backFlow[arc]!);
  if (size > Number.MAX_SAFE_INTEGER) throw outOfRange('tổng chi phí');
  return total;
}

function solutionOf(
  basis: PersonBasis,
  levels: PersonLevels,
  potentials: readonly Float64Array[],
): PersonSolution {
  const choice = choiceOf(basis);
  const backFlow = backFlowOf(basis);
  const objectives = potentials.map((_, level) => objectiveOf(levels, level, choice, backFlow));
  return { status: 'optimal', choice, backFlow, objectives, potentials, pivots: basis.pivots };
}

function requireSoundLevels(network: PersonNetwork, levels: PersonLevels): void {
  for (let level = 0; level < levels.count; level++) {
    if (levels.largest[level]! > MOST_INT32) throw outOfRange(`chi phí của mức ${level + 1}`);
    requireSoundCostRange(WIDER * network.nodeCount, largestOfLevel(levels, level), level);
  }
}

/**
 * Minimises level 1, then level 2 among its optima, … strictly.
 *
 * @throws BadInput 'flow.out-of-range' where a potential or an objective could pass 2^53.
 */
export function solvePeople({ network, levels }: PersonProblem): PersonSolution {
  requireSoundLevels(network, levels);
  const basis = startPersonBasis(network);
  const search = new RowSearch(basis);
  headStart(basis, search, levels);
  if (!makeFeasible(basis, search)) return without('infeasible', basis.pivots);
  const atOnce = treePotentials(basis, levels);
  if (isOptimalForAll(basis, levels, atOnce)) return solutionOf(basis, levels, atOnce);
  const potentials: Float64Array[] = [];
  for (let level = 0; level < levels.count; level++) {
    const proof = solveLevel(basis, search, levels, level);
    if (proof === null) return without('unbounded', basis.pivots);
    potentials.push(proof);
    if (level + 1 < levels.count) search.freeze();
  }
  return solutionOf(basis, levels, potentials);
}
