/**
 * A network that is solved again and again under changing costs, each time from the last basis.
 *
 * A basis stays primal feasible when only costs change, so a re-solve is one walk over the tree for the potentials and
 * some pivots (Ahuja, Magnanti, Orlin: Network Flows, 1993, section 11.6), a small part of a cold solve. The optimum is
 * exact each time; which of several optimal flows is found depends on the path, so a warm answer is for prices and bounds
 * and is not stored as a plan by itself.
 */
import { type Basis, startBasis } from './basis.js';
import { crash } from './crash.js';
import { makeFeasible, minimise, priceTree } from './minimise.js';
import { type Costs, type FlowNetwork } from './network.js';
import { BlockSearch } from './pricing.js';
import { exactObjective, requireSoundCosts, requireSoundNetwork } from './range.js';

export class WarmFlow {
  private readonly basis: Basis;
  private readonly search: BlockSearch;

  /**
   * Solves cold.
   *
   * @param network without lower bounds.
   * @throws BadInput as `solveLexicographic`; Error where there is no flow, or no least one.
   */
  constructor(
    private readonly network: FlowNetwork,
    costs: Costs,
  ) {
    requireSoundNetwork(network);
    requireSoundCosts(network, costs, 0);
    const basis = startBasis(network);
    if (basis === null) throw new Error('no flow fits the bounds');
    this.basis = basis;
    this.search = new BlockSearch(basis);
    priceTree(basis, costs, ARTIFICIAL);
    crash(basis, this.search, costs);
    if (!makeFeasible(basis, this.search)) throw new Error('the network has no flow');
    this.solve(costs);
  }

  /** Finds the optimum for other costs. @throws as the constructor. */
  solve(costs: Costs): void {
    requireSoundCosts(this.network, costs, 0);
    priceTree(this.basis, costs, 0);
    if (!minimise(this.basis, this.search, costs)) throw new Error('unbounded');
  }

  /** By arc; a copy. */
  flow(): Float64Array {
    return this.basis.flow.slice(0, this.basis.arcCount);
  }

  /** Flow of one arc. */
  flowOf(arc: number): number {
    return this.basis.flow[arc]!;
  }

  /** By node, of the last costs; a copy. cost + potential[tail] − potential[head] is the reduced cost of an arc. */
  potentials(): Float64Array {
    return this.basis.tree.potential.slice(0, this.network.nodeCount);
  }

  /** Σ cost × flow. */
  value(costs: Costs): number {
    return exactObjective(costs, this.basis.flow.subarray(0, this.basis.arcCount));
  }

  get pivots(): number {
    return this.basis.pivots;
  }
}

/** Dearer than a path of a placement; the crash only chooses where to begin. */
const ARTIFICIAL = 2 ** 32;
