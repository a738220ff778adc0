/** Small random networks of every kind that the engine must take: loops, twins, lower bounds, endless arcs. */
import { type FlowNetwork, NetworkBuilder } from '../../src/placement/flow/network.js';

export interface Instance {
  readonly network: FlowNetwork;
  readonly levels: readonly Int32Array[];
}

export interface Shape {
  readonly nodes: number;
  readonly arcs: number;
  readonly levels: number;
  readonly mostCapacity: number;
  /** Share of arcs without a limit. */
  readonly endless: number;
}

/** Repeatable numbers 0 ≤ x < 1 (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Supplies are drawn from a random flow, so that about half of the instances are feasible or better. */
export function randomInstance(seed: number, shape: Shape): Instance {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const builder = new NetworkBuilder();
  const supply = new Array<number>(shape.nodes).fill(0);
  const lowerShare = below(2) * 0.3;
  for (let arc = 0; arc < shape.arcs; arc++) {
    const [from, to] = [below(shape.nodes), below(shape.nodes)];
    const lower = random() < lowerShare ? below(3) - 1 : 0;
    const width = below(shape.mostCapacity + 1);
    builder.addArc(from, to, random() < shape.endless ? Infinity : lower + width, lower);
    const flow = lower + below(width + 1);
    supply[from]! += flow;
    supply[to]! -= flow;
  }
  if (random() < 0.15) supply[below(shape.nodes)]! += 1;
  supply.forEach((amount) => builder.addNode(amount));
  const downTo = below(3) === 0 ? -4 : -1;
  const levels = Array.from({ length: shape.levels }, () =>
    Int32Array.from({ length: shape.arcs }, () => downTo + below(7)),
  );
  return { network: builder.build(), levels };
}

/** The same network with its arcs in another order. */
export function withShuffledArcs({ network, levels }: Instance, seed: number): Instance {
  const random = randomFrom(seed);
  const order = Array.from(network.tail.keys());
  for (let at = order.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  const shuffled: FlowNetwork = {
    nodeCount: network.nodeCount,
    supply: network.supply,
    tail: Int32Array.from(order, (arc) => network.tail[arc]!),
    head: Int32Array.from(order, (arc) => network.head[arc]!),
    lower: network.lower && Float64Array.from(order, (arc) => network.lower![arc]!),
    capacity: Float64Array.from(order, (arc) => network.capacity[arc]!),
  };
  return {
    network: shuffled,
    levels: levels.map((costs) => Int32Array.from(order, (arc) => costs[arc]!)),
  };
}
