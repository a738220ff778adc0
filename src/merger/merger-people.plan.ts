import type { PersonFact, ScenarioFacts } from '../scenario/facts.js';
import { byGivenName } from '../shared/people-order.js';
import { byCodePoint, folded } from '../shared/text.js';
import { decidingRows } from './carry.plan.js';

/** Lists of a merger's figures: everybody who follows a succession, and those whose unit goes to several. */
export const MERGER_LISTS = ['carried', 'decide'] as const;
export type MergerList = (typeof MERGER_LISTS)[number];

export const MERGER_ORDERS = ['unit', 'name'] as const;
export type MergerOrder = (typeof MERGER_ORDERS)[number];

/** What a list of a merger's people is narrowed by, and its order. */
export interface MergerFilter {
  readonly list: MergerList;
  /** Code of the old unit whose successors they follow. */
  readonly from?: string | undefined;
  /** Code of the new unit that they follow into. */
  readonly commune?: string | undefined;
  /** A part of the name; diacritics do not matter. */
  readonly search?: string | undefined;
  readonly order: MergerOrder;
}

/** A successor that somebody may follow into; `share` is the part of the population, null = unknown. */
export interface Choice {
  readonly code: string;
  readonly share: number | null;
}

type Person = Pick<PersonFact, 'key' | 'staffId' | 'fullName' | 'unitCode' | 'positionCode'>;

/** Somebody whom a succession takes along. */
export interface MergedPerson extends Person {
  /** The unit whose successors they follow: the own one, or the nearest above that has any. */
  readonly fromCode: string;
  /** The main successor; null = none is named. */
  readonly newCode: string | null;
  /** All successors that take a part, by code; of more than one somebody must choose. */
  readonly choices: readonly Choice[];
  /** A pin already gives a seat or accepts the leaving. */
  readonly pinned: boolean;
}

/** An old unit whose successors are followed, and by how many of a list. */
export interface Source {
  readonly code: string;
  readonly people: number;
}

export interface MergedPeople {
  readonly people: readonly MergedPerson[];
  /** Of the list before it is narrowed, by code. */
  readonly sources: readonly Source[];
}

type Facts = Pick<ScenarioFacts, 'units' | 'successions' | 'pins'> & {
  readonly people: readonly Person[];
};

/**
 * Who follows which unit into which, and whose way somebody must choose: the people whom `carry` counts.
 *
 * @param facts of a scenario; their order does not matter.
 * @returns by old unit, or by given name; ties by key.
 * @source product decision
 */
export function mergedPeople(
  facts: Facts,
  { list, from, commune, search, order }: MergerFilter,
): MergedPeople {
  const listed = everybody(facts).filter(IS_IN[list]);
  const named = search === undefined ? null : folded(search);
  return {
    sources: sourcesOf(listed),
    people: listed
      .filter(
        (each) =>
          (from === undefined || each.fromCode === from) &&
          (commune === undefined || each.newCode === commune) &&
          (named === null || folded(each.fullName).includes(named)),
      )
      .sort(ORDERS[order]),
  };
}

function everybody({ units, successions, people, pins }: Facts): MergedPerson[] {
  const inForce = units.filter(({ isNew }) => !isNew);
  const deciding = decidingRows(inForce, successions);
  const placed = new Set(
    pins.filter(({ kind }) => kind !== 'forbid').map(({ personKey }) => personKey),
  );
  return people.flatMap(({ key, staffId, fullName, unitCode, positionCode }) => {
    const rows = deciding.get(unitCode);
    const [first] = rows ?? [];
    if (!rows || !first) return [];
    const choices = rows.filter(({ share }) => share !== 0);
    return {
      ...{ key, staffId, fullName, unitCode, positionCode },
      fromCode: first.oldCode,
      newCode: rows.find(({ main }) => main)?.newCode ?? null,
      choices: choices.map(({ newCode, share }) => ({ code: newCode, share })),
      pinned: placed.has(key),
    };
  });
}

const IS_IN: Readonly<Record<MergerList, (person: MergedPerson) => boolean>> = {
  carried: ({ newCode }) => newCode !== null,
  decide: ({ choices }) => choices.length > 1,
};

const byName = (a: MergedPerson, b: MergedPerson): number =>
  byGivenName(a, b) || byCodePoint(a.key, b.key);

const ORDERS: Readonly<Record<MergerOrder, (a: MergedPerson, b: MergedPerson) => number>> = {
  unit: (a, b) =>
    byCodePoint(a.fromCode, b.fromCode) || byCodePoint(a.unitCode, b.unitCode) || byName(a, b),
  name: byName,
};

function sourcesOf(people: readonly MergedPerson[]): Source[] {
  const counts = new Map<string, number>();
  for (const { fromCode } of people) counts.set(fromCode, (counts.get(fromCode) ?? 0) + 1);
  return [...counts]
    .map(([code, count]) => ({ code, people: count }))
    .sort((a, b) => byCodePoint(a.code, b.code));
}
