/**
 * Shortest paths on the price graph, with vectors of levels as lengths.
 *
 * Potentials make every edge lexicographically non-negative (Johnson's reduced costs), so the first time a place is reached
 * its vector is final (Dijkstra). The edges of a place are in order, so only its next one need wait in the heap, and a
 * search looks at few more edges than it takes places (Spira: A new algorithm for finding all shortest paths in a graph of
 * positive arcs in average time O(n² log² n), SIAM Journal on Computing 2, 1973). Of equally long paths the one that moves
 * fewest people is found.
 *
 * Forward: from one place to all; backward: from all to one, which prices every alternative of one person at once, because
 * all of them end where that person leaves.
 */
import { lengthOf, type Edge, type EdgeList } from './edge-lists.js';
import type { PriceState } from './price-state.js';

export interface Distances {
  readonly root: number;
  readonly settled: Uint8Array;
  /** By word, by node: the length in reduced costs. */
  readonly reduced: readonly Float64Array[];
  /** By node: the edge between it and `next`. */
  readonly edge: Int32Array;
  /** By node: one step nearer to the root. */
  readonly next: Int32Array;
  /** By node: people who move between it and the root. */
  readonly moved: Int32Array;
  /** The node that was settled last: none is farther. */
  readonly last: number;
}

/** From every place to `root`, until all of `wanted` are settled; null = everywhere. */
export function distancesTo(
  state: PriceState,
  root: number,
  wanted: Iterable<number> | null = null,
): Distances {
  return distances(new Search(state, root, 'into'), wanted);
}

/** From `root` to every place, until all of `wanted` are settled; null = everywhere. */
export function distancesFrom(
  state: PriceState,
  root: number,
  wanted: Iterable<number> | null = null,
): Distances {
  return distances(new Search(state, root, 'from'), wanted);
}

function distances(search: Search, wanted: Iterable<number> | null): Distances {
  const missing = wanted === null ? null : new Set(wanted);
  missing?.delete(search.root);
  while (missing?.size !== 0) {
    const node = search.step();
    if (node === NOBODY_LEFT) break;
    missing?.delete(node);
  }
  return search;
}

/** From every place to `root` until `wanted` is settled, but only as far as places are nearer than `limit` (by word). */
export function distancesWithin(
  state: PriceState,
  root: number,
  wanted: number,
  limit: readonly number[],
): Distances {
  const search = new Search(state, root, 'into');
  while (search.settled[wanted] === 0 && search.isWithin(limit)) search.step();
  return search;
}

/** A step along a path: a person who takes an arc, or a link that gains or loses a unit. */
export type Step =
  | { readonly kind: 'arc'; readonly arc: number }
  | { readonly kind: 'link'; readonly link: number; readonly by: 1 | -1 };

/** The edges between a node and the root, in the order from the node; null where there is no path. */
export function pathAt(state: PriceState, distances: Distances, node: number): Step[] | null {
  if (distances.settled[node] === 0) return null;
  const steps: Step[] = [];
  for (let at = node; at !== distances.root; at = distances.next[at]!) {
    steps.push(stepOf(state, distances.edge[at]!));
  }
  return steps;
}

export function stepOf({ linkFlow }: PriceState, edge: Edge): Step {
  if (edge >= 0) return { kind: 'arc', arc: edge };
  const at = -1 - edge;
  if (at < linkFlow.length) return { kind: 'link', link: at, by: 1 };
  return { kind: 'link', link: at - linkFlow.length, by: -1 };
}

/** No more node can be reached. */
const NOBODY_LEFT = -1;

export class Search implements Distances {
  readonly settled: Uint8Array;
  readonly reduced: Float64Array[];
  readonly edge: Int32Array;
  readonly next: Int32Array;
  readonly moved: Int32Array;
  private readonly lists: EdgeList[] = [];
  /** By settled node: its next edge, and how far that leads. */
  private readonly at: Int32Array;
  private readonly key: Float64Array[];
  private readonly keyMoved: Int32Array;
  private readonly heap: Int32Array;
  private heapSize = 0;
  private readonly words: number;
  last: number;
  /** `last`, where its edges have not yet been looked at. */
  private unopened: number;

  constructor(
    private readonly state: PriceState,
    readonly root: number,
    private readonly direction: 'from' | 'into',
    /** Whether nothing need be sought beyond a node that has just been settled. */
    private readonly isEnd: (node: number) => boolean = () => false,
  ) {
    const { nodeCount } = state.graph;
    this.words = state.packing.words;
    this.settled = new Uint8Array(nodeCount);
    this.reduced = Array.from({ length: this.words }, () => new Float64Array(nodeCount));
    this.key = Array.from({ length: this.words }, () => new Float64Array(nodeCount));
    this.edge = new Int32Array(nodeCount);
    this.next = new Int32Array(nodeCount).fill(-1);
    this.moved = new Int32Array(nodeCount);
    this.at = new Int32Array(nodeCount);
    this.keyMoved = new Int32Array(nodeCount);
    this.heap = new Int32Array(nodeCount);
    this.settled[root] = 1;
    this.last = this.unopened = root;
  }

  /** Settles the nearest node that is left; NOBODY_LEFT where there is none. */
  step(): number {
    const from = this.nearest();
    if (from === null) return NOBODY_LEFT;
    const end = this.endOf(from);
    this.settle(from, end);
    this.advance(from);
    return (this.last = this.unopened = end);
  }

  /** The node whose next edge leads to the nearest node that is left; null = none is left. */
  nearest(): number | null {
    this.openLast();
    while (this.heapSize > 0) {
      const node = this.heap[0]!;
      if (this.settled[this.endOf(node)] === 0) return node;
      this.advance(node);
    }
    return null;
  }

  /** By word, then the people who move: how far the next edge of a node of `nearest` leads. */
  keyOf(node: number, word: number): number {
    return word === this.words ? this.keyMoved[node]! : this.key[word]![node]!;
  }

  edgesOf(node: number): EdgeList {
    this.openLast();
    return this.lists[node]!;
  }

  /** Whether what is left may be nearer than a limit. */
  isWithin(limit: readonly number[]): boolean {
    const nearest = this.nearest();
    if (nearest === null) return false;
    for (let word = 0; word < this.words; word++) {
      const difference = this.key[word]![nearest]! - limit[word]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  private openLast(): void {
    if (this.unopened >= 0 && !this.isEnd(this.unopened)) this.open(this.unopened);
    this.unopened = -1;
  }

  private endOf(node: number): number {
    return this.lists[node]!.ends[this.at[node]!]!;
  }

  private settle(from: number, end: number): void {
    this.settled[end] = 1;
    for (let word = 0; word < this.words; word++) {
      this.reduced[word]![end] = this.key[word]![from]!;
    }
    this.moved[end] = this.keyMoved[from]!;
    this.edge[end] = this.lists[from]!.edges[this.at[from]!]!;
    this.next[end] = from;
  }

  /** A node that has just been settled waits with its first edge. */
  private open(node: number): void {
    this.lists[node] = this.state.lists[this.direction](node);
    if (!this.nextEdge(node, 0)) return;
    this.heap[this.heapSize] = node;
    this.rise(this.heapSize++);
  }

  /** The node on top of the heap, whose edge has been used, waits again with the next one. */
  private advance(node: number): void {
    if (!this.nextEdge(node, this.at[node]! + 1)) this.heap[0] = this.heap[--this.heapSize]!;
    if (this.heapSize > 0) this.sink(0);
  }

  /** Finds the first edge, from a place in the list on, that leads to a new node. */
  private nextEdge(node: number, from: number): boolean {
    const { ends, edges } = this.lists[node]!;
    let at = from;
    while (at < ends.length && this.settled[ends[at]!] === 1) at++;
    if (at === ends.length) return false;
    const edge = edges[at]!;
    const [tail, head] = this.direction === 'from' ? [node, ends[at]!] : [ends[at]!, node];
    for (let word = 0; word < this.words; word++) {
      const length = lengthOf(this.state, edge, tail, head, word);
      this.key[word]![node] = this.reduced[word]![node]! + length;
    }
    this.keyMoved[node] = this.moved[node]! + (edge >= 0 ? 1 : 0);
    this.at[node] = at;
    return true;
  }

  /** Equal lengths go by people moved, then by number of the node. */
  private isBefore(a: number, b: number): boolean {
    for (let word = 0; word < this.words; word++) {
      const difference = this.key[word]![a]! - this.key[word]![b]!;
      if (difference !== 0) return difference < 0;
    }
    const difference = this.keyMoved[a]! - this.keyMoved[b]!;
    return difference === 0 ? a < b : difference < 0;
  }

  private rise(from: number): void {
    const node = this.heap[from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.heap[above]!;
      if (!this.isBefore(node, other)) break;
      this.heap[at] = other;
      at = above;
    }
    this.heap[at] = node;
  }

  private sink(from: number): void {
    const node = this.heap[from]!;
    let at = from;
    for (let child = 2 * at + 1; child < this.heapSize; child = 2 * at + 1) {
      const right = child + 1;
      const less = right < this.heapSize && this.isBefore(this.heap[right]!, this.heap[child]!);
      const other = this.heap[less ? right : child]!;
      if (!this.isBefore(other, node)) break;
      this.heap[at] = other;
      at = less ? right : child;
    }
    this.heap[at] = node;
  }
}
