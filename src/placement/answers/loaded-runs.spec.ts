import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import { hashOfFacts } from '../../scenario/facts-hash.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { levelList, place } from '../place.js';
import { less } from '../price/place-costs.js';
import { randomWorld } from '../price/random-world.js';
import type { WithPins } from '../price/with-pins.js';
import type { WhyPerson } from '../price/why-person.js';
import { LoadedRuns } from './loaded-runs.js';
import type { PriceBasis, RunToLoad } from './price.messages.js';

const FACTS = canonicalFacts({ ...randomWorld(7, 9), pins: [] });
const OPTIONS = { kind: 'best' } as const;

function runOf(facts: ScenarioFacts, basis: PriceBasis = 'exact'): RunToLoad {
  const { proposals, potentials, levels } = place(facts, OPTIONS);
  const inputHash = hashOfFacts(facts);
  const given = { facts, options: OPTIONS, proposals, potentials, levels };
  return { ...given, inputHash, pinsChanged: false, basis };
}

/** A seat that a person could have instead of the own one. */
function otherSeat(runs: LoadedRuns, key: string): PinFact {
  for (const { staffId, key: personKey } of FACTS.people) {
    const question = { kind: 'why-person', staffId, most: 9, commune: null } as const;
    const { alternatives } = runs.ask(key, question) as WhyPerson;
    const there = alternatives.find((each) => each.place.outcome === 'seated')?.place;
    if (there)
      return {
        personKey,
        kind: 'seat',
        unitCode: there.unitCode!,
        positionCode: there.positionCode!,
        reason: 'thử',
      };
  }
  throw new Error('nobody could sit elsewhere');
}

describe('LoadedRuns', () => {
  it('follows a loaded run to a new pin without solving it anew, and says the true levels', () => {
    const runs = new LoadedRuns();
    const run = runOf(FACTS);
    runs.load('11/1/a', run);
    const pins = [otherSeat(runs, '11/1/a')];
    runs.load('11/1/b', { ...run, facts: { ...FACTS, pins }, pinsChanged: true });
    expect(runs.warm).toBe(1);
    const now = runs.ask('11/1/b', { kind: 'with-pins' }) as WithPins;
    const cold = place({ ...FACTS, pins }, OPTIONS);
    expect(now.levels).toEqual(levelList(cold.levels));
    expect(now.change).toEqual(less(levelList(cold.levels), levelList(run.levels)));
    const moved = now.moves.map(({ staffId }) => staffId);
    expect(moved).toContain(FACTS.people.find(({ key }) => key === pins[0]?.personKey)?.staffId);
  });

  it('solves cold where no loaded run of the same facts stands before the pins', () => {
    const runs = new LoadedRuns();
    const run = runOf(FACTS);
    runs.load('11/1/a', run);
    const pins = [otherSeat(runs, '11/1/a')];
    const after = { ...run, facts: { ...FACTS, pins }, pinsChanged: true };
    const other = { ...after.facts, seats: FACTS.seats.slice(1) };
    runs.load('11/1/b', { ...after, facts: other });
    runs.load('11/2/b', after);
    expect(runs.warm).toBe(0);
    const { levels } = runs.ask('11/2/b', { kind: 'with-pins' }) as WithPins;
    expect(levels).toEqual(levelList(place(after.facts, OPTIONS).levels));
  });

  it('tells of a run under conditions its own place and reason, whatever prices are of', () => {
    const runs = new LoadedRuns();
    const run = runOf(FACTS, 'without-conditions');
    const [first] = run.proposals;
    const waits = { ...first!, outcome: 'surplus' as const, reason: 'vì điều kiện' };
    runs.load('11/1/a', { ...run, proposals: [waits, ...run.proposals.slice(1)] });
    const { staffId } = FACTS.people.find(({ key }) => key === first?.personKey)!;
    const question = { kind: 'why-person', staffId, most: 3, commune: null } as const;
    expect(runs.ask('11/1/a', question)).toMatchObject({
      place: { outcome: 'surplus' },
      reason: 'vì điều kiện',
    });
  });

  it('refuses a run of other facts, and does not know a run that was never loaded', () => {
    const runs = new LoadedRuns();
    const stale = { ...runOf(FACTS), inputHash: 'x' };
    expect(() => runs.load('11/1/a', stale)).toThrow('chạy lại bố trí');
    expect(runs.ask('11/1/a', { kind: 'with-pins' })).toBeNull();
  });
});
