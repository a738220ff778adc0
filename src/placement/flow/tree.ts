/**
 * The spanning tree of the network simplex method: who hangs under whom, in which order the tree is
 * walked, and the node potentials.
 *
 * Parent, predecessor arc, depth and thread (a preorder of the tree as a ring) as in Ahuja, Magnanti
 * and Orlin: Network Flows (1993), section 11.3. A moved subtree is re-rooted in one walk over its own
 * nodes, which mends thread, depth and potentials together; so neither subtree sizes nor last
 * descendants need be kept.
 */
export class SpanningTree {
  /** The others are 0 … root − 1. Its depth is 0 and its potential 0. */
  readonly root: number;
  readonly parent: Int32Array;
  /** The arc that joins a node to its parent. */
  readonly arc: Int32Array;
  /** 1 where that arc leads from the node to its parent, 0 where it leads from the parent. */
  readonly up: Uint8Array;
  readonly depth: Int32Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly potential: Float64Array;
  /** While a subtree is re-rooted: the first node of the old preorder that was not yet visited. */
  private rest = 0;

  /** A star: every node hangs under the root by its own arc `firstArc + node`. */
  constructor(root: number, firstArc: number, up: Uint8Array) {
    this.root = root;
    this.parent = new Int32Array(root + 1).fill(root);
    this.arc = new Int32Array(root + 1);
    this.up = up;
    this.depth = new Int32Array(root + 1).fill(1);
    this.next = new Int32Array(root + 1);
    this.previous = new Int32Array(root + 1);
    for (let node = 0; node <= root; node++) {
      this.arc[node] = firstArc + node;
      this.next[node] = node + 1;
      this.previous[node] = node - 1;
    }
    this.potential = new Float64Array(root + 1);
    this.closeRing();
  }

  private closeRing(): void {
    this.parent[this.root] = this.arc[this.root] = -1;
    this.depth[this.root] = 0;
    this.next[this.root] = 0;
    this.previous[0] = this.root;
  }

  /** Gives every node the potential at which all tree arcs have reduced cost 0; the root keeps 0. */
  computePotentials(costOf: (arc: number) => number): void {
    const { parent, arc, up, next, potential, root } = this;
    for (let node = next[root]!; node !== root; node = next[node]!) {
      const cost = costOf(arc[node]!);
      const above = potential[parent[node]!]!;
      potential[node] = up[node] === 1 ? above - cost : above + cost;
    }
  }

  /**
   * Cuts off the subtree under `cut`, re-roots it at its member `top` and hangs that under `under`.
   *
   * @param arc joins `top` and `under`; `up` is 1 where it leads from `top`.
   * @param change added to the potential of every node that moves.
   */
  move(cut: number, top: number, under: number, arc: number, up: 0 | 1, change: number): void {
    const { next, previous } = this;
    const before = previous[cut]!;
    const last = this.reroot(cut, top, under, arc, up, change);
    const after = this.rest;
    next[before] = after;
    previous[after] = before;
    const follower = next[under]!;
    next[under] = top;
    previous[top] = under;
    next[last] = follower;
    previous[follower] = last;
  }

  /**
   * Walks the stem from `top` up to `cut` and turns each of its arcs round. The new preorder is: the
   * subtree of `top`, then what else hangs under the next stem node, and so on.
   *
   * @returns the last node of the new preorder; `rest` is the node that came after the whole subtree.
   */
  private reroot(
    cut: number,
    top: number,
    under: number,
    arc: number,
    up: number,
    change: number,
  ): number {
    const { parent, next, previous, depth } = this;
    let stem = top;
    let above = under;
    let byArc = arc;
    let byUp = up;
    let newDepth = depth[under]! + 1;
    let prefixEnd = top;
    let last = -1;
    this.rest = next[top]!;
    for (;;) {
      const oldParent = parent[stem]!;
      const oldArc = this.arc[stem]!;
      const oldUp = this.up[stem]!;
      const oldPrevious = previous[stem]!;
      const oldDepth = depth[stem]!;
      const deeper = newDepth - oldDepth;
      if (last >= 0) this.link(last, stem);
      this.shift(stem, prefixEnd, deeper, change);
      last = this.shiftDeeper(prefixEnd, oldDepth, deeper, change);
      parent[stem] = above;
      this.arc[stem] = byArc;
      this.up[stem] = byUp;
      if (stem === cut) return last;
      above = stem;
      byArc = oldArc;
      byUp = 1 - oldUp;
      stem = oldParent;
      prefixEnd = oldPrevious;
      newDepth++;
    }
  }

  private link(first: number, second: number): void {
    this.next[first] = second;
    this.previous[second] = first;
  }

  /** From `from` to `to` along the thread, both included. */
  private shift(from: number, to: number, deeper: number, change: number): void {
    const { next, depth, potential } = this;
    for (let node = from; ; node = next[node]!) {
      depth[node]! += deeper;
      potential[node]! += change;
      if (node === to) return;
    }
  }

  /** Appends to `last` all nodes from `rest` on that are deeper than `level`, and shifts them. */
  private shiftDeeper(last: number, level: number, deeper: number, change: number): number {
    const { next, depth, potential } = this;
    let node = this.rest;
    let end = last;
    if (depth[node]! > level) this.link(last, node);
    while (depth[node]! > level) {
      depth[node]! += deeper;
      potential[node]! += change;
      end = node;
      node = next[node]!;
    }
    this.rest = node;
    return end;
  }
}
