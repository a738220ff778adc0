import { describe, expect, it } from '@jest/globals';
import { solveLexicographic } from '../../src/placement/flow/lexicographic.js';
import { solvePeople } from '../../src/placement/flow/people/solve-people.js';
import { personCertificateViolations } from '../../src/placement/person-certificate.js';
import { generate, type Size } from './instance.js';
import { realUnits } from './real-units.js';
import { asFlowNetwork, weightedCosts, weightedProblem } from './weighted.js';

const units = realUnits();
const easy: Size = { name: 'easy', people: 300, units: 6, hard: false };
const hard: Size = { name: 'hard', people: 300, units: 6, hard: true };

describe('generate', () => {
  it.each([easy, hard])('draws a placement ($name) that both engines solve alike', (size) => {
    const { problem } = generate(size, units);
    const solution = solvePeople(problem);
    expect(personCertificateViolations(problem, solution)).toEqual([]);
    const personArcs = problem.network.place.length;
    const levels = problem.levels.back.map((back, level) => {
      const costs = new Int32Array(personArcs + back.length);
      problem.levels.load(costs.subarray(0, personArcs), level, 1, 0);
      costs.set(back, personArcs);
      return costs;
    });
    const general = solveLexicographic(asFlowNetwork(problem), levels);
    expect(solution.objectives).toEqual(general.objectives);
  });

  it('solves the one-cost form to the same objective by both engines', () => {
    const { problem } = generate(hard, units);
    const network = asFlowNetwork(problem);
    const { objectives } = solvePeople(weightedProblem(problem));
    expect(objectives).toEqual(solveLexicographic(network, [weightedCosts(problem)]).objectives);
  });

  it('leaves required seats unfillable in the hard form only by what people can do', () => {
    const { problem } = generate(hard, units);
    const open = Array.from(problem.levels.back[0]!).reduce(
      (sum, cost, arc) => sum + cost * Math.min(problem.network.back.capacity[arc]!, 1e6),
      0,
    );
    expect(solvePeople(problem).objectives[0]).toBeGreaterThan(open);
  });

  it('refuses a certificate after any one word of an arc that was taken is changed', () => {
    const { problem, words } = generate(easy, units);
    const solution = solvePeople(problem);
    const arc = solution.choice[7]!;
    words[arc]! ^= 1 << 5;
    expect(personCertificateViolations(problem, solution)).not.toEqual([]);
    words[arc]! ^= 1 << 5;
    expect(personCertificateViolations(problem, solution)).toEqual([]);
  });

  it('is the same for the same size', () => {
    expect(generate(easy, units).words).toEqual(generate(easy, units).words);
  });
});
