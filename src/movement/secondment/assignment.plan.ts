import { NetworkBuilder } from '../../placement/flow/network.js';
import { solveLexicographic } from '../../placement/flow/lexicographic.js';

/** Somebody who could go into a gap. */
export interface Pair {
  readonly gap: number;
  readonly person: number;
  readonly related: boolean;
  readonly distanceKm: number | null;
}

export interface Assignment {
  readonly gaps: readonly {
    readonly shortage: number;
    readonly required: boolean;
    /** How much such a seat counts before others: higher first. */
    readonly remoteness: number;
  }[];
  /** By person: the post that would be short without them; null = nothing is short without them. */
  readonly senders: readonly (string | null)[];
  /** How many may leave a post before it is short; missing = none. */
  readonly spare: ReadonlyMap<string, number>;
  readonly pairs: readonly Pair[];
}

/** Of a way that is not known: further than any in a province. */
const UNKNOWN_KM = 2000;
const METRES = 1000;

/**
 * Who goes where, for all gaps at once and each person once: most required seats, most seats, the remote ones first,
 * fewest posts that become short at
 * the senders, most exact majors, shortest way; strictly in this order.
 *
 * @returns the pairs that are proposed, by their number.
 */
export function assignedPairs({ gaps, senders, spare, pairs }: Assignment): ReadonlySet<number> {
  const network = new NetworkBuilder();
  const costs: Record<
    'required' | 'open' | 'remote' | 'short' | 'related' | 'way',
    Map<number, number>
  > = {
    ...{ required: new Map(), open: new Map(), remote: new Map(), short: new Map() },
    ...{ related: new Map(), way: new Map() },
  };
  const total = gaps.reduce((sum, { shortage }) => sum + shortage, 0);
  const sink = network.addNode(-total);
  const gapNodes = gaps.map(({ shortage, required, remoteness }) => {
    const node = network.addNode(shortage);
    const stays = network.addArc(node, sink, shortage);
    costs.open.set(stays, 1);
    costs.remote.set(stays, remoteness);
    if (required) costs.required.set(stays, 1);
    return node;
  });
  const sent = new Map<string, number>();
  const people = senders.map((cell) => {
    const node = network.addNode();
    network.addArc(node, cell === null ? sink : cellNode(cell), 1);
    return node;
  });
  function cellNode(cell: string): number {
    const known = sent.get(cell);
    if (known !== undefined) return known;
    const node = network.addNode();
    sent.set(cell, node);
    const beyond = Math.max(0, spare.get(cell) ?? 0);
    if (beyond > 0) network.addArc(node, sink, beyond);
    costs.short.set(network.addArc(node, sink, Infinity), 1);
    return node;
  }
  const arcs = pairs.map(({ gap, person, related, distanceKm }) => {
    const arc = network.addArc(gapNodes[gap] ?? sink, people[person] ?? sink, 1);
    if (related) costs.related.set(arc, 1);
    costs.way.set(arc, Math.round((distanceKm ?? UNKNOWN_KM) * METRES));
    return arc;
  });
  const built = network.build();
  const levels = Object.values(costs).map((level) => {
    const column = new Float64Array(built.tail.length);
    for (const [arc, cost] of level) column[arc] = cost;
    return column;
  });
  const { flow } = solveLexicographic(built, levels);
  return new Set(arcs.flatMap((arc, index) => ((flow[arc] ?? 0) > 0 ? [index] : [])));
}
