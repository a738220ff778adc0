/**
 * The basis of the specialised engine.
 *
 * Three things are left out that a general network simplex keeps for every arc (compare ../basis.ts):
 * its tail (a row belongs to a person), its flow and its state. Flow stands at the nodes, on the arc to
 * the parent: an arc of a person outside the tree carries nothing, because nothing limits it, and so can
 * never rest at an upper bound. Only the few arcs behind people need a state.
 *
 * The tree's root is the sink: most of the network hangs under it, and what hangs under the root never turns (on 8,000 people
 * half of all that pivots moved was the whole tree, turned 95 times under a root of its own). The start is the artificial
 * star: every person sends 1 to the sink over an arc of one's own. Tree arcs without flow lead up (Cunningham: A network
 * simplex method, Mathematical Programming 11, 1976); pivots keep it so.
 */
import { AT_LOWER, UNPRICED } from '../basis.js';
import { type Cycle, noCycle } from '../cycle.js';
import { SpanningTree } from '../tree.js';
import { type PersonNetwork } from './person-network.js';

export interface PersonBasis {
  readonly network: PersonNetwork;
  /** Arcs of people are 0 … firstBack − 1, arcs behind them follow, then one artificial arc a node to the sink. */
  readonly firstBack: number;
  readonly firstArtificial: number;
  readonly tree: SpanningTree;
  /** By node: flow on the arc that joins it to its parent. */
  readonly flow: Float64Array;
  /** By arc behind people: AT_LOWER, AT_UPPER, or UNPRICED in the tree or frozen. */
  readonly backState: Int8Array;
  /** By arc behind people outside the tree: 1 where it carries all that it can. */
  readonly backFull: Uint8Array;
  /** Scratch of the pivot that is going on. */
  readonly cycle: Cycle;
  pivots: number;
}

export function startPersonBasis(network: PersonNetwork): PersonBasis {
  const { people, nodeCount, place, back } = network;
  const firstArtificial = place.length + back.tail.length;
  const flow = new Float64Array(nodeCount);
  flow.fill(1, 0, people);
  return {
    network,
    firstBack: place.length,
    firstArtificial,
    tree: new SpanningTree(nodeCount - 1, firstArtificial, new Uint8Array(nodeCount).fill(1)),
    flow,
    backState: Int8Array.from(back.capacity, (most) => (most === 0 ? UNPRICED : AT_LOWER)),
    backFull: new Uint8Array(back.capacity.length),
    cycle: noCycle(),
    pivots: 0,
  };
}

/** The limit of any arc; only arcs behind people have one. */
export function capacityOf(basis: PersonBasis, arc: number): number {
  const { firstBack, firstArtificial } = basis;
  if (arc < firstBack || arc >= firstArtificial) return Infinity;
  return basis.network.back.capacity[arc - firstBack]!;
}

/** What artificial arcs still carry makes the network infeasible. */
export function artificialPersonFlow({ tree, flow, firstArtificial }: PersonBasis): number {
  let total = 0;
  for (let node = 0; node < tree.root; node++) {
    if (tree.arc[node]! >= firstArtificial) total += flow[node]!;
  }
  return total;
}

/** By person: the arc that carries the person, −1 = none. */
export function choiceOf({ network, tree, flow, firstBack }: PersonBasis): Int32Array {
  const choice = new Int32Array(network.people).fill(-1);
  for (let node = 0; node < tree.root; node++) {
    const arc = tree.arc[node]!;
    if (arc < firstBack && flow[node] === 1)
      choice[tree.up[node] ? node : tree.parent[node]!] = arc;
  }
  return choice;
}

/** By arc behind people: its flow. */
export function backFlowOf(basis: PersonBasis): Float64Array {
  const { network, tree, flow, firstBack, firstArtificial, backFull } = basis;
  const { capacity } = network.back;
  const amounts = new Float64Array(capacity.length);
  for (let arc = 0; arc < amounts.length; arc++) {
    if (backFull[arc] === 1) amounts[arc] = capacity[arc]!;
  }
  for (let node = 0; node < tree.root; node++) {
    const arc = tree.arc[node]!;
    if (arc >= firstBack && arc < firstArtificial) amounts[arc - firstBack] = flow[node]!;
  }
  return amounts;
}
