import type { DemoPerson } from './person.js';
import type { Geography } from './geography.js';
import { mostSeated } from './matching.js';
import { readTable } from './tables.js';

/**
 * A small check of the calibration that shares no code with the engine: who could sit where is told by degree, major and
 * rank alone, and the most people that can sit are counted by augmenting paths.
 */

/** Seats of a position of the government block in a new commune. */
export interface SeatCell {
  readonly communeCode: string;
  readonly positionCode: string;
  readonly field: string;
  readonly seats: number;
  readonly leads: boolean;
  readonly given: boolean;
  readonly majors: readonly string[];
}

export function governmentCells(): SeatCell[] {
  const positions = new Map(
    readTable('positions.csv')
      .filter((row) => row['catalogue'] === 'new' && row['block'] === 'government')
      .map((row) => [row['code'], row]),
  );
  return readTable('dien-bien/establishments.csv').flatMap((row) => {
    const position = positions.get(row['position_code']);
    if (position === undefined) return [];
    return {
      communeCode: (row['unit_code'] ?? '').slice(0, 5),
      positionCode: row['position_code'] ?? '',
      field: position['field'] ?? '',
      seats: Number(row['seats']),
      leads: position['position_group'] === 'leader',
      given: position['given'] === '1',
      majors: (position['major_groups'] ?? '').split(';').filter((group) => group !== ''),
    };
  });
}

function neighbours(): ReadonlyMap<string, ReadonlySet<string>> {
  const map = new Map<string, Set<string>>();
  for (const row of readTable('major_relations.csv')) {
    const from = row['major_group'] ?? '';
    map.set(from, (map.get(from) ?? new Set()).add(row['related_group'] ?? ''));
  }
  return map;
}

const SPECIALISTS = ['01.002', '01.003', '06.031', '02.007'];

/** `qualified`: degree, rank and major do; `trainable` too: one degree and one rank level are missing. */
export type Standard = 'qualified' | 'trainable';

/** Tells whether a person suits a cell, and may lead where it leads. */
export class Suits {
  private readonly near = neighbours();
  private readonly leaders = new Set(
    readTable('positions.csv')
      .filter((row) => row['position_group'] === 'leader')
      .map((row) => row['code']),
  );

  in(person: DemoPerson, cell: SeatCell, standard: Standard): boolean {
    if (cell.leads && !this.leaders.has(person.positionCode) && person.plannedTitle === null)
      return false;
    return this.hasMajor(person, cell) && this.hasLevel(person, standard);
  }

  hasMajor(person: DemoPerson, cell: SeatCell): boolean {
    if (cell.majors.length === 0 || cell.majors.includes(person.majorGroup)) return true;
    const near = this.near.get(person.majorGroup);
    return near !== undefined && cell.majors.some((group) => near.has(group));
  }

  hasLevel(person: DemoPerson, standard: Standard): boolean {
    const full =
      ['university', 'master'].includes(person.degree) && SPECIALISTS.includes(person.rank);
    return full || (standard === 'trainable' && person.degree === 'college');
  }
}

/** The new communes that a person's old unit passes into. */
export function successorsOf(person: DemoPerson, geography: Geography): readonly string[] {
  const commune = geography.oldCommunes.get(person.unitCode);
  if (commune !== undefined) return [commune.newCode];
  return geography.districts.find((one) => one.code === person.unitCode)?.newCodes ?? [];
}

/** Seats left without one of the people by field, when as many as possible sit. Given titles are taken as filled. */
export function shortageByField(
  people: readonly DemoPerson[],
  cells: readonly SeatCell[],
  mayGo: (person: DemoPerson, cell: SeatCell) => boolean,
): Record<string, number> {
  const open = cells.filter((cell) => !cell.given);
  const options = people.map((person) =>
    open.flatMap((cell, index) => (mayGo(person, cell) ? [index] : [])),
  );
  const seated = mostSeated(
    options,
    open.map((cell) => cell.seats),
  );
  const taken = open.map(() => 0);
  for (const cell of seated) if (cell >= 0) taken[cell] = (taken[cell] ?? 0) + 1;
  const shortage: Record<string, number> = {};
  open.forEach((cell, index) => {
    const short = cell.seats - (taken[index] ?? 0);
    if (short > 0) shortage[cell.field] = (shortage[cell.field] ?? 0) + short;
  });
  return shortage;
}

/** Seats for which the whole province has no qualified person, by field: fewer heads than seats. */
export function absentByField(
  people: readonly DemoPerson[],
  cells: readonly SeatCell[],
  suits: Suits,
): Record<string, number> {
  const absent: Record<string, number> = {};
  for (const positionCode of new Set(cells.map((cell) => cell.positionCode))) {
    const own = cells.filter((cell) => cell.positionCode === positionCode);
    const [sample] = own;
    if (sample === undefined) continue;
    const heads = people.filter((person) => suits.in(person, sample, 'qualified')).length;
    const seats = own.reduce((total, cell) => total + cell.seats, 0);
    if (seats > heads) absent[sample.field] = (absent[sample.field] ?? 0) + seats - heads;
  }
  return absent;
}
