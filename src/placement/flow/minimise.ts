import { artificialFlow, type Basis } from './basis.js';
import { type Costs } from './network.js';
import { pivot } from './pivot.js';
import { type BlockSearch } from './pricing.js';

/** Potentials at which every tree arc costs 0; artificial arcs have a cost of their own. */
export function priceTree({ tree, arcCount }: Basis, costs: Costs, artificialCost: number): void {
  tree.computePotentials((arc) => (arc < arcCount ? costs[arc]! : artificialCost));
}

/** Pivots until these costs are least; false where they have no least value. */
export function minimise(basis: Basis, search: BlockSearch, costs: Costs): boolean {
  for (let arc = search.find(costs); arc >= 0; arc = search.find(costs)) {
    if (!pivot(basis, arc, search.reducedCost(costs, arc))) return false;
  }
  return true;
}

/** Finds a flow within the bounds; false where there is none. */
export function makeFeasible(basis: Basis, search: BlockSearch): boolean {
  if (artificialFlow(basis) === 0) return true;
  const free = new Float64Array(basis.arcCount);
  priceTree(basis, free, 1);
  minimise(basis, search, free);
  return artificialFlow(basis) === 0;
}
