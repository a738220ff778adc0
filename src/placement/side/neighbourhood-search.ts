/**
 * Large-neighbourhood search (Shaw: Using constraint programming and local search methods to solve vehicle routing
 * problems, CP 1998): the people of a commune and of its nearest ones may move, everybody else stays, and a small integer
 * programme finds the best for them. A better placement is kept.
 *
 * The prices of the rows show where something is left to gain: the gap to the bound is the sum of the reduced costs of the
 * arcs in use and of what the rows leave unused, and each part of it lies in some commune. Arcs whose reduced cost is
 * above the gap cannot be part of anything better, so they are left out, and so are those above a threshold, which makes
 * the programmes small.
 *
 * Without a clock the same problem gives the same placement: ties fall to the lower commune.
 */
import { flowViolations } from './flow-check.js';
import type { PricedRows } from './prices.js';
import { activityOf, firstArcs, valueOf, type SideProblem } from './side-problem.js';
import type { SmallSolver } from './small-solver.js';
import {
  backArcsOf,
  rowsOfArcs,
  subProblemOf,
  type BackArcs,
  type RowsOfArcs,
} from './sub-problem.js';

export interface SearchLimits {
  /** Small programmes at most. */
  readonly rounds: number;
  /** For one of them. */
  readonly secondsEach: number;
  readonly isLate: () => boolean;
}

export interface Improved {
  readonly flow: Float64Array;
  readonly total: number;
  readonly rounds: number;
}

/** A commune with so many of its nearest ones, and arcs up to which reduced cost, in parts of the largest useful one. */
interface Size {
  readonly near: number;
  readonly threshold: number;
}

/** A commune that gave nothing waits: its share of the gap counts only so much. */
const COOLING = 0.3;

/** A small programme need not be better than this part of the whole gap. */
const GAP_PART = 0.005;
/** Costs are whole numbers: a gap below 1 is none. */
const EXACT = 0.99;

export function improved(
  problem: SideProblem,
  priced: PricedRows,
  start: Float64Array,
  means: {
    readonly solver: SmallSolver;
    readonly limits: SearchLimits;
    readonly sizes: readonly Size[];
  },
): Improved {
  return new NeighbourhoodSearch(problem, priced, start, means).run();
}

class NeighbourhoodSearch {
  private readonly first: Int32Array;
  private readonly reduced: Float64Array;
  private readonly index: { readonly rows: RowsOfArcs; readonly back: BackArcs };
  /** By commune: in how many sizes it gave nothing since something changed nearby. */
  private readonly failures: Int32Array;
  private flow: Float64Array;
  private total: number;

  constructor(
    private readonly problem: SideProblem,
    private readonly priced: PricedRows,
    start: Float64Array,
    private readonly means: Parameters<typeof improved>[3],
  ) {
    this.first = firstArcs(problem);
    this.reduced = reducedCosts(problem, priced);
    this.index = { rows: rowsOfArcs(problem), back: backArcsOf(problem) };
    this.failures = new Int32Array(problem.nearGroups.length);
    this.flow = start;
    this.total = valueOf(problem, start).total;
  }

  run(): Improved {
    const { limits, sizes } = this.means;
    let rounds = 0;
    while (rounds < limits.rounds && !limits.isLate() && this.total > this.priced.bound) {
      const group = this.hottest();
      if (group < 0) break;
      const size = sizes[this.failures[group]!]!;
      const changed = this.tryAround(group, size);
      rounds++;
      if (changed === null) this.failures[group]!++;
      else this.wake(changed);
    }
    return { flow: this.flow, total: this.total, rounds };
  }

  /** What failed before may succeed now where the placement has changed nearby. */
  private wake(changed: ReadonlySet<number>): void {
    const widest = Math.max(...this.means.sizes.map(({ near }) => near));
    this.problem.nearGroups.forEach((others, group) => {
      const around = [group, ...others.subarray(0, widest)];
      if (around.some((each) => changed.has(each))) this.failures[group] = 0;
    });
  }

  /** The commune with the largest part of the gap, those that gave nothing later; −1 = all have been tried in vain. */
  private hottest(): number {
    const { sizes } = this.means;
    const shares = gapByGroup(this.problem, this.priced, this.flow, this.reduced);
    let best = -1;
    let most = -1;
    for (let group = 0; group < shares.length; group++) {
      const failures = this.failures[group]!;
      if (failures === sizes.length) continue;
      const heat = shares[group]! * COOLING ** failures;
      if (heat > most) {
        most = heat;
        best = group;
      }
    }
    return best;
  }

  /** @returns the communes in which something has changed; null = nothing better was found. */
  private tryAround(group: number, size: Size): Set<number> | null {
    const { problem, means, priced } = this;
    const groups = new Set([group, ...problem.nearGroups[group]!.subarray(0, size.near)]);
    const useful = Math.min(size.threshold, this.total - priced.bound);
    const people = this.peopleIn(groups);
    const freed = { people, arcsOf: (person: number) => this.openArcs(person, useful) };
    const sub = subProblemOf(problem, this.flow, freed, this.index);
    const gap = Math.max(EXACT, GAP_PART * (this.total - priced.bound));
    const answer = means.solver.solve(sub.programme, { seconds: means.limits.secondsEach, gap });
    const flow = answer === null ? null : sub.flowOf(answer);
    if (flow === null || flowViolations(problem, flow).length > 0) return null;
    const { total } = valueOf(problem, flow);
    if (total >= this.total) return null;
    const changed = this.changedGroups(flow);
    this.flow = flow;
    this.total = total;
    return changed;
  }

  private changedGroups(flow: Float64Array): Set<number> {
    const { arcGroup } = this.problem;
    const changed = new Set<number>();
    for (let arc = 0; arc < arcGroup.length; arc++) {
      if (flow[arc] !== this.flow[arc]) changed.add(arcGroup[arc]!);
    }
    return changed;
  }

  private peopleIn(groups: ReadonlySet<number>): number[] {
    const people: number[] = [];
    for (let person = 0; person < this.problem.personCount; person++) {
      if (groups.has(this.problem.arcGroup[this.usedArc(person)]!)) people.push(person);
    }
    return people;
  }

  private usedArc(person: number): number {
    for (let arc = this.first[person]!; arc < this.first[person + 1]!; arc++) {
      if (this.flow[arc] === 1) return arc;
    }
    throw new Error(`person ${person} has no place`);
  }

  private openArcs(person: number, useful: number): number[] {
    const arcs: number[] = [];
    for (let arc = this.first[person]!; arc < this.first[person + 1]!; arc++) {
      if (this.reduced[arc]! <= useful || this.flow[arc] === 1) arcs.push(arc);
    }
    return arcs;
  }
}

function reducedCosts({ network }: SideProblem, { costs, potentials }: PricedRows): Float64Array {
  return costs.map(
    (cost, arc) => cost + potentials[network.tail[arc]!]! - potentials[network.head[arc]!]!,
  );
}

/** The gap between a placement and the bound, by the commune in which each part of it lies. */
export function gapByGroup(
  problem: SideProblem,
  { prices }: PricedRows,
  flow: Float64Array,
  reduced: Float64Array,
): Float64Array {
  const shares = new Float64Array(problem.nearGroups.length);
  for (let arc = 0; arc < problem.arcGroup.length; arc++) {
    const group = problem.arcGroup[arc]!;
    if (flow[arc] === 1 && group >= 0) shares[group]! += Math.max(0, reduced[arc]!);
  }
  problem.rows.forEach((row, at) => {
    const over = activityOf(row, flow) - row.most;
    const part = over > 0 ? ((row.penalty ?? 0) - prices[at]!) * over : -prices[at]! * over;
    if (part > 0) spread(problem, row.arcs, flow, part, shares);
  });
  return shares;
}

/** A row's part goes to the communes in which people stand on its arcs now, else to those that it is about. */
function spread(
  { arcGroup }: SideProblem,
  arcs: Int32Array,
  flow: Float64Array,
  part: number,
  shares: Float64Array,
): void {
  const used = arcs.filter((arc) => flow[arc] === 1);
  const groups = [...new Set(Array.from(used.length > 0 ? used : arcs, (arc) => arcGroup[arc]!))];
  const known = groups.filter((group) => group >= 0);
  for (const group of known) shares[group]! += part / known.length;
}
