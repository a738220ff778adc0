import type { StaffWish } from '../../registry/staff-row.js';
import type { WishKind } from '../../rules/vocabulary.js';
import type { Day } from '../../shared/day.js';
import type { EventField, EventValues } from '../event/person-event.js';

/** Family facts that a wish form brings, as far as a file has them. */
export const FAMILY_FIELDS = [
  'addressText',
  'spousePersonalNumber',
] as const satisfies EventField[];

export interface WantedWish {
  readonly staffId: number;
  readonly kind: WishKind;
  /** Names, the first wish first. */
  readonly communes: readonly string[];
  readonly givenOn: Day;
  /** On which paper it rests. */
  readonly reason: string;
  /** What is absent stays as it is. */
  readonly family: EventValues;
}

/** What a wish recorded on the page changed, as it is needed to take it back. */
export interface WishChanges {
  readonly campaign: string;
  /** The wish that counted before, of whatever campaign; null = none. */
  readonly replaced: WishKind | null;
  readonly before: EventValues & { readonly wish: StaffWish | null };
  readonly after: EventValues & { readonly wish: StaffWish };
}

export interface WishRecord {
  readonly id: number;
  readonly staffId: number;
  readonly givenOn: Day;
  readonly changes: WishChanges;
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly takenBack: boolean;
}

/** A wish in the registry. */
export interface StandingWish extends StaffWish {
  readonly campaign: string;
}

/** Whether two are the same but for the words beside them. */
export function isSameWish(a: StaffWish | null, b: StaffWish | null): boolean {
  const parts = (wish: StaffWish | null) =>
    wish && JSON.stringify([wish.kind, wish.communes, wish.accepted]);
  return parts(a) === parts(b);
}
