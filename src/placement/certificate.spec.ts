import { describe, expect, it } from '@jest/globals';
import { certificateViolations } from './certificate.js';
import { type FlowSolution } from './flow/lexicographic.js';
import { type FlowNetwork } from './flow/network.js';

/** Two units go from 0 to 2: one straight (costs 3, then 0), one over node 1 (costs 1 + 1, then 1 + 0). */
const network: FlowNetwork = {
  nodeCount: 3,
  supply: Float64Array.of(2, 0, -2),
  tail: Int32Array.of(0, 1, 0),
  head: Int32Array.of(1, 2, 2),
  lower: null,
  capacity: Float64Array.of(1, 4, Infinity),
};
const levels = [Int32Array.of(1, 1, 3), Int32Array.of(1, 0, 0)];

/** Written by hand, not by the engine. */
const solution: FlowSolution = {
  status: 'optimal',
  flow: Float64Array.of(1, 1, 1),
  objectives: [5, 1],
  potentials: [Float64Array.of(-3, -1, 0), Float64Array.of(0, 0, 0)],
  pivots: 0,
};

describe('certificateViolations', () => {
  it('is empty for a proven optimum, where an earlier level pays for a loss in a later one', () => {
    expect(certificateViolations(network, levels, solution)).toEqual([]);
  });

  it('names the arc whose flow leaves its bounds and the nodes that do not balance', () => {
    const flow = Float64Array.of(2, 1, 1);
    const found = certificateViolations(network, levels, { ...solution, flow });
    expect(found).toContain('arc 0: flow 2 is outside 0 … 1');
    expect(found).toContain('node 0: sends 3 net, supplies 2');
    expect(found).toContain('node 1: sends -1 net, supplies 0');
  });

  it('refuses a flow that balances but is dearer', () => {
    const dearer = { ...solution, flow: Float64Array.of(0, 0, 2), objectives: [6, 0] };
    expect(certificateViolations(network, levels, dearer)).toEqual([
      'level 1, arc 0: more flow would gain 1 a unit',
      'level 1, the flow costs 6, the potentials prove 5',
      'level 2, the flow costs 0, the potentials prove 1',
    ]);
  });

  it('refuses a potential that is off by one, at either level', () => {
    const first = [Float64Array.of(-3, 0, 0), solution.potentials[1]!];
    const second = [solution.potentials[0]!, Float64Array.of(0, 1, 0)];
    expect(certificateViolations(network, levels, { ...solution, potentials: first })).toContain(
      'level 1, arc 1: less flow would gain 1 a unit',
    );
    expect(certificateViolations(network, levels, { ...solution, potentials: second })).toContain(
      'level 2, arc 1: less flow would gain 1 a unit',
    );
  });

  it('refuses another cost than the one that was solved, at either level', () => {
    const otherFirst = [Int32Array.of(1, 1, 2), levels[1]!];
    const otherSecond = [levels[0]!, Int32Array.of(1, 0, 1)];
    expect(certificateViolations(network, otherFirst, solution)).not.toEqual([]);
    expect(certificateViolations(network, otherSecond, solution)).not.toEqual([]);
  });

  it('refuses an objective that is misstated by one', () => {
    expect(certificateViolations(network, levels, { ...solution, objectives: [5, 2] })).toEqual([
      'level 2, the flow costs 1, the solution says 2',
    ]);
  });

  it('refuses fractions, wrong lengths and a status other than optimal', () => {
    const half = { ...solution, flow: Float64Array.of(0.5, 0.5, 1.5) };
    expect(certificateViolations(network, levels, half)).toEqual(['a flow is no exact integer']);
    const short = { ...solution, potentials: solution.potentials.slice(1) };
    expect(certificateViolations(network, levels, short)).toHaveLength(1);
    const none = { ...solution, status: 'infeasible' as const };
    expect(certificateViolations(network, levels, none)).toEqual(['not optimal: infeasible']);
  });

  it('refuses potentials whose reduced costs pass 2^53', () => {
    const far = Float64Array.of(-Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER, 0);
    const potentials = [far, solution.potentials[1]!];
    const found = certificateViolations(network, levels, { ...solution, potentials });
    expect(found).toContain('level 1, arc 0: the reduced cost passes 2^53');
  });

  it('counts sums beyond 2^53 exactly', () => {
    const big = 2 ** 40;
    const wide: FlowNetwork = {
      ...network,
      supply: Float64Array.of(2 * big, 0, -2 * big),
      capacity: Float64Array.of(big, 4 * big, Infinity),
    };
    const costs = [Float64Array.of(big + 1, 1, big + 3)];
    const right: FlowSolution = {
      ...solution,
      flow: Float64Array.of(big, big, big),
      objectives: [0],
      potentials: [Float64Array.of(-(big + 3), -1, 0)],
    };
    const primal = BigInt(big) * BigInt(2 * big + 5);
    expect(certificateViolations(wide, costs, right)).toEqual([
      `level 1, the flow costs ${primal}, the solution says 0`,
    ]);
  });
});
