import type { PersonFact, UnitFact } from '../scenario/facts.js';
import { byCodePoint } from '../shared/text.js';

interface Facts {
  readonly people: readonly Omit<PersonFact, 'wish'>[];
  readonly units: readonly UnitFact[];
}

/** What is no longer as it was frozen: keys of people, codes of units. */
export interface StaleFacts {
  readonly people: readonly string[];
  readonly units: readonly string[];
}

/**
 * A plan may be applied only to the facts it was made for.
 *
 * @param now facts of the same eve as the registry tells them now; wishes bind nobody and are not compared.
 * @source product decision: "plan, then apply" (DESIGN)
 */
export function factsMustStillHold(frozen: Facts, now: Facts): StaleFacts {
  return {
    people: differing(frozen.people, now.people, (person) => person.key),
    units: differing(frozen.units, now.units, (unit) => unit.code),
  };
}

function differing<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (fact: T) => string,
): string[] {
  const texts = (facts: readonly T[]): Map<string, string> =>
    new Map(facts.map((fact) => [keyOf(fact), comparable(fact)]));
  const then = texts(before);
  const now = texts(after);
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((key) => then.get(key) !== now.get(key))
    .sort(byCodePoint);
}

function comparable(fact: object): string {
  const entries = Object.entries(fact).filter(([name]) => name !== 'wish' && name !== 'staffId');
  return JSON.stringify(sortedDeep(Object.fromEntries(entries)));
}

function sortedDeep(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortedDeep);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => byCodePoint(a, b))
      .map(([name, each]) => [name, sortedDeep(each)]),
  );
}
