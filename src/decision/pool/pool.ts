import type { Ranked, RankedPerson } from '../../rules/ranking.rules.js';
import type { PersonFact } from '../../scenario/facts.js';

/** Why a vacancy is not given to somebody of the pool. */
export const REFUSAL_CODES = [
  'person-declines',
  'unit-declines',
  'too-far',
  'health',
  'needs-training',
  'kept-for-another',
  'other',
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** Somebody without a seat, with what they are ranked by. */
export interface PoolPerson extends RankedPerson {
  readonly staffId: number;
  readonly fullName: string;
  /** Where they wait, and the class of post that they keep. */
  readonly communeCode: string;
  readonly positionCode: string;
  readonly fact: PersonFact;
}

export type PoolLine = Ranked<PoolPerson>;

export interface Refusal {
  readonly staffId: number;
  readonly communeCode: string;
  readonly positionCode: string;
  readonly code: RefusalCode;
  readonly note: string;
  readonly recordedName: string;
  readonly recordedAt: string;
}
