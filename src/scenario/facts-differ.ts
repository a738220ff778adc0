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
  const byKey = (facts: readonly T[]): Map<string, T> =>
    new Map(facts.map((fact) => [keyOf(fact), fact]));
  const then = byKey(before);
  const now = byKey(after);
  const ignored = new Set(['staffId', ...leftOut]);
  return [...new Set([...then.keys(), ...now.keys()])]
    .filter((key) => !isSame(then.get(key), now.get(key), ignored))
    .sort(byCodePoint);
}

/** As JSON tells them apart, whose objects have no order of properties and none that are undefined. */
function isSame(before: unknown, after: unknown, ignored: ReadonlySet<string> = NONE): boolean {
  if (before === after) return true;
  if (!isObject(before) || !isObject(after)) return false;
  if (Array.isArray(before) || Array.isArray(after)) return areSame(before, after);
  for (const name in before)
    if (!ignored.has(name) && !isSame(before[name], after[name])) return false;
  for (const name in after)
    if (after[name] !== undefined && before[name] === undefined && !ignored.has(name)) return false;
  return true;
}

const NONE: ReadonlySet<string> = new Set();

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function areSame(before: unknown, after: unknown): boolean {
  if (!Array.isArray(before) || !Array.isArray(after) || before.length !== after.length)
    return false;
  return before.every((each, at) => isSame(each, after[at]));
}
