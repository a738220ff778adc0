import type { WishKind } from '../../rules/vocabulary.js';
import { byGivenName } from '../../shared/people-order.js';
import { byCodePoint, folded } from '../../shared/text.js';
import {
  servedOf,
  type ServedPerson,
  type WishedPerson,
  worstFirst,
  worstTenth,
} from './wishes.plan.js';

/**
 * Lists of the figures: everybody who wished, the first met, one of three met, none met, the tenth that is served worst, and
 * those who wished for nothing.
 */
export const WISH_LISTS = ['all', 'first', 'top-three', 'unmet', 'worst', 'none'] as const;
export type WishList = (typeof WISH_LISTS)[number];

export const WISH_ORDERS = ['worst', 'name', 'far'] as const;
export type WishOrder = (typeof WISH_ORDERS)[number];

/** What a list of those who wished is narrowed by, and its order. */
export interface WishFilter {
  readonly list: WishList;
  readonly kind?: WishKind | undefined;
  /** Code of the commune or department that they go to. */
  readonly commune?: string | undefined;
  /** A part of the name; diacritics do not matter. */
  readonly search?: string | undefined;
  readonly order: WishOrder;
}

/** Somebody who wished for something, with the codes of where they were and are to be. */
export interface WishedLine extends WishedPerson {
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly oldUnitCode: string;
  readonly oldPositionCode: string;
}

/** Somebody who wished for nothing. */
export type SilentLine = Omit<WishedLine, 'wish'> & { readonly wish: null };

/** With what they got. */
export type ListedPerson = (WishedLine | SilentLine) & Pick<ServedPerson, 'served'>;

/** The people of a run, by whether they wished. */
export interface PeopleOfRun {
  readonly people: readonly WishedLine[];
  readonly silent: readonly SilentLine[];
}

/**
 * Those who wished for something, with what each got, or those who did not. The worst tenth is that of everybody, whatever
 * else the list is narrowed by.
 *
 * @param run its people; their order does not matter.
 * @returns served worst first, by given name, or the farthest way first; ties by key.
 * @source docs/decisions/0059-wishes-and-rosters.md
 */
export function wishPeople(
  run: PeopleOfRun,
  { list, kind, commune, search, order }: WishFilter,
): ListedPerson[] {
  const named = search === undefined ? null : folded(search);
  return listOf(run, list)
    .filter(
      (each) =>
        (kind === undefined || each.wish?.kind === kind) &&
        (commune === undefined || each.rootCode === commune) &&
        (named === null || folded(each.fullName).includes(named)),
    )
    .sort(ORDERS[order]);
}

function listOf({ people, silent }: PeopleOfRun, list: WishList): ListedPerson[] {
  if (list === 'none') return silent.map((person) => ({ ...person, served: null }));
  const served = people.map((person) => ({ ...person, served: servedOf(person) }));
  return list === 'worst' ? worstTenth(served) : served.filter(IS_IN[list]);
}

type OfServed = Exclude<WishList, 'worst' | 'none'>;

const IS_IN: Readonly<Record<OfServed, (person: Pick<ServedPerson, 'served'>) => boolean>> = {
  all: () => true,
  first: ({ served }) => served === 1,
  'top-three': ({ served }) => served !== null,
  unmet: ({ served }) => served === null,
};

const ORDERS: Readonly<Record<WishOrder, (a: ListedPerson, b: ListedPerson) => number>> = {
  worst: worstFirst,
  name: (a, b) => byGivenName(a, b) || byCodePoint(a.key, b.key),
  far: (a, b) => (b.distanceKm ?? -1) - (a.distanceKm ?? -1) || byCodePoint(a.key, b.key),
};
