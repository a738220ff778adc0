import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { placedPeople } from '../proposals.js';
import { boundViolations } from './bound-proof.js';
import { HighsSolver } from './highs-solver.js';
import { solveSide } from './place-side.js';
import { priceRows } from './prices.js';
import { sideFindings } from './side-check.js';
import { asksNothing, NO_SIDE_OPTIONS, type SideOptions } from './side-options.js';
import { valueOf } from './side-problem.js';
import { sidePlacement } from './side-rows.js';
import { drawn, leastOf, peopled } from './spec-side.js';

const NEVER_LATE = (): boolean => false;
const ALL: SideOptions = {
  couplesWithinKm: 30,
  movedOutPercent: 34,
  womenPercent: 40,
  norms: false,
  joint: [],
  keep: null,
  speakers: [
    { unitCode: 'A', language: 'Thái', count: 2 },
    { unitCode: 'M', language: 'Mông', count: 1 },
  ],
};

describe('solveSide', () => {
  let solver: HighsSolver;
  beforeAll(async () => {
    solver = await HighsSolver.load();
  });
  const solved = (facts: ScenarioFacts, side: SideOptions) => {
    const place = drawn(facts);
    const found = solveSide(place, place.best, side, { solver, isLate: NEVER_LATE });
    const lines = placedPeople(place.world, place.pins, place.net, found.flow);
    return { ...place, found, lines, findings: sideFindings(facts, lines, side) };
  };

  it('finds the best of all placements that an independent count accepts', () => {
    let bound = 0;
    for (let seed = 1; seed <= 40; seed++) {
      const facts = peopled(seed, 5);
      const { world, pins, net, found, findings } = solved(facts, ALL);
      const { problem } = sidePlacement(world, pins, net, ALL);
      const accepted = (flow: Float64Array): boolean =>
        sideFindings(facts, placedPeople(world, pins, net, flow), ALL).violations.length === 0;
      expect(findings.violations).toEqual([]);
      expect(found.violations).toEqual([]);
      const total = valueOf(problem, found.flow).total;
      expect([seed, total]).toEqual([seed, leastOf(problem, accepted)]);
      if (found.gap > 0) bound++;
    }
    expect(bound).toBeLessThan(40);
  });

  it('keeps the optimum of the levels where it breaks nothing', () => {
    const facts = peopled(3, 6);
    const { best, found } = solved(facts, { ...NO_SIDE_OPTIONS, movedOutPercent: 100 });
    expect(found.flow).toEqual(best.flow);
    expect(found).toMatchObject({ gap: 0, gapInPeople: 0, violations: [], cutShort: false });
  });

  it('keeps a couple together that the levels alone would part', () => {
    const side = { ...NO_SIDE_OPTIONS, couplesWithinKm: 30 };
    const parted = Array.from({ length: 60 }, (_, at) => peopled(at + 1, 6)).filter((facts) => {
      const { world, pins, net, best } = drawn(facts);
      const lines = placedPeople(world, pins, net, best.flow);
      return sideFindings(facts, lines, side).violations.length > 0;
    });
    expect(parted.length).toBeGreaterThan(3);
    for (const facts of parted) expect(solved(facts, side).findings.violations).toEqual([]);
  });

  it('says what is missing where nobody can make it good', () => {
    const side = {
      ...NO_SIDE_OPTIONS,
      speakers: [{ unitCode: 'A', language: 'Hà Nhì', count: 1 }],
    };
    const { findings } = solved(peopled(2, 5), side);
    expect(findings.breaches.map(({ code, unitCode }) => [code, unitCode])).toEqual([
      ['placement.too-few-speakers', 'A'],
    ]);
  });

  it('gives the same placement whatever the order of the facts', () => {
    const facts = peopled(7, 7);
    const turned = {
      ...facts,
      people: [...facts.people].reverse(),
      seats: [...facts.seats].reverse(),
    };
    expect(solved(turned, ALL).lines).toEqual(solved(facts, ALL).lines);
  });
});

describe('boundViolations', () => {
  it('refuses a raised bound, a price below nothing, a price over its penalty and a moved potential', () => {
    const { world, pins, net } = drawn(peopled(5, 6));
    const { problem } = sidePlacement(world, pins, net, ALL);
    const limits = { rounds: 30, patience: 30, progress: 1, firstStep: 100, isLate: NEVER_LATE };
    const priced = priceRows(problem, limits);
    const elastic = problem.rows.findIndex(({ penalty }) => penalty !== null);
    const withPrice = (at: number, price: number): string[] => {
      const prices = priced.prices.slice();
      prices[at] = price;
      return boundViolations(problem, { ...priced, prices });
    };
    expect(boundViolations(problem, priced)).toEqual([]);
    expect(boundViolations(problem, { ...priced, bound: priced.bound + 1 })).not.toEqual([]);
    expect(withPrice(0, -1)).not.toEqual([]);
    expect(withPrice(elastic, problem.rows[elastic]!.penalty! + 1)).not.toEqual([]);
    const potentials = priced.potentials.slice();
    potentials[0]! += 1;
    expect(boundViolations(problem, { ...priced, potentials })).not.toEqual([]);
  });
});

describe('sideFindings', () => {
  it('names a couple that is parted, people over the share that may move, and too few women', () => {
    const facts = peopled(11, 6);
    const { world, pins, net, best } = drawn({ ...facts, pins: [] });
    const lines = placedPeople(world, pins, net, best.flow).map((line) => ({
      ...line,
      outcome: 'seated' as const,
      unitCode: line.personKey === 'p0' ? 'A' : 'M',
      terms: { ...line.terms, moved: 1 as const },
    }));
    const couple = facts.people.map((who) => ({
      ...who,
      sex: 'male' as const,
      unitCode: 'A',
      spouseKey: { p0: 'p1', p1: 'p0' }[who.key] ?? null,
    }));
    const { violations, breaches } = sideFindings(
      { ...facts, people: couple, pins: [] },
      lines,
      ALL,
    );
    expect(violations).toContainEqual(expect.stringContaining('p0 and p1 are separated'));
    expect(violations).toContainEqual(expect.stringContaining('6 of 6 people move out of A'));
    expect(breaches.map(({ code }) => code)).toContain('placement.too-few-women');
  });
});

describe('asksNothing', () => {
  it('is true for no options and false as soon as one is asked for', () => {
    expect(asksNothing(NO_SIDE_OPTIONS)).toBe(true);
    expect(asksNothing({ ...NO_SIDE_OPTIONS, womenPercent: 0 })).toBe(false);
    expect(asksNothing({ ...NO_SIDE_OPTIONS, speakers: ALL.speakers })).toBe(false);
  });
});
