import type { NoGoCase, WishKind } from '../../rules/vocabulary.js';
import type { Day } from '../../shared/day.js';

/** All that the registry keeps of one person, as stored. */
export interface PersonRecord {
  readonly staffId: number;
  /** Columns of `staff`; the group of majors by its name. */
  readonly staff: Readonly<Record<string, unknown>>;
  /** Newest first. */
  readonly postings: readonly PersonPosting[];
  readonly ratings: readonly { readonly year: number; readonly rating: string }[];
  readonly languages: readonly string[];
  readonly conditions: readonly PersonCondition[];
  readonly wishes: readonly PersonWish[];
}

export interface PersonPosting {
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly kind: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly positionCode: string;
  readonly positionName: string;
  /** A title that the Party committee manages. */
  readonly partyManaged: boolean;
  readonly seated: boolean;
  readonly fit: string | null;
}

export interface PersonCondition {
  readonly case: NoGoCase;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly liftedByRequest: boolean;
  readonly note: string | null;
}

export interface PersonWish {
  readonly campaign: string;
  readonly kind: WishKind;
  readonly communes: readonly string[];
  readonly accepted: boolean;
  readonly note: string | null;
}
