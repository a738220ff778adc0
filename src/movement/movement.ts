import type { Finding } from '../rules/finding.js';
import type { Day } from '../shared/day.js';

/** What a decision about one person can be. */
export const MOVEMENT_KINDS = [
  'transfer',
  'secondment',
  'secondment-extension',
  'secondment-end',
  'rotation',
  'appointment',
  'reception',
  'return',
  'leaving',
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** Where a movement stands; only `decided` has written the registry. */
export const MOVEMENT_STATES = ['planned', 'heard', 'decided', 'taken-back', 'withdrawn'] as const;
export type MovementState = (typeof MOVEMENT_STATES)[number];

/** Why it is decided: it chooses the law that keeps an allowance. */
export const MOVEMENT_REASONS = ['task', 'reorganisation', 'rotation'] as const;
export type MovementReason = (typeof MOVEMENT_REASONS)[number];

/** Kinds that give another post for good: only they can lower an allowance. Who is seconded keeps the post, who leaves has none. */
export const GIVES_POST: ReadonlySet<MovementKind> = new Set([
  'transfer',
  'rotation',
  'appointment',
]);

/** Kinds that end in a unit and a position. */
export const WITH_PLACE: ReadonlySet<MovementKind> = new Set([
  'transfer',
  'secondment',
  'rotation',
  'appointment',
  'reception',
]);

/** Kinds that go on with an earlier secondment. */
export const OF_SECONDMENT: ReadonlySet<MovementKind> = new Set([
  'secondment-extension',
  'secondment-end',
]);

/** What an officer wants to be done. */
export interface WantedMovement {
  readonly staffId: number;
  readonly kind: MovementKind;
  readonly startsOn: Day;
  /** The first day after; null = open. */
  readonly endsOn: Day | null;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly reason: MovementReason;
  /** Coefficient of the position allowance in the new post; null = not known. */
  readonly newAllowance: number | null;
  /** The decided secondment that is extended or ended. */
  readonly ofMovement: number | null;
}

/** What a decided movement wrote, as it is needed to take it back. */
export interface Effects {
  readonly inserted: readonly { readonly id: number; readonly endsOn: Day | null }[];
  readonly ended: readonly Ended[];
  readonly conditions: readonly { readonly id: number; readonly endsOn: Day | null }[];
  readonly conditionsEnded: readonly Ended[];
}

/** A span whose end was changed: from `was` to `endsOn`. */
export interface Ended {
  readonly id: number;
  readonly was: Day | null;
  readonly endsOn: Day | null;
}

/** A movement as stored. */
export interface Movement extends WantedMovement {
  readonly id: number;
  readonly state: MovementState;
  readonly heardOn: Day | null;
  readonly opinion: string | null;
  readonly decisionNumber: string | null;
  readonly decidedOn: Day | null;
  readonly findings: readonly Finding[];
  readonly effects: Effects | null;
}
