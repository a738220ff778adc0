/**
 * The gap counted a second time, in plain loops over plain objects, written from DESIGN "Gap" and sharing nothing with the
 * database. Tests compare both.
 */

export interface CountedUnit {
  readonly code: string;
  readonly level: 'department' | 'commune' | 'division';
  readonly parentCode: string | null;
  readonly zone: 'I' | 'II' | 'III' | null;
}

export interface CountedPosition {
  readonly code: string;
  readonly block: string;
  readonly field: string | null;
}

export interface CountedSeats {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seats: number;
  readonly required: number;
}

export interface CountedNorm {
  readonly unitCode: string;
  readonly block: string;
  readonly headcount: number;
}

/** A main posting, or where a run puts a person. */
export interface CountedPerson {
  readonly key: string;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly seated: boolean;
  readonly fit: 'exact' | 'related' | 'after-training' | 'out-of-field' | null;
  readonly away: boolean;
  readonly recruitedOn: string | null;
}

/** Somebody who holds a position concurrently or is seconded in. */
export interface CountedCover {
  readonly key: string;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly kind: 'concurrent' | 'seconded';
  readonly fit: CountedPerson['fit'];
  readonly away: boolean;
}

export interface Roster {
  readonly units: readonly CountedUnit[];
  readonly positions: readonly CountedPosition[];
  readonly seats: readonly CountedSeats[];
  readonly norms: readonly CountedNorm[];
  readonly people: readonly CountedPerson[];
  readonly covers: readonly CountedCover[];
}

export interface CountedFigures {
  seats: number;
  required: number;
  people: number;
  seated: number;
  surplus: number;
  vacant: number;
  misfit: number;
  absent: number;
  cover: number;
  shortage: number;
}

export interface CountedCell extends CountedFigures {
  readonly unitCode: string;
  readonly communeCode: string;
  readonly zone: string | null;
  readonly positionCode: string;
  readonly block: string;
  readonly field: string | null;
}

export interface CountedBlock {
  readonly communeCode: string;
  readonly block: string;
  readonly headcount: number;
  readonly norm: number | null;
  readonly overNorm: number | null;
}

/** One cell for each unit and position with a row of seats, a holder or a cover, in communes that were given seats. */
export function recountCells(roster: Roster): CountedCell[] {
  const given = new Set(roster.seats.map((row) => communeOf(roster, row.unitCode).code));
  const places = [...roster.seats, ...roster.people, ...roster.covers].map(
    (row) => `${row.unitCode} ${row.positionCode}`,
  );
  const cells: CountedCell[] = [];
  for (const place of [...new Set(places)].sort()) {
    const [unitCode = '', positionCode = ''] = place.split(' ');
    const commune = communeOf(roster, unitCode);
    if (!given.has(commune.code)) continue;
    const { block, field } = find(roster.positions, positionCode);
    const where = { unitCode, communeCode: commune.code, zone: commune.zone };
    cells.push({ ...where, positionCode, block, field, ...count(roster, unitCode, positionCode) });
  }
  return cells;
}

function count(roster: Roster, unitCode: string, positionCode: string): CountedFigures {
  const here = (row: { unitCode: string; positionCode: string }): boolean =>
    row.unitCode === unitCode && row.positionCode === positionCode;
  const people = roster.people.filter(here);
  let seats = 0;
  let required = 0;
  for (const row of roster.seats.filter(here)) {
    seats += row.seats;
    required += row.required;
  }
  const inSeats = [...people.filter((person) => person.seated)].sort(firstToSit).slice(0, seats);
  const holders = new Set(people.map((person) => person.key));
  const covering = roster.covers.filter(
    (row) => here(row) && isQualified(row.fit) && !row.away && !holders.has(row.key),
  );
  let misfit = 0;
  let absent = 0;
  for (const person of inSeats) {
    if (person.away) absent++;
    if (person.away || !isQualified(person.fit)) misfit++;
  }
  const vacant = seats - inSeats.length;
  const cover = new Set(covering.map((row) => row.key)).size;
  return {
    seats,
    required,
    people: people.length,
    seated: inSeats.length,
    surplus: people.length - inSeats.length,
    vacant,
    misfit,
    absent,
    cover,
    shortage: Math.max(0, vacant + misfit - cover),
  };
}

/** Qualified people first, then the longest service; a day that is not known stands behind all that are. */
function firstToSit(a: CountedPerson, b: CountedPerson): number {
  const qualified = Number(isQualified(b.fit)) - Number(isQualified(a.fit));
  if (qualified !== 0) return qualified;
  const [from, to] = [a, b].map((person) => (person.recruitedOn ?? '~').padEnd(10, '~')) as [
    string,
    string,
  ];
  if (from !== to) return from < to ? -1 : 1;
  return a.key < b.key ? -1 : 1;
}

function isQualified(fit: CountedPerson['fit']): boolean {
  return fit === 'exact' || fit === 'related';
}

/** People and norm of each commune's block, wherever there is either. */
export function recountBlocks(roster: Roster): CountedBlock[] {
  const headcounts = new Map<string, number>();
  const norms = new Map<string, number>();
  const add = (sums: Map<string, number>, unitCode: string, block: string, by: number): void => {
    const key = `${communeOf(roster, unitCode).code} ${block}`;
    sums.set(key, (sums.get(key) ?? 0) + by);
  };
  for (const person of roster.people) {
    add(headcounts, person.unitCode, find(roster.positions, person.positionCode).block, 1);
  }
  for (const norm of roster.norms) add(norms, norm.unitCode, norm.block, norm.headcount);
  return [...new Set([...headcounts.keys(), ...norms.keys()])].sort().map((key) => {
    const [communeCode = '', block = ''] = key.split(' ');
    const headcount = headcounts.get(key) ?? 0;
    const norm = norms.get(key) ?? null;
    return {
      communeCode,
      block,
      headcount,
      norm,
      overNorm: norm === null ? null : headcount - norm,
    };
  });
}

/** The figures of many cells added up. */
export function sumOf(cells: readonly CountedFigures[]): CountedFigures {
  const sum: CountedFigures = {
    seats: 0,
    required: 0,
    people: 0,
    seated: 0,
    surplus: 0,
    vacant: 0,
    misfit: 0,
    absent: 0,
    cover: 0,
    shortage: 0,
  };
  for (const cell of cells) {
    for (const key of Object.keys(sum) as (keyof CountedFigures)[]) sum[key] += cell[key];
  }
  return sum;
}

function communeOf(roster: Roster, unitCode: string): CountedUnit {
  const unit = find(roster.units, unitCode);
  if (unit.level !== 'division' || unit.parentCode === null) return unit;
  return communeOf(roster, unit.parentCode);
}

function find<T extends { readonly code: string }>(rows: readonly T[], code: string): T {
  const row = rows.find((each) => each.code === code);
  if (!row) throw new Error(`no ${code} in the roster`);
  return row;
}
