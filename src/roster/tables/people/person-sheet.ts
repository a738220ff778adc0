import type { Facets } from '../../facets.js';
import type { KindField, Work } from '../../sheet-kind.js';
import type { DetailPart } from '../../../registry/person-image.store.js';
import type { TableKind } from '../table-kinds.js';

/**
 * One kind of sheet about people whom the registry has: what a row says and what of a person it changes. Who the row is
 * about, how it is written down and taken back is the same for all (`PersonSheetKind`).
 */
export interface PersonSheet<Said = unknown, State = unknown> {
  readonly kind: TableKind;
  readonly fields: readonly KindField[];
  /** The part of a person that it writes. */
  readonly part: DetailPart;
  /** What it says holds for the batch's day alone: an earlier sheet of another day says nothing of it. */
  readonly ofItsDay: boolean;
  /** A person stands in one row only. */
  readonly once: boolean;

  /** What the registry has of people; somebody whom it lacks has `none`. */
  load(work: Work, staffIds: readonly number[]): Promise<ReadonlyMap<number, State>>;
  readonly none: State;

  /** What a row makes of it; a refusal is a sentence for the row. */
  apply(state: State, said: Said): State | Refused;

  /** The state after a row, but for facets that stay as they were. */
  keep(states: Both<State>, facets: ReadonlySet<string>): State;

  /**
   * The facet that somebody recorded on the page, and the one that goes with it: a sheet whose sender never spoke of it does
   * not undo it unasked. Null = nobody did.
   */
  recorded?(state: State): { readonly facet: string; readonly with: string } | null;

  /** What the mark of a row calls a facet. */
  markName(facet: string): string;

  /** The state in words, by facet: two states are equal where these are. */
  words(state: State): ReadonlyMap<string, Worded>;

  /** The state in the words of rosters, as far as they have them: by them it is found who changed it. */
  asRosterSays(state: State): Facets;

  /** Writes the states of people that have changed. */
  write(work: Work, people: readonly Written<State>[]): Promise<void>;
}

export interface Both<State> {
  readonly before: State;
  readonly after: State;
}

export interface Refused {
  readonly refused: string;
}

/** A piece of a person as a reader sees it. */
export interface Worded {
  readonly label: string;
  readonly text: string;
  /** Of a column of `fields`: its classes count. */
  readonly field: string;
  /** The column in which a sheet says it that has none of the field's own. */
  readonly orField?: string;
}

export interface Written<State> {
  readonly staffId: number;
  readonly state: State;
}

export function isRefused(answer: unknown): answer is Refused {
  return typeof answer === 'object' && answer !== null && 'refused' in answer;
}
