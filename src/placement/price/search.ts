/**
 * Dijkstra's search on the price graph, with vectors of levels as lengths.
 *
 * Potentials make every edge lexicographically non-negative (Johnson's reduced costs), so the first time a place is settled
 * its vector is final. Forward: from one place to all; backward: from all to one. Backward prices every alternative of one
 * person at once, because all of them end where that person leaves.
 */
import type { PriceState } from './price-state.js';

/** How a place is reached: over a person's arc, or along a link (−1 − link forward, −1 − links − link back). */
type Edge = number;

const NO_EDGE = -(2 ** 31);

export interface Distances {
  readonly root: number;
  readonly settled: Uint8Array;
  /** By word, by node: the length in reduced costs. */
  readonly reduced: readonly Float64Array[];
  /** By node: the edge between it and `next`. */
  readonly edge: Int32Array;
  /** By node: one step nearer to the root. */
  readonly next: Int32Array;
}

/** From every place to `root`, until all of `wanted` are settled; null = everywhere. */
export function distancesTo(
  state: PriceState,
  root: number,
  wanted: Iterable<number> | null = null,
): Distances {
  const search = new Search(state, root);
  search.run(wanted, (node) => search.backward(node));
  return search;
}

/** From `root` to every place. */
export function distancesFrom(
  state: PriceState,
  root: number,
  wanted: Iterable<number> | null = null,
): Distances {
  const search = new Search(state, root);
  const held = heldBy(state);
  search.run(wanted, (node) => search.forward(node, held[node]!));
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

function stepOf({ linkFlow }: PriceState, edge: Edge): Step {
  if (edge >= 0) return { kind: 'arc', arc: edge };
  const at = -1 - edge;
  if (at < linkFlow.length) return { kind: 'link', link: at, by: 1 };
  return { kind: 'link', link: at - linkFlow.length, by: -1 };
}

/** People who may go, by the node where they are. */
function heldBy({ graph, current, fixed }: PriceState): number[][] {
  const held = Array.from({ length: graph.nodeCount }, (): number[] => []);
  current.forEach((arc, person) => {
    if (arc >= 0 && fixed[person] === 0) held[graph.arcHead[arc]!]!.push(person);
  });
  return held;
}

class Search implements Distances {
  readonly settled: Uint8Array;
  readonly reduced: Float64Array[];
  readonly edge: Int32Array;
  readonly next: Int32Array;
  private readonly heap: Int32Array;
  private readonly heapAt: Int32Array;
  private heapSize = 0;
  private readonly words: number;
  private readonly label: Float64Array;

  constructor(
    private readonly state: PriceState,
    readonly root: number,
  ) {
    const { nodeCount } = state.graph;
    this.words = state.packing.words;
    this.settled = new Uint8Array(nodeCount);
    this.reduced = Array.from({ length: this.words }, () => new Float64Array(nodeCount));
    this.edge = new Int32Array(nodeCount).fill(NO_EDGE);
    this.next = new Int32Array(nodeCount).fill(-1);
    this.heap = new Int32Array(nodeCount);
    this.heapAt = new Int32Array(nodeCount).fill(-1);
    this.label = new Float64Array(this.words);
  }

  run(wanted: Iterable<number> | null, expand: (node: number) => void): void {
    const missing = wanted === null ? null : new Set(wanted);
    this.push(this.root);
    while (this.heapSize > 0) {
      const node = this.pop();
      this.settled[node] = 1;
      if (missing !== null && missing.delete(node) && missing.size === 0) return;
      expand(node);
    }
  }

  /** Edges that end in a settled node: people with an arc into it, from where they are; links. */
  backward(node: number): void {
    const { graph, firstInto, intoArc, current, fixed, arcWords, potential } = this.state;
    const { arcPerson, arcHead } = graph;
    const costs = arcWords[0]!;
    const prices = potential[0]!;
    const nearest = this.reduced[0]!;
    const base = nearest[node]! - prices[node]!;
    const { settled, heapAt } = this;
    for (let at = firstInto[node]!; at < firstInto[node + 1]!; at++) {
      const arc = intoArc[at]!;
      const person = arcPerson[arc]!;
      const now = current[person]!;
      if (now < 0 || fixed[person] === 1) continue;
      const from = arcHead[now]!;
      if (settled[from] === 1) continue;
      const first = base + costs[arc]! - costs[now]! + prices[from]!;
      if (heapAt[from]! >= 0 && first > nearest[from]!) continue;
      this.labelArc(node, node, from, arc, now);
      this.offer(from, node, arc);
    }
    this.linksBackward(node);
  }

  private linksBackward(node: number): void {
    const { linksInto, linksFrom, linkFlow, linkCapacity, graph } = this.state;
    const { tail, head } = graph.links;
    for (const link of linksInto[node]!) {
      const from = tail[link]!;
      if (this.settled[from] === 1 || linkFlow[link]! >= linkCapacity[link]!) continue;
      this.labelLink(node, from, node, link, 1);
      this.offer(from, node, -1 - link);
    }
    for (const link of linksFrom[node]!) {
      const from = head[link]!;
      if (this.settled[from] === 1 || linkFlow[link]! <= 0) continue;
      this.labelLink(node, from, node, link, -1);
      this.offer(from, node, -1 - linkFlow.length - link);
    }
  }

  /** Edges that begin in a settled node: people who are there, to wherever they may go; links. */
  forward(node: number, held: readonly number[]): void {
    const { graph, current } = this.state;
    const { firstArc, arcHead } = graph;
    for (const person of held) {
      const now = current[person]!;
      for (let arc = firstArc[person]!; arc < firstArc[person + 1]!; arc++) {
        const to = arcHead[arc]!;
        if (this.settled[to] === 1) continue;
        this.labelArc(node, to, node, arc, now);
        this.offer(to, node, arc);
      }
    }
    this.linksForward(node);
  }

  private linksForward(node: number): void {
    const { linksInto, linksFrom, linkFlow, linkCapacity, graph } = this.state;
    const { tail, head } = graph.links;
    for (const link of linksFrom[node]!) {
      const to = head[link]!;
      if (this.settled[to] === 1 || linkFlow[link]! >= linkCapacity[link]!) continue;
      this.labelLink(node, node, to, link, 1);
      this.offer(to, node, -1 - link);
    }
    for (const link of linksInto[node]!) {
      const to = tail[link]!;
      if (this.settled[to] === 1 || linkFlow[link]! <= 0) continue;
      this.labelLink(node, node, to, link, -1);
      this.offer(to, node, -1 - linkFlow.length - link);
    }
  }

  /** The label of a place beyond `settled`, over a person's change from arc `now` to `arc`: from `tail` to `head`. */
  private labelArc(settled: number, head: number, tail: number, arc: number, now: number): void {
    const { arcWords, potential } = this.state;
    for (let word = 0; word < this.words; word++) {
      const costs = arcWords[word]!;
      const prices = potential[word]!;
      this.label[word] =
        this.reduced[word]![settled]! + costs[arc]! - costs[now]! + prices[tail]! - prices[head]!;
    }
  }

  private labelLink(settled: number, tail: number, head: number, link: number, by: 1 | -1): void {
    const { linkWords, potential } = this.state;
    for (let word = 0; word < this.words; word++) {
      const prices = potential[word]!;
      this.label[word] =
        this.reduced[word]![settled]! +
        by * linkWords[word]![link]! +
        prices[tail]! -
        prices[head]!;
    }
  }

  /** Takes the label for a node where it is the better one. */
  private offer(node: number, next: number, edge: Edge): void {
    const known = this.heapAt[node]! >= 0;
    if (known && !this.labelIsLess(node)) return;
    for (let word = 0; word < this.words; word++) this.reduced[word]![node] = this.label[word]!;
    this.edge[node] = edge;
    this.next[node] = next;
    if (known) this.rise(this.heapAt[node]!);
    else this.push(node);
  }

  private labelIsLess(node: number): boolean {
    for (let word = 0; word < this.words; word++) {
      const difference = this.label[word]! - this.reduced[word]![node]!;
      if (difference !== 0) return difference < 0;
    }
    return false;
  }

  /** Equal lengths go by number of the node, so that the same facts give the same chain. */
  private isBefore(a: number, b: number): boolean {
    for (let word = 0; word < this.words; word++) {
      const difference = this.reduced[word]![a]! - this.reduced[word]![b]!;
      if (difference !== 0) return difference < 0;
    }
    return a < b;
  }

  private push(node: number): void {
    this.heap[this.heapSize] = node;
    this.heapAt[node] = this.heapSize;
    this.rise(this.heapSize++);
  }

  private pop(): number {
    const top = this.heap[0]!;
    const last = this.heap[--this.heapSize]!;
    this.heapAt[top] = -1;
    if (this.heapSize > 0) {
      this.heap[0] = last;
      this.heapAt[last] = 0;
      this.sink(0);
    }
    return top;
  }

  private rise(from: number): void {
    const node = this.heap[from]!;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const other = this.heap[above]!;
      if (!this.isBefore(node, other)) break;
      this.put(other, at);
      at = above;
    }
    this.put(node, at);
  }

  private sink(from: number): void {
    const node = this.heap[from]!;
    let at = from;
    for (let child = 1; child < this.heapSize; child = 2 * at + 1) {
      const right = child + 1;
      const less = right < this.heapSize && this.isBefore(this.heap[right]!, this.heap[child]!);
      const other = this.heap[less ? right : child]!;
      if (!this.isBefore(other, node)) break;
      this.put(other, at);
      at = less ? right : child;
    }
    this.put(node, at);
  }

  private put(node: number, at: number): void {
    this.heap[at] = node;
    this.heapAt[node] = at;
  }
}
