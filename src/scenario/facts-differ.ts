import { byCodePoint } from '../shared/text.js';

/**
 * Keys of what is not the same on both sides: added, gone or changed. Surrogate ids are not compared.
 *
 * @param leftOut further properties that are not compared.
 * @returns sorted.
 */
export function differing<T extends object>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (fact: T) => string,
  leftOut: readonly string[] = [],
): string[] {
  const texts = (facts: readonly T[]): Map<string, string> =>
    new Map(facts.map((fact) => [keyOf(fact), comparable(fact, leftOut)]));
  const then = texts(before);
  const now = texts(after);
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((key) => then.get(key) !== now.get(key))
    .sort(byCodePoint);
}

function comparable(fact: object, leftOut: readonly string[]): string {
  if (Array.isArray(fact)) return JSON.stringify(sortedDeep(fact));
  const entries = Object.entries(fact).filter(
    ([name]) => name !== 'staffId' && !leftOut.includes(name),
  );
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
