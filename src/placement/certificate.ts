/**
 * An independent proof that a flow is the lexicographic optimum. It shares no code with the engine and
 * trusts none of its numbers: only the network, the costs, the flow and the potentials.
 *
 * Why it proves: any other flow differs from this one by cycles of residual arcs, and a cycle costs the
 * sum of the reduced costs on it (Ahuja, Magnanti, Orlin: Network Flows, 1993, theorem 9.3). If every
 * residual arc has a lexicographically non-negative vector of reduced costs, no cycle gains.
 *
 * The dual value of a level, computed without the flow: Σ over nodes of −supply × potential, plus Σ over
 * arcs of reduced cost × bound, where the bound is chosen by the first level up to this one at which the
 * arc's reduced cost is not 0 (above 0: the lower bound, below 0: the capacity). Arcs decided by an
 * earlier level are thus fixed, which is the optimal face of the earlier levels; on that face this is the
 * ordinary dual value of linear programming, and it must equal Σ cost × flow to the unit.
 *
 * All in integers, without tolerance; sums and products beyond 2^53 are carried on in BigInt.
 */
import { ExactSum } from './exact-sum.js';
import type { FlowSolution } from './flow/lexicographic.js';
import type { Costs, FlowNetwork } from './flow/network.js';

/** At most so many violations are named; one is enough to refuse a solution. */
const NAMED = 20;

function allSafe(numbers: ArrayLike<number>): boolean {
  for (let at = 0; at < numbers.length; at++) if (!Number.isSafeInteger(numbers[at])) return false;
  return true;
}

/** Wrong lengths or inexact numbers: nothing else can be checked then. */
function shapeViolations(
  network: FlowNetwork,
  levels: readonly Costs[],
  solution: FlowSolution,
): string[] {
  const arcs = network.tail.length;
  const { flow, potentials, objectives } = solution;
  const found: string[] = [];
  if (flow.length !== arcs) found.push(`${flow.length} flows for ${arcs} arcs`);
  if (!allSafe(flow)) found.push('a flow is no exact integer');
  if (potentials.length !== levels.length || objectives.length !== levels.length) {
    found.push(
      `${potentials.length} potentials, ${objectives.length} objectives for ${levels.length} levels`,
    );
  }
  potentials.forEach((potential, level) => {
    const right = potential.length === network.nodeCount && allSafe(potential);
    if (!right) found.push(`level ${level + 1}: potentials are not one exact integer a node`);
  });
  levels.forEach((costs, level) => {
    if (costs.length !== arcs || !allSafe(costs)) {
      found.push(`level ${level + 1}: costs are not one exact integer an arc`);
    }
  });
  return found;
}

function boundViolations({ lower, capacity }: FlowNetwork, flow: Float64Array): string[] {
  const found: string[] = [];
  for (let arc = 0; arc < flow.length; arc++) {
    const least = lower?.[arc] ?? 0;
    const most = capacity[arc]!;
    const within = flow[arc]! >= least && flow[arc]! <= most;
    if (!within) found.push(`arc ${arc}: flow ${flow[arc]} is outside ${least} … ${most}`);
  }
  return found;
}

function conservationViolations(network: FlowNetwork, flow: Float64Array): string[] {
  const sent = Array.from({ length: network.nodeCount }, () => new ExactSum());
  for (let arc = 0; arc < flow.length; arc++) {
    sent[network.tail[arc]!]!.addProduct(flow[arc]!, 1);
    sent[network.head[arc]!]!.addProduct(flow[arc]!, -1);
  }
  const found: string[] = [];
  sent.forEach((sum, node) => {
    const supply = network.supply[node]!;
    if (!Number.isSafeInteger(supply) || sum.value() !== BigInt(supply)) {
      found.push(`node ${node}: sends ${sum.value()} net, supplies ${supply}`);
    }
  });
  return found;
}

/** cost + potential[tail] − potential[head] by arc, NaN where it cannot be exact. */
function reducedCosts(
  { tail, head }: FlowNetwork,
  costs: Costs,
  potential: Float64Array,
): Float64Array {
  const reduced = new Float64Array(tail.length);
  for (let arc = 0; arc < reduced.length; arc++) {
    const partial = costs[arc]! + potential[tail[arc]!]!;
    const whole = partial - potential[head[arc]!]!;
    reduced[arc] = Number.isSafeInteger(partial) && Number.isSafeInteger(whole) ? whole : NaN;
  }
  return reduced;
}

/** Why flow should change on an arc with this first reduced cost that is not 0; null = it should not. */
function slacknessViolation(
  { lower, capacity }: FlowNetwork,
  flow: number,
  arc: number,
  reduced: number,
): string | null {
  if (reduced < 0 && flow < capacity[arc]!) return `more flow would gain ${-reduced} a unit`;
  if (reduced > 0 && flow > (lower?.[arc] ?? 0)) return `less flow would gain ${reduced} a unit`;
  return null;
}

/** Notes in `decided` each arc's first reduced cost that is not 0, and judges those that are new. */
function slacknessViolations(
  network: FlowNetwork,
  flow: Float64Array,
  reduced: Float64Array,
  decided: Float64Array,
): string[] {
  const found: string[] = [];
  for (let arc = 0; arc < flow.length; arc++) {
    const cost = reduced[arc]!;
    if (Number.isNaN(cost)) found.push(`arc ${arc}: the reduced cost passes 2^53`);
    if (cost === 0 || decided[arc] !== 0) continue;
    decided[arc] = cost;
    const violation = slacknessViolation(network, flow[arc]!, arc, cost);
    if (violation !== null) found.push(`arc ${arc}: ${violation}`);
  }
  return found;
}

function primalValue(costs: Costs, flow: Float64Array): bigint {
  const sum = new ExactSum();
  for (let arc = 0; arc < flow.length; arc++) sum.addProduct(costs[arc]!, flow[arc]!);
  return sum.value();
}

/** Computed without the flow, as the head of this file says; an endless arc has no bound to count. */
function dualValue(
  { nodeCount, supply, lower, capacity }: FlowNetwork,
  potential: Float64Array,
  reduced: Float64Array,
  decided: Float64Array,
): bigint {
  const sum = new ExactSum();
  for (let node = 0; node < nodeCount; node++) sum.addProduct(-supply[node]!, potential[node]!);
  for (let arc = 0; arc < reduced.length; arc++) {
    const cost = reduced[arc]!;
    if (cost === 0 || Number.isNaN(cost)) continue;
    const bound = decided[arc]! > 0 ? (lower?.[arc] ?? 0) : capacity[arc]!;
    if (bound !== Infinity) sum.addProduct(cost, bound);
  }
  return sum.value();
}

function levelViolations(
  network: FlowNetwork,
  costs: Costs,
  solution: FlowSolution,
  level: number,
  decided: Float64Array,
): string[] {
  const { flow } = solution;
  const potential = solution.potentials[level]!;
  const reduced = reducedCosts(network, costs, potential);
  const slackness = slacknessViolations(network, flow, reduced, decided);
  const primal = primalValue(costs, flow);
  const dual = dualValue(network, potential, reduced, decided);
  const values = valueViolations(primal, dual, solution.objectives[level]!);
  return [...slackness, ...values].map((violation) => `level ${level + 1}, ${violation}`);
}

function valueViolations(primal: bigint, dual: bigint, stated: number): string[] {
  const found: string[] = [];
  if (primal !== dual) found.push(`the flow costs ${primal}, the potentials prove ${dual}`);
  if (!Number.isSafeInteger(stated) || BigInt(stated) !== primal) {
    found.push(`the flow costs ${primal}, the solution says ${stated}`);
  }
  return found;
}

/**
 * Violations in words, empty = proven optimal.
 *
 * @param levels the costs that were minimised, first things first.
 * @returns at most 20, in the order: shape, bounds, conservation, then level by level.
 */
export function certificateViolations(
  network: FlowNetwork,
  levels: readonly Costs[],
  solution: FlowSolution,
): string[] {
  if (solution.status !== 'optimal') return [`not optimal: ${solution.status}`];
  const shape = shapeViolations(network, levels, solution);
  if (shape.length > 0) return shape;
  const decided = new Float64Array(network.tail.length);
  const found = [
    ...boundViolations(network, solution.flow),
    ...conservationViolations(network, solution.flow),
    ...levels.flatMap((costs, level) => levelViolations(network, costs, solution, level, decided)),
  ];
  return found.slice(0, NAMED);
}
