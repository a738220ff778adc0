import { describe, expect, it } from '@jest/globals';
import { canonicalFacts } from '../../scenario/canonical-facts.js';
import type { PinFact, ScenarioFacts } from '../../scenario/facts.js';
import { asksToLeave } from '../costs.js';
import { levelList, solvePlacement, type SolvedPlacement } from '../place.js';
import { TO_BENCH, TO_LEAVE } from '../placement-network.js';
import { proposalViolations } from '../proposal-check.js';
import { placedPeople } from '../proposals.js';
import type { Answer } from './answer.js';
import { askInto, askOut, type Ask } from './of-person.js';
import { bestAnswer, openAsks } from './of-places.js';
import { askSeats } from './of-seats.js';
import { benchCosts, less, seatCosts } from './place-costs.js';
import { arcsOf, behind, entryNode, TO_NO_CELL } from './price-graph.js';
import type { PriceState } from './price-state.js';
import { pricesOf } from './prices.js';
import { pick, PLACES, randomFrom, randomPerson, randomWish, randomWorld } from './random-world.js';

const OPTIONS = { kind: 'best' as const };

function pricedRun(world: ScenarioFacts): { run: SolvedPlacement; prices: PriceState } {
  const run = solvePlacement(world, OPTIONS);
  const { result, solution } = run;
  const prices = pricesOf({ ...run, placed: result.proposals, potentials: solution.potentials });
  return { run, prices };
}

/** Solves the changed facts cold: the stated change must be the real one, and the chain must lead to a result as good. */
function mustBeTrue(run: SolvedPlacement, answer: Answer | null, changed: ScenarioFacts): void {
  if (answer === null) throw new Error('no answer');
  const after = solvePlacement(changed, OPTIONS);
  const real = less(levelList(after.result.levels), levelList(run.result.levels));
  expect(answer.change).toEqual(real);
  const moved = placedBy(run, answer, after);
  expect(proposalViolations(changed, { ...after.result, proposals: moved })).toEqual([]);
}

/** The people of the changed facts where the run and the chain put them. */
function placedBy(run: SolvedPlacement, answer: Answer, after: SolvedPlacement) {
  const places = new Map<string, number>();
  run.world.candidates.forEach(({ person }, index) => places.set(person.key, placeOf(run, index)));
  for (const { person, to } of answer.moves) {
    const key = person === null ? 'new' : (run.world.candidates[person]?.person.key ?? '');
    if (to === null) places.delete(key);
    else places.set(key, to);
  }
  const { net, world, pins } = after;
  const flow = new Float64Array(net.network.tail.length);
  for (let arc = 0; arc < net.arcPerson.length; arc++) {
    const key = net.free[net.arcPerson[arc] ?? 0]?.person.key ?? '';
    if (net.arcPlace[arc] === places.get(key)) flow[arc] = 1;
  }
  const arcs = net.free.filter((_who, index) =>
    net.arcPerson.some((person, arc) => person === index && flow[arc] === 1),
  );
  expect(arcs).toHaveLength(net.free.length);
  return placedPeople(world, pins, net, flow).map((each) => ({
    ...each,
    joint: null,
    reason: '',
  }));
}

function placeOf({ world, result }: SolvedPlacement, index: number): number {
  const each = result.proposals[index];
  if (each?.outcome === 'leaving') return TO_LEAVE;
  if (each?.outcome !== 'seated') return TO_BENCH;
  const cell = world.cells.byKey.get(`${each.unitCode ?? ''}|${each.positionCode ?? ''}`);
  return cell?.index ?? TO_NO_CELL;
}

function withPin(world: ScenarioFacts, personKey: string, pin: PinFact | null): ScenarioFacts {
  const others = world.pins.filter(
    (each) => each.personKey !== personKey || each.kind === 'forbid',
  );
  return { ...world, pins: pin === null ? others : [...others, pin] };
}

function askedByHand(run: SolvedPlacement, person: number, place: (typeof PLACES)[number]): Ask {
  const { world } = run;
  const who = world.candidates[person]!;
  const position = world.positions.get(place.positionCode)!;
  const cell = world.cells.byKey.get(`${place.unitCode}|${place.positionCode}`);
  return {
    head: cell ? entryNode(world, who, cell) : behind(world, position.code),
    place: cell?.index ?? TO_NO_CELL,
    costs: seatCosts(world, who, place.unitCode, position),
    byHand: true,
  };
}

function freely(run: SolvedPlacement, person: number): Ask[] {
  const who = run.world.candidates[person]!;
  const arcs = arcsOf(run.world, who, benchCosts(run.world, who), asksToLeave(who.person));
  return arcs.map((arc) => ({ ...arc, byHand: false }));
}

/** Which of several equally good chains is found may differ; that it is as good and moves as many may not. */
const shortOf = ({ change, moves }: Answer) => ({ change, people: moves.length });

const SEEDS = Array.from({ length: 35 }, (_, index) => 104_729 * (index + 1));

describe('what a change of a run really does', () => {
  it.each(SEEDS)('askInto: every pin of world %i', (seed) => {
    const world = canonicalFacts(randomWorld(seed));
    const { run, prices } = pricedRun(world);
    const random = randomFrom(seed + 1);
    run.world.candidates.forEach(({ person: { key } }, person) => {
      const place = pick(random, PLACES);
      const answer = askInto(prices, person, askedByHand(run, person, place));
      const pin: PinFact = { personKey: key, kind: 'seat', ...place, reason: 'thử' };
      mustBeTrue(run, answer, withPin(world, key, pin));
    });
  });

  it.each(SEEDS)('askOut and bestAnswer: leaving, removing, unpinning in world %i', (seed) => {
    const world = canonicalFacts(randomWorld(seed));
    const { run, prices } = pricedRun(world);
    run.world.candidates.forEach(({ person: { key } }, person) => {
      const leaving: PinFact = { personKey: key, kind: 'leave', reason: 'thử' };
      mustBeTrue(run, askOut(prices, person, TO_LEAVE), withPin(world, key, leaving));
      const without = { ...world, people: world.people.filter((each) => each.key !== key) };
      mustBeTrue(run, askOut(prices, person, null), withPin(without, key, null));
      const unpinned = bestAnswer(prices, person, freely(run, person));
      mustBeTrue(run, unpinned, withPin(world, key, null));
    });
  });

  it.each(SEEDS)('bestAnswer: another wish, one more person in world %i', (seed) => {
    const world = canonicalFacts(randomWorld(seed));
    const { run, prices } = pricedRun(world);
    const random = randomFrom(seed + 2);
    run.world.candidates.forEach(({ person: { key } }, person) => {
      const wish = randomWish(random);
      const changed = {
        ...withPin(world, key, null),
        people: world.people.map((each) => (each.key === key ? { ...each, wish } : each)),
      };
      const other = solvedWorld(changed);
      mustBeTrue(run, bestAnswer(prices, person, freely(other, person)), changed);
    });
    const added = { ...world, people: [...world.people, randomPerson(random, 'new')] };
    const other = solvedWorld(added);
    const at = other.world.candidates.findIndex(({ person }) => person.key === 'new');
    mustBeTrue(run, bestAnswer(prices, null, freely(other, at)), added);
  });

  it.each(SEEDS)('openAsks: all places of a person at once, as one by one, in world %i', (seed) => {
    const { run, prices } = pricedRun(canonicalFacts(randomWorld(seed)));
    run.world.candidates.forEach((_who, person) => {
      const asks = [
        ...freely(run, person),
        ...PLACES.map((each) => askedByHand(run, person, each)),
      ];
      const open = openAsks(prices, person, asks);
      const alone = asks.flatMap((ask) => askInto(prices, person, ask) ?? []);
      expect(open.map((each) => shortOf(each.answer()))).toEqual(alone.map(shortOf));
      expect(open.map(({ change }) => change)).toEqual(alone.map(({ change }) => change));
    });
  });

  it.each(SEEDS)('askSeats: more and fewer seats, required or not, in world %i', (seed) => {
    const world = canonicalFacts(randomWorld(seed));
    const { run, prices } = pricedRun(world);
    const random = randomFrom(seed + 3);
    for (const cell of run.world.cells.all) {
      const seats = random(6) - 2;
      const required = random(6) - 2;
      const after = { seats: cell.seats + seats, required: cell.required + required };
      if (after.required < 0 || after.required > after.seats) continue;
      const changed = {
        ...world,
        seats: world.seats.map((row) =>
          row.unitCode === cell.unitCode && row.positionCode === cell.position.code
            ? { ...row, ...after }
            : row,
        ),
      };
      mustBeTrue(run, askSeats(prices, { cell: cell.index, seats, required }), changed);
    }
  });
});

describe('the worlds of these tests', () => {
  it('have chains of three and more, pins over seats and caps, and required seats that fill and empty', () => {
    const found = { chains: 0, better: 0, worse: 0, overSeats: 0, overCaps: 0 };
    for (const seed of SEEDS) {
      const { run, prices } = pricedRun(canonicalFacts(randomWorld(seed)));
      const codes = run.pins.breaches.map(({ code }) => code);
      found.overSeats += codes.filter((code) => code === 'placement.pin-over-seats').length;
      found.overCaps += codes.filter((code) => code === 'placement.pin-over-cap').length;
      run.world.candidates.forEach((_who, person) => {
        for (const place of PLACES) {
          const answer = askInto(prices, person, askedByHand(run, person, place));
          if ((answer?.moves.length ?? 0) > 2) found.chains++;
          if ((answer?.change[0] ?? 0) < 0) found.better++;
          if ((answer?.change[0] ?? 0) > 0) found.worse++;
        }
      });
    }
    const rare = Object.entries(found).filter(([, count]) => count < 3);
    expect(rare).toEqual([]);
  });
});

function solvedWorld(facts: ScenarioFacts): SolvedPlacement {
  return solvePlacement(facts, OPTIONS);
}
