import { describe, expect, it } from '@jest/globals';
import type { Block } from '../rules/vocabulary.js';
import type { ConditionFact, PersonFact, PositionFact, ScenarioFacts } from '../scenario/facts.js';
import type { PlacementOptions } from './options.js';
import {
  baselineStaysInside,
  blocksKeepToThemselves,
  cellObstacle,
  givenSeatsAreGiven,
  leadersMustBeEligible,
  nobodyOutOfField,
  noTransferAgainstTheLaw,
  positionObstacle,
  type PositionConstraint,
} from './placement.model.js';
import { aPerson, facts, seats } from './spec-world.js';
import { worldOf, type World } from './world.js';

const BEST: PlacementOptions = { kind: 'best' };

function worldWith(
  person: Partial<PersonFact>,
  options = BEST,
  given: Partial<ScenarioFacts> = {},
) {
  const people = [aPerson({ key: '1', ...person })];
  return worldOf(
    facts({ people, seats: [seats('A', 'LAW', 1), seats('M', 'LAW', 1)], ...given }),
    options,
  );
}

function who(world: World) {
  const [first] = world.candidates;
  if (!first) throw new Error('nobody');
  return first;
}

function position(world: World, code: string): PositionFact {
  const found = world.positions.get(code);
  if (!found) throw new Error(`no position ${code}`);
  return found;
}

function breaks(rule: PositionConstraint, world: World, code: string): boolean {
  return rule.isBroken(world, who(world), position(world, code));
}

function cellIn(world: World, unitCode: string) {
  const cell = world.cells.all.find((each) => each.unitCode === unitCode);
  if (!cell) throw new Error(`no cell in ${unitCode}`);
  return cell;
}

describe('constraints on a position', () => {
  it('givenSeatsAreGiven closes elected titles only', () => {
    const world = worldWith({});
    expect(breaks(givenSeatsAreGiven, world, 'ELECTED')).toBe(true);
    expect(breaks(givenSeatsAreGiven, world, 'HEAD')).toBe(false);
    expect(givenSeatsAreGiven.reason(world, who(world), position(world, 'ELECTED'))).toContain(
      'bầu cử',
    );
  });

  it('blocksKeepToThemselves opens only where both blocks are open', () => {
    const open = (openBlocks: Block[]) =>
      breaks(blocksKeepToThemselves, worldWith({}, { kind: 'best', openBlocks }), 'PARTY');
    expect(open([])).toBe(true);
    expect(open(['government'])).toBe(true);
    expect(open(['government', 'party'])).toBe(false);
    expect(breaks(blocksKeepToThemselves, worldWith({}), 'LAW')).toBe(false);
  });

  it('nobodyOutOfField closes another field and leaves after training open', () => {
    expect(breaks(nobodyOutOfField, worldWith({}), 'IT')).toBe(true);
    expect(breaks(nobodyOutOfField, worldWith({}), 'LAW')).toBe(false);
    expect(breaks(nobodyOutOfField, worldWith({ degree: 'college' }), 'LAW')).toBe(false);
    expect(breaks(nobodyOutOfField, worldWith({ degree: 'intermediate' }), 'LAW')).toBe(true);
    const world = worldWith({});
    expect(nobodyOutOfField.reason(world, who(world), position(world, 'IT'))).toBe('khác ngành');
  });

  it('leadersMustBeEligible asks nothing of other seats', () => {
    expect(breaks(leadersMustBeEligible, worldWith({}), 'HEAD')).toBe(true);
    expect(breaks(leadersMustBeEligible, worldWith({ group: 'leader' }), 'HEAD')).toBe(false);
    expect(breaks(leadersMustBeEligible, worldWith({}), 'LAW')).toBe(false);
  });

  it('positionObstacle names the first rule, or none', () => {
    const world = worldWith({});
    const first = (code: string) =>
      positionObstacle(world, who(world), position(world, code))?.code;
    expect([first('ELECTED'), first('PARTY'), first('IT'), first('HEAD'), first('LAW')]).toEqual([
      'given',
      'block',
      'fit',
      'leader',
      undefined,
    ]);
  });
});

describe('constraints on a cell', () => {
  const barred: ConditionFact = {
    case: 'maternity',
    startsOn: '2025-01-01',
    endsOn: null,
    liftedByRequest: false,
  };

  it('noTransferAgainstTheLaw stands outside the successors only, until the person asks', () => {
    const breaksIn = (unitCode: string, condition: ConditionFact): boolean => {
      const world = worldWith({ conditions: [condition] });
      return noTransferAgainstTheLaw.isBroken(BEST, who(world), cellIn(world, unitCode));
    };
    expect(breaksIn('M', barred)).toBe(true);
    expect(breaksIn('A', barred)).toBe(false);
    expect(breaksIn('M', { ...barred, liftedByRequest: true })).toBe(false);
    const world = worldWith({ conditions: [barred] });
    expect(noTransferAgainstTheLaw.reason(who(world))).toContain('thai sản');
  });

  it('baselineStaysInside closes other communes in the baseline', () => {
    const world = worldWith({});
    const breaksIn = (kind: PlacementOptions['kind'], unitCode: string): boolean =>
      baselineStaysInside.isBroken({ kind }, who(world), cellIn(world, unitCode));
    expect(breaksIn('baseline', 'M')).toBe(true);
    expect(breaksIn('baseline', 'A')).toBe(false);
    expect(breaksIn('best', 'M')).toBe(false);
  });

  it('cellObstacle names the rule that stands, or none', () => {
    const world = worldWith({ conditions: [barred] });
    expect(cellObstacle(BEST, who(world), cellIn(world, 'M'))?.code).toBe('no-go');
    expect(cellObstacle(BEST, who(world), cellIn(world, 'A'))).toBeUndefined();
  });
});
