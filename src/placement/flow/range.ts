/**
 * What the engine refuses: numbers that a Float64 cannot hold exactly, and arrays that do not fit.
 *
 * Potentials are sums of at most `nodeCount` arc costs along a tree path, and a reduced cost is the
 * cost of one cycle of at most `nodeCount + 1` arcs (Ahuja, Magnanti, Orlin: Network Flows, 1993,
 * section 11.4), so |cost| × (nodeCount + 1) ≤ 2^53 − 1 makes all arithmetic exact.
 */
import { BadInput } from '../../shared/errors.js';
import { type Costs, type FlowNetwork } from './network.js';

/** Thrown as 'flow.out-of-range': the answer could not be exact. */
export function outOfRange(what: string): BadInput {
  return new BadInput(
    'flow.out-of-range',
    `Số quá lớn để tính chính xác (giới hạn 2^53): ${what}. Hãy giảm đơn vị đo hoặc chia nhỏ bài toán.`,
    { what },
  );
}

export function malformed(what: string): BadInput {
  return new BadInput('flow.malformed', `Mạng luồng không hợp lệ: ${what}.`, { what });
}

/** Refuses a column in which a number is no exact integer; Infinity may stand for "no limit". */
function requireIntegers(column: ArrayLike<number>, name: string, allowed = NaN): void {
  for (let at = 0; at < column.length; at++) {
    const value = column[at]!;
    if (Number.isSafeInteger(value) || value === allowed) continue;
    if (Number.isInteger(value)) throw outOfRange(`${name}[${at}] = ${value}`);
    throw malformed(`${name}[${at}] = ${value} không phải số nguyên`);
  }
}

function requireNodes(column: Int32Array, nodeCount: number, name: string): void {
  for (let at = 0; at < column.length; at++) {
    const node = column[at]!;
    if (node < 0 || node >= nodeCount) throw malformed(`${name}[${at}] = ${node} không phải nút`);
  }
}

/** Refuses a network whose columns disagree, or that holds anything but exact integers. */
export function requireSoundNetwork(network: FlowNetwork): void {
  const { nodeCount, supply, tail, head, lower, capacity } = network;
  const arcs = tail.length;
  if (supply.length !== nodeCount) throw malformed('supply không đủ mỗi nút một số');
  if (head.length !== arcs || capacity.length !== arcs || (lower && lower.length !== arcs)) {
    throw malformed('các cột của cung dài không bằng nhau');
  }
  requireIntegers(supply, 'supply');
  requireNodes(tail, nodeCount, 'tail');
  requireNodes(head, nodeCount, 'head');
  requireIntegers(capacity, 'capacity', Infinity);
  if (lower) requireIntegers(lower, 'lower');
}

/** The largest |cost|. */
export function largestCost(costs: Costs): number {
  let largest = 0;
  for (let arc = 0; arc < costs.length; arc++) {
    const size = Math.abs(costs[arc]!);
    if (size > largest) largest = size;
  }
  return largest;
}

/** Refuses costs that are no integers, or whose potentials could pass 2^53. */
export function requireSoundCosts(network: FlowNetwork, costs: Costs, level: number): void {
  if (costs.length !== network.tail.length) throw malformed(`mức ${level + 1} không đủ chi phí`);
  requireIntegers(costs, 'cost');
  requireSoundCostRange(network.nodeCount, largestCost(costs), level);
}

/** Refuses a largest |cost| whose potentials could pass 2^53. */
export function requireSoundCostRange(nodeCount: number, largest: number, level: number): void {
  if (largest * (nodeCount + 1) > Number.MAX_SAFE_INTEGER) {
    throw outOfRange(`|cost| × số nút ở mức ${level + 1}`);
  }
}

/** Σ cost × flow. @throws BadInput 'flow.out-of-range' where the sum passes 2^53. */
export function exactObjective(costs: Costs, flow: Float64Array): number {
  let total = 0;
  for (let arc = 0; arc < flow.length; arc++) {
    const amount = flow[arc]!;
    if (amount === 0) continue;
    const term = costs[arc]! * amount;
    total += term;
    if (!Number.isSafeInteger(term) || !Number.isSafeInteger(total))
      throw outOfRange('tổng chi phí');
  }
  return total;
}
