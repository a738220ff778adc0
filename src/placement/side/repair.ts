/**
 * From a placement that breaks hard rows to one that keeps them, by the cheapest regrets.
 *
 * A broken row has people whose arcs push it over and people who could hold it back. For each the price of the way out is
 * estimated by reduced costs; the cheapest is told to go (all other arcs of that person are closed for good), and the
 * network is solved again from its basis. Closing only takes arcs away, so it ends; where a row finds no way out, its
 * people take their safe arcs, which keep every hard row.
 */
import { WarmFlow } from '../flow/warm-flow.js';
import { pricedCosts } from './prices.js';
import { activityOf, firstArcs, type SideProblem, type SideRow } from './side-problem.js';

/** Closes arcs by cost: dearer than anything that a placement can save. */
class ClosedArcs {
  readonly closed: Uint8Array;
  private readonly safe: Uint8Array;
  private readonly dear: number;

  constructor(
    private readonly problem: SideProblem,
    private readonly first: Int32Array,
  ) {
    this.safe = new Uint8Array(problem.personCount);
    this.closed = new Uint8Array(problem.network.tail.length);
    this.dear = Math.floor(Number.MAX_SAFE_INTEGER / (4 * (problem.network.nodeCount + 1)));
  }

  costs(open: Float64Array): Float64Array {
    const costs = open.slice();
    for (let arc = 0; arc < costs.length; arc++) if (this.closed[arc] === 1) costs[arc] = this.dear;
    return costs;
  }

  /** How often something was closed, or a person brought to safety; both happen a finite number of times. */
  changes = 0;

  isSafe(person: number): boolean {
    return this.safe[person] === 1;
  }

  /** Closes all arcs of a person but those that stay. */
  keepOnly(person: number, stays: (arc: number) => boolean): void {
    for (let arc = this.first[person]!; arc < this.first[person + 1]!; arc++) {
      if (stays(arc) || this.closed[arc] === 1) continue;
      this.closed[arc] = 1;
      this.changes++;
    }
  }

  /** Opens the safe arc of a person and closes all others, for good. */
  toSafety(person: number): void {
    if (this.isSafe(person)) return;
    this.safe[person] = 1;
    this.changes++;
    const safe = this.problem.safeArc[person]!;
    this.closed[safe] = 0;
    this.keepOnly(person, (arc) => arc === safe);
  }
}

/** A person who is told to stay off, or to stay on, the arcs of a row. */
interface WayOut {
  readonly person: number;
  readonly regret: number;
  readonly stays: (arc: number) => boolean;
}

/**
 * @param prices by row, from `priceRows`; they make the regrets fair.
 * @returns a flow that breaks no hard row.
 */
export function repaired(problem: SideProblem, prices: Float64Array): Float64Array {
  const priced = pricedCosts(problem, prices);
  const first = firstArcs(problem);
  const closed = new ClosedArcs(problem, first);
  const warm = new WarmFlow(problem.network, priced);
  const hard = problem.rows.filter(({ penalty }) => penalty === null);
  for (;;) {
    const flow = warm.flow();
    const broken = hard.filter((row) => activityOf(row, flow) > row.most);
    if (broken.length === 0) return flow;
    const costs = closed.costs(priced);
    const potentials = warm.potentials();
    const reducedCost = (arc: number): number =>
      costs[arc]! +
      potentials[problem.network.tail[arc]!]! -
      potentials[problem.network.head[arc]!]!;
    const situation = { problem, first, closed, flow, reducedCost };
    const before = closed.changes;
    for (const row of broken) settle(row, situation);
    if (closed.changes === before) for (const row of broken) toSafety(row, situation);
    if (closed.changes === before)
      throw new Error(`${broken[0]?.code}: the safe arcs do not keep it`);
    warm.solve(closed.costs(priced));
  }
}

interface Situation {
  readonly problem: SideProblem;
  readonly first: Int32Array;
  readonly closed: ClosedArcs;
  readonly flow: Float64Array;
  readonly reducedCost: (arc: number) => number;
}

/** Closes arcs until the row would hold, cheapest way out first. */
function settle(row: SideRow, situation: Situation): void {
  const { closed } = situation;
  let excess = activityOf(row, situation.flow) - row.most;
  const ways = waysOut(row, situation);
  for (const { way, relief } of ways) {
    if (excess <= 0) return;
    closed.keepOnly(way.person, way.stays);
    excess -= relief;
  }
  if (excess > 0) toSafety(row, situation);
}

function toSafety(row: SideRow, situation: Situation): void {
  for (const person of peopleOf(row, situation)) {
    situation.closed.toSafety(person);
  }
}

function peopleOf({ arcs }: SideRow, { problem }: Situation): Set<number> {
  return new Set(Array.from(arcs, (arc) => problem.network.tail[arc]!));
}

/** By rising regret. */
function waysOut(
  row: SideRow,
  situation: Situation,
): { readonly way: WayOut; readonly relief: number }[] {
  const coefficient = new Map<number, number>();
  row.arcs.forEach((arc, at) => coefficient.set(arc, row.coefficients[at]!));
  const ways: { way: WayOut; relief: number }[] = [];
  for (const person of peopleOf(row, situation)) {
    if (situation.closed.isSafe(person)) continue;
    const now = usedArc(person, situation);
    const weight = coefficient.get(now) ?? 0;
    const lighter = (arc: number): boolean => (coefficient.get(arc) ?? 0) < weight;
    const regret = leastRegret(person, lighter, situation);
    if (regret === null) continue;
    ways.push({
      way: { person, regret: regret.cost, stays: lighter },
      relief: regret.relief(weight, coefficient),
    });
  }
  return ways.sort((a, b) => a.way.regret - b.way.regret || a.way.person - b.way.person);
}

function usedArc(person: number, { first, flow }: Situation): number {
  for (let arc = first[person]!; arc < first[person + 1]!; arc++) if (flow[arc] === 1) return arc;
  throw new Error(`person ${person} has no place`);
}

function leastRegret(
  person: number,
  stays: (arc: number) => boolean,
  { first, closed, reducedCost }: Situation,
): {
  readonly cost: number;
  readonly relief: (weight: number, coefficient: ReadonlyMap<number, number>) => number;
} | null {
  let best = -1;
  let cost = Infinity;
  for (let arc = first[person]!; arc < first[person + 1]!; arc++) {
    if (closed.closed[arc] === 1 || !stays(arc)) continue;
    const regret = reducedCost(arc);
    if (regret < cost) {
      cost = regret;
      best = arc;
    }
  }
  if (best < 0) return null;
  return { cost, relief: (weight, coefficient) => weight - (coefficient.get(best) ?? 0) };
}
