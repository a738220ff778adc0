/** Instances as files for peers: DIMACS for anyone, a plain binary one for the country. */
import { closeSync, openSync, writeSync } from 'node:fs';
import { type FlowNetwork } from '../../src/placement/flow/network.js';

const UNBOUNDED = -1;

function column(values: ArrayLike<number>): Int32Array {
  return Int32Array.from(values, (value) => (value === Infinity ? UNBOUNDED : value));
}

/** Int32, little endian: nodes, arcs, then supply by node, tail, head, capacity (−1 = none), cost by arc. */
export function writeBinary(path: string, network: FlowNetwork, costs: Int32Array): void {
  const file = openSync(path, 'w');
  const { nodeCount, supply, tail, head, capacity } = network;
  const counts = Int32Array.of(nodeCount, tail.length);
  for (const values of [counts, column(supply), tail, head, column(capacity), costs]) {
    writeSync(file, new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  closeSync(file);
}

const LINES_AT_ONCE = 20_000;

/** DIMACS `p min`; nodes count from 1. An arc without a limit may carry everybody. */
export function writeDimacs(path: string, network: FlowNetwork, costs: Int32Array): void {
  const file = openSync(path, 'w');
  const { nodeCount, supply, tail, head, capacity } = network;
  const most = supply.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  let lines = [`p min ${nodeCount} ${tail.length}`];
  const flush = (): void => {
    writeSync(file, `${lines.join('\n')}\n`);
    lines = [];
  };
  supply.forEach((amount, node) => amount !== 0 && lines.push(`n ${node + 1} ${amount}`));
  for (let arc = 0; arc < tail.length; arc++) {
    lines.push(
      `a ${tail[arc]! + 1} ${head[arc]! + 1} 0 ${Math.min(most, capacity[arc]!)} ${costs[arc]}`,
    );
    if (lines.length >= LINES_AT_ONCE) flush();
  }
  if (lines.length > 0) flush();
  closeSync(file);
}
