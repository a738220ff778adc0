/** The same placement with one cost, as engines take it that know no levels; weights of a practical size. */
import type { PersonLevels } from '../../src/placement/flow/people/person-levels.js';
import { ColumnLevels } from '../../src/placement/flow/people/person-levels.js';
import type { PersonProblem } from '../../src/placement/flow/people/person-network.js';
import { type FlowNetwork } from '../../src/placement/flow/network.js';

/** By level: a required seat, a person without a seat, fit, wish, 0.1 km, a move. */
export const WEIGHTS: readonly number[] = [200_000, 100_000, 800, 300, 2, 5];

/** Cost by arc, arcs behind people last. */
export function weightedCosts({ network, levels }: PersonProblem): Int32Array {
  const personArcs = network.place.length;
  const costs = new Int32Array(personArcs + network.back.tail.length);
  WEIGHTS.forEach((weight, level) => {
    levels.load(costs.subarray(0, personArcs), level, weight, 1);
    levels.back[level]!.forEach((cost, arc) => (costs[personArcs + arc]! += weight * cost));
  });
  return costs;
}

export function weightedProblem(problem: PersonProblem): PersonProblem {
  const levels: PersonLevels = new ColumnLevels(
    [weightedCosts(problem)],
    problem.network.place.length,
  );
  return { network: problem.network, levels };
}

/** As any engine takes it: a tail for each arc, supplies, capacities. */
export function asFlowNetwork({ network }: PersonProblem): FlowNetwork {
  const { people, nodeCount, rowStart, place, back } = network;
  const arcs = place.length + back.tail.length;
  const tail = new Int32Array(arcs);
  const head = new Int32Array(arcs);
  const capacity = new Float64Array(arcs).fill(Infinity);
  for (let person = 0; person < people; person++)
    tail.fill(person, rowStart[person], rowStart[person + 1]);
  head.set(place);
  tail.set(back.tail, place.length);
  head.set(back.head, place.length);
  capacity.set(back.capacity, place.length);
  const supply = new Float64Array(nodeCount).fill(1, 0, people);
  supply[nodeCount - 1] = -people;
  return { nodeCount, supply, tail, head, lower: null, capacity };
}
