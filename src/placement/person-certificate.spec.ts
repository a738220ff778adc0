import { describe, expect, it } from '@jest/globals';
import type { PersonLevels } from './flow/people/person-levels.js';
import { ColumnLevels } from './flow/people/person-levels.js';
import type { PersonProblem } from './flow/people/person-network.js';
import type { PersonSolution } from './flow/people/solve-people.js';
import { personCertificateViolations } from './person-certificate.js';

/** Two people, one seat (node 2) and the sink (node 3): person 0 takes the seat, person 1 the bench. */
const levels: PersonLevels = new ColumnLevels(
  [Int32Array.of(0, 1, 0, 1, 0), Int32Array.of(2, 0, 5, 0, 0)],
  4,
);
const problem: PersonProblem = {
  network: {
    people: 2,
    nodeCount: 4,
    rowStart: Int32Array.of(0, 2, 4),
    place: Int32Array.of(2, 3, 2, 3),
    back: {
      tail: Int32Array.of(2),
      head: Int32Array.of(3),
      capacity: Float64Array.of(1),
    },
  },
  levels,
};

/** Written by hand, not by the engine. */
const solution: PersonSolution = {
  status: 'optimal',
  choice: Int32Array.of(0, 3),
  backFlow: Float64Array.of(1),
  objectives: [1, 2],
  potentials: [Float64Array.of(-1, -1, -1, 0), Float64Array.of(0, 0, 2, 0)],
  pivots: 0,
};

function withPotential(level: number, node: number, change: number): PersonSolution {
  const potentials = solution.potentials.map((row, at) =>
    at === level ? row.with(node, row[node]! + change) : row,
  );
  return { ...solution, potentials };
}

describe('personCertificateViolations', () => {
  it('is empty for a proven optimum', () => {
    expect(personCertificateViolations(problem, solution)).toEqual([]);
  });

  it('refuses an assignment that is dearer at the second level only', () => {
    const dearer = { ...solution, choice: Int32Array.of(1, 2), objectives: [1, 5] };
    expect(personCertificateViolations(problem, dearer)).not.toEqual([]);
  });

  it('refuses two people in one seat, and a person in an arc of another row', () => {
    const both = { ...solution, choice: Int32Array.of(0, 2) };
    expect(personCertificateViolations(problem, both)).toContain('node 2: keeps 1, not 0');
    const other = { ...solution, choice: Int32Array.of(0, 1) };
    expect(personCertificateViolations(problem, other)).toContain(
      'person 1: arc 1 is of another row',
    );
    const nowhere = { ...solution, choice: Int32Array.of(0, -1) };
    expect(personCertificateViolations(problem, nowhere)).toContain(
      'person 1: arc -1 is of another row',
    );
  });

  it('refuses more flow behind people than the seat has, however it balances', () => {
    const full = { ...solution, choice: Int32Array.of(0, 2), backFlow: Float64Array.of(2) };
    expect(personCertificateViolations(problem, full)).toContain(
      'arc 0 behind people: flow 2 is outside 0 … 1',
    );
  });

  it.each([0, 1])('refuses any potential of level %d that is off by one', (level) => {
    for (let node = 0; node < 4; node++) {
      // Another dual optimum may exist in one direction, but never in both.
      const found = [1, -1].map((change) =>
        personCertificateViolations(problem, withPotential(level, node, change)),
      );
      expect(found.some((each) => each.length > 0)).toBe(true);
    }
  });

  it('refuses another cost than the one that was solved', () => {
    const columns = [Int32Array.of(0, 1, 0, 1, 0), Int32Array.of(2, 0, 1, 0, 0)];
    const other = { ...problem, levels: new ColumnLevels(columns, 4) };
    expect(personCertificateViolations(other, solution)).toEqual(['person 1: arc 2 would gain']);
    const behind = [Int32Array.of(0, 1, 0, 1, 3), Int32Array.of(2, 0, 5, 0, 0)];
    expect(
      personCertificateViolations({ ...problem, levels: new ColumnLevels(behind, 4) }, solution),
    ).not.toEqual([]);
  });

  it('refuses an objective that is misstated by one', () => {
    expect(personCertificateViolations(problem, { ...solution, objectives: [1, 3] })).toEqual([
      'level 2: the flow costs 2, the solution says 3',
    ]);
  });

  it('refuses fractions, wrong lengths, numbers past 2^53 and a status other than optimal', () => {
    const half = { ...solution, backFlow: Float64Array.of(0.5) };
    expect(personCertificateViolations(problem, half)).toHaveLength(1);
    const short = { ...solution, potentials: solution.potentials.slice(1) };
    expect(personCertificateViolations(problem, short)).toEqual(['1 potentials for 2 levels']);
    const far = withPotential(0, 0, -(2 ** 52));
    expect(personCertificateViolations(problem, far)).toEqual(['level 1: reduced costs pass 2^53']);
    const none = { ...solution, status: 'infeasible' as const };
    expect(personCertificateViolations(problem, none)).toEqual(['not optimal: infeasible']);
  });
});
