/**
 * Integer minimum-cost flow for several goals, strictly one after the other, exact.
 *
 * Primal network simplex (Ahuja, Magnanti, Orlin: Network Flows, 1993, chapter 11; Kovács 2015 on what
 * makes it fast). Feasibility is a level of its own (cost 1 on artificial arcs) instead of a big number.
 * After a level the arcs that its optimal solutions cannot use are frozen, and the next level goes on
 * from the same basis; so every level is exact whatever the range of the others.
 */
import { type Basis, startBasis } from './basis.js';
import { crash } from './crash.js';
import { makeFeasible, minimise, priceTree } from './minimise.js';
import { type Costs, type FlowNetwork } from './network.js';
import { BlockSearch } from './pricing.js';
import { exactObjective, requireSoundCosts, requireSoundNetwork } from './range.js';
import { blendedCosts } from './start.js';

export interface FlowSolution {
  readonly status: 'optimal' | 'infeasible' | 'unbounded';
  /** By arc; empty unless optimal. */
  readonly flow: Float64Array;
  /** One a level, Σ cost × flow; empty unless optimal. */
  readonly objectives: readonly number[];
  /** One array a level, by node: cost + potential[tail] − potential[head] proves the level. */
  readonly potentials: readonly Float64Array[];
  readonly pivots: number;
}

function withoutFlow(status: 'infeasible' | 'unbounded', pivots: number): FlowSolution {
  return { status, flow: new Float64Array(0), objectives: [], potentials: [], pivots };
}

function balanced(supply: Float64Array): boolean {
  return supply.reduce((sum, amount) => sum + BigInt(amount), 0n) === 0n;
}

/** Goes most of the way at once, by all levels blended (see start.ts); proves nothing. */
function headStart(basis: Basis, search: BlockSearch, levels: readonly Costs[]): void {
  const blend = blendedCosts(levels, basis.nodeCount);
  if (blend === null) return;
  priceTree(basis, blend.costs, blend.artificialCost);
  crash(basis, search, blend.costs);
  minimise(basis, search, blend.costs);
}

function flowOf(network: FlowNetwork, basis: Basis): Float64Array {
  const flow = basis.flow.slice(0, basis.arcCount);
  const { lower } = network;
  if (lower) for (let arc = 0; arc < flow.length; arc++) flow[arc]! += lower[arc]!;
  return flow;
}

/**
 * Minimises levels[0], then levels[1] among its optima, … strictly.
 *
 * @param levels integer costs by arc; none = any feasible flow.
 * @throws BadInput 'flow.malformed' for columns that disagree or hold fractions, 'flow.out-of-range'
 *   where |cost| × nodes, a flow or an objective could pass 2^53.
 */
export function solveLexicographic(network: FlowNetwork, levels: readonly Costs[]): FlowSolution {
  requireSoundNetwork(network);
  levels.forEach((costs, level) => requireSoundCosts(network, costs, level));
  const basis = balanced(network.supply) ? startBasis(network) : null;
  if (basis === null) return withoutFlow('infeasible', 0);
  const search = new BlockSearch(basis);
  headStart(basis, search, levels);
  if (!makeFeasible(basis, search)) return withoutFlow('infeasible', basis.pivots);
  const potentials: Float64Array[] = [];
  for (const [at, level] of levels.entries()) {
    // As the blend is: pricing that meets one kind of column only is compiled for it.
    const costs = Float64Array.from(level);
    priceTree(basis, costs, 0);
    if (!minimise(basis, search, costs)) return withoutFlow('unbounded', basis.pivots);
    potentials.push(basis.tree.potential.slice(0, network.nodeCount));
    if (at + 1 < levels.length) search.freeze(costs);
  }
  const flow = flowOf(network, basis);
  const objectives = levels.map((costs) => exactObjective(costs, flow));
  return { status: 'optimal', flow, objectives, potentials, pivots: basis.pivots };
}
