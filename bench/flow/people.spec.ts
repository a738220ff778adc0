import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificateViolations } from '../../src/placement/certificate.js';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { asFlowSolution } from '../../src/placement/flow/people/as-flow.js';
import { personProblem } from '../../src/placement/flow/people/person-network.js';
import { solvePeople } from '../../src/placement/flow/people/solve-people.js';
import { personCertificateViolations } from '../../src/placement/person-certificate.js';
import { bruteForce } from './peers/brute-force.js';
import { solveByShortestPaths } from './peers/shortest-paths.js';
import { type PeopleInstance, type PeopleShape, randomPeople } from './random-people.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const SEED = 20250701;

function check(
  runs: number,
  shape: fc.Arbitrary<PeopleShape>,
  holds: (instance: PeopleInstance) => void,
): void {
  fc.assert(
    fc.property(seeds, shape, (seed, drawn) => holds(randomPeople(seed, drawn))),
    { numRuns: runs, seed: SEED },
  );
}

const shapes = (most: number): fc.Arbitrary<PeopleShape> =>
  fc.record({
    people: fc.integer({ min: 0, max: most }),
    cells: fc.integer({ min: 0, max: Math.ceil(most / 2) }),
    caps: fc.integer({ min: 0, max: 3 }),
    levels: fc.integer({ min: 0, max: 4 }),
    bench: fc.boolean(),
  });

function solve({ network, levels, people }: PeopleInstance) {
  const problem = personProblem(network, levels, people);
  return { problem, solution: solvePeople(problem) };
}

describe('solvePeople against peers', () => {
  it('finds the vector that trying every placement finds', () => {
    const seen = new Set<string>();
    check(200, shapes(3), (instance) => {
      const { network, levels, people } = instance;
      if (network.tail.length > 11) return;
      const capacity = network.capacity.map((most) => Math.min(most, people));
      const expected = bruteForce({ ...network, capacity }, levels);
      const { status, objectives } = solve(instance).solution;
      seen.add(status);
      expect({ status, objectives }).toEqual({
        status: expected === null ? 'infeasible' : 'optimal',
        objectives: expected ?? [],
      });
    });
    expect([...seen].sort()).toEqual(['infeasible', 'optimal']);
  });

  it('agrees with the general engine and with shortest paths', () => {
    const seen = new Set<string>();
    check(400, shapes(12), (instance) => {
      const { status, objectives } = solve(instance).solution;
      const general = solveLexicographic(instance.network, instance.levels);
      seen.add(status);
      expect({ status, objectives }).toEqual({
        status: general.status,
        objectives: general.objectives,
      });
      expect({ status, objectives }).toEqual(
        solveByShortestPaths(instance.network, instance.levels),
      );
    });
    expect([...seen].sort()).toEqual(['infeasible', 'optimal']);
  });

  it('proves every optimum to both checkers', () => {
    let proven = 0;
    check(400, shapes(20), (instance) => {
      const { problem, solution } = solve(instance);
      if (solution.status !== 'optimal') return;
      proven++;
      expect(personCertificateViolations(problem, solution)).toEqual([]);
      const flow = asFlowSolution(problem.network, solution);
      expect(certificateViolations(instance.network, instance.levels, flow)).toEqual([]);
    });
    expect(proven).toBeGreaterThan(150);
  });

  it('repeats a run to the last bit', () => {
    check(30, shapes(12), (instance) => {
      expect(solve(instance).solution).toEqual(solve(instance).solution);
    });
  });
});
