import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { certificateViolations } from '../../src/placement/certificate.js';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { bruteForce } from './peers/brute-force.js';
import { solveByShortestPaths } from './peers/shortest-paths.js';
import { type Instance, randomInstance, type Shape, withShuffledArcs } from './random-network.js';

const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const SEED = 20250701;

function check(
  runs: number,
  shape: fc.Arbitrary<Shape>,
  holds: (instance: Instance) => void,
): void {
  fc.assert(
    fc.property(seeds, shape, (seed, drawn) => holds(randomInstance(seed, drawn))),
    { numRuns: runs, seed: SEED },
  );
}

const tiny = fc.record({
  nodes: fc.integer({ min: 1, max: 5 }),
  arcs: fc.integer({ min: 0, max: 7 }),
  levels: fc.integer({ min: 0, max: 3 }),
  mostCapacity: fc.integer({ min: 0, max: 2 }),
  endless: fc.constant(0),
});

const small = fc.record({
  nodes: fc.integer({ min: 1, max: 9 }),
  arcs: fc.integer({ min: 0, max: 28 }),
  levels: fc.integer({ min: 1, max: 4 }),
  mostCapacity: fc.integer({ min: 0, max: 6 }),
  endless: fc.constantFrom(0, 0.1, 0.3),
});

/** Fails a property that never meets one of the answers it is about. */
function seenAll(answers: ReadonlySet<string>, wanted: readonly string[]): void {
  expect([...answers].sort()).toEqual([...wanted].sort());
}

describe('solveLexicographic against peers', () => {
  it('finds the vector that trying every integral flow finds', () => {
    const seen = new Set<string>();
    check(400, tiny, ({ network, levels }) => {
      const expected = bruteForce(network, levels);
      const { status, objectives } = solveLexicographic(network, levels);
      seen.add(status);
      expect(status).toBe(expected === null ? 'infeasible' : 'optimal');
      expect(objectives).toEqual(expected ?? []);
    });
    seenAll(seen, ['infeasible', 'optimal']);
  });

  it('agrees with successive shortest paths on status and vector', () => {
    const seen = new Set<string>();
    check(400, small, ({ network, levels }) => {
      const { status, objectives } = solveLexicographic(network, levels);
      seen.add(status);
      expect({ status, objectives }).toEqual(solveByShortestPaths(network, levels));
    });
    seenAll(seen, ['infeasible', 'optimal', 'unbounded']);
  });

  it('proves every optimum by its certificate', () => {
    let proven = 0;
    check(600, small, ({ network, levels }) => {
      const solution = solveLexicographic(network, levels);
      if (solution.status !== 'optimal') return;
      proven++;
      expect(certificateViolations(network, levels, solution)).toEqual([]);
    });
    expect(proven).toBeGreaterThan(200);
  });

  it('answers the same vector whatever the order of the arcs', () => {
    check(200, small, (instance) => {
      const shuffled = withShuffledArcs(instance, 7);
      const { status, objectives } = solveLexicographic(instance.network, instance.levels);
      const other = solveLexicographic(shuffled.network, shuffled.levels);
      expect({ status: other.status, objectives: other.objectives }).toEqual({
        status,
        objectives,
      });
    });
  });

  it('repeats a run to the last bit', () => {
    check(50, small, ({ network, levels }) => {
      expect(solveLexicographic(network, levels)).toEqual(solveLexicographic(network, levels));
    });
  });

  it('scales every level with its costs', () => {
    check(100, small, ({ network, levels }) => {
      const { objectives } = solveLexicographic(network, levels);
      const scaled = levels.map((costs) => Float64Array.from(costs, (cost) => 1e9 * cost));
      const other = solveLexicographic(network, scaled);
      expect(other.objectives).toEqual(objectives.map((value) => 1e9 * value));
      if (other.status === 'optimal')
        expect(certificateViolations(network, scaled, other)).toEqual([]);
    });
  });
});

describe('certificateViolations against corruption', () => {
  const loose = fc.constant({ nodes: 6, arcs: 24, levels: 3, mostCapacity: 5, endless: 0.1 });

  it('complains after any one flow is changed by one', () => {
    check(60, loose, ({ network, levels }) => {
      const solution = solveLexicographic(network, levels);
      for (let arc = 0; arc < solution.flow.length; arc++) {
        if (network.tail[arc] === network.head[arc] && levels.every((costs) => costs[arc] === 0))
          continue;
        const flow = solution.flow.with(arc, solution.flow[arc]! + 1);
        expect(certificateViolations(network, levels, { ...solution, flow })).not.toEqual([]);
      }
    });
  });

  it('accepts another potential or cost only where it still proves the same vector', () => {
    let refused = 0;
    check(60, loose, ({ network, levels }) => {
      const solution = solveLexicographic(network, levels);
      if (solution.status !== 'optimal') return;
      const potentials = solution.potentials.map((row) => row.with(2, row[2]! + 1));
      const complaints = certificateViolations(network, levels, { ...solution, potentials });
      if (complaints.length > 0) refused++;
      const dearer = levels.map((costs, at) => (at === 0 ? costs.with(3, costs[3]! + 100) : costs));
      const moved = solveLexicographic(network, dearer).objectives;
      const same = String(moved) === String(solution.objectives);
      if (!same) expect(certificateViolations(network, dearer, solution)).not.toEqual([]);
    });
    expect(refused).toBeGreaterThan(5);
  });
});
