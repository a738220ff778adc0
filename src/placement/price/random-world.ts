import type {
  PersonFact,
  PinFact,
  PoolFact,
  ScenarioFacts,
  SeatFact,
} from '../../scenario/facts.js';
import { aPerson, aPosition, facts, POSITIONS, seats } from '../spec-world.js';

/** For specs: Park and Miller's generator, the same worlds on every machine. */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

type Random = (below: number) => number;

export function pick<T>(random: Random, choices: readonly T[]): T {
  const choice = choices[random(choices.length)];
  if (choice === undefined) throw new Error('nothing to pick from');
  return choice;
}

/** Cells that specs choose from, with titles that only pins fill and one without seats. */
export const PLACES = ['A', 'M'].flatMap((unitCode) =>
  ['LAW', 'IT', 'ANY', 'HEAD', 'ELECTED', 'PARTY', 'DEPUTY'].map((positionCode) => ({
    unitCode,
    positionCode,
  })),
);

const WISHES = [
  null,
  null,
  { kind: 'stay' as const, communeCodes: [] },
  { kind: 'move' as const, communeCodes: ['M'] },
  { kind: 'move' as const, communeCodes: ['A', 'M'] },
  { kind: 'leave' as const, communeCodes: [] },
];

const BARRED = {
  case: 'discipline' as const,
  startsOn: '2025-01-01',
  endsOn: null,
  liftedByRequest: false,
};

export function randomWish(random: Random): PersonFact['wish'] {
  return pick(random, WISHES);
}

export function randomPerson(random: Random, key: string): PersonFact {
  return aPerson({
    key,
    staffId: Number(key.replace(/\D/gu, '')),
    unitCode: pick(random, ['A', 'B', 'D']),
    majorGroup: pick(random, ['law', 'administration', 'it', null]),
    degree: pick(random, ['college', 'university', 'university'] as const),
    group: pick(random, ['professional', 'leader'] as const),
    block: random(8) === 0 ? 'party' : 'government',
    conditions: random(5) === 0 ? [BARRED] : [],
    wish: randomWish(random),
    homePoint: random(2) === 0 ? null : { latitude: 21 + random(8) / 10, longitude: 103 },
  });
}

function randomSeats(random: Random): SeatFact[] {
  return PLACES.filter(() => random(3) > 0).map(({ unitCode, positionCode }) => {
    const count = random(3);
    return seats(unitCode, positionCode, count, random(count + 1));
  });
}

/** Caps within caps: leaders, deputies among them. */
function randomPools(random: Random): PoolFact[] {
  const pool = (code: string, capacity: number, positionCodes: string[]): PoolFact => ({
    code,
    name: code,
    capacity,
    positionCodes,
    source: '',
  });
  return [
    ...(random(2) === 0 ? [pool('deputies', random(3), ['DEPUTY'])] : []),
    ...(random(2) === 0 ? [pool('leaders', random(4), ['DEPUTY', 'HEAD', 'ELECTED'])] : []),
    ...(random(3) === 0 ? [pool('law', 1 + random(2), ['LAW', 'IT'])] : []),
  ];
}

function randomForbidden(random: Random): {
  unitCode: string | null;
  positionCode: string | null;
} {
  const place = pick(random, PLACES);
  return pick(random, [place, { ...place, unitCode: null }, { ...place, positionCode: null }]);
}

function randomPins(random: Random, people: readonly PersonFact[]): PinFact[] {
  const favourite = pick(random, PLACES);
  return people.flatMap(({ key: personKey }): PinFact[] => {
    const luck = random(8);
    if (luck === 0) return [{ personKey, kind: 'leave', reason: 'thử' }];
    if (luck === 7)
      return [{ personKey, kind: 'forbid', ...randomForbidden(random), reason: 'thử' }];
    if (luck > 3) return [];
    const place = luck > 1 ? favourite : pick(random, PLACES);
    return [{ personKey, kind: 'seat', ...place, reason: 'thử' }];
  });
}

/** A small province with pins that fill and overfill seats and caps, seats that nobody may take, wishes and no-go cases. */
export function randomWorld(seed: number, size = 7): ScenarioFacts {
  const random = randomFrom(seed);
  const people = Array.from({ length: size }, (_, index) => randomPerson(random, `p${index}`));
  return facts({
    positions: [...POSITIONS, aPosition({ code: 'DEPUTY', group: 'leader' })],
    seats: randomSeats(random),
    pools: randomPools(random),
    people,
    pins: randomPins(random, people),
  });
}
