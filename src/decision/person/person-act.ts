import type { Day } from '../../shared/day.js';

/** What is recorded of a person in a plan because nothing else tells it. */
export const ACT_KINDS = ['heard', 'objected', 'complained', 'answered', 'handed-over'] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** How a person who was heard takes what is meant for them. */
export const STANCES = ['agrees', 'proposes', 'disagrees'] as const;
export type Stance = (typeof STANCES)[number];

/** Why a person objects or complains. */
export const GRIEVANCES = [
  'too-far',
  'family',
  'health',
  'not-my-field',
  'lower-post',
  'order-of-choice',
  'procedure',
  'facts-wrong',
  'other',
] as const;
export type Grievance = (typeof GRIEVANCES)[number];

/** What came of it. */
export const REPLIES = ['upheld', 'partly-upheld', 'rejected', 'withdrawn'] as const;
export type Reply = (typeof REPLIES)[number];

/** Codes that each kind may carry; a hand-over carries none. */
export const CODES_OF: Readonly<Record<ActKind, readonly string[]>> = {
  heard: STANCES,
  objected: GRIEVANCES,
  complained: GRIEVANCES,
  answered: REPLIES,
  'handed-over': [],
};

/** An act as stored. */
export interface PersonAct {
  readonly id: number;
  readonly staffId: number;
  readonly kind: ActKind;
  /** The objection or complaint that is answered. */
  readonly ofAct: number | null;
  readonly happenedOn: Day;
  readonly code: string | null;
  /** The opinion, the words of an objection or answer, or to whom work is handed over. */
  readonly note: string;
  /** The last day to answer an objection or complaint, by the law of the day on which it came. */
  readonly answerUntil: Day | null;
  /** Of which place the person was heard; null = to stay without a seat, or to leave. */
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly recordedName: string;
  readonly recordedAt: string;
}

export type NewAct = Pick<
  PersonAct,
  'staffId' | 'kind' | 'ofAct' | 'happenedOn' | 'code' | 'note' | 'answerUntil'
> &
  Pick<PersonAct, 'unitCode' | 'positionCode'> & { readonly scenarioId: number };
