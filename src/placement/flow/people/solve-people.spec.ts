import { describe, expect, it } from '@jest/globals';
import { BadInput } from '../../../shared/errors.js';
import { personCertificateViolations } from '../../person-certificate.js';
import { type Costs, type FlowNetwork, NetworkBuilder } from '../network.js';
import { personProblem } from './person-network.js';
import { solvePeople } from './solve-people.js';

type Arc = readonly [tail: number, head: number, capacity?: number];

/** Nodes 0 … people − 1 are people, the last is the sink; arcs of people come first. */
function aNetwork(people: number, nodes: number, arcs: readonly Arc[]): FlowNetwork {
  const builder = new NetworkBuilder();
  for (let node = 0; node < nodes; node++) {
    builder.addNode(node < people ? 1 : node === nodes - 1 ? -people : 0);
  }
  arcs.forEach(([tail, head, capacity]) => builder.addArc(tail, head, capacity ?? Infinity));
  return builder.build();
}

function solveProven(network: FlowNetwork, levels: readonly Costs[], people: number) {
  const problem = personProblem(network, levels, people);
  const solution = solvePeople(problem);
  expect(solution.status).toBe('optimal');
  expect(personCertificateViolations(problem, solution)).toEqual([]);
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

describe('solvePeople', () => {
  /** p is exact for a (required) and admissible for b; u reaches a only after training, unqualified. */
  const counter = aNetwork(2, 7, [
    [0, 3],
    [0, 4],
    [0, 5],
    [1, 2],
    [1, 5],
    [3, 2, 1],
    [3, 2],
    [2, 6, 1],
    [4, 6, 1],
    [5, 6],
  ]);
  const reward = costs(0, 0, 0, 0, 0, -1, 0, 0, 0, 0);
  const bench = costs(0, 0, 0, 0, 0, 0, 0, 0, 0, 1);

  it('fills the required seat first although two people would then be seated', () => {
    // Mendelsohn–Dulmage fails here: seating both puts the unqualified person into the required seat.
    const solution = solveProven(counter, [reward, bench], 2);
    expect(solution.objectives).toEqual([-1, 1]);
    expect(solution.choice[0]).toBe(0);
  });

  it('seats both where that is the first level', () => {
    expect(solveProven(counter, [bench, reward], 2).objectives).toEqual([0, 0]);
  });

  it('takes a network of nobody, of one person and of one place', () => {
    expect(solveProven(aNetwork(0, 1, []), [costs()], 0).objectives).toEqual([0]);
    expect(solveProven(aNetwork(1, 2, [[0, 1]]), [costs(7)], 1).objectives).toEqual([7]);
    const onePlace = aNetwork(3, 5, [
      [0, 3],
      [0, 4],
      [1, 3],
      [1, 4],
      [2, 3],
      [2, 4],
      [3, 4, 2],
    ]);
    const solution = solveProven(onePlace, [costs(1, 9, 2, 9, 3, 9, 0)], 3);
    expect(solution.objectives).toEqual([12]);
  });

  it('answers infeasible for a person without an arc, and where seats do not suffice', () => {
    const alone = personProblem(aNetwork(2, 3, [[0, 2]]), [costs(1)], 2);
    expect(solvePeople(alone).status).toBe('infeasible');
    const narrow = aNetwork(2, 4, [
      [0, 2],
      [1, 2],
      [2, 3, 1],
    ]);
    expect(solvePeople(personProblem(narrow, [costs(0, 0, 0)], 2)).status).toBe('infeasible');
  });

  it('leaves places without seats alone', () => {
    const closed = aNetwork(2, 4, [
      [0, 2],
      [0, 3],
      [1, 2],
      [1, 3],
      [2, 3, 0],
    ]);
    expect(solveProven(closed, [costs(-5, 4, -5, 4, -9)], 2).objectives).toEqual([8]);
  });

  it('lets nobody into what has no way out, however much that would gain', () => {
    // Place 3 has no seat; 4 and 5 have one each, for two people who have no other place.
    const closed = aNetwork(3, 7, [
      [0, 4],
      [0, 5],
      [1, 4],
      [1, 5],
      [2, 3],
      [2, 4],
      [2, 6],
      [3, 6, 0],
      [4, 6, 1],
      [5, 6, 1],
    ]);
    const tempting = costs(-9, 5, -9, 5, -9, -9, 7, -9, 0, 0);
    const even = costs(0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
    const away = costs(4, 0, 0, 3, -9, -9, 0, -9, 0, 0);
    const solution = solveProven(closed, [even, tempting, away], 3);
    expect(solution.objectives).toEqual([1, 3, 0]);
    expect(solution.choice).toEqual(Int32Array.of(1, 2, 6));
  });

  it('serves an isolated province beside another', () => {
    const two = aNetwork(4, 7, [
      [0, 4],
      [0, 6],
      [1, 4],
      [1, 6],
      [2, 5],
      [2, 6],
      [3, 5],
      [3, 6],
      [4, 6, 1],
      [5, 6, 1],
    ]);
    const solution = solveProven(two, [costs(1, 9, 2, 9, 4, 9, 3, 9, 0, 0)], 4);
    expect(solution.objectives).toEqual([1 + 9 + 9 + 3]);
  });

  it('holds nested caps: two cells of two seats under a cap of three under one of two', () => {
    const nested = aNetwork(4, 9, [
      [0, 4],
      [0, 8],
      [1, 4],
      [1, 8],
      [2, 5],
      [2, 8],
      [3, 5],
      [3, 8],
      [4, 6, 2],
      [5, 6, 2],
      [6, 7, 3],
      [7, 8, 2],
    ]);
    const level = costs(0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 0);
    const solution = solveProven(nested, [level], 4);
    expect(solution.objectives).toEqual([2]);
    expect([...solution.backFlow.slice(2)]).toEqual([2, 2]);
  });

  it('answers all levels at costs of 0 with twins, without pivoting for ever', () => {
    const people = 30;
    const arcs: Arc[] = [];
    for (let person = 0; person < people; person++) {
      for (let cell = 0; cell < 8; cell++) arcs.push([person, people + cell]);
      arcs.push([person, people + 8]);
    }
    for (let cell = 0; cell < 8; cell++) arcs.push([people + cell, people + 8, 2]);
    const zero = new Int32Array(arcs.length);
    const toBench = zero.map((_, arc) => (arc < 9 * people && arc % 9 === 8 ? 1 : 0));
    const network = aNetwork(people, people + 9, arcs);
    expect(solveProven(network, [zero, toBench, zero, toBench], people).objectives).toEqual([
      0, 14, 0, 14,
    ]);
  });

  it('keeps levels apart whose blend would pass 2^53', () => {
    const huge = 2 ** 31 - 2;
    const choice = aNetwork(1, 4, [
      [0, 1],
      [0, 2],
      [0, 3],
      [1, 3, 1],
      [2, 3, 1],
    ]);
    const levels = [
      costs(0, 0, huge, 0, 0),
      costs(huge, huge, 0, 0, 0),
      costs(0, 0, 0, huge, huge - 1),
    ];
    expect(solveProven(choice, levels, 1).objectives).toEqual([0, huge, huge - 1]);
  });
});

describe('solvePeople on what it refuses', () => {
  const line = aNetwork(1, 3, [
    [0, 1],
    [1, 2, 1],
  ]);

  it('refuses costs whose potentials could pass 2^53', () => {
    const most = Math.floor(Number.MAX_SAFE_INTEGER / (8 * 3 + 1));
    const right = [Float64Array.of(0, most)];
    expect(solveProven(line, right, 1).objectives).toEqual([most]);
    const wrong = personProblem(line, [Float64Array.of(0, most + 1)], 1);
    expect(codeOf(() => solvePeople(wrong))).toBe('flow.out-of-range');
  });

  it('refuses an arc of a person that costs more than 31 bits', () => {
    const wrong = personProblem(line, [Float64Array.of(2 ** 31 - 1, 0)], 1);
    expect(codeOf(() => solvePeople(wrong))).toBe('flow.out-of-range');
  });

  it.each([
    ['an arc of a person with a limit', 1, [[0, 1, 1] as Arc, [1, 2, 1] as Arc]],
    ['an arc into a person', 2, [[0, 1] as Arc]],
    ['people out of order', 2, [[1, 2] as Arc, [0, 2] as Arc]],
  ])('refuses %s', (_, people, arcs) => {
    const network = aNetwork(people, 3, arcs);
    expect(codeOf(() => personProblem(network, [], people))).toBe('flow.malformed');
  });
});
