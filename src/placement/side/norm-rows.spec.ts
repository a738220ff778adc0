import { beforeAll, describe, expect, it } from '@jest/globals';
import type { NormFact, ScenarioFacts } from '../../scenario/facts.js';
import { placedPeople } from '../proposals.js';
import { HighsSolver } from './highs-solver.js';
import { solveSide } from './place-side.js';
import { sideFindings } from './side-check.js';
import { NO_SIDE_OPTIONS } from './side-options.js';
import { valueOf } from './side-problem.js';
import { sidePlacement } from './side-rows.js';
import { drawn, leastOf, peopled } from './spec-side.js';

const SIDE = { ...NO_SIDE_OPTIONS, norms: true };

const norm = (unitCode: string, headcount: number): NormFact => ({
  unitCode,
  block: 'government',
  headcount,
});

let solver: HighsSolver;
beforeAll(async () => {
  solver = await HighsSolver.load();
});

const solved = (facts: ScenarioFacts) => {
  const place = drawn(facts);
  const found = solveSide(place, place.best, SIDE, { solver, isLate: () => false });
  const lines = placedPeople(place.world, place.pins, place.net, found.flow);
  return { ...place, found, lines, findings: sideFindings(facts, lines, SIDE) };
};

describe('norms of the communes', () => {
  it('are kept by the best placement that keeps them, by trying all', () => {
    let binding = 0;
    for (let seed = 1; seed <= 30; seed++) {
      const facts = { ...peopled(seed, 5), norms: [norm('A', 1), norm('M', 1)] };
      const { world, pins, net, found, findings } = solved(facts);
      expect([seed, findings.violations, found.violations]).toEqual([seed, [], []]);
      const { problem } = sidePlacement(world, pins, net, SIDE);
      const accepted = (flow: Float64Array): boolean =>
        sideFindings(facts, placedPeople(world, pins, net, flow), SIDE).violations.length === 0;
      expect([seed, valueOf(problem, found.flow).total]).toEqual([
        seed,
        leastOf(problem, accepted),
      ]);
      if (found.bound !== null) binding++;
    }
    expect(binding).toBeGreaterThan(5);
  });

  it('that the seats cannot exceed give no row', () => {
    const facts = { ...peopled(1, 5), norms: [norm('A', 100), norm('M', 100)] };
    const { world, pins, net } = drawn(facts);
    expect(sidePlacement(world, pins, net, SIDE).problem.rows).toEqual([]);
  });

  it('that pins alone exceed are named, and an engine that exceeds them is refused', () => {
    const facts = { ...peopled(2, 5), pins: [], norms: [norm('A', 0)] };
    const { lines } = solved(facts);
    const law = facts.positions.find(({ block, given }) => block === 'government' && !given)!;
    const seated = (pinned: boolean) =>
      lines.map((line) => ({
        ...line,
        pinned,
        outcome: 'seated' as const,
        unitCode: 'A',
        positionCode: law.code,
      }));
    expect(sideFindings(facts, seated(false), SIDE).violations).toEqual([
      expect.stringContaining('its norm is 0'),
    ]);
    expect(sideFindings(facts, seated(true), SIDE)).toMatchObject({
      violations: [],
      breaches: [{ code: 'placement.over-norm-by-pins', unitCode: 'A' }],
    });
  });
});
