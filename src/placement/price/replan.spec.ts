import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { levelList, place, solvePlacement } from '../place.js';
import { TO_LEAVE } from '../placement-network.js';
import { askInto } from './of-person.js';
import { sumOf } from './place-costs.js';
import { pricesOf } from './prices.js';
import { proofViolations } from './proof.js';
import { pick, randomFrom, randomWorld } from './random-world.js';
import { Replan } from './replan.js';

const OPTIONS = { kind: 'best' as const };
const SEEDS = Array.from({ length: 120 }, (_, index) => 179_424_673 + 7_919 * index);

function begun(facts: ScenarioFacts) {
  const run = solvePlacement(facts, OPTIONS);
  const { result, solution } = run;
  const state = pricesOf({ ...run, placed: result.proposals, potentials: solution.potentials });
  return { run, state, levels: levelList(result.levels) };
}

function withPin(facts: ScenarioFacts, personKey: string, pin: PinFact | null): ScenarioFacts {
  const others = facts.pins.filter(
    (each) => each.personKey !== personKey || (each.kind === 'forbid' && pin?.kind !== 'forbid'),
  );
  return { ...facts, pins: pin === null ? others : [...others, pin] };
}

/** Changes a run again and again; `facts` follow, for the cold solve. */
class Story {
  facts: ScenarioFacts;
  readonly made = { pin: 0, leave: 0, remove: 0, forbid: 0, seats: 0 };
  private readonly start;
  readonly replan: Replan;
  readonly levels: number[];

  constructor(
    seed: number,
    private readonly random: (below: number) => number,
  ) {
    this.facts = canonicalFacts(randomWorld(seed, 9));
    this.start = begun(this.facts);
    this.levels = this.start.levels;
    this.replan = new Replan(this.start.state);
  }

  /** @returns how the levels change, or null where the change cannot be made. */
  next(): readonly number[] | null {
    const kind = pick(this.random, ['pin', 'pin', 'leave', 'remove', 'forbid', 'seats'] as const);
    const { candidates, cells } = this.start.run.world;
    const person = this.random(candidates.length);
    const key = candidates[person]!.person.key;
    if (!this.facts.people.some((each) => each.key === key)) return null;
    const cell = pick(this.random, cells.all);
    const at = { unitCode: cell.unitCode, positionCode: cell.position.code };
    const change = this.make(kind, person, key, cell.index, at);
    if (change !== null) this.made[kind]++;
    return change;
  }

  private make(
    kind: keyof Story['made'],
    person: number,
    key: string,
    cell: number,
    at: { unitCode: string; positionCode: string },
  ): readonly number[] | null {
    const { replan, facts } = this;
    switch (kind) {
      case 'pin': {
        const answer = replan.pin(person, cell);
        if (answer === null) return null;
        this.facts = withPin(facts, key, { personKey: key, kind: 'seat', ...at, reason: 'thử' });
        return answer.change;
      }
      case 'leave':
        this.facts = withPin(facts, key, { personKey: key, kind: 'leave', reason: 'thử' });
        return replan.out(person, TO_LEAVE).change;
      case 'remove': {
        const people = facts.people.filter((each) => each.key !== key);
        this.facts = { ...withPin(facts, key, null), people };
        return replan.out(person, null).change;
      }
      case 'forbid': {
        const known = facts.pins.some(({ personKey }) => personKey === key);
        if (known || replan.state.fixed[person] === 1) return null;
        const answer = replan.forbid(person, new Set([cell]));
        this.facts = withPin(facts, key, { personKey: key, kind: 'forbid', ...at, reason: 'thử' });
        return answer?.change ?? null;
      }
      case 'seats': {
        const row = facts.seats.find(
          (each) => each.unitCode === at.unitCode && each.positionCode === at.positionCode,
        )!;
        const seats = this.random(4) - 1;
        const required = this.random(3) - 1;
        const after = { seats: row.seats + seats, required: row.required + required };
        if (after.required < 0 || after.required > after.seats) return null;
        this.facts = {
          ...facts,
          seats: facts.seats.map((each) => (each === row ? { ...row, ...after } : each)),
        };
        return replan.seats({ cell, seats, required }).change;
      }
    }
  }
}

describe('a run that goes on', () => {
  it.each(SEEDS)('Replan is after every change as good as a cold solve, in world %i', (seed) => {
    const story = new Story(seed, randomFrom(seed));
    let levels = story.levels;
    for (let change = 0; change < 5; change++) {
      const by = story.next();
      if (by === null) continue;
      levels = sumOf(levels, by);
      expect(levels).toEqual(levelList(place(story.facts, OPTIONS).levels));
      expect(proofViolations(story.replan.state)).toEqual([]);
    }
  });

  it('Replan leaves the run it begins from as it was, and prices go on from the changed one', () => {
    const facts = canonicalFacts(randomWorld(SEEDS[3]!, 9));
    const { state, run } = begun(facts);
    const before = [...state.current];
    const replan = new Replan(state);
    const { head, place: to, costs } = firstSeat(state);
    replan.pin(0, to);
    expect([...state.current]).toEqual(before);
    expect(proofViolations(state)).toEqual([]);
    const ask = { head, place: to, costs, byHand: true };
    const key = run.world.candidates[0]!.person.key;
    const cell = run.world.cells.all[to]!;
    const at = { unitCode: cell.unitCode, positionCode: cell.position.code };
    const pinned = withPin(facts, key, { personKey: key, kind: 'seat', ...at, reason: 'thử' });
    const now = begun(pinned);
    for (let person = 1; person < run.world.candidates.length; person++) {
      const warm = askInto(replan.state, person, ask);
      const cold = askInto(now.state, person, ask);
      expect(warm?.change).toEqual(cold?.change);
    }
  });

  it('every kind of change was made, and a pin where the engine puts nobody is refused', () => {
    const made = { pin: 0, leave: 0, remove: 0, forbid: 0, seats: 0 };
    let refused = 0;
    for (const seed of SEEDS) {
      const story = new Story(seed, randomFrom(seed));
      for (let change = 0; change < 5; change++) story.next();
      for (const kind of Object.keys(made) as (keyof typeof made)[]) made[kind] += story.made[kind];
      const { graph } = story.replan.state;
      const given = graph.world.cells.all.find(({ position }) => position.given);
      if (given && story.replan.pin(0, given.index) === null) refused++;
    }
    expect(Object.values(made).filter((count) => count < 10)).toEqual([]);
    expect(refused).toBeGreaterThan(10);
  });

  it('Replan stops before numbers could be too small to compare', () => {
    const { state } = begun(canonicalFacts(randomWorld(SEEDS[0]!, 9)));
    const replan = new Replan(state);
    const cell = 0;
    expect(() => {
      for (let i = 0; i < 9; i++) replan.seats({ cell, seats: 1, required: 1 });
    }).toThrow(/more than 16 changes/u);
  });
});

function firstSeat({ graph }: ReturnType<typeof begun>['state']) {
  const arc = graph.firstArc[0]!;
  const costs = graph.arcCosts.map((column) => column[arc]!);
  return { head: graph.arcHead[arc]!, place: graph.arcPlace[arc]!, costs };
}
