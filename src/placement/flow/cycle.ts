/** The cycle that an entering arc closes with the tree, and which arc of it blocks. Both engines pivot on it. */
import { type SpanningTree } from './tree.js';

/** From the apex down to `first`, over the entering arc, from `second` up again. */
export interface Cycle {
  first: number;
  second: number;
  apex: number;
  /** How much goes round; Infinity where nothing blocks. */
  amount: number;
  /** The node whose tree arc blocks, −1 where the entering arc itself does. */
  cut: number;
  /** The end of the entering arc that is cut off from the root. */
  top: number;
}

/** Scratch for one pivot after the other: a pivot is too short to make its own. */
export function noCycle(): Cycle {
  return { first: 0, second: 0, apex: 0, amount: 0, cut: -1, top: -1 };
}

/** How far flow can change on the tree arc of a node, towards its parent or from it. */
type RoomOf<B> = (basis: B, node: number, upwards: 0 | 1) => number;

/**
 * Walks up from `first` and `second` until they meet, and fills in the rest. On the first side the last blocking arc is the
 * lowest, on the second side the highest, and the second side comes after the first (Cunningham 1976).
 *
 * @param limit of the entering arc.
 */
export function findCycle<B extends { readonly tree: SpanningTree }>(
  basis: B,
  cycle: Cycle,
  limit: number,
  roomOf: RoomOf<B>,
): void {
  const { parent, depth } = basis.tree;
  let [a, b] = [cycle.first, cycle.second];
  let [least, cut] = [limit, -1];
  let [leastUp, cutUp] = [limit, -1];
  while (a !== b) {
    if (depth[a]! >= depth[b]!) {
      const own = roomOf(basis, a, 0);
      if (own < least) {
        least = own;
        cut = a;
      }
      a = parent[a]!;
    } else {
      const own = roomOf(basis, b, 1);
      if (own <= leastUp) {
        leastUp = own;
        cutUp = b;
      }
      b = parent[b]!;
    }
  }
  const isUp = cutUp >= 0 && leastUp <= least;
  cycle.apex = a;
  cycle.amount = isUp ? leastUp : least;
  cycle.cut = isUp ? cutUp : cut;
  cycle.top = isUp ? cycle.second : cycle.first;
}
