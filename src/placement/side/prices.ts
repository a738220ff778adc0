/**
 * Prices of the rows and the bound that they prove.
 *
 * Lagrangian relaxation (Held, Karp: The traveling-salesman problem and minimum spanning trees, Operations Research 18,
 * 1970; Fisher, Management Science 27, 1981): with a price on each row the rest is a network, and its optimum less
 * Σ price × most is below every placement that keeps the rows. A price of an elastic row stays at or below its penalty.
 * Each row has a step of its own that grows while the row stays on one side and halves when it changes sides (Riedmiller,
 * Braun: RPROP, IEEE ICNN 1993), which needs neither an estimate of the optimum nor a schedule.
 *
 * Prices are integers, so every bound is exact.
 */
import { WarmFlow } from '../flow/warm-flow.js';
import { exactObjective, largestCost } from '../flow/range.js';
import { activityOf, type SideProblem } from './side-problem.js';

export interface PricedRows {
  /** By row, of the best bound. */
  readonly prices: Float64Array;
  /** No placement that keeps the rows costs less. */
  readonly bound: number;
  /** By arc: cost + Σ price × coefficient, at these prices. */
  readonly costs: Float64Array;
  /** By node, for `costs`. */
  readonly potentials: Float64Array;
  /** By arc, least for `costs`; it may break rows. */
  readonly flow: Float64Array;
  /** By row: of all prices tried, those whose placement costs least with every excess counted. Where to begin a repair. */
  readonly seenPrices: Float64Array;
  readonly rounds: number;
}

export interface PriceLimits {
  readonly rounds: number;
  /** Stop after so many rounds in which the bound did not rise by `progress`. */
  readonly patience: number;
  /** In cost units. */
  readonly progress: number;
  /** What a step begins with, where a row has no penalty. */
  readonly firstStep: number;
  readonly isLate: () => boolean;
}

const GROW = 1.4;
const SHRINK = 0.5;
/** A row that has a penalty begins with this part of it. */
const PART_OF_PENALTY = 16;

export function pricedCosts(problem: SideProblem, prices: Float64Array): Float64Array<ArrayBuffer> {
  const costs = Float64Array.from(problem.costs);
  problem.rows.forEach(({ arcs, coefficients }, at) => {
    const price = prices[at]!;
    if (price === 0) return;
    for (let index = 0; index < arcs.length; index++) {
      costs[arcs[index]!]! += price * coefficients[index]!;
    }
  });
  return costs;
}

/** Where every row had it, the costs of all arcs would still be exact. */
function largestExactPrice({ network, costs, rows }: SideProblem, dear: number): number {
  const weights = new Float64Array(costs.length);
  for (const { arcs, coefficients } of rows) {
    for (let at = 0; at < arcs.length; at++) weights[arcs[at]!]! += Math.abs(coefficients[at]!);
  }
  const room = Number.MAX_SAFE_INTEGER / (network.nodeCount + 1) - dear;
  return Math.max(0, Math.floor(room / Math.max(1, largestCost(weights))));
}

export function priceRows(problem: SideProblem, limits: PriceLimits): PricedRows {
  const search = new PriceSearch(problem, limits);
  return search.run();
}

class PriceSearch {
  private readonly prices: Float64Array;
  private readonly steps: Float64Array;
  private readonly signs: Int8Array;
  private readonly ceilings: Float64Array;
  private best: Omit<PricedRows, 'seenPrices' | 'rounds'> | null = null;
  private leastSeen = Infinity;
  private seenPrices: Float64Array;
  private readonly dear: number;

  constructor(
    private readonly problem: SideProblem,
    private readonly limits: PriceLimits,
  ) {
    const { rows } = problem;
    this.prices = new Float64Array(rows.length);
    this.signs = new Int8Array(rows.length);
    this.dear = largestCost(problem.costs);
    const exact = largestExactPrice(problem, this.dear);
    this.ceilings = Float64Array.from(rows, ({ penalty }) => Math.min(penalty ?? Infinity, exact));
    this.steps = Float64Array.from(rows, ({ penalty }) =>
      Math.max(1, penalty === null ? limits.firstStep : penalty / PART_OF_PENALTY),
    );
    this.seenPrices = this.prices.slice();
  }

  run(): PricedRows {
    const { problem, limits } = this;
    let costs = Float64Array.from(problem.costs);
    const warm = new WarmFlow(problem.network, costs);
    let waited = 0;
    for (let rounds = 1; ; rounds++) {
      const rose = this.note(warm, costs);
      waited = rose ? 0 : waited + 1;
      const over = rounds >= limits.rounds || waited >= limits.patience || limits.isLate();
      if (over || !this.step(warm)) return { ...this.best!, seenPrices: this.seenPrices, rounds };
      costs = pricedCosts(problem, this.prices);
      warm.solve(costs);
    }
  }

  /** Keeps the bound where it is the best so far. @returns whether it rose by what counts as progress. */
  private note(warm: WarmFlow, costs: Float64Array): boolean {
    this.noteSeen(warm.flow());
    let bound = warm.value(costs);
    this.problem.rows.forEach(({ most }, at) => (bound -= this.prices[at]! * most));
    const before = this.best?.bound ?? -Infinity;
    if (bound > before) {
      this.best = {
        prices: this.prices.slice(),
        bound,
        costs,
        potentials: warm.potentials(),
        flow: warm.flow(),
      };
    }
    return bound > before + this.limits.progress;
  }

  private noteSeen(flow: Float64Array): void {
    let value = exactObjective(this.problem.costs, flow);
    for (const row of this.problem.rows) {
      value += (row.penalty ?? this.dear) * Math.max(0, activityOf(row, flow) - row.most);
    }
    if (value >= this.leastSeen) return;
    this.leastSeen = value;
    this.seenPrices = this.prices.slice();
  }

  /** @returns false where no price changes any more. */
  private step(warm: WarmFlow): boolean {
    const flow = warm.flow();
    let changed = false;
    this.problem.rows.forEach((row, at) => {
      const sign = Math.sign(activityOf(row, flow) - row.most);
      const price = this.stepped(at, sign);
      if (price !== this.prices[at]) changed = true;
      this.prices[at] = price;
    });
    return changed;
  }

  /** A price that rests at an end keeps its step: one that grew there would throw the price away when the row turns. */
  private stepped(at: number, sign: number): number {
    const before = this.prices[at]!;
    if (sign === 0 || before === (sign > 0 ? this.ceilings[at]! : 0)) return before;
    if (sign === this.signs[at])
      this.steps[at] = Math.min(this.steps[at]! * GROW, Math.max(1, this.dear));
    else if (this.signs[at] !== 0) this.steps[at] = Math.max(1, this.steps[at]! * SHRINK);
    this.signs[at] = sign;
    const price = before + sign * Math.round(this.steps[at]!);
    return Math.min(this.ceilings[at]!, Math.max(0, price));
  }
}
