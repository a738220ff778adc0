import { describe, expect, it } from '@jest/globals';
import { greatCircleKm } from '../rules/distance.rules.js';
import type { PersonFact, ScenarioFacts, SeatFact } from '../scenario/facts.js';
import { canonicalText } from '../scenario/canonical-facts.js';
import { levelList, place } from './place.js';
import { proposalViolations } from './proposal-check.js';
import { aPerson, facts, NEW_UNITS, OLD_UNITS, seats } from './spec-world.js';

/** Park and Miller's generator: the same worlds on every machine. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

const pick = <T>(random: (below: number) => number, choices: readonly T[]): T => {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
};

function randomPerson(random: (below: number) => number, index: number): PersonFact {
  const wishes = [
    null,
    null,
    { kind: 'stay' as const, communeCodes: [] },
    { kind: 'move' as const, communeCodes: pick(random, [['M'], ['A'], ['Q', 'M'], ['A', 'M']]) },
    { kind: 'leave' as const, communeCodes: [] },
  ];
  const barred = {
    case: 'discipline' as const,
    startsOn: '2025-01-01',
    endsOn: null,
    liftedByRequest: false,
  };
  return aPerson({
    key: `p${index}`,
    unitCode: pick(random, ['A', 'B', 'D']),
    majorGroup: pick(random, ['law', 'administration', 'it', null]),
    degree: pick(random, ['college', 'university', 'university'] as const),
    group: pick(random, ['professional', 'leader'] as const),
    conditions: random(4) === 0 ? [barred] : [],
    wish: pick(random, wishes),
    homePoint: random(2) === 0 ? null : { latitude: 21 + random(8) / 10, longitude: 103 },
  });
}

function randomWorld(seed: number): ScenarioFacts {
  const random = randomFrom(seed);
  const cells: SeatFact[] = [];
  for (let i = 0; i < 4; i++) {
    const row = seats(pick(random, ['A', 'M']), pick(random, ['LAW', 'IT', 'ANY', 'HEAD']), 0);
    const known = cells.some(
      (c) => c.unitCode === row.unitCode && c.positionCode === row.positionCode,
    );
    const count = random(3);
    if (!known) cells.push({ ...row, seats: count, required: random(count + 1) });
  }
  const pools =
    random(3) === 0
      ? [{ code: 'c', name: 'c', capacity: 1, positionCodes: ['LAW', 'HEAD'], source: '' }]
      : [];
  const people = Array.from({ length: 5 }, (_, index) => randomPerson(random, index));
  return facts({ seats: cells, pools, people });
}

const SUCCESSORS: Readonly<Record<string, readonly string[]>> = {
  A: ['A'],
  B: ['M'],
  D: ['A', 'M'],
};
const MAIN: Readonly<Record<string, string>> = { A: 'A', B: 'M', D: 'A' };
const FIT_COST = { exact: 0, related: 1, training: 3 };

type FitWord = keyof typeof FIT_COST;

/** How a person suits a position of the small world; written out, without the rules. */
function fitWord(person: PersonFact, position: string): FitWord | null {
  const near: FitWord | null = ((): FitWord | null => {
    if (position === 'ANY' || position === 'HEAD') return 'exact';
    if (position === 'IT') return person.majorGroup === 'it' ? 'exact' : null;
    if (person.majorGroup === 'law') return 'exact';
    return person.majorGroup === 'administration' ? 'related' : null;
  })();
  return near !== null && person.degree === 'college' ? 'training' : near;
}

function km(person: PersonFact, commune: string): number {
  const old = OLD_UNITS.find((unit) => unit.code === person.unitCode)?.point ?? null;
  const from = person.homePoint ?? old;
  const to = NEW_UNITS.find((unit) => unit.code === commune)?.point;
  return from && to ? Math.round(greatCircleKm(from, to) * 10) : 0;
}

function wish(person: PersonFact, commune: string | null): number {
  const inside = commune !== null && SUCCESSORS[person.unitCode]?.includes(commune);
  switch (person.wish?.kind) {
    case undefined:
      return 0;
    case 'stay':
      return inside ? 0 : 3;
    case 'move':
      return [0, 1, 2][commune === null ? -1 : person.wish.communeCodes.indexOf(commune)] ?? 3;
    case 'leave':
    case 'retire-early':
      return commune === null ? 0 : 3;
  }
}

/** Costs of levels 2 to 6 of one choice, and the cell that it takes; null = not allowed. */
interface Choice {
  readonly cell: number | null;
  readonly qualified: boolean;
  readonly costs: readonly number[];
}

function choicesOf(world: ScenarioFacts, person: PersonFact, kind: string): Choice[] {
  const bench = MAIN[person.unitCode] ?? '';
  const choices: Choice[] = [
    { cell: null, qualified: false, costs: [1, 0, wish(person, bench), km(person, bench), 0] },
  ];
  if (person.wish?.kind === 'leave') {
    choices.push({ cell: null, qualified: false, costs: [0, 0, 0, 0, 0] });
  }
  world.seats.forEach(({ unitCode, positionCode }, cell) => {
    const fit = fitWord(person, positionCode);
    const inside = SUCCESSORS[person.unitCode]?.includes(unitCode) ?? false;
    if (fit === null || (positionCode === 'HEAD' && person.group !== 'leader')) return;
    if (!inside && (kind === 'baseline' || person.conditions.length > 0)) return;
    const costs = [0, FIT_COST[fit], wish(person, unitCode), km(person, unitCode), inside ? 0 : 1];
    choices.push({ cell, qualified: fit !== 'training', costs });
  });
  return choices;
}

/** The least vector over all assignments, by trying every one of them. */
function bruteForce(world: ScenarioFacts, kind: 'baseline' | 'best'): number[] {
  const options = world.people.map((person) => choicesOf(world, person, kind));
  let best: number[] | null = null;
  const visit = (index: number, taken: readonly Choice[]): void => {
    if (index < options.length) {
      for (const choice of options[index] ?? []) visit(index + 1, [...taken, choice]);
      return;
    }
    const vector = valueOf(world, taken);
    if (vector && (best === null || isLess(vector, best))) best = vector;
  };
  visit(0, []);
  return best ?? [];
}

function valueOf(world: ScenarioFacts, taken: readonly Choice[]): number[] | null {
  const count = (cell: number, qualified: boolean): number =>
    taken.filter((each) => each.cell === cell && (each.qualified || !qualified)).length;
  if (world.seats.some((row, cell) => count(cell, false) > row.seats)) return null;
  const capped = taken.filter(({ cell }) =>
    ['LAW', 'HEAD'].includes(world.seats[cell ?? -1]?.positionCode ?? ''),
  );
  if (world.pools.length > 0 && capped.length > 1) return null;
  const unfilled = world.seats.reduce((sum, row, cell) => {
    const open = Math.max(0, row.required - count(cell, true));
    return sum + open * (row.unitCode === 'A' ? 4 : 1);
  }, 0);
  const sums = [0, 1, 2, 3, 4].map((level) =>
    taken.reduce((sum, choice) => sum + (choice.costs[level] ?? 0), 0),
  );
  return [unfilled, ...sums];
}

function isLess(a: readonly number[], b: readonly number[]): boolean {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at !== -1 && (a[at] ?? 0) < (b[at] ?? 0);
}

function shuffled<T>(rows: readonly T[], random: (below: number) => number): T[] {
  const copy = [...rows];
  for (let i = copy.length - 1; i > 0; i--) {
    const j = random(i + 1);
    const [a, b] = [copy[i], copy[j]];
    if (a !== undefined && b !== undefined) [copy[i], copy[j]] = [b, a];
  }
  return copy;
}

function shuffledFacts(world: ScenarioFacts, seed: number): ScenarioFacts {
  const random = randomFrom(seed);
  return {
    ...world,
    units: shuffled(world.units, random),
    successions: shuffled(world.successions, random),
    positions: shuffled(world.positions, random),
    positionSuccessions: shuffled(world.positionSuccessions, random),
    seats: shuffled(world.seats, random),
    people: shuffled(world.people, random),
    relatedMajors: shuffled(world.relatedMajors, random),
  };
}

const SEEDS = Array.from({ length: 40 }, (_, index) => 7919 * (index + 1));

describe('place against brute force', () => {
  it.each(SEEDS)('place finds the least vector of levels in world %i', (seed) => {
    const world = randomWorld(seed);
    for (const kind of ['baseline', 'best'] as const) {
      const result = place(world, { kind });
      expect(levelList(result.levels)).toEqual(bruteForce(world, kind));
      expect(proposalViolations(world, result)).toEqual([]);
      expect(result.proven).toBe(true);
    }
  });

  it('the worlds include required seats that cannot be filled, benches, moves and leavers', () => {
    const results = SEEDS.map((seed) => place(randomWorld(seed), { kind: 'best' }));
    expect(results.some(({ levels }) => levels.requiredUnfilled > 0)).toBe(true);
    expect(results.some(({ counts }) => counts.surplus > 0)).toBe(true);
    expect(results.some(({ counts }) => counts.moved > 0)).toBe(true);
    expect(results.some(({ counts }) => counts.leaving > 0)).toBe(true);
  });
});

describe('place on shuffled facts', () => {
  it.each(SEEDS.slice(0, 10))('gives the same result to the byte in world %i', (seed) => {
    const world = randomWorld(seed);
    const other = shuffledFacts(world, seed + 1);
    expect(canonicalText(other)).toBe(canonicalText(world));
    expect(JSON.stringify(place(other, { kind: 'best' }))).toBe(
      JSON.stringify(place(world, { kind: 'best' })),
    );
  });
});
