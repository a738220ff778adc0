import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { PinFact } from '../../scenario/facts.js';
import { levelList, place } from '../place.js';
import { levelsOfPlaced } from '../placed-levels.js';
import { pricedRun, type PricedRun } from './priced-run.js';
import { randomFrom, randomWorld } from './random-world.js';
import { warmRun } from './warm-run.js';
import { whatIf } from './what-if.js';
import { whyPerson } from './why-person.js';
import type { ScenarioFacts } from '../../scenario/facts.js';

const OPTIONS = { kind: 'best' } as const;

function loaded(facts: ScenarioFacts): PricedRun {
  const { proposals, potentials } = place(facts, OPTIONS);
  return pricedRun({ facts, options: OPTIONS, proposals, potentials });
}

/** A pin that the engine could have chosen, of a person who has none. */
function freshPin(run: PricedRun, random: (below: number) => number): PinFact | null {
  const free = run.world.candidates.filter(
    ({ person }) => !run.world.facts.pins.some(({ personKey }) => personKey === person.key),
  );
  const who = free[random(Math.max(1, free.length))];
  if (!who) return null;
  const { alternatives } = whyPerson(run, { staffId: who.person.staffId, most: 50, commune: null });
  const there = alternatives.filter(({ place: { outcome } }) => outcome !== 'surplus');
  const chosen = there[random(Math.max(1, there.length))]?.place;
  const personKey = who.person.key;
  if (chosen?.outcome === 'leaving') return { personKey, kind: 'leave', reason: 'thử' };
  if (!chosen?.unitCode || !chosen.positionCode) return null;
  const { unitCode, positionCode } = chosen;
  return { personKey, kind: 'seat', unitCode, positionCode, reason: 'thử' };
}

describe('warmRun', () => {
  it('has the levels of a cold solve after pin upon pin, and every price of it', () => {
    let made = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const random = randomFrom(seed);
      let facts = canonicalFacts(randomWorld(seed, 9));
      let run = loaded(facts);
      for (let step = 0; step < 3; step++) {
        const pin = freshPin(run, random);
        if (pin === null) continue;
        facts = { ...facts, pins: [...facts.pins, pin] };
        const warm = warmRun(run, facts);
        if (warm === null) throw new Error(`seed ${seed}: the pin was not made`);
        const cold = loaded(facts);
        const levels = levelsOfPlaced(warm.world, warm.proposals);
        expect([seed, step, levelList(levels)]).toEqual([
          seed,
          step,
          levelList(levelsOfPlaced(cold.world, cold.proposals)),
        ]);
        expect([seed, pricesIn(warm)]).toEqual([seed, pricesIn(cold)]);
        run = warm;
        made++;
      }
    }
    expect(made).toBeGreaterThan(60);
  });

  it('leaves to a cold solve a pin that is gone, one that keeps away, and one against the rules', () => {
    const facts = canonicalFacts({ ...randomWorld(4, 9), pins: [] });
    const run = loaded(facts);
    const { key } = run.world.candidates[0]!.person;
    const forbid: PinFact = {
      personKey: key,
      kind: 'forbid',
      unitCode: 'A',
      positionCode: null,
      reason: '',
    };
    const elected: PinFact = {
      personKey: key,
      kind: 'seat',
      unitCode: 'A',
      positionCode: 'ELECTED',
      reason: '',
    };
    expect(warmRun(run, { ...facts, pins: [forbid] })).toBeNull();
    expect(warmRun(run, { ...facts, pins: [elected] })).toBeNull();
    expect(warmRun(loaded({ ...facts, pins: [forbid] }), facts)).toBeNull();
  });
});

/** What leaving, and one seat more, would change: of all optimal placements the same. */
function pricesIn(run: PricedRun): unknown[] {
  const people = run.world.candidates.map(({ person: { staffId } }) => {
    const { change } = whatIf(run, { kind: 'leave', staffId });
    return [staffId, change];
  });
  const cells = run.world.cells.all.map(({ unitCode, position: { code } }) => {
    const more = { kind: 'seats', unitCode, positionCode: code, seats: 1, required: 0 } as const;
    return [unitCode, code, whatIf(run, more).change];
  });
  return [...people, ...cells];
}
