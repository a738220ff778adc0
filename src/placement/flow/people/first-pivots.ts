/**
 * The first pivots, chosen by hand: a greedy placement. Nodes behind people take their best way out, those
 * near the sink first; then each person takes the best place, the one with the fewest to choose from
 * first. Where that fills a place, it at once gets its next best way out, else it hangs under that person.
 *
 * They are ordinary pivots, so the tree stays strongly feasible and nothing need be proved again. Compare
 * ../crash.ts and Kovács 2015, section 3.5, on starting solutions.
 */
import { type PersonBasis } from './person-basis.js';
import { pivotPeople } from './person-pivot.js';
import { type RowSearch } from './row-search.js';

/** Numbers 0 … n − 1 grouped by a key 0 … keys − 1: group k is items[start[k]] … items[start[k + 1] − 1]. */
interface Groups {
  readonly start: Int32Array;
  readonly items: Int32Array;
}

/** A counting sort; equal keys keep their order. */
function groupBy(keys: Int32Array, count: number): Groups {
  const start = new Int32Array(count + 1);
  for (let item = 0; item < keys.length; item++) start[keys[item]! + 1]!++;
  for (let key = 0; key < count; key++) start[key + 1]! += start[key]!;
  const at = start.slice();
  const items = new Int32Array(keys.length);
  for (let item = 0; item < keys.length; item++) items[at[keys[item]!]!++] = item;
  return { start, items };
}

/** The nodes from which the sink can be reached without people, nearest first, without the sink. */
function nearestFirst({ network }: PersonBasis): number[] {
  const { nodeCount, back } = network;
  const incoming = groupBy(back.head, nodeCount);
  const seen = new Uint8Array(nodeCount);
  const queue = [nodeCount - 1];
  seen[nodeCount - 1] = 1;
  for (let next = 0; next < queue.length; next++) {
    const node = queue[next]!;
    for (let at = incoming.start[node]!; at < incoming.start[node + 1]!; at++) {
      const arc = incoming.items[at]!;
      const from = back.tail[arc]!;
      if (seen[from] === 1 || back.capacity[arc] === 0) continue;
      seen[from] = 1;
      queue.push(from);
    }
  }
  return queue.slice(1);
}

function byDegree({ rowStart, people }: PersonBasis['network']): Int32Array {
  let widest = 0;
  const degrees = Int32Array.from({ length: people }, (_, person) => {
    const degree = rowStart[person + 1]! - rowStart[person]!;
    widest = Math.max(widest, degree);
    return degree;
  });
  return groupBy(degrees, widest + 1).items;
}

/** Opens the next way out of places that have just been filled, from `place` on towards the sink. */
function reopen(basis: PersonBasis, search: RowSearch, outgoing: Groups, place: number): void {
  const { tree, firstBack, firstArtificial } = basis;
  for (let node = place; node !== tree.root; node = tree.parent[node]!) {
    const arc = tree.arc[node]!;
    if (tree.up[node] === 1 && arc >= firstBack && arc < firstArtificial) continue;
    const { start, items } = outgoing;
    if (search.bestOfBack(items, start[node]!, start[node + 1]!))
      pivotPeople(basis, search.entering);
    return;
  }
}

/** Places people greedily; the basis must be the artificial star, priced. */
export function firstPivots(basis: PersonBasis, search: RowSearch): void {
  const { network } = basis;
  const outgoing = groupBy(network.back.tail, network.nodeCount);
  for (const node of nearestFirst(basis)) {
    if (search.bestOfBack(outgoing.items, outgoing.start[node]!, outgoing.start[node + 1]!)) {
      pivotPeople(basis, search.entering);
    }
  }
  for (const person of byDegree(network)) {
    if (!search.bestOfPerson(person)) continue;
    const place = search.entering.head;
    if (pivotPeople(basis, search.entering)) reopen(basis, search, outgoing, place);
  }
}
