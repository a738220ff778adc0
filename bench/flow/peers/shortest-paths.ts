/**
 * A slow, plain peer: successive shortest paths by Bellman and Ford (Ahuja, Magnanti, Orlin: Network
 * Flows, 1993, section 9.7), all levels in one BigInt cost with weights that provably keep them apart.
 */
import { type Costs, type FlowNetwork } from '../../../src/placement/flow/network.js';

export interface PeerAnswer {
  readonly status: 'optimal' | 'infeasible' | 'unbounded';
  readonly objectives: readonly number[];
}

interface Edge {
  readonly from: number;
  readonly to: number;
  room: number;
  readonly cost: bigint;
  /** −1 for the two helpers' arcs. */
  readonly arc: number;
}

/** No optimal basic flow can carry more than this on an arc. */
function flowBound({ supply, lower, capacity }: FlowNetwork): number {
  let bound = 1;
  for (const amount of supply) bound += Math.abs(amount);
  for (const most of capacity) if (most !== Infinity) bound += Math.abs(most);
  for (const least of lower ?? []) bound += 2 * Math.abs(least);
  return bound;
}

function weigh(network: FlowNetwork, levels: readonly Costs[], bound: number): bigint[] {
  const arcs = network.tail.length;
  const total = new Array<bigint>(arcs).fill(0n);
  for (const costs of levels) {
    const largest = Math.max(0, ...Array.from(costs, Math.abs));
    const weight = BigInt(2 * largest * bound * (arcs + 1) + 1);
    for (let arc = 0; arc < arcs; arc++) total[arc] = total[arc]! * weight + BigInt(costs[arc]!);
  }
  return total;
}

/** Shortest distances from everywhere at once; true where they never settle. */
function hasNegativeCycle(nodeCount: number, edges: readonly Edge[]): boolean {
  const distance = new Array<bigint>(nodeCount).fill(0n);
  for (let round = 0; round <= nodeCount; round++) {
    let changed = false;
    for (const { from, to, room, cost } of edges) {
      if (room <= 0 || distance[from]! + cost >= distance[to]!) continue;
      distance[to] = distance[from]! + cost;
      changed = true;
    }
    if (!changed) return false;
  }
  return true;
}

/** Edges 2k and 2k + 1 are each other's reverse. */
class Residual {
  readonly edges: Edge[] = [];

  add(from: number, to: number, room: number, cost: bigint, arc: number): void {
    this.edges.push(
      { from, to, room, cost, arc },
      { from: to, to: from, room: 0, cost: -cost, arc },
    );
  }

  push(edge: number, amount: number): void {
    this.edges[edge]!.room -= amount;
    this.edges[edge ^ 1]!.room += amount;
  }

  /** The edges of a cheapest path, last one first, or null. */
  cheapestPath(nodeCount: number, source: number, sink: number): number[] | null {
    const distance = new Array<bigint | null>(nodeCount).fill(null);
    const by = new Array<number>(nodeCount).fill(-1);
    distance[source] = 0n;
    for (let changed = true; changed;) {
      changed = false;
      this.edges.forEach(({ from, to, room, cost }, edge) => {
        const start = distance[from];
        if (room <= 0 || start === null || start === undefined) return;
        const known = distance[to];
        if (known !== null && known !== undefined && start + cost >= known) return;
        distance[to] = start + cost;
        by[to] = edge;
        changed = true;
      });
    }
    if (distance[sink] === null) return null;
    const path: number[] = [];
    for (let node = sink; node !== source; node = this.edges[by[node]!]!.from) path.push(by[node]!);
    return path;
  }
}

/** The same answer as the engine's, found another way. */
export function solveByShortestPaths(network: FlowNetwork, levels: readonly Costs[]): PeerAnswer {
  const { nodeCount, tail, head, lower, capacity } = network;
  const bound = flowBound(network);
  const costs = weigh(network, levels, bound);
  const [source, sink] = [nodeCount, nodeCount + 1];
  const residual = new Residual();
  const excess = network.supply.slice();
  const flow = new Float64Array(tail.length);
  const endless: Edge[] = [];
  for (let arc = 0; arc < tail.length; arc++) {
    const [from, to, cost] = [tail[arc]!, head[arc]!, costs[arc]!];
    const least = lower?.[arc] ?? 0;
    const most = capacity[arc]! === Infinity ? bound : capacity[arc]!;
    if (least > most) return { status: 'infeasible', objectives: [] };
    if (capacity[arc] === Infinity) endless.push({ from, to, room: 1, cost, arc });
    flow[arc] = cost < 0n ? most : least;
    excess[from]! -= flow[arc]!;
    excess[to]! += flow[arc]!;
    residual.add(from, to, most - least, cost, arc);
    if (cost < 0n) residual.push(2 * arc, most - least);
  }
  const demanded = excess.reduce((sum, amount) => sum + Math.max(0, -amount), 0);
  const offered = excess.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  excess.forEach((amount, node) => {
    if (amount > 0) residual.add(source, node, amount, 0n, -1);
    if (amount < 0) residual.add(node, sink, -amount, 0n, -1);
  });
  let sent = 0;
  for (;;) {
    const path = residual.cheapestPath(nodeCount + 2, source, sink);
    if (path === null) break;
    const amount = Math.min(...path.map((edge) => residual.edges[edge]!.room));
    path.forEach((edge) => residual.push(edge, amount));
    sent += amount;
  }
  if (sent < offered || sent < demanded) return { status: 'infeasible', objectives: [] };
  if (hasNegativeCycle(nodeCount, endless)) return { status: 'unbounded', objectives: [] };
  flow.forEach((_, arc) => (flow[arc] = (lower?.[arc] ?? 0) + residual.edges[2 * arc + 1]!.room));
  return { status: 'optimal', objectives: levels.map((level) => sumOf(level, flow)) };
}

function sumOf(costs: Costs, flow: Float64Array): number {
  return flow.reduce((sum, amount, arc) => sum + amount * costs[arc]!, 0);
}
