import type {
  CountedCover,
  CountedNorm,
  CountedPerson,
  CountedPosition,
  CountedSeats,
  CountedUnit,
  Roster,
} from './recount.js';

/** Numbers from a seed; the same seed gives the same roster. */
export class Dice {
  constructor(private state: number) {}

  /** 0…sides - 1. */
  roll(sides: number): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * sides);
  }

  of<T>(choices: readonly T[]): T {
    const chosen = choices[this.roll(choices.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}

export interface RosterSize {
  readonly communes: number;
  readonly divisions: readonly string[];
  readonly positions: number;
  readonly people: number;
}

export const SMALL: RosterSize = {
  communes: 6,
  divisions: ['VP', 'KT', 'VX'],
  positions: 9,
  people: 90,
};

/** As many units, seats and people as in Điện Biên. */
export const DEMO_SIZE: RosterSize = {
  communes: 45,
  divisions: ['VP', 'KT', 'VX', 'HC', 'QS', 'DU', 'MT', 'SN'],
  positions: 60,
  people: 3000,
};

const BLOCKS = ['government', 'party', 'front', 'military', 'public-service'];
const FITS = ['exact', 'related', 'after-training', 'out-of-field', null] as const;
const FIELDS = ['it', 'land', 'education', null];

/** A roster in which anything can be: too many in a seat, seats nobody holds, people in units that were given no seats. */
export function randomRoster(seed: number, size: RosterSize = SMALL): Roster {
  const dice = new Dice(seed);
  const units = randomUnits(dice, size);
  const positions = Array.from({ length: size.positions }, (_, index): CountedPosition => {
    return { code: `P${index}`, block: dice.of(BLOCKS), field: dice.of(FIELDS) };
  });
  // The last commune and the department were never given seats.
  const given = units.filter(
    (unit) => !unit.code.startsWith(lastCommune(size)) && unit.level !== 'department',
  );
  const seats = randomSeats(dice, given, positions);
  const people = randomPeople(dice, size, units, positions, seats);
  const norms = units.flatMap((unit): CountedNorm[] =>
    unit.level === 'division'
      ? []
      : BLOCKS.filter(() => dice.chance(70)).map((block) => ({
          unitCode: unit.code,
          block,
          headcount: dice.roll(12),
        })),
  );
  return { units, positions, seats, norms, people, covers: randomCovers(dice, people, seats) };
}

function lastCommune(size: RosterSize): string {
  return `C${size.communes - 1}`;
}

function randomUnits(dice: Dice, size: RosterSize): CountedUnit[] {
  const units: CountedUnit[] = [{ code: 'S1', level: 'department', parentCode: null, zone: null }];
  for (let index = 0; index < size.communes; index++) {
    const code = `C${index}`;
    units.push({ code, level: 'commune', parentCode: null, zone: dice.of(['I', 'II', 'III']) });
    for (const kind of size.divisions) {
      units.push({ code: `${code}.${kind}`, level: 'division', parentCode: code, zone: null });
    }
  }
  units.push({ code: 'S1.P', level: 'division', parentCode: 'S1', zone: null });
  return units;
}

function randomSeats(
  dice: Dice,
  units: readonly CountedUnit[],
  positions: readonly CountedPosition[],
): CountedSeats[] {
  return units
    .filter((unit) => unit.level !== 'department' && unit.parentCode !== 'S1')
    .flatMap((unit) =>
      positions
        .filter(() => dice.chance(10))
        .map(({ code }) => {
          const seats = dice.roll(4);
          return { unitCode: unit.code, positionCode: code, seats, required: dice.roll(seats + 1) };
        }),
    );
}

function randomPeople(
  dice: Dice,
  size: RosterSize,
  units: readonly CountedUnit[],
  positions: readonly CountedPosition[],
  seats: readonly CountedSeats[],
): CountedPerson[] {
  return Array.from({ length: size.people }, (_, index) => {
    const place = dice.chance(85)
      ? dice.of(seats)
      : { unitCode: dice.of(units).code, positionCode: dice.of(positions).code };
    return {
      key: String(11_000_000_000 + index * 7).padStart(12, '0'),
      unitCode: place.unitCode,
      positionCode: place.positionCode,
      seated: dice.chance(80),
      fit: dice.of(FITS),
      away: dice.chance(7),
      recruitedOn: dice.of(['2001', '2001-05', '2001-05-07', '2012-11-01', '2019-03', null]),
    };
  });
}

function randomCovers(
  dice: Dice,
  people: readonly CountedPerson[],
  seats: readonly CountedSeats[],
): CountedCover[] {
  return people
    .filter(() => dice.chance(12))
    .map((person) => {
      // Now and then somebody "covers" what they hold already: that is no cover.
      const { unitCode, positionCode } = dice.chance(20) ? person : dice.of(seats);
      const kind = dice.of(['concurrent', 'seconded'] as const);
      return {
        key: person.key,
        unitCode,
        positionCode,
        kind,
        fit: dice.of(FITS),
        away: dice.chance(10),
      };
    });
}
