import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { placedPeople } from '../proposals.js';
import { boundViolations } from './bound-proof.js';
import { HighsSolver } from './highs-solver.js';
import { keptRow, startsWithin } from './least-change.js';
import { solveSide } from './place-side.js';
import { sideFindings } from './side-check.js';
import { type AnnouncedPlace, NO_SIDE_OPTIONS, type SideOptions } from './side-options.js';
import { activityOf, valueOf } from './side-problem.js';
import { sidePlacement } from './side-rows.js';
import { drawn, leastOf, peopled } from './spec-side.js';

/** What was announced is the best placement of the same people before something else changed: the seats and wishes of
 * another random province. */
function announced(facts: ScenarioFacts): AnnouncedPlace[] {
  const before = { ...facts, people: facts.people.map((who) => ({ ...who, wish: null })) };
  const { world, pins, net, best } = drawn(before);
  return placedPeople(world, pins, net, best.flow);
}

const keeping = (places: readonly AnnouncedPlace[], most: number): SideOptions => ({
  ...NO_SIDE_OPTIONS,
  keep: { most, places },
});

let solver: HighsSolver;
beforeAll(async () => {
  solver = await HighsSolver.load();
});

const solved = (facts: ScenarioFacts, side: SideOptions) => {
  const place = drawn(facts);
  const found = solveSide(place, place.best, side, { solver, isLate: () => false });
  const lines = placedPeople(place.world, place.pins, place.net, found.flow);
  return { ...place, found, lines, findings: sideFindings(facts, lines, side) };
};

const changedOf = (lines: readonly AnnouncedPlace[], places: readonly AnnouncedPlace[]): number =>
  lines.filter((line) => {
    const before = places.find(({ personKey }) => personKey === line.personKey);
    const at = ({ outcome, unitCode, positionCode }: AnnouncedPlace): string =>
      outcome === 'seated' ? `${unitCode} ${positionCode}` : outcome;
    return before !== undefined && at(before) !== at(line);
  }).length;

describe('a new plan that may change few people of an announced one', () => {
  it('is the best of all within the limit, by trying all, and never over it', () => {
    let tried = 0;
    let bounded = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const facts = peopled(seed, 5);
      const places = announced({ ...facts, pins: [] });
      for (const most of [0, 1, 2, 3]) {
        const side = keeping(places, most);
        const { world, pins, net } = drawn(facts);
        const { problem } = sidePlacement(world, pins, net, side);
        const row = keptRow(problem)!;
        if (startsWithin(problem, row).least > row.most) continue;
        const { found, lines, findings } = solved(facts, side);
        expect(findings.violations).toEqual([]);
        expect(found.violations).toEqual([]);
        expect(changedOf(lines, places)).toBeLessThanOrEqual(most);
        const within = (flow: Float64Array): boolean => activityOf(row, flow) <= row.most;
        expect([seed, most, valueOf(problem, found.flow).total]).toEqual([
          seed,
          most,
          leastOf(problem, within),
        ]);
        tried++;
        if (found.bound !== null) bounded++;
      }
    }
    expect(tried).toBeGreaterThan(50);
    expect(bounded).toBeGreaterThan(10);
  });

  it('stays as it was announced where nobody may change, and is free where everybody may', () => {
    const facts = { ...peopled(6, 6), pins: [] };
    const places = announced(facts);
    expect(changedOf(solved(facts, keeping(places, 0)).lines, places)).toBe(0);
    const free = solved(facts, keeping(places, facts.people.length));
    expect(free.found).toMatchObject({ bound: null, gap: 0 });
    expect(free.found.flow).toEqual(free.best.flow);
  });

  it('is refused with the least number there is where pins alone change more', () => {
    const facts = { ...peopled(6, 6), pins: [] };
    const places = announced(facts);
    const moved = places.find(({ outcome }) => outcome === 'seated')!;
    const pins = [{ personKey: moved.personKey, kind: 'leave' as const, reason: 'Đơn' }];
    expect(() => solved({ ...facts, pins }, keeping(places, 0))).toThrow(
      expect.objectContaining({
        code: 'placement.keep-too-few',
        details: { most: 0, needed: 1 },
      }),
    );
    expect(changedOf(solved({ ...facts, pins }, keeping(places, 1)).lines, places)).toBe(1);
  });

  it('has a bound that its own proof accepts', () => {
    const facts = peopled(9, 6);
    const places = announced({ ...facts, pins: [] });
    const { world, pins, net } = drawn(facts);
    const { problem } = sidePlacement(world, pins, net, keeping(places, 2));
    const { priced } = startsWithin(problem, keptRow(problem)!);
    expect(boundViolations(problem, priced)).toEqual([]);
    expect(boundViolations(problem, { ...priced, bound: priced.bound + 1 })).not.toEqual([]);
  });

  it('is told where more people change than the limit says', () => {
    const facts = { ...peopled(6, 6), pins: [] };
    const places = announced(facts);
    const { lines } = solved(facts, keeping(places, 6));
    const elsewhere = lines.map((line) => ({ ...line, outcome: 'surplus' as const }));
    expect(sideFindings(facts, elsewhere, keeping(places, 0)).violations).toEqual([
      expect.stringContaining('people change, more than 0'),
    ]);
  });
});
