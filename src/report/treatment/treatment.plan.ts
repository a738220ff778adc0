import type { Sex } from '../../rules/vocabulary.js';
import type { Day, PartialDay } from '../../shared/day.js';
import { byCodePoint } from '../../shared/text.js';
import { AGE_BANDS, ageBandOf } from '../roster/statistics.rules.js';
import { suppressed, type Shown } from './suppression.rules.js';

/** By what people are told apart. */
export const DIMENSIONS = ['sex', 'ethnicity', 'age', 'old-unit'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What a run does with somebody, and what they are told apart by. */
export interface TreatedPerson {
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly bornOn: PartialDay | null;
  readonly oldUnit: string;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  readonly moved: boolean;
  /** Straight line to the new seat; null = unknown, or none. */
  readonly distanceKm: number | null;
}

/** A group; null = hidden, because it is small or would give a small one away. */
export interface TreatedGroup {
  /** `male`, `over60`, the name of a people or of an old unit, `few` = peoples of few together; empty = not known. */
  readonly key: string;
  readonly people: Shown;
  readonly placed: Shown;
  readonly surplus: Shown;
  readonly leaving: Shown;
  readonly moved: Shown;
  /** Mean over those whose way is known; null also where they are few. */
  readonly meanKm: Shown;
}

export interface TreatedDimension {
  readonly dimension: Dimension;
  readonly groups: readonly TreatedGroup[];
}

/**
 * Shares of a run by sex, people, age band and old unit. Sums of all groups are public, so small groups are hidden with
 * whatever would give them away.
 *
 * @param people of one run; their order does not matter.
 * @param smallest counts below it are hidden.
 * @returns a row for each dimension; groups by key, the unknown last, age bands from young to old.
 * @source product decision: docs/decisions/0049
 */
export function treatmentOf(
  people: readonly TreatedPerson[],
  { on, smallest }: { readonly on: Day; readonly smallest: number },
): TreatedDimension[] {
  const few = smallPeoples(people, smallest);
  return DIMENSIONS.map((dimension) => ({
    dimension,
    groups: groupsOf(people, (person) => keyOf(person, dimension, { on, few }), smallest),
  }));
}

/** Peoples of so few here that the name alone would tell of somebody. */
function smallPeoples(people: readonly TreatedPerson[], smallest: number): ReadonlySet<string> {
  const sizes = new Map<string, number>();
  for (const { ethnicity } of people)
    if (ethnicity !== null) sizes.set(ethnicity, (sizes.get(ethnicity) ?? 0) + 1);
  return new Set([...sizes].flatMap(([name, size]) => (size < smallest ? [name] : [])));
}

function keyOf(
  person: TreatedPerson,
  dimension: Dimension,
  { on, few }: { readonly on: Day; readonly few: ReadonlySet<string> },
): string {
  switch (dimension) {
    case 'sex':
      return person.sex ?? '';
    case 'ethnicity':
      return few.has(person.ethnicity ?? '') ? FEW : (person.ethnicity ?? '');
    case 'age':
      return ageBandOf(person.bornOn, on);
    case 'old-unit':
      return person.oldUnit;
  }
}

function groupsOf(
  people: readonly TreatedPerson[],
  key: (person: TreatedPerson) => string,
  smallest: number,
): TreatedGroup[] {
  const byKey = new Map<string, TreatedPerson[]>();
  for (const person of people) {
    const own = byKey.get(key(person));
    if (own === undefined) byKey.set(key(person), [person]);
    else own.push(person);
  }
  const groups = [...byKey].sort(
    ([a], [b]) => order(a) - order(b) || a.localeCompare(b, 'vi') || byCodePoint(a, b),
  );
  const count = (own: readonly TreatedPerson[], is: (person: TreatedPerson) => boolean): number =>
    own.filter(is).length;
  const outcomes = suppressed(
    groups.map(([, own]) => [
      count(own, ({ outcome }) => outcome === 'seated'),
      count(own, ({ outcome }) => outcome === 'surplus'),
      count(own, ({ outcome }) => outcome === 'leaving'),
    ]),
    smallest,
  );
  const moves = suppressed(
    groups.map(([, own]) => [count(own, ({ moved }) => moved), count(own, ({ moved }) => !moved)]),
    smallest,
  );
  const sizes = suppressed(
    groups.map(([, own]) => [own.length]),
    smallest,
  );
  return groups.map(([name, own], at) => {
    const people_ = sizes[at]?.[0] ?? null;
    const shown = (value: Shown | undefined): Shown => (people_ === null ? null : (value ?? null));
    return {
      ...{ key: name, people: people_ },
      placed: shown(outcomes[at]?.[0]),
      surplus: shown(outcomes[at]?.[1]),
      leaving: shown(outcomes[at]?.[2]),
      moved: shown(moves[at]?.[0]),
      meanKm: shown(meanOf(own, smallest)),
    };
  });
}

function meanOf(people: readonly TreatedPerson[], smallest: number): Shown {
  const ways = people.flatMap(({ distanceKm }) => distanceKm ?? []);
  if (ways.length < smallest) return null;
  return Math.round((10 * ways.reduce((sum, way) => sum + way, 0)) / ways.length) / 10;
}

const FEW = 'few';
const LAST = AGE_BANDS.length + 2;

function order(key: string): number {
  if (key === '') return LAST;
  if (key === FEW) return LAST - 1;
  return Math.max(0, (AGE_BANDS as readonly string[]).indexOf(key));
}
