/**
 * The distances between one place and all others, by a search that leaves out what the sink's distances tell.
 *
 * Between any two places there is the way through the sink, whose length is known (`hub.ts`). A place that the search reaches
 * no nearer than that adds nothing: what lies behind it is no nearer through it than through the sink either. So the search
 * goes on only from places that are really nearer: a small circle, where the whole province would be settled without it.
 */
import { hopsFrom, hopsTo, stepsAlong } from './hops.js';
import { hubOf } from './hub.js';
import type { PriceState } from './price-state.js';
import { pathAt, Search, type Distances, type Step } from './search.js';

/** By word. */
export type Words = readonly number[];

export class Vicinity {
  private readonly search: Search;
  /** Between the sink and the root, between the sink and all others. */
  private readonly own: Distances;
  private readonly others: Distances;

  /** @param direction from the root to all others, or from them `into` it. */
  constructor(
    private readonly state: PriceState,
    private readonly root: number,
    private readonly direction: 'from' | 'into',
  ) {
    const { from, into } = hubOf(state);
    [this.own, this.others] = direction === 'from' ? [into, from] : [from, into];
    this.search = new Search(state, root, direction, (node) => !this.isNear(node));
    while (this.search.step() >= 0);
  }

  isReached(node: number): boolean {
    return this.search.settled[node] === 1 || this.hasSink(node);
  }

  /** The length in reduced costs, of a place that is reached. */
  lengthAt(node: number): Words {
    if (this.isNear(node)) return this.search.reduced.map((word) => word[node]!);
    return this.search.reduced.map((_, word) => this.throughSink(node, word));
  }

  /** The shortest way in its own order; of equally long ones one that moves fewest people. */
  stepsAt(node: number): Step[] {
    const { state, search, own, others, root } = this;
    if (this.isNear(node)) {
      const steps = pathAt(state, search, node) ?? [];
      return this.direction === 'into' ? steps : steps.reverse();
    }
    return this.direction === 'into'
      ? stepsAlong(state, node, [...hopsTo(others, node), ...hopsFrom(own, root)])
      : stepsAlong(state, root, [...hopsTo(own, root), ...hopsFrom(others, node)]);
  }

  /** Whether the search has come there on a way that is shorter than through the sink, or as long and moves fewer people. */
  private isNear(node: number): boolean {
    const { search } = this;
    if (search.settled[node] === 0) return false;
    if (!this.hasSink(node)) return true;
    for (let word = 0; word < search.reduced.length; word++) {
      const difference = search.reduced[word]![node]! - this.throughSink(node, word);
      if (difference !== 0) return difference < 0;
    }
    return search.moved[node]! < this.own.moved[this.root]! + this.others.moved[node]!;
  }

  private hasSink(node: number): boolean {
    return this.own.settled[this.root] === 1 && this.others.settled[node] === 1;
  }

  private throughSink(node: number, word: number): number {
    return this.own.reduced[word]![this.root]! + this.others.reduced[word]![node]!;
  }
}
