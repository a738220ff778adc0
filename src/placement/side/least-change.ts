/**
 * Where a search begins that may change the places of only so many people.
 *
 * One price on every change leaves a plain network. The number of changes falls as the price rises, so bisection finds the
 * lowest whole price at which the limit holds: the least-cost placement at that price is a good one within the limit, and
 * the price below proves the bound (Lagrangian relaxation with one multiplier; Fisher, Management Science 27, 1981).
 * Where the limit is met exactly at a price, nothing within it is better.
 */
import { WarmFlow } from '../flow/warm-flow.js';
import { activityOf, type SideProblem, type SideRow, valueOf } from './side-problem.js';
import { pricedCosts, type PricedRows } from './prices.js';

/** Name of the row; a problem has at most one. */
export const KEPT_ROW = 'kept';

export function keptRow({ rows }: Pick<SideProblem, 'rows'>): SideRow | undefined {
  return rows.find(({ code }) => code === KEPT_ROW);
}

/**
 * Placements to begin with: the cheapest within the limit that the prices give, and the one that changes least.
 *
 * @returns those that keep all hard rows; the least number of changes at all; the bound of this row alone, with the best
 *   placement of its prices.
 */
export function startsWithin(
  problem: SideProblem,
  row: SideRow,
): {
  readonly starts: readonly Float64Array[];
  readonly least: number;
  readonly priced: PricedRows;
} {
  const still = leastChange(problem, row);
  const { flow: within, priced } = bisected(problem, row);
  const starts = [within, still].filter((flow) => valueOf(problem, flow).hardBroken === 0);
  return { starts, least: activityOf(row, still), priced };
}

function leastChange({ network, costs }: SideProblem, row: SideRow): Float64Array {
  const changes = new Float64Array(costs.length);
  row.arcs.forEach((arc, at) => (changes[arc] = row.coefficients[at]!));
  return new WarmFlow(network, changes).flow();
}

interface Bisected {
  /** Within the limit wherever a price brings that about. */
  readonly flow: Float64Array;
  readonly priced: PricedRows;
}

function bisected(problem: SideProblem, row: SideRow): Bisected {
  const at = problem.rows.indexOf(row);
  const warm = new WarmFlow(problem.network, problem.costs);
  const tried = new Map<number, PricedRows>();
  const solve = (price: number): PricedRows => {
    const known = tried.get(price);
    if (known) return known;
    const prices = new Float64Array(problem.rows.length);
    prices[at] = price;
    const costs = pricedCosts(problem, prices);
    warm.solve(costs);
    const bound = warm.value(costs) - price * row.most;
    const flow = warm.flow();
    const rounds = tried.size + 1;
    const found = {
      prices,
      bound,
      costs,
      potentials: warm.potentials(),
      flow,
      seenPrices: prices,
      rounds,
    };
    tried.set(price, found);
    return found;
  };
  const holds = (price: number): boolean => activityOf(row, solve(price).flow) <= row.most;
  let low = 0;
  let high = 1;
  while (!holds(high) && high < HIGHEST) {
    low = high;
    high *= 8;
  }
  while (high - low > 1) {
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle;
  }
  const priced = [...tried.values()].reduce((a, b) => (b.bound > a.bound ? b : a));
  return { flow: solve(high).flow, priced };
}

/** No exchange of places is worth more. */
const HIGHEST = 2 ** 44;
