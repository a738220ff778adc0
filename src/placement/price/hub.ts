/**
 * The shortest paths between the sink and every place.
 *
 * Whoever comes or goes ends in a free seat, or on the bench, so most chains lead through the sink. Its paths are the same for
 * every question of a state: they are found once, by a plain Dijkstra over all edges (A note on two problems in connexion
 * with graphs, Numerische Mathematik 1, 1959), which puts nothing in order. A search between other places then need not go
 * where the sink is nearer (`vicinity.ts`).
 */
import { lengthOf, type Edge, type EdgeLists } from './edge-lists.js';
import type { PriceState } from './price-state.js';
import type { Distances } from './search.js';

/** Distances of a state to and from its sink. */
export class Hub {
  private toSink: Distances | null = null;
  private fromSink: Distances | null = null;

  constructor(private readonly state: PriceState) {}

  /** From every place to the sink. */
  get into(): Distances {
    return (this.toSink ??= new Spread(this.state, 'into'));
  }

  /** From the sink to every place. */
  get from(): Distances {
    return (this.fromSink ??= new Spread(this.state, 'from'));
  }
}

const hubs = new WeakMap<EdgeLists, Hub>();

/** The same as long as the lists of the state are. */
export function hubOf(state: PriceState): Hub {
  let hub = hubs.get(state.lists);
  if (!hub) hubs.set(state.lists, (hub = new Hub(state)));
  return hub;
}

/** All places by distance from the sink; equal lengths go by people moved, then by node. */
class Spread implements Distances {
  readonly root: number;
  readonly settled: Uint8Array;
  readonly reduced: readonly Float64Array[];
  readonly edge: Int32Array;
  readonly next: Int32Array;
  readonly moved: Int32Array;
  last: number;
  private readonly heap: Int32Array;
  /** By node: where it is in the heap; −1 = it has not been met. */
  private readonly at: Int32Array;
  private size = 0;

  constructor(
    private readonly state: PriceState,
    private readonly direction: 'from' | 'into',
  ) {
    const { nodeCount, sink } = state.graph;
    this.root = this.last = sink;
    this.settled = new Uint8Array(nodeCount);
    this.reduced = state.potential.map(() => new Float64Array(nodeCount));
    this.edge = new Int32Array(nodeCount);
    this.next = new Int32Array(nodeCount).fill(-1);
    this.moved = new Int32Array(nodeCount);
    this.heap = new Int32Array(nodeCount);
    this.at = new Int32Array(nodeCount).fill(-1);
    this.enter(sink);
    while (this.size > 0) this.settle(this.taken());
  }

  private settle(node: number): void {
    this.settled[node] = 1;
    this.last = node;
    const { lists } = this.state;
    if (this.direction === 'from') lists.eachFrom(node, (end, edge) => this.offer(node, end, edge));
    else lists.eachInto(node, (end, edge) => this.offer(node, end, edge));
  }

  private offer(node: number, end: number, edge: Edge): void {
    if (this.settled[end] === 1) return;
    const isNew = this.at[end] === -1;
    if (!isNew && (this.isAsNear(end, node) || !this.isBetter(node, end, edge))) return;
    for (let word = 0; word < this.reduced.length; word++) {
      this.reduced[word]![end] = this.reduced[word]![node]! + this.length(node, end, edge, word);
    }
    this.moved[end] = this.moved[node]! + (edge >= 0 ? 1 : 0);
    this.edge[end] = edge;
    this.next[end] = node;
    if (isNew) this.enter(end);
    else this.rise(this.at[end]!);
  }

  /** Then no edge between them makes it nearer: most places are as near to the sink as it is to itself. */
  private isAsNear(end: number, node: number): boolean {
    if (this.moved[end]! > this.moved[node]!) return false;
    for (const reduced of this.reduced) if (reduced[end]! > reduced[node]!) return false;
    return true;
  }

  private isBetter(node: number, end: number, edge: Edge): boolean {
    for (let word = 0; word < this.reduced.length; word++) {
      const reduced = this.reduced[word]!;
      const difference = reduced[node]! + this.length(node, end, edge, word) - reduced[end]!;
      if (difference !== 0) return difference < 0;
    }
    const difference = this.moved[node]! + (edge >= 0 ? 1 : 0) - this.moved[end]!;
    return difference === 0 ? edge < this.edge[end]! : difference < 0;
  }

  private length(node: number, end: number, edge: Edge, word: number): number {
    return this.direction === 'from'
      ? lengthOf(this.state, edge, node, end, word)
      : lengthOf(this.state, edge, end, node, word);
  }

  private enter(node: number): void {
    this.at[node] = this.size;
    this.heap[this.size] = node;
    this.rise(this.size++);
  }

  private taken(): number {
    const node = this.heap[0]!;
    const last = this.heap[--this.size]!;
    if (this.size > 0) this.sink(last);
    return node;
  }

  private isBefore(a: number, b: number): boolean {
    for (const reduced of this.reduced) {
      const difference = reduced[a]! - reduced[b]!;
      if (difference !== 0) return difference < 0;
    }
    const difference = this.moved[a]! - this.moved[b]!;
    return difference === 0 ? a < b : difference < 0;
  }

  private rise(from: number): void {
    const node = this.heap[from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.isBefore(node, this.heap[above]!)) break;
      this.put(this.heap[above]!, at);
      at = above;
    }
    this.put(node, at);
  }

  private sink(node: number): void {
    let at = 0;
    for (let child = 1; child < this.size; child = 2 * at + 1) {
      const right = child + 1;
      const isRight = right < this.size && this.isBefore(this.heap[right]!, this.heap[child]!);
      const least = isRight ? right : child;
      if (!this.isBefore(this.heap[least]!, node)) break;
      this.put(this.heap[least]!, at);
      at = least;
    }
    this.put(node, at);
  }

  private put(node: number, at: number): void {
    this.heap[at] = node;
    this.at[node] = at;
  }
}
