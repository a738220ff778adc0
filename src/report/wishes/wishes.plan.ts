import { wishRank } from '../../placement/costs.js';
import { WISH_KINDS, type WishKind } from '../../rules/vocabulary.js';
import type { WishFact } from '../../scenario/facts.js';
import { byCodePoint } from '../../shared/text.js';

/** Somebody who wished for something, and what a run gave them. */
export interface WishedPerson {
  readonly key: string;
  readonly staffId: number;
  readonly fullName: string;
  readonly wish: WishFact;
  readonly outcome: 'seated' | 'surplus' | 'leaving';
  /** Outside the successors of the old unit. */
  readonly moved: boolean;
  /** The commune or department; null = leaves. */
  readonly rootCode: string | null;
  /** Straight line to it; null = unknown, or none. */
  readonly distanceKm: number | null;
}

/** Which wish was met: the first, second or third; null = none. */
export type Served = 1 | 2 | 3 | null;

export interface ServedPerson extends WishedPerson {
  readonly served: Served;
}

export interface WishFigures {
  readonly kind: WishKind | 'all';
  readonly people: number;
  readonly first: number;
  /** The first, second or third. */
  readonly topThree: number;
  readonly unmet: number;
  /** Over those whose way is known; null = of nobody. */
  readonly meanKm: number | null;
}

export interface WishReport {
  readonly figures: readonly WishFigures[];
  /** The tenth that is served worst, rounded up. */
  readonly worst: WishFigures & { readonly farthestKm: number | null };
  readonly worstPeople: readonly ServedPerson[];
}

const TENTH = 10;

/**
 * How wishes were served: all together, by kind, and the tenth that is served worst: those whose wish was not met before
 * those whose third or second was, the farther way before the nearer.
 *
 * @param people of one run who wished for something; their order does not matter.
 * @source issue 7, wishes; the order in which the engine serves them: DESIGN "Placement", level 4
 */
export function wishReport(people: readonly WishedPerson[]): WishReport {
  const served = people.map((person) => ({ ...person, served: servedOf(person) }));
  const kinds = WISH_KINDS.filter((kind) => served.some(({ wish }) => wish.kind === kind));
  const worstPeople = worstTenth(served);
  const ways = worstPeople.flatMap(({ distanceKm }) => distanceKm ?? []);
  return {
    figures: [
      figuresOf('all', served),
      ...kinds.map((kind) =>
        figuresOf(
          kind,
          served.filter(({ wish }) => wish.kind === kind),
        ),
      ),
    ],
    worst: {
      ...figuresOf('all', worstPeople),
      farthestKm: ways.length === 0 ? null : Math.max(...ways),
    },
    worstPeople,
  };
}

/** The tenth that is served worst, rounded up, the worst first. */
export function worstTenth<T extends ServedPerson>(served: readonly T[]): T[] {
  return [...served].sort(worstFirst).slice(0, Math.ceil(served.length / TENTH));
}

/**
 * Staying is met inside the successors with a seat, moving by the commune's place in the person's order, retiring and
 * leaving by leaving. Somebody without a seat is not served, though they wait where they wished to.
 *
 * @source docs/decisions/0059-wishes-and-rosters.md
 */
export function servedOf({ wish, outcome, moved, rootCode }: WishedPerson): Served {
  switch (wish.kind) {
    case 'stay':
      return outcome === 'seated' && !moved ? 1 : null;
    case 'move': {
      const rank = outcome === 'seated' ? wishRank(wish, rootCode) : null;
      return rank === 1 || rank === 2 || rank === 3 ? rank : null;
    }
    case 'retire-early':
    case 'leave':
      return outcome === 'leaving' ? 1 : null;
  }
}

function figuresOf(kind: WishFigures['kind'], people: readonly ServedPerson[]): WishFigures {
  const ways = people.flatMap(({ distanceKm }) => distanceKm ?? []);
  const sum = ways.reduce((all, way) => all + way, 0);
  return {
    ...{ kind, people: people.length },
    first: people.filter(({ served }) => served === 1).length,
    topThree: people.filter(({ served }) => served !== null).length,
    unmet: people.filter(({ served }) => served === null).length,
    meanKm: ways.length === 0 ? null : Math.round((10 * sum) / ways.length) / 10,
  };
}

const UNMET = 4;

type Ranked = Pick<ServedPerson, 'key' | 'served' | 'distanceKm'>;

/** Whose wish was not met before those whose third or second was, the farther way before the nearer. */
export function worstFirst(a: Ranked, b: Ranked): number {
  return (
    (b.served ?? UNMET) - (a.served ?? UNMET) ||
    (b.distanceKm ?? 0) - (a.distanceKm ?? 0) ||
    byCodePoint(a.key, b.key)
  );
}
