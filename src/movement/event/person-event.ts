import type { Day } from '../../shared/day.js';

/** What may be recorded of a person between two rosters. */
export const EVENT_KINDS = [
  'newcomer',
  'correction',
  'degree',
  'marriage',
  'maternity',
  'discipline',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];

/** All that stands in `person_events`: a wish has its own form and its own reader. */
export const RECORDED_KINDS = [...EVENT_KINDS, 'wish'] as const;
export type RecordedKind = (typeof RECORDED_KINDS)[number];

/** Values of a file that an event may set, by their column of `staff`. */
export const EVENT_COLUMNS = {
  fullName: 'full_name',
  sex: 'sex',
  bornOn: 'born_on',
  recruitedOn: 'recruited_on',
  homeText: 'home_text',
  addressText: 'address_text',
  degree: 'degree',
  major: 'major',
  majorGroup: 'major_group',
  school: 'school',
  rankCode: 'rank_code',
  step: 'step',
  coefficient: 'coefficient',
  positionAllowance: 'position_allowance',
  plannedTitle: 'planned_title',
  spousePersonalNumber: 'spouse_personal_number',
} as const;
export type EventField = keyof typeof EVENT_COLUMNS;
export type EventValues = Readonly<Partial<Record<EventField, string | number | null>>>;

/** What an event changed, as it is needed to take it back. */
export interface EventChanges {
  readonly before: EventValues;
  readonly after: EventValues;
  /** The case that it wrote; null = none. */
  readonly conditionId: number | null;
  /** How the person suited the posts that stood, before and after. */
  readonly fits: readonly {
    readonly postingId: number;
    readonly before: { readonly fit: string | null; readonly failedTests: readonly string[] };
    readonly after: { readonly fit: string | null; readonly failedTests: readonly string[] };
  }[];
}

export interface StoredEvent {
  readonly id: number;
  readonly staffId: number;
  readonly kind: EventKind;
  readonly effectiveOn: Day;
  readonly changes: EventChanges;
  readonly takenBack: boolean;
}
