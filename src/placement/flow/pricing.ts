/**
 * Block search pricing: which arc enters the basis next.
 *
 * Arcs are priced in blocks, round and round; the most violating arc of the first block that holds any
 * enters (Kovács: Minimum-cost flow algorithms: an experimental evaluation, Optimization Methods and
 * Software 30, 2015, section 3.5). Ties fall to the lower arc of the block, so that a run repeats.
 */
import { type Costs } from './network.js';
import { type Basis, UNPRICED } from './basis.js';

/** Blocks of √arcs, as Kovács found best over many families of networks. */
const SMALLEST_BLOCK = 20;

export class BlockSearch {
  /** Arcs that are not frozen, ascending; a window that shrinks over one array. */
  private live: Int32Array;
  /** Every arc is live, so its place in the list is its number. */
  private isWhole: boolean;
  private cursor = 0;

  constructor(private readonly basis: Basis) {
    const live = new Int32Array(basis.arcCount);
    let count = 0;
    for (let arc = 0; arc < basis.arcCount; arc++) if (basis.room[arc]! > 0) live[count++] = arc;
    this.live = live.subarray(0, count);
    this.isWhole = count === basis.arcCount;
  }

  /** cost + potential[tail] − potential[head]. */
  reducedCost(costs: Costs, arc: number): number {
    const { tail, head, tree } = this.basis;
    return costs[arc]! + tree.potential[tail[arc]!]! - tree.potential[head[arc]!]!;
  }

  /** @returns an arc whose flow can change at a gain, or −1: the basis is optimal for these costs. */
  find(costs: Costs): number {
    const count = this.live.length;
    const block = Math.max(SMALLEST_BLOCK, Math.floor(Math.sqrt(count)));
    let best = -1;
    for (let seen = 0; best < 0 && seen < count;) {
      const from = this.cursor;
      const end = Math.min(count, from + Math.min(block, count - seen));
      best = this.isWhole
        ? this.bestBetween(costs, from, end)
        : this.bestOf(costs, this.live, from, end);
      seen += end - from;
      this.cursor = end === count ? 0 : end;
    }
    return best;
  }

  /** As `bestOf`, of the arcs `from` … `end − 1` themselves. */
  private bestBetween(costs: Costs, from: number, end: number): number {
    const { tail, head, state, tree } = this.basis;
    const { potential } = tree;
    let best = -1;
    let least = 0;
    for (let arc = from; arc < end; arc++) {
      const gain = state[arc]! * (costs[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!);
      if (gain < least) {
        least = gain;
        best = arc;
      }
    }
    return best;
  }

  /** The most violating of arcs[from] … arcs[end − 1], the first of equals, or −1. */
  bestOf(costs: Costs, arcs: Int32Array, from: number, end: number): number {
    const { tail, head, state, tree } = this.basis;
    const { potential } = tree;
    let best = -1;
    let least = 0;
    for (let index = from; index < end; index++) {
      const arc = arcs[index]!;
      const gain = state[arc]! * (costs[arc]! + potential[tail[arc]!]! - potential[head[arc]!]!);
      if (gain < least) {
        least = gain;
        best = arc;
      }
    }
    return best;
  }

  /**
   * Freezes every arc outside the tree whose reduced cost is not 0 at the bound where it rests: the
   * flows that are left are exactly the optimal ones for these costs (complementary slackness).
   */
  freeze(costs: Costs): void {
    const { live } = this;
    const { state } = this.basis;
    let count = 0;
    for (let index = 0; index < live.length; index++) {
      const arc = live[index]!;
      if (state[arc] === UNPRICED || this.reducedCost(costs, arc) === 0) live[count++] = arc;
      else state[arc] = UNPRICED;
    }
    this.live = live.subarray(0, count);
    this.isWhole = count === this.basis.arcCount;
    this.cursor = 0;
  }
}
