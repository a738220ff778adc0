import type { PersonFact, ScenarioFacts } from '../../scenario/facts.js';
import { type FlowSolution, solveLexicographic } from '../flow/lexicographic.js';
import { type Pins, pinsOf } from '../pins.js';
import { placementNetwork, type PlacementNetwork } from '../placement-network.js';
import { randomFrom, randomWorld } from '../price/random-world.js';
import { PARAMETERS } from '../spec-world.js';
import { type World, worldOf } from '../world.js';
import { flowViolations } from './flow-check.js';
import { firstArcs, valueOf, type SideProblem } from './side-problem.js';

/** Small provinces for specs of side constraints, and the best placement by trying all. */

export const SIDE_COSTS = { 'placement.side-cost.speaker': 1, 'placement.side-cost.woman': 3 };

/** A random province whose people have a sex, languages, and here and there a spouse. */
export function peopled(seed: number, size: number): ScenarioFacts {
  const world = randomWorld(seed, size);
  const random = randomFrom(seed + 1000);
  const married = (at: number): string | null => {
    const other = at % 2 === 0 ? at + 1 : at - 1;
    return (seed + Math.floor(at / 2)) % 3 === 0 || other >= size ? null : `p${other}`;
  };
  const people = world.people.map((who, at): PersonFact => ({
    ...who,
    sex: random(3) === 0 ? 'female' : 'male',
    languages: [['Thái'], ['Mông'], []][random(3)] ?? [],
    spouseKey: married(at),
  }));
  return { ...world, people, parameters: { ...PARAMETERS, ...SIDE_COSTS } };
}

export function drawn(facts: ScenarioFacts): {
  readonly world: World;
  readonly pins: Pins;
  readonly net: PlacementNetwork;
  readonly best: FlowSolution;
} {
  const world = worldOf(facts, { kind: 'best' });
  const pins = pinsOf(world);
  const net = placementNetwork(world, pins);
  return { world, pins, net, best: solveLexicographic(net.network, net.levels) };
}

/** Over every choice of an arc for each person, with what is behind the arcs filled at best. */
export function leastOf(problem: SideProblem, accepted: (flow: Float64Array) => boolean): number {
  const first = firstArcs(problem);
  let least = Infinity;
  const chosen = new Float64Array(problem.network.tail.length);
  const choose = (person: number): void => {
    if (person < problem.personCount) {
      for (let arc = first[person]!; arc < first[person + 1]!; arc++) {
        chosen[arc] = 1;
        choose(person + 1);
        chosen[arc] = 0;
      }
      return;
    }
    const flow = filled(problem, chosen, first[problem.personCount]!);
    if (flow === null) return;
    const { total } = valueOf(
      { ...problem, rows: problem.rows.filter((r) => r.penalty !== null) },
      flow,
    );
    if (total < least && accepted(flow)) least = total;
  };
  choose(0);
  return least;
}

/** The flow behind fixed choices: the rest of the network, solved for its cost alone. */
function filled(problem: SideProblem, chosen: Float64Array, from: number): Float64Array | null {
  const { network } = problem;
  const capacity = network.capacity.map((most, arc) => (arc < from ? chosen[arc]! : most));
  const lower = Float64Array.from(chosen);
  const fixed = { ...network, capacity, lower };
  const solution = solveLexicographic(fixed, [problem.costs]);
  if (solution.status !== 'optimal') return null;
  return flowViolations({ ...problem, rows: [] }, solution.flow).length === 0
    ? solution.flow
    : null;
}
