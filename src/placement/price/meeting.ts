/**
 * The shortest path between two places, by two searches that meet: one forward from the first, one backward from the last,
 * in turns (Nicholson: Finding the shortest route between two points in a network,
 * Computer Journal 9, 1966). Each sees a small circle, where one alone would see most of the province.
 */
import { lengthOf, type Edge } from './edge-lists.js';
import { compareVectors } from './packing.js';
import type { PriceState } from './price-state.js';
import { pathAt, Search, stepOf, type Step } from './search.js';

/** The steps from one place to another; null where there is no path. */
export function chainBetween(state: PriceState, from: number, to: number): Step[] | null {
  return from === to ? [] : new Meeting(state, from, to).chain();
}

/** The same; the potentials of the state then prove the flow that has gone along the chain. */
export function repricedChain(state: PriceState, from: number, to: number): Step[] | null {
  if (from === to) return [];
  const meeting = new Meeting(state, from, to);
  const steps = meeting.chain();
  if (steps !== null) meeting.reprice();
  return steps;
}

/** An edge between what the first search has reached and what the second has. */
interface Joint {
  readonly tail: number;
  readonly edge: Edge;
  readonly head: number;
  /** By word, then the people who move. */
  readonly length: readonly number[];
}

class Meeting {
  private readonly forward: Search;
  private readonly backward: Search;
  private best: Joint | null = null;

  constructor(
    private readonly state: PriceState,
    from: number,
    to: number,
  ) {
    this.forward = new Search(state, from, 'from');
    this.backward = new Search(state, to, 'into');
  }

  chain(): Step[] | null {
    this.join(this.forward, this.forward.root);
    for (let search = this.backward; !this.isFinal(); search = this.otherThan(search)) {
      this.join(search, search.step());
    }
    return this.best === null ? null : this.stepsOf(this.best);
  }

  /**
   * The path has the length D. Where the first search is at `reached`, nodes nearer to its root than that are raised by their
   * distance, all others by `reached`; nodes nearer to the other root than D − `reached` are lowered by theirs, all others by
   * D − `reached`. No node is of both, and an edge from one kind to the other is part of a path of at least D: so no edge
   * becomes shorter than 0, and those of the path are 0.
   */
  reprice(): void {
    const { forward, backward, state } = this;
    const length = this.best!.length.slice(0, state.packing.words);
    const here = forward.nearest();
    const reached = here === null ? length : length.map((_, word) => forward.keyOf(here, word));
    const near = compareVectors(reached, length) < 0 ? reached : length;
    const rest = length.map((word, at) => word - near[at]!);
    for (let node = 0; node < state.graph.nodeCount; node++) {
      const up = shorter(forward, node, near);
      const down = shorter(backward, node, rest);
      state.potential.forEach((prices, word) => (prices[node]! += up[word]! - down[word]!));
    }
  }

  private otherThan(search: Search): Search {
    return search === this.forward ? this.backward : this.forward;
  }

  /** What is left of both together is no shorter than the best path, or one of them has seen all it can. */
  private isFinal(): boolean {
    const [here, there] = [this.forward.nearest(), this.backward.nearest()];
    if (here === null || there === null) return true;
    if (this.best === null) return false;
    const left = this.best.length.map(
      (_, word) => this.forward.keyOf(here, word) + this.backward.keyOf(there, word),
    );
    return compareVectors(left, this.best.length) >= 0;
  }

  /** Looks for edges from a node that one search has just reached to those of the other. */
  private join(search: Search, node: number): void {
    const isForward = search === this.forward;
    const other = this.otherThan(search);
    const { edges, ends } = search.edgesOf(node);
    for (let at = 0; at < ends.length; at++) {
      const end = ends[at]!;
      if (other.settled[end] === 0) continue;
      const [tail, head] = isForward ? [node, end] : [end, node];
      const joint = { tail, edge: edges[at]!, head, length: this.lengthBy(tail, edges[at]!, head) };
      if (this.best === null || compareVectors(joint.length, this.best.length) < 0) {
        this.best = joint;
      }
    }
  }

  private lengthBy(tail: number, edge: Edge, head: number): number[] {
    const { forward, backward } = this;
    const words = forward.reduced.map(
      (reduced, word) =>
        reduced[tail]! +
        lengthOf(this.state, edge, tail, head, word) +
        backward.reduced[word]![head]!,
    );
    return [...words, forward.moved[tail]! + (edge >= 0 ? 1 : 0) + backward.moved[head]!];
  }

  private stepsOf({ tail, edge, head }: Joint): Step[] {
    const before = pathAt(this.state, this.forward, tail) ?? [];
    const after = pathAt(this.state, this.backward, head) ?? [];
    return [...before.reverse(), stepOf(this.state, edge), ...after];
  }
}

/** The distance of a node, or `most` where that is less. */
function shorter({ settled, reduced }: Search, node: number, most: readonly number[]) {
  if (settled[node] === 0) return most;
  const distance = reduced.map((word) => word[node]!);
  return compareVectors(distance, most) < 0 ? distance : most;
}
