/**
 * A basis of the network simplex method: flow on every arc, which arcs may still move, and the tree.
 *
 * Lower bounds are shifted away, so flow here runs from 0 to `room`. The start is the artificial star:
 * arc `arcCount + node` carries what the node supplies to the root, or brings what it demands. A tree
 * arc without flow always leads up, so the tree is strongly feasible (Cunningham: A network simplex
 * method, Mathematical Programming 11, 1976), and pivot.ts keeps it so; therefore no pivoting cycles.
 */
import { type FlowNetwork } from './network.js';
import { outOfRange } from './range.js';
import { SpanningTree } from './tree.js';

/** Where an arc outside the tree rests; the number is the direction in which its flow may change. */
export const AT_LOWER = 1;
export const AT_UPPER = -1;
/** In the tree, or frozen: never priced. */
export const UNPRICED = 0;

export interface Basis {
  readonly nodeCount: number;
  /** Real arcs; artificial ones follow, one a node. */
  readonly arcCount: number;
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** capacity − lower. */
  readonly room: Float64Array;
  /** flow − lower. */
  readonly flow: Float64Array;
  readonly state: Int8Array;
  readonly tree: SpanningTree;
  pivots: number;
}

/** The supply of each node once every arc carries its lower bound. */
function shiftedSupply(network: FlowNetwork): Float64Array {
  const { supply, lower, tail, head } = network;
  const rest = supply.slice();
  if (lower === null) return rest;
  for (let arc = 0; arc < lower.length; arc++) {
    const [from, to] = [tail[arc]!, head[arc]!];
    rest[from]! -= lower[arc]!;
    rest[to]! += lower[arc]!;
    if (!Number.isSafeInteger(rest[from]) || !Number.isSafeInteger(rest[to])) {
      throw outOfRange(`nguồn của nút ${from} hoặc ${to}`);
    }
  }
  return rest;
}

/** capacity − lower by arc, artificial arcs unbounded; null if a lower bound is over its capacity. */
function shiftedCapacity(network: FlowNetwork): Float64Array | null {
  const { capacity, lower, nodeCount } = network;
  const room = new Float64Array(capacity.length + nodeCount).fill(Infinity);
  for (let arc = 0; arc < capacity.length; arc++) {
    const width = capacity[arc]! - (lower?.[arc] ?? 0);
    if (width < 0) return null;
    if (width !== Infinity && !Number.isSafeInteger(width)) throw outOfRange(`capacity[${arc}]`);
    room[arc] = width;
  }
  return room;
}

function startState(room: Float64Array, arcCount: number): Int8Array {
  const state = new Int8Array(room.length);
  for (let arc = 0; arc < arcCount; arc++) state[arc] = room[arc] === 0 ? UNPRICED : AT_LOWER;
  return state;
}

/** The artificial start, or null where no flow can lie within the bounds of its arc. */
export function startBasis(network: FlowNetwork): Basis | null {
  const { nodeCount, tail, head } = network;
  const room = shiftedCapacity(network);
  if (room === null) return null;
  const arcCount = tail.length;
  const supply = shiftedSupply(network);
  const flow = new Float64Array(arcCount + nodeCount);
  const up = new Uint8Array(nodeCount + 1);
  const from = new Int32Array(arcCount + nodeCount);
  const to = new Int32Array(arcCount + nodeCount);
  from.set(tail);
  to.set(head);
  for (let node = 0; node < nodeCount; node++) {
    const arc = arcCount + node;
    up[node] = supply[node]! >= 0 ? 1 : 0;
    flow[arc] = Math.abs(supply[node]!);
    from[arc] = up[node] === 1 ? node : nodeCount;
    to[arc] = up[node] === 1 ? nodeCount : node;
  }
  const tree = new SpanningTree(nodeCount, arcCount, up);
  const state = startState(room, arcCount);
  return { nodeCount, arcCount, tail: from, head: to, room, flow, state, tree, pivots: 0 };
}

/** The artificial arcs that still carry flow make the network infeasible. */
export function artificialFlow(basis: Basis): number {
  let total = 0;
  for (let arc = basis.arcCount; arc < basis.flow.length; arc++) total += basis.flow[arc]!;
  return total;
}
