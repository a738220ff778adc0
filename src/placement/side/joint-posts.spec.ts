import { beforeAll, describe, expect, it } from '@jest/globals';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { solvePlacement } from '../place.js';
import { proposalViolations } from '../proposal-check.js';
import { placedPeople } from '../proposals.js';
import { aPerson, facts, PARAMETERS, seats } from '../spec-world.js';
import { HighsSolver } from './highs-solver.js';
import { JOINT_PAIRS } from './joint-post.rules.js';
import { solveSide } from './place-side.js';
import { sideFindings } from './side-check.js';
import { type JointDemand, NO_SIDE_OPTIONS, type SideOptions } from './side-options.js';
import { valueOf } from './side-problem.js';
import { sidePlacement } from './side-rows.js';
import { drawn, leastOf, peopled, SIDE_COSTS } from './spec-side.js';

const NEVER_LATE = (): boolean => false;
const asked = (...joint: JointDemand[]): SideOptions => ({ ...NO_SIDE_OPTIONS, joint });
const JOINT = { unitCode: 'A', positionCode: 'LAW', alsoPositionCode: 'ANY' };

/** Random people where LAW and ANY stand in A, and one or two seats each. */
function world(seed: number): ScenarioFacts {
  const given = peopled(seed, 5);
  const others = given.seats.filter(
    ({ unitCode, positionCode }) =>
      unitCode !== 'A' || (positionCode !== 'LAW' && positionCode !== 'ANY'),
  );
  const [law, any] = [1 + (seed % 2), 1 + (Math.floor(seed / 2) % 2)];
  const own = [seats('A', 'LAW', law, seed % (law + 1)), seats('A', 'ANY', any, any)];
  return { ...given, seats: [...others, ...own] };
}

const small = (people: readonly object[], parameters = {}): ScenarioFacts =>
  facts({
    people: people.map((who, at) => aPerson({ key: `p${at}`, ...who })),
    seats: [seats('A', 'LAW', 1, 1), seats('A', 'ANY', 1, 1)],
    parameters: { ...PARAMETERS, ...SIDE_COSTS, ...parameters },
  });

describe('joint posts', () => {
  let solver: HighsSolver;
  beforeAll(async () => {
    solver = await HighsSolver.load();
  });
  const solved = (given: ScenarioFacts, side: SideOptions) => {
    const means = { solver, isLate: NEVER_LATE };
    return solvePlacement(given, { kind: 'best', side }, undefined, means).result;
  };

  it('are placed as well as any placement that an independent count accepts', () => {
    let changed = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const given = world(seed);
      const side = asked(JOINT);
      const place = drawn(given);
      const found = solveSide(place, place.best, side, { solver, isLate: NEVER_LATE });
      const { problem } = sidePlacement(place.world, place.pins, place.net, side);
      const linesOf = (flow: Float64Array) =>
        placedPeople(place.world, place.pins, place.net, flow);
      const accepted = (flow: Float64Array): boolean =>
        sideFindings(given, linesOf(flow), side).violations.length === 0;
      expect([seed, found.violations]).toEqual([seed, []]);
      expect([seed, accepted(found.flow)]).toEqual([seed, true]);
      const total = valueOf(problem, found.flow).total;
      expect([seed, total]).toEqual([seed, leastOf(problem, accepted)]);
      if (found.bound !== null) changed++;
    }
    expect(changed).toBeGreaterThan(20);
  });

  it('are stored with their holder, whom two checkers and the levels accept', () => {
    let held = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const given = world(seed);
      const side = asked(JOINT);
      const result = solved(given, side);
      expect([seed, proposalViolations(given, result)]).toEqual([seed, []]);
      const { violations, breaches } = sideFindings(given, result.proposals, side);
      expect([seed, violations]).toEqual([seed, []]);
      const holders = result.proposals.filter(({ joint }) => joint !== null);
      expect(holders.length + breaches.length).toBe(1);
      held += holders.length;
    }
    expect(held).toBeGreaterThan(15);
  });

  it('give one person both seats, say so in the reason, and count the second seat as filled', () => {
    const given = small([{ majorGroup: 'law' }, { majorGroup: 'law' }]);
    const result = solved(given, asked(JOINT));
    const [holder] = result.proposals.filter(({ joint }) => joint !== null);
    expect(holder).toMatchObject({
      positionCode: 'LAW',
      joint: { unitCode: 'A', positionCode: 'ANY', fit: 'exact' },
    });
    expect(holder?.reason).toMatch(/Kiêm nhiệm Vị trí ANY, Xã N\.$/u);
    expect(result.levels.requiredUnfilled).toBe(0);
    expect(result.counts).toMatchObject({ seated: 1, surplus: 1 });
    expect(solved(given, NO_SIDE_OPTIONS).counts.seated).toBe(2);
  });

  it('leave the seat free where nobody suits both, and name it', () => {
    const given = {
      ...small([{ majorGroup: 'law' }]),
      seats: [seats('A', 'LAW', 1), seats('A', 'IT', 1)],
    };
    const side = asked({ ...JOINT, alsoPositionCode: 'IT' });
    const result = solved(given, side);
    expect(result.counts.seated).toBe(0);
    const { violations, breaches } = sideFindings(given, result.proposals, side);
    expect(violations).toEqual([]);
    expect(breaches.map(({ code, message }) => [code, message])).toEqual([
      [
        'placement.joint-post-open',
        'Xã N: chưa có người giữ Vị trí LAW đủ tiêu chuẩn để kiêm nhiệm Vị trí IT.',
      ],
    ]);
  });

  it('are never repaired against pins, but named', () => {
    const pin = {
      personKey: 'p1',
      kind: 'seat',
      unitCode: 'A',
      positionCode: 'ANY',
      reason: 'r',
    } as const;
    const given = { ...small([{}, {}]), pins: [pin] };
    const result = solved(given, asked(JOINT));
    expect(proposalViolations(given, result)).toEqual([]);
    expect(result.proposals.every(({ joint }) => joint === null)).toBe(true);
    const { breaches } = sideFindings(given, result.proposals, asked(JOINT));
    expect(breaches[0]?.message).toContain('không còn chỗ để kiêm nhiệm');
  });

  it('are refused where the two seats may not be one person’s, or one is named twice', () => {
    const given = small([{}]);
    const refusal = (side: SideOptions, facts = given): (() => unknown) => {
      return () => solved(facts, side);
    };
    expect(refusal(asked({ ...JOINT, alsoPositionCode: 'IT' }))).toThrow('không được giao');
    expect(refusal(asked({ ...JOINT, alsoPositionCode: 'NONE' }))).toThrow('không có vị trí NONE');
    expect(
      refusal(asked(JOINT, { ...JOINT, positionCode: 'ANY', alsoPositionCode: 'LAW' })),
    ).toThrow('nêu hai lần');
    expect(refusal(asked(JOINT), small([{}], { [JOINT_PAIRS]: ['LAW+IT'] }))).toThrow(
      'danh mục kiêm nhiệm',
    );
  });

  it('refuse a second seat that is made up, taken from its holder, or given to another fit', () => {
    const given = small([{ majorGroup: 'law' }, { majorGroup: 'law' }]);
    const side = asked(JOINT);
    const { proposals } = solved(given, side);
    const holder = proposals.findIndex(({ joint }) => joint !== null);
    const found = (change: (at: number) => object, options = side): readonly string[] =>
      sideFindings(
        given,
        proposals.map((each, at) => ({ ...each, ...change(at) })),
        options,
      ).violations;
    const { joint } = proposals[holder]!;
    expect(found(() => ({}))).toEqual([]);
    expect(found(() => ({ joint: null }))).not.toEqual([]);
    expect(found((at) => (at === holder ? {} : { joint }))).not.toEqual([]);
    expect(
      found((at) => (at === holder ? { joint: { ...joint, fit: 'related' } } : {})),
    ).not.toEqual([]);
    expect(found(() => ({}), NO_SIDE_OPTIONS)).toEqual([
      expect.stringContaining('a second seat unasked'),
    ]);
  });
});
