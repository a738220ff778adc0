/**
 * A placement as the specialised engine takes it: people in rows, and a small network behind them.
 *
 * Nodes 0 … people − 1 are people, each with a supply of 1 and only arcs out of it, none with a limit of
 * its own. The other nodes (cells, their qualified entries, nested caps, benches) carry flow on to the
 * last one, the sink. Arcs of people are numbered row after row and come first, arcs behind them follow;
 * so node and arc numbers are those of the `FlowNetwork` that says the same.
 */
import { type Costs, type FlowNetwork } from '../network.js';
import { malformed } from '../range.js';
import { ColumnLevels, type PersonLevels } from './person-levels.js';

/** Arcs between the nodes behind people, as columns. */
export interface BackArcs {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  /** Infinity = no limit. */
  readonly capacity: Float64Array;
}

export interface PersonNetwork {
  readonly people: number;
  /** All nodes; the sink is the last. */
  readonly nodeCount: number;
  /** The arcs of person p are rowStart[p] … rowStart[p + 1] − 1. */
  readonly rowStart: Int32Array;
  /** By arc of a person: the node that it enters, never a person. */
  readonly place: Int32Array;
  readonly back: BackArcs;
}

/** A network in this form with its costs. */
export interface PersonProblem {
  readonly network: PersonNetwork;
  readonly levels: PersonLevels;
}

/** The arcs of people come first, sorted by person. @returns how many arcs each row has before it. */
function rowsOf(tail: Int32Array, people: number): Int32Array {
  const rowStart = new Int32Array(people + 1);
  let arc = 0;
  for (let person = 0; person < people; person++) {
    while (tail[arc] === person) arc++;
    rowStart[person + 1] = arc;
  }
  return rowStart;
}

/** What stands against this form, null = nothing. */
function obstacle(network: FlowNetwork, people: number, personArcs: number): string | null {
  const { nodeCount, supply, tail, head, capacity, lower } = network;
  if (nodeCount <= people) return 'không có nút thoát';
  if (lower?.some((least) => least !== 0)) return 'có cận dưới';
  for (let node = 0; node < nodeCount - 1; node++) {
    if (supply[node] !== (node < people ? 1 : 0)) return `nguồn của nút ${node}`;
  }
  if (supply[nodeCount - 1] !== -people) return 'nút cuối phải nhận mọi người';
  for (let arc = 0; arc < tail.length; arc++) {
    if (head[arc]! < people) return `cung ${arc} dẫn vào một người`;
    if (arc < personArcs ? capacity[arc] !== Infinity : tail[arc]! < people) return `cung ${arc}`;
  }
  return null;
}

/**
 * The same network in rows; the columns are shared, not copied.
 *
 * @throws BadInput 'flow.malformed' where the network is not of this form.
 */
export function personProblem(
  network: FlowNetwork,
  levels: readonly Costs[],
  people: number,
): PersonProblem {
  const rowStart = rowsOf(network.tail, people);
  const personArcs = rowStart[people]!;
  const problem = obstacle(network, people, personArcs);
  if (problem !== null) throw malformed(`không phải mạng người và chỗ: ${problem}`);
  const back = {
    tail: network.tail.subarray(personArcs),
    head: network.head.subarray(personArcs),
    capacity: network.capacity.subarray(personArcs),
  };
  const place = network.head.subarray(0, personArcs);
  return {
    network: { people, nodeCount: network.nodeCount, rowStart, place, back },
    levels: new ColumnLevels(levels, personArcs),
  };
}
