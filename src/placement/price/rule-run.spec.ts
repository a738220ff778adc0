import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { ScenarioFacts } from '../../scenario/facts.js';
import { levelList, place } from '../place.js';
import { aPerson, facts, seats } from '../spec-world.js';
import { less } from './place-costs.js';
import { randomWorld } from './random-world.js';
import {
  ruleRun,
  whatIfByRule,
  whyCellByRule,
  whyNotThereByRule,
  whyPersonByRule,
} from './rule-run.js';

const OPTIONS = { kind: 'seniority' } as const;
const ruled = (given: ScenarioFacts) => ruleRun(given, OPTIONS, place(given, OPTIONS).proposals);

/** The older takes the only seat. */
const TWO = facts({
  people: [
    aPerson({ key: 'old', staffId: 1, recruitedOn: '2000-01-01' }),
    aPerson({ key: 'young', staffId: 2, recruitedOn: '2020-01-01' }),
  ],
  seats: [seats('A', 'LAW', 1, 1)],
});

describe('a run by a rule', () => {
  it('answers what-if by following the rule once more: every level, and who is elsewhere', () => {
    const run = ruled(TWO);
    const pin = { kind: 'pin', staffId: 2, unitCode: 'A', positionCode: 'LAW' } as const;
    const { change, moves } = whatIfByRule(run, pin);
    expect(change).toEqual([0, 0, 0, 0, 0, 0]);
    expect(moves.map(({ staffId, to }) => [staffId, to.outcome])).toEqual([
      [1, 'surplus'],
      [2, 'seated'],
    ]);
    const more = {
      kind: 'seats',
      unitCode: 'A',
      positionCode: 'LAW',
      seats: 1,
      required: 0,
    } as const;
    expect(whatIfByRule(run, more).change[1]).toBe(-1);
  });

  it('is exact for leaving, on many small provinces', () => {
    let changed = 0;
    for (let seed = 1; seed <= 25; seed++) {
      const world = canonicalFacts(randomWorld(seed));
      const run = ruled(world);
      for (const { staffId, key: personKey } of world.people) {
        const { change } = whatIfByRule(run, { kind: 'leave', staffId });
        const others = world.pins.filter(
          (pin) => pin.personKey !== personKey || pin.kind === 'forbid',
        );
        const pins = [...others, { personKey, kind: 'leave', reason: '' } as const];
        const after = place({ ...world, pins }, OPTIONS);
        expect(change).toEqual(less(levelList(after.levels), levelList(run.base.levels)));
        if (change.some((by) => by !== 0)) changed++;
      }
    }
    expect(changed).toBeGreaterThan(50);
  });

  it('says why by the rule, what closes other places, and prices none', () => {
    const run = ruled(TWO);
    const why = whyPersonByRule(run, { staffId: 2, most: 5, commune: null });
    expect(why).toMatchObject({
      place: { outcome: 'surplus' },
      alternatives: [],
      open: 1,
      closed: [],
    });
    expect(why.reason).not.toBe('');
    const it = ruled(facts({ ...TWO, seats: [...TWO.seats, seats('M', 'IT', 1)] }));
    const [closed] = whyPersonByRule(it, { staffId: 2, most: 5, commune: 'M' }).closed;
    expect([closed?.code, closed?.places.map(({ unitCode }) => unitCode)]).toEqual(['fit', ['M']]);
  });

  it('tells why not there: the rule, or what pinning them there would give', () => {
    const run = ruled(facts({ ...TWO, seats: [...TWO.seats, seats('M', 'IT', 1)] }));
    const at = (unitCode: string, positionCode: string) => ({ unitCode, positionCode });
    expect(whyNotThereByRule(run, 2, at('M', 'IT')).closed?.code).toBe('fit');
    expect(whyNotThereByRule(run, 2, at('M', 'ANY')).closed?.code).toBe('no-seats');
    expect(whyNotThereByRule(run, 2, at('A', 'LAW')).answer?.moves).toHaveLength(2);
    expect(() => whyNotThereByRule(run, 2, at('X', 'LAW'))).toThrow();
    expect(() => whyNotThereByRule(run, 9, at('A', 'LAW'))).toThrow('không có trong lần chạy');
  });

  it('counts who suits a seat, and refuses what stands nowhere or leaves too few seats', () => {
    const run = ruled(TWO);
    const cell = whyCellByRule(run, { unitCode: 'A', positionCode: 'LAW' });
    expect(cell).toMatchObject({ seated: 1, here: 1, qualifiedCount: 1, traineeCount: 0 });
    const less = {
      kind: 'seats',
      unitCode: 'A',
      positionCode: 'LAW',
      seats: -2,
      required: 0,
    } as const;
    expect(() => whatIfByRule(run, less)).toThrow('Sau thay đổi');
    expect(() => whatIfByRule(run, { ...less, unitCode: 'X' })).toThrow();
  });

  it('is refused where the rule of today leads elsewhere', () => {
    const stored = place(TWO, OPTIONS).proposals.map((each) => ({ ...each, unitCode: 'M' }));
    expect(() => ruleRun(TWO, OPTIONS, stored)).toThrow('chạy lại bố trí');
    expect(ruleRun(TWO, OPTIONS, null).base.counts.seated).toBe(1);
  });
});
