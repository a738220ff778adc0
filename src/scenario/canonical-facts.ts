import type { PersonFact, PinFact, PositionFact, ScenarioFacts } from './facts.js';
import { byCodePoint } from '../shared/text.js';

/**
 * The same facts in one order, whatever order they came in: people by key, units and positions by code, lists that are
 * sets by their members. Lists whose order means something (a person's wishes) keep it. The engine works on this form only,
 * so shuffled facts give the same result to the byte.
 *
 * @throws nothing; facts are not judged here.
 */
export function canonicalFacts(facts: ScenarioFacts): ScenarioFacts {
  return {
    ...facts,
    units: sorted(facts.units, (unit) => [unit.isNew ? '1' : '0', unit.code, unit.startsOn]),
    successions: sorted(facts.successions, (row) => [row.oldCode, row.newCode]),
    positions: sorted(facts.positions.map(canonicalPosition), (each) => [each.code, each.startsOn]),
    positionSuccessions: sorted(
      facts.positionSuccessions.map((row) => ({ ...row, majorGroups: set(row.majorGroups) })),
      (row) => [row.oldCode, ordinal(row.preference), row.newCode, ...row.majorGroups],
    ),
    seats: sorted(facts.seats, (row) => [row.unitCode, row.positionCode]),
    norms: sorted(facts.norms, (row) => [row.unitCode, row.block]),
    people: sorted(facts.people.map(canonicalPerson), (person) => [person.key]),
    pins: sorted(facts.pins, pinKey),
    pools: sorted(
      facts.pools.map((pool) => ({ ...pool, positionCodes: set(pool.positionCodes) })),
      (pool) => [pool.code],
    ),
    relatedMajors: sorted(facts.relatedMajors, (pair) => [...pair]),
    ranks: sorted(facts.ranks, (rank) => [rank.code]),
  };
}

/**
 * The text to hash: the canonical facts with the keys of every object in order, and without surrogate ids.
 *
 * @returns JSON; two worlds with the same facts have the same text.
 */
export function canonicalText(facts: ScenarioFacts): string {
  return JSON.stringify(canonicalFacts(facts), (key, value: unknown) =>
    key === 'staffId' ? undefined : orderedKeys(value),
  );
}

function orderedKeys(value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodePoint(a, b)));
}

function canonicalPosition(position: PositionFact): PositionFact {
  return {
    ...position,
    majorGroups: set(position.majorGroups),
    ranks: set(position.ranks),
    certificates: set(position.certificates),
  };
}

function canonicalPerson(person: PersonFact): PersonFact {
  return {
    ...person,
    certificates: set(person.certificates),
    languages: set(person.languages),
    conditions: sorted(person.conditions, (each) => [
      each.case,
      each.startsOn,
      each.endsOn ?? '',
      String(each.liftedByRequest),
    ]),
  };
}

function pinKey(pin: PinFact): string[] {
  const place = pin.kind === 'leave' ? [] : [pin.unitCode ?? '', pin.positionCode ?? ''];
  return [pin.personKey, pin.kind, ...place, pin.reason];
}

/** A count as text that sorts like the number; preferences are small. */
function ordinal(value: number): string {
  return String(value).padStart(6, '0');
}

function set(members: readonly string[]): string[] {
  return [...new Set(members)].sort(byCodePoint);
}

function sorted<T>(rows: readonly T[], keyOf: (row: T) => readonly string[]): T[] {
  return rows
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((a, b) => byKey(a.key, b.key))
    .map(({ row }) => row);
}

function byKey(a: readonly string[], b: readonly string[]): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    const order = byCodePoint(a[i] ?? '', b[i] ?? '');
    if (order !== 0) return order;
  }
  return a.length - b.length;
}
