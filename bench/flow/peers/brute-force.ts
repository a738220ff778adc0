/**
 * The lexicographic optimum by trying every integral flow within the bounds. Finite capacities only,
 * and only for a handful of arcs.
 */
import { type Costs, type FlowNetwork } from '../../../src/placement/flow/network.js';

function isLess(left: readonly number[], right: readonly number[]): boolean {
  const at = left.findIndex((value, level) => value !== right[level]);
  return at >= 0 && left[at]! < right[at]!;
}

/** The objective vector, or null where no flow fits. */
export function bruteForce(network: FlowNetwork, levels: readonly Costs[]): number[] | null {
  const { tail, head, capacity, lower } = network;
  const rest = network.supply.slice();
  const vector = levels.map(() => 0);
  let best: number[] | null = null;
  const send = (arc: number, amount: number) => {
    rest[tail[arc]!]! -= amount;
    rest[head[arc]!]! += amount;
    levels.forEach((costs, level) => (vector[level]! += costs[arc]! * amount));
  };
  const tryArc = (arc: number): void => {
    if (arc === tail.length) {
      if (rest.every((left) => left === 0) && (!best || isLess(vector, best))) best = [...vector];
      return;
    }
    for (let amount = lower?.[arc] ?? 0; amount <= capacity[arc]!; amount++) {
      send(arc, amount);
      tryArc(arc + 1);
      send(arc, -amount);
    }
  };
  tryArc(0);
  return best;
}
