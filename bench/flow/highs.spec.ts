import { beforeAll, describe, expect, it } from '@jest/globals';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { personProblem } from '../../src/placement/flow/people/person-network.js';
import { solvePeople } from '../../src/placement/flow/people/solve-people.js';
import { generate } from '../placement/instance.js';
import { realUnits } from '../placement/real-units.js';
import { asFlowNetwork, weightedCosts, weightedProblem } from '../placement/weighted.js';
import { HighsPeer, type Kind } from './peers/highs.js';
import { randomInstance } from './random-network.js';
import { randomPeople } from './random-people.js';

let highs: HighsPeer;
const KINDS: readonly Kind[] = ['linear', 'integer'];

beforeAll(async () => {
  highs = await HighsPeer.load();
});

describe('both engines against HiGHS', () => {
  it.each(KINDS)('agree on small placements of several levels, %s', (kind) => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 40; seed++) {
      const bench = seed % 3 > 0;
      const shape = { people: 1 + (seed % 12), cells: 1 + (seed % 5), caps: seed % 3, levels: 3 };
      const { network, levels, people } = randomPeople(7_919 * seed, { ...shape, bench });
      const { status, objectives } = solvePeople(personProblem(network, levels, people));
      seen.add(status);
      const expected = highs.solve(network, levels, kind);
      expect({ seed, status, objectives }).toEqual({
        seed,
        status: expected === null ? 'infeasible' : 'optimal',
        objectives: expected ?? [],
      });
      expect(solveLexicographic(network, levels).objectives).toEqual(objectives);
    }
    expect([...seen].sort()).toEqual(['infeasible', 'optimal']);
  });

  it.each(KINDS)('agree on small networks with lower bounds and twin arcs, %s', (kind) => {
    let solved = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const shape = { nodes: 2 + (seed % 8), arcs: 4 + (seed % 24), levels: 2 };
      const { network, levels } = randomInstance(104_729 * seed, {
        ...shape,
        mostCapacity: 5,
        endless: 0,
      });
      const { status, objectives } = solveLexicographic(network, levels);
      const expected = highs.solve(network, levels, kind);
      expect({ seed, objectives }).toEqual({ seed, objectives: expected ?? [] });
      expect(status).toBe(expected === null ? 'infeasible' : 'optimal');
      if (expected !== null) solved++;
    }
    expect(solved).toBeGreaterThan(20);
  });

  it.each([
    ['whose required seats can be filled', false],
    ['whose required seats cannot', true],
  ])('agree on a middle placement %s, as LP and as MIP', (_, hard) => {
    const { problem } = generate({ name: 'middle', people: 150, units: 4, hard }, realUnits());
    const network = asFlowNetwork(problem);
    const costs = weightedCosts(problem);
    const { objectives } = solvePeople(weightedProblem(problem));
    expect(solveLexicographic(network, [costs]).objectives).toEqual(objectives);
    for (const kind of KINDS) expect(highs.solve(network, [costs], kind)).toEqual(objectives);
  });
});
