/**
 * Seeded facts of a province on real units, for questions about a run of it: every person fits one position of every unit
 * that has it, some a related one, some only after training; leaders are under caps. Who the people are is invented.
 */
import {
  aPerson,
  aPosition,
  aSuccession,
  aUnit,
  facts,
  PARAMETERS,
} from '../../src/placement/spec-world.js';
import type { PersonFact, ScenarioFacts, SeatFact, UnitFact } from '../../src/scenario/facts.js';
import { randomFrom } from '../flow/random-network.js';
import { realUnits } from '../placement/real-units.js';

export interface ProvinceShape {
  readonly people: number;
  readonly units: number;
}

export const SHAPES: Readonly<Record<string, ProvinceShape>> = {
  smoke: { people: 400, units: 8 },
  S: { people: 1_500, units: 25 },
  M: { people: 3_000, units: 50 },
  L: { people: 8_000, units: 125 },
};

const POSITIONS = 45;
const LEADERS = 5;
const OLD_IN_NEW = 3;
/** Of a hundred units, those that have a position. */
const HAVE_POSITION = 0.6;

const positionCode = (at: number): string => `P${String(at).padStart(2, '0')}`;
const newCode = (at: number): string => `N${String(at).padStart(3, '0')}`;
const oldCode = (at: number, part: number): string => `O${String(at).padStart(3, '0')}${part}`;

/** The same shape always gives the same facts. */
export function provinceFacts({ people, units: count }: ProvinceShape): ScenarioFacts {
  const random = randomFrom(20_250_701 + people);
  const below = (limit: number): number => Math.floor(random() * limit);
  const points = realUnits().slice(0, count);
  const zones = ['I', 'II', 'III'] as const;
  const created = points.map(({ latitude, longitude }, at): UnitFact => {
    const zone = zones[below(zones.length)]!;
    return aUnit({
      code: newCode(at),
      isNew: true,
      zone,
      border: below(6) === 0,
      point: { latitude, longitude },
    });
  });
  const former = points.flatMap((point, at) =>
    Array.from({ length: OLD_IN_NEW }, (_, part) =>
      aUnit({
        code: oldCode(at, part),
        point: {
          latitude: point.latitude + 0.05 * (random() - 0.5),
          longitude: point.longitude + 0.05 * (random() - 0.5),
        },
      }),
    ),
  );
  const successions = former.map((unit, at) =>
    aSuccession(unit.code, newCode(Math.floor(at / OLD_IN_NEW))),
  );
  return facts({
    units: [...former, ...created],
    successions,
    positions: [
      aPosition({ code: 'OLD', startsOn: '2023-08-01', endsOn: '2025-07-01' }),
      ...Array.from({ length: POSITIONS }, (_, at) =>
        aPosition({
          code: positionCode(at),
          majorGroups: [`major ${at}`],
          group: at < LEADERS ? 'leader' : 'professional',
        }),
      ),
    ],
    positionSuccessions: [],
    relatedMajors: Array.from({ length: POSITIONS / 3 }, (_, at) => [
      `major ${3 * at}`,
      `major ${3 * at + 1}`,
    ]),
    seats: drawSeats(random, count),
    people: drawPeople(random, people, former),
    pools: leaderCaps(count),
    parameters: PARAMETERS,
  });
}

function drawSeats(random: () => number, units: number): SeatFact[] {
  return Array.from({ length: units * POSITIONS }, (_, at) => at).flatMap((at) => {
    if (random() > HAVE_POSITION) return [];
    const seats = 1 + Math.floor(3 * random() ** 1.2);
    const required = Math.min(seats, Math.floor(0.8 + 1.2 * random()));
    const unitCode = newCode(Math.floor(at / POSITIONS));
    return [{ unitCode, positionCode: positionCode(at % POSITIONS), seats, required }];
  });
}

function drawPeople(
  random: () => number,
  count: number,
  former: readonly UnitFact[],
): PersonFact[] {
  const below = (limit: number): number => Math.floor(random() * limit);
  return Array.from({ length: count }, (_, at) => {
    const unit = former[below(former.length)]!;
    const major = Math.floor(POSITIONS * random() ** 1.2);
    return aPerson({
      key: `p${String(at).padStart(5, '0')}`,
      staffId: at + 1,
      unitCode: unit.code,
      majorGroup: `major ${major}`,
      group: major < LEADERS ? 'leader' : 'professional',
      degree: below(12) === 0 ? 'college' : 'university',
      wish: drawWish(random, former.length / OLD_IN_NEW),
      homePoint: below(3) > 0 ? unit.point : null,
    });
  });
}

function drawWish(random: () => number, units: number): PersonFact['wish'] {
  const luck = random();
  if (luck > 0.2) return null;
  if (luck < 0.1) return { kind: 'stay', communeCodes: [] };
  const communeCodes = Array.from({ length: 3 }, () => newCode(Math.floor(units * random())));
  return { kind: 'move', communeCodes: [...new Set(communeCodes)] };
}

/** Heads within leaders, nested. */
function leaderCaps(units: number): ScenarioFacts['pools'] {
  const codes = Array.from({ length: LEADERS }, (_, at) => positionCode(at));
  const cap = (code: string, capacity: number, positionCodes: string[]) => ({
    code,
    name: code,
    capacity,
    positionCodes,
    source: '',
  });
  return [cap('heads', units, codes.slice(0, 2)), cap('leaders', 4 * units, codes)];
}
