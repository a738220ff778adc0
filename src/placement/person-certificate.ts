/**
 * An independent proof that a placement is the lexicographic optimum, in one pass over the arcs. As
 * certificate.ts, for networks of people in rows; it shares no code with the engine and trusts none of
 * its numbers: only the network, the costs, the choices, the flows behind people and the potentials.
 *
 * Why it proves: any other flow differs from this one by cycles of residual arcs, whose cost is the sum of
 * their reduced costs (Ahuja, Magnanti, Orlin: Network Flows, 1993, theorem 9.3). Read over the levels,
 * the first reduced cost of an arc that is not 0 must not gain: for an arc of a person it is above 0
 * unless the person took the arc, then it must be 0 on every level; behind people it is above 0 only on
 * arcs without flow and below 0 only on full ones.
 *
 * To compare level after level costs one look at each arc: levels are packed into as few exact numbers as
 * hold them (packed-levels.ts), whose sign is that of the first level that is not 0.
 *
 * The dual value of a level, without the flow: −Σ supply × potential, plus reduced cost × capacity on arcs
 * behind people that a level up to this one holds full. It must equal Σ cost × flow to the unit. Arcs of
 * people have no limit and add nothing. All in integers, without tolerance.
 */
import { ExactSum } from './exact-sum.js';
import { packedGroups } from './packed-levels.js';
import { rowViolations } from './person-row-check.js';
import type { PersonLevels } from './flow/people/person-levels.js';
import type { PersonNetwork, PersonProblem } from './flow/people/person-network.js';
import type { PersonSolution } from './flow/people/solve-people.js';

/** At most so many violations are named; one is enough to refuse a solution. */
const NAMED = 20;

function allSafe(numbers: Float64Array): boolean {
  for (let at = 0; at < numbers.length; at++) if (!Number.isSafeInteger(numbers[at])) return false;
  return true;
}

/** Wrong lengths or inexact numbers: nothing else can be checked then. */
function shapeViolations({ network, levels }: PersonProblem, solution: PersonSolution): string[] {
  const { choice, backFlow, potentials, objectives } = solution;
  const { people, nodeCount, back } = network;
  const found: string[] = [];
  if (choice.length !== people) found.push(`${choice.length} choices for ${people} people`);
  if (backFlow.length !== back.tail.length || !allSafe(backFlow)) {
    found.push('flows behind people are not one exact integer an arc');
  }
  if (backFlow.reduce((sum, flow) => sum + Math.abs(flow), people) > Number.MAX_SAFE_INTEGER) {
    found.push('flows behind people add up beyond 2^53');
  }
  if (potentials.length !== levels.count || objectives.length !== levels.count) {
    found.push(`${potentials.length} potentials for ${levels.count} levels`);
  }
  potentials.forEach((potential, level) => {
    const right = potential.length === nodeCount && allSafe(potential);
    if (!right) found.push(`level ${level + 1}: potentials are not one exact integer a node`);
  });
  return found;
}

/** Everybody has one arc of the own row; what enters a node behind people leaves it again. */
function flowViolations(
  network: PersonNetwork,
  choice: Int32Array,
  backFlow: Float64Array,
): string[] {
  const { people, nodeCount, rowStart, place, back } = network;
  const found: string[] = [];
  const balance = new Float64Array(nodeCount);
  for (let person = 0; person < people; person++) {
    const arc = choice[person]!;
    if (arc < rowStart[person]! || arc >= rowStart[person + 1]!) {
      found.push(`person ${person}: arc ${arc} is of another row`);
    } else balance[place[arc]!]!++;
  }
  for (let arc = 0; arc < backFlow.length; arc++) {
    const flow = backFlow[arc]!;
    if (!(flow >= 0 && flow <= back.capacity[arc]!)) {
      found.push(`arc ${arc} behind people: flow ${flow} is outside 0 … ${back.capacity[arc]}`);
    }
    balance[back.tail[arc]!]! -= flow;
    balance[back.head[arc]!]! += flow;
  }
  for (let node = 0; node < nodeCount; node++) {
    const wanted = node === nodeCount - 1 ? people : 0;
    if (balance[node] !== wanted) found.push(`node ${node}: keeps ${balance[node]}, not ${wanted}`);
  }
  return found;
}

/** All potentials of a node side by side, so that a pass touches each node once. */
function interleaved(potentials: readonly Float64Array[], nodeCount: number): Float64Array {
  const levels = potentials.length;
  const rows = new Float64Array(nodeCount * levels);
  potentials.forEach((potential, level) => {
    for (let node = 0; node < nodeCount; node++) rows[node * levels + level] = potential[node]!;
  });
  return rows;
}

function largestOf(numbers: ArrayLike<number>): number {
  let largest = 0;
  for (let at = 0; at < numbers.length; at++) largest = Math.max(largest, Math.abs(numbers[at]!));
  return largest;
}

/** Largest |potential| and |cost| keep every reduced cost exact. */
function rangeViolations(levels: PersonLevels, potentials: readonly Float64Array[]): string[] {
  const found: string[] = [];
  potentials.forEach((potential, level) => {
    const largest = largestOf(potential);
    const cost = Math.max(levels.largest[level]!, largestOf(levels.back[level]!));
    const sound = 2 * largest + cost <= Number.MAX_SAFE_INTEGER;
    if (!sound) found.push(`level ${level + 1}: reduced costs pass 2^53`);
  });
  return found;
}

/** The first level at which the arc's reduced cost is not 0, and that cost; level −1 = it is 0 everywhere. */
class FirstReduced {
  level = -1;
  cost = 0;
}

function firstReduced(
  { network, levels }: PersonProblem,
  rows: Float64Array,
  arc: number,
): FirstReduced {
  const { tail, head } = network.back;
  const first = new FirstReduced();
  for (let level = 0; level < levels.count && first.cost === 0; level++) {
    first.level = level;
    first.cost = reducedBack(levels, level, arc, rows, tail[arc]!, head[arc]!);
  }
  return first;
}

function reducedBack(
  levels: PersonLevels,
  level: number,
  arc: number,
  rows: Float64Array,
  tail: number,
  head: number,
): number {
  const { count } = levels;
  return levels.back[level]![arc]! + rows[tail * count + level]! - rows[head * count + level]!;
}

function backViolations(
  problem: PersonProblem,
  backFlow: Float64Array,
  rows: Float64Array,
): string[] {
  const { capacity } = problem.network.back;
  const found: string[] = [];
  for (let arc = 0; arc < backFlow.length && found.length < NAMED; arc++) {
    const { level, cost } = firstReduced(problem, rows, arc);
    const where = `level ${level + 1}, arc ${arc} behind people`;
    if (cost < 0 && backFlow[arc]! < capacity[arc]!)
      found.push(`${where}: more would gain ${-cost}`);
    if (cost > 0 && backFlow[arc]! > 0) found.push(`${where}: less would gain ${cost}`);
  }
  return found;
}

/** By level, exactly: the dual value that the head of this file describes. */
function dualValues(
  problem: PersonProblem,
  potentials: readonly Float64Array[],
  rows: Float64Array,
): bigint[] {
  const { network, levels } = problem;
  const { people, nodeCount, back } = network;
  const values = potentials.map((potential) => {
    const sum = new ExactSum();
    sum.addProduct(people, potential[nodeCount - 1]!);
    for (let person = 0; person < people; person++) sum.addProduct(-1, potential[person]!);
    return sum;
  });
  for (let arc = 0; arc < back.tail.length; arc++) {
    const first = firstReduced(problem, rows, arc);
    const capacity = back.capacity[arc]!;
    if (first.cost >= 0 || capacity === Infinity || capacity === 0) continue;
    for (let level = first.level; level < levels.count; level++) {
      const reduced = reducedBack(levels, level, arc, rows, back.tail[arc]!, back.head[arc]!);
      values[level]!.addProduct(reduced, capacity);
    }
  }
  return values.map((sum) => sum.value());
}

function primalValue(
  levels: PersonLevels,
  level: number,
  { choice, backFlow }: PersonSolution,
): bigint {
  const sum = new ExactSum();
  for (const arc of choice) sum.addProduct(levels.costOf(level, arc), 1);
  const costs = levels.back[level]!;
  for (let arc = 0; arc < backFlow.length; arc++) {
    sum.addProduct(costs[arc]!, backFlow[arc]!);
  }
  return sum.value();
}

function valueViolations(
  problem: PersonProblem,
  solution: PersonSolution,
  rows: Float64Array,
): string[] {
  const duals = dualValues(problem, solution.potentials, rows);
  return duals.flatMap((dual, level) => {
    const primal = primalValue(problem.levels, level, solution);
    const stated = solution.objectives[level]!;
    const found: string[] = [];
    const where = `level ${level + 1}`;
    if (primal !== dual)
      found.push(`${where}: the flow costs ${primal}, the potentials prove ${dual}`);
    if (!Number.isSafeInteger(stated) || BigInt(stated) !== primal) {
      found.push(`${where}: the flow costs ${primal}, the solution says ${stated}`);
    }
    return found;
  });
}

/** Violations in words, empty = proven optimal. At most 20; wrong shapes and numbers hide what follows. */
export function personCertificateViolations(
  problem: PersonProblem,
  solution: PersonSolution,
): string[] {
  const { network, levels } = problem;
  if (solution.status !== 'optimal') return [`not optimal: ${solution.status}`];
  const { choice, backFlow, potentials } = solution;
  const first = shapeViolations(problem, solution);
  if (first.length === 0) first.push(...rangeViolations(levels, potentials));
  if (first.length === 0) first.push(...flowViolations(network, choice, backFlow));
  if (first.length > 0) return first.slice(0, NAMED);
  const rows = interleaved(potentials, network.nodeCount);
  return [
    ...rowViolations(problem, choice, packedGroups(levels, potentials), NAMED),
    ...backViolations(problem, backFlow, rows),
    ...valueViolations(problem, solution, rows),
  ].slice(0, NAMED);
}
