import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../shared/errors.js';
import { certificateViolations } from '../certificate.js';
import { solveLexicographic } from './lexicographic.js';
import { type Costs, type FlowNetwork, NetworkBuilder } from './network.js';

type Arc = readonly [tail: number, head: number, capacity: number, lower?: number];

function aNetwork(supply: readonly number[], arcs: readonly Arc[]): FlowNetwork {
  const builder = new NetworkBuilder();
  supply.forEach((amount) => builder.addNode(amount));
  arcs.forEach(([tail, head, capacity, lower]) => builder.addArc(tail, head, capacity, lower));
  return builder.build();
}

function solveProven(network: FlowNetwork, levels: readonly Costs[]) {
  const solution = solveLexicographic(network, levels);
  expect(solution.status).toBe('optimal');
  expect(certificateViolations(network, levels, solution)).toEqual([]);
  return solution;
}

const costs = (...values: number[]) => Int32Array.from(values);

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof BadInput) return error.code;
    throw error;
  }
  return 'accepted';
}

describe('solveLexicographic', () => {
  const twoWays = aNetwork(
    [1, 0, 0, -1],
    [
      [0, 1, 1],
      [1, 3, 1],
      [0, 2, 1],
      [2, 3, 1],
    ],
  );

  it('lets an earlier level win over any gain of a later one', () => {
    const dearLater = [costs(0, 0, 1, 0), costs(1000, 1000, 0, 0)];
    expect(solveProven(twoWays, dearLater).objectives).toEqual([0, 2000]);
  });

  it('lets a later level choose among the optima of the earlier', () => {
    const tied = [costs(1, 1, 2, 0), costs(5, 0, 0, 4), costs(1, 1, 0, 0)];
    const solution = solveProven(twoWays, tied);
    expect(solution.objectives).toEqual([2, 4, 0]);
    expect([...solution.flow]).toEqual([0, 0, 1, 1]);
  });

  it('keeps levels apart whose weights together would pass 2^53', () => {
    const huge = Math.floor(2 ** 53 / 8);
    const levels = [costs(1, 0, 1, 0), Float64Array.of(huge, 0, huge, 0), costs(3, 0, 2, 0)];
    expect(solveProven(twoWays, levels).objectives).toEqual([1, huge, 2]);
  });

  it('without levels answers any flow within the bounds', () => {
    const solution = solveProven(twoWays, []);
    expect(solution.objectives).toEqual([]);
    expect(solution.flow[0]! + solution.flow[2]!).toBe(1);
  });

  it('accepts costs as Int32Array and as Float64Array alike', () => {
    const values = [4, 0, 3, 2];
    const asFloat = solveProven(twoWays, [Float64Array.from(values)]);
    expect(solveProven(twoWays, [Int32Array.from(values)])).toEqual(asFloat);
  });

  it('takes networks of no node and of one', () => {
    expect(solveProven(aNetwork([], []), [costs()]).objectives).toEqual([0]);
    expect(solveProven(aNetwork([0], []), [costs()]).objectives).toEqual([0]);
    expect(solveLexicographic(aNetwork([1], []), [costs()]).status).toBe('infeasible');
  });

  it('leaves isolated nodes and arcs of no capacity alone', () => {
    const network = aNetwork(
      [1, 0, -1],
      [
        [0, 2, 1],
        [0, 2, 0],
        [2, 0, 3, 3],
      ],
    );
    expect(solveLexicographic(network, [costs(5, -9, 0)]).status).toBe('infeasible');
    const open = aNetwork(
      [1, 0, -1],
      [
        [0, 2, 4],
        [0, 2, 0],
        [2, 0, 3, 3],
      ],
    );
    expect(solveProven(open, [costs(5, -9, 0)]).objectives).toEqual([20]);
  });

  it('fills a loop that pays and leaves one that costs', () => {
    const network = aNetwork(
      [0],
      [
        [0, 0, 6],
        [0, 0, Infinity],
        [0, 0, 9, 2],
      ],
    );
    const solution = solveProven(network, [costs(-3, 2, 4)]);
    expect([...solution.flow]).toEqual([6, 0, 2]);
    expect(solution.objectives).toEqual([-10]);
  });

  it('respects lower bounds, negative ones too', () => {
    const network = aNetwork(
      [0, 0],
      [
        [0, 1, 5, -4],
        [0, 1, 9, 1],
      ],
    );
    const solution = solveProven(network, [costs(1, 3)]);
    expect([...solution.flow]).toEqual([-1, 1]);
    expect(solveProven(network, [costs(3, 1)]).objectives).toEqual([-8]);
  });

  it('breaks ties of equal twins without moving the vector', () => {
    const people = 12;
    const arcs: Arc[] = [];
    for (let person = 0; person < people; person++) {
      for (let seat = 0; seat < 6; seat++) arcs.push([person, people + seat, 1]);
    }
    for (let seat = 0; seat < 6; seat++) arcs.push([people + seat, people + 6, 2]);
    const supply = [...Array<number>(people).fill(1), ...Array<number>(6).fill(0), -people];
    const network = aNetwork(supply, arcs);
    const zero = new Int32Array(arcs.length);
    const one = new Int32Array(arcs.length).fill(1);
    expect(solveProven(network, [zero, one, zero, one]).objectives).toEqual([0, 24, 0, 24]);
  });
});

describe('solveLexicographic without an optimum', () => {
  it('answers infeasible where supplies do not sum to 0', () => {
    expect(solveLexicographic(aNetwork([2, -1], [[0, 1, 9]]), [costs(1)]).status).toBe(
      'infeasible',
    );
  });

  it('answers infeasible where a lower bound is over its capacity', () => {
    expect(solveLexicographic(aNetwork([0, 0], [[0, 1, 2, 3]]), [costs(1)]).status).toBe(
      'infeasible',
    );
  });

  it('answers infeasible, not unbounded, where both would fit', () => {
    const network = aNetwork([1, -1, 0], [[2, 2, Infinity]]);
    expect(solveLexicographic(network, [costs(-1)]).status).toBe('infeasible');
  });

  it('answers unbounded for a ring without limit that gains', () => {
    const ring = aNetwork(
      [0, 0],
      [
        [0, 1, Infinity],
        [1, 0, Infinity],
      ],
    );
    expect(solveLexicographic(ring, [costs(3, -4)]).status).toBe('unbounded');
    expect(solveLexicographic(ring, [costs(3, -3)]).status).toBe('optimal');
  });

  it('answers unbounded for a later level only where the earlier lets the ring turn', () => {
    const ring = aNetwork(
      [0, 0],
      [
        [0, 1, Infinity],
        [1, 0, Infinity],
      ],
    );
    expect(solveLexicographic(ring, [costs(1, -1), costs(0, -1)]).status).toBe('unbounded');
    expect(solveProven(ring, [costs(1, 0), costs(0, -1)]).objectives).toEqual([0, 0]);
  });

  it('gives no flow with a status other than optimal', () => {
    const solution = solveLexicographic(aNetwork([1, 0], []), [costs()]);
    expect(solution).toEqual({
      status: 'infeasible',
      flow: new Float64Array(0),
      objectives: [],
      potentials: [],
      pivots: 0,
    });
  });
});

describe('solveLexicographic on numbers that cannot be exact', () => {
  const line = aNetwork([2, -2], [[0, 1, 5]]);
  const most = Math.floor(Number.MAX_SAFE_INTEGER / 3);

  it('takes the largest cost whose potentials stay below 2^53, and refuses one more', () => {
    expect(solveProven(line, [Float64Array.of(most)]).objectives).toEqual([2 * most]);
    expect(codeOf(() => solveLexicographic(line, [Float64Array.of(most + 1)]))).toBe(
      'flow.out-of-range',
    );
  });

  it('refuses an objective beyond 2^53', () => {
    const network = aNetwork([4, -4], [[0, 1, 5]]);
    expect(codeOf(() => solveLexicographic(network, [Float64Array.of(most)]))).toBe(
      'flow.out-of-range',
    );
  });

  it('refuses a flow beyond 2^53', () => {
    const big = Number.MAX_SAFE_INTEGER;
    const network = aNetwork(
      [big, big, 0, -big, -big],
      [
        [0, 2, Infinity],
        [1, 2, Infinity],
        [2, 3, Infinity],
        [2, 4, Infinity],
      ],
    );
    expect(solveProven(network, [costs(0, 0, 0, 0)]).objectives).toEqual([0]);
    const narrow = aNetwork(
      [big, big, 0, 0, -big, -big],
      [
        [0, 2, Infinity],
        [1, 2, Infinity],
        [2, 3, Infinity],
        [3, 4, Infinity],
        [3, 5, Infinity],
      ],
    );
    const zero = costs(0, 0, 0, 0, 0);
    expect(codeOf(() => solveLexicographic(narrow, [zero]))).toBe('flow.out-of-range');
  });

  it('refuses fractions, wrong lengths and nodes that are not there', () => {
    expect(codeOf(() => solveLexicographic(line, [Float64Array.of(0.5)]))).toBe('flow.malformed');
    expect(codeOf(() => solveLexicographic(line, [Float64Array.of(NaN)]))).toBe('flow.malformed');
    expect(codeOf(() => solveLexicographic(line, [costs()]))).toBe('flow.malformed');
    expect(codeOf(() => solveLexicographic(aNetwork([0], [[0, 1, 1]]), []))).toBe('flow.malformed');
    expect(codeOf(() => solveLexicographic(aNetwork([0.5, -0.5], []), []))).toBe('flow.malformed');
    expect(codeOf(() => solveLexicographic(aNetwork([0], [[0, 0, NaN]]), []))).toBe(
      'flow.malformed',
    );
  });
});
