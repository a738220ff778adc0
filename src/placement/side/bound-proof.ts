/**
 * Whether a bound is one. It shares no code with the search for prices: it takes the prices, the flow and the potentials,
 * adds up the priced costs again, and asks the certificate of a plain flow.
 *
 * Why it proves: for prices ≥ 0, at most the penalty where there is one, every placement costs at least
 * Σ (cost + price × coefficient) × flow − Σ price × most (weak duality), and the certificate proves the least first sum.
 */
import { certificateViolations } from '../certificate.js';
import type { PricedRows } from './prices.js';
import type { SideProblem } from './side-problem.js';

type Proof = Pick<PricedRows, 'prices' | 'bound' | 'flow' | 'potentials'>;

/** In words, empty = the bound is proven. All sums in exact integers. */
export function boundViolations(problem: SideProblem, proof: Proof): string[] {
  const wrong = problem.rows.filter(({ penalty }, at) => {
    const price = proof.prices[at];
    return (
      price === undefined ||
      !Number.isSafeInteger(price) ||
      price < 0 ||
      price > (penalty ?? Infinity)
    );
  });
  if (wrong.length > 0) return wrong.map(({ code }) => `${code}: its price is outside its range`);
  const costs = Float64Array.from(problem.costs);
  let constant = 0n;
  problem.rows.forEach((row, at) => {
    const price = proof.prices[at]!;
    constant += BigInt(price) * BigInt(row.most);
    row.arcs.forEach((arc, index) => (costs[arc]! += price * row.coefficients[index]!));
  });
  let value = 0n;
  proof.flow.forEach((amount, arc) => (value += BigInt(amount) * BigInt(costs[arc]!)));
  const solution = {
    status: 'optimal' as const,
    flow: proof.flow,
    objectives: [Number(value)],
    potentials: [proof.potentials],
    pivots: 0,
  };
  const stated =
    BigInt(proof.bound) === value - constant ? [] : ['the bound is not what the prices give'];
  return [...stated, ...certificateViolations(problem.network, [costs], solution)];
}
