import type { CountedCover, CountedNorm, CountedPerson, CountedSeats, Roster } from './recount.js';

type Where = Pick<CountedPerson, 'key' | 'unitCode' | 'positionCode'>;

/** Two communes with three divisions each and nobody in them; P0 and P2 are of the government, P1 is of the Party. */
export class RosterBuilder implements Roster {
  readonly units = ['C0', 'C1'].flatMap((code) => [
    { code, level: 'commune' as const, parentCode: null, zone: 'III' as const },
    ...['VP', 'KT', 'VX'].map((kind) => ({
      code: `${code}.${kind}`,
      level: 'division' as const,
      parentCode: code,
      zone: null,
    })),
  ]);
  readonly positions = [
    { code: 'P0', block: 'government', field: 'it' },
    { code: 'P1', block: 'party', field: null },
    { code: 'P2', block: 'government', field: 'land' },
  ];
  readonly seats: CountedSeats[] = [];
  readonly norms: CountedNorm[] = [];
  readonly people: CountedPerson[] = [];
  readonly covers: CountedCover[] = [];

  withSeats(unitCode: string, positionCode: string, seats: number): this {
    this.seats.push({ unitCode, positionCode, seats, required: 0 });
    return this;
  }

  withNorm(unitCode: string, block: string, headcount: number): this {
    this.norms.push({ unitCode, block, headcount });
    return this;
  }

  /** Seated and not known to be qualified, unless said otherwise. */
  withPerson(person: Where & Partial<CountedPerson>): this {
    this.people.push({ seated: true, fit: null, away: false, recruitedOn: null, ...person });
    return this;
  }

  withPeople(
    count: number,
    unitCode: string,
    positionCode: string,
    more: Partial<CountedPerson> = {},
  ): this {
    for (let index = 0; index < count; index++) {
      const key = String(11_000_000_001 + this.people.length).padStart(12, '0');
      this.withPerson({ key, unitCode, positionCode, ...more });
    }
    return this;
  }

  withCover(cover: Where & Pick<CountedCover, 'kind' | 'fit'>): this {
    this.covers.push({ away: false, ...cover });
    return this;
  }
}
