/**
 * The first pivots, chosen by hand: every node takes its best way out, those near the sinks first, then
 * the sources, so that each at once sends its supply along a cheap open path; then those near the sinks
 * once more, which opens a second way where the first is full.
 *
 * They are ordinary pivots, so the tree stays strongly feasible and nothing need be proved again. On
 * placement networks this greedy placement halves the number of pivots; on others it does harm and is left out. Compare Kovács 2015, section 3.5,
 * on starting solutions.
 */
import { type Basis } from './basis.js';
import { type Costs } from './network.js';
import { pivot } from './pivot.js';
import { type BlockSearch } from './pricing.js';

/** The real arcs of each node: `arcs[start[node]]` … `arcs[start[node + 1] − 1]`, ascending. */
interface Incidence {
  readonly start: Int32Array;
  readonly arcs: Int32Array;
}

/** Groups the real arcs by the node at one of their ends (a counting sort). */
function groupBy(ends: Int32Array, { nodeCount, arcCount }: Basis): Incidence {
  const start = new Int32Array(nodeCount + 1);
  for (let arc = 0; arc < arcCount; arc++) start[ends[arc]! + 1]!++;
  for (let node = 0; node < nodeCount; node++) start[node + 1]! += start[node]!;
  const at = start.slice();
  const arcs = new Int32Array(arcCount);
  for (let arc = 0; arc < arcCount; arc++) arcs[at[ends[arc]!]!++] = arc;
  return { start, arcs };
}

/** What the node sends into the artificial arc of the start: its supply, negative for a sink. */
function supplyAtStart({ arcCount, flow, tree }: Basis, node: number): number {
  const amount = flow[arcCount + node]!;
  return tree.up[node] === 1 ? amount : -amount;
}

/** The nodes from which a sink can be reached, nearest first: those between, the sources, those between. */
function turnsOf(basis: Basis): number[] {
  const { nodeCount, tail, head, room } = basis;
  const incoming = groupBy(head, basis);
  const supply = Float64Array.from({ length: nodeCount }, (_, node) => supplyAtStart(basis, node));
  const queue: number[] = [];
  const seen = new Uint8Array(nodeCount);
  const visit = (node: number) => {
    if (seen[node] === 1) return;
    seen[node] = 1;
    queue.push(node);
  };
  for (let node = 0; node < nodeCount; node++) if (supply[node]! < 0) visit(node);
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at++) {
      const arc = incoming.arcs[at]!;
      if (room[arc]! > 0) visit(tail[arc]!);
    }
  }
  const between = queue.filter((node) => supply[node] === 0);
  const sources = queue.filter((node) => supply[node]! > 0);
  return [...between, ...sources, ...between];
}

/** Whether most nodes are people, as it were: on other networks the first pivots cost more than they save. */
function isPlacement({ nodeCount, arcCount, flow }: Basis): boolean {
  let units = 0;
  for (let node = 0; node < nodeCount; node++) if (flow[arcCount + node] === 1) units++;
  return 2 * units > nodeCount;
}

/** Pivots at each turn whose node has a way out at a gain; the basis must be the artificial star. */
export function crash(basis: Basis, search: BlockSearch, costs: Costs): void {
  if (!isPlacement(basis)) return;
  const turns = turnsOf(basis);
  const outgoing = groupBy(basis.tail, basis);
  for (const node of turns) {
    const arc = search.bestOf(
      costs,
      outgoing.arcs,
      outgoing.start[node]!,
      outgoing.start[node + 1]!,
    );
    if (arc >= 0) pivot(basis, arc, search.reducedCost(costs, arc));
  }
}
