/**
 * Whether a flow is a placement at all, and whether it keeps every hard row. It looks at the problem and the flow only,
 * whoever made it.
 */
import { activityOf, type SideProblem } from './side-problem.js';

/** In words, empty = sound; at most a few. */
export function flowViolations(problem: SideProblem, flow: Float64Array): string[] {
  return [
    ...boundViolations(problem, flow),
    ...balanceViolations(problem, flow),
    ...rowViolations(problem, flow),
  ].slice(0, 20);
}

function boundViolations({ network }: SideProblem, flow: Float64Array): string[] {
  const found: string[] = [];
  for (let arc = 0; arc < network.tail.length; arc++) {
    const amount = flow[arc] ?? NaN;
    if (Number.isSafeInteger(amount) && amount >= 0 && amount <= network.capacity[arc]!) continue;
    found.push(`arc ${arc}: ${amount} is outside 0 … ${network.capacity[arc]}`);
  }
  return found;
}

function balanceViolations({ network }: SideProblem, flow: Float64Array): string[] {
  const left = network.supply.slice();
  for (let arc = 0; arc < flow.length; arc++) {
    left[network.tail[arc]!]! -= flow[arc]!;
    left[network.head[arc]!]! += flow[arc]!;
  }
  const found: string[] = [];
  left.forEach((rest, node) => {
    if (rest !== 0) found.push(`node ${node}: ${rest} is left over`);
  });
  return found;
}

function rowViolations({ rows }: SideProblem, flow: Float64Array): string[] {
  return rows
    .filter((row) => row.penalty === null && activityOf(row, flow) > row.most)
    .map((row) => `${row.code}: ${activityOf(row, flow)} is over ${row.most}`);
}
