import type { Day } from '../shared/day.js';
import type { Classification } from './classification.js';

export const SCENARIO_STATES = [
  'draft',
  'submitted',
  'agreed',
  'approved',
  'applied',
  'withdrawn',
] as const;
export type ScenarioState = (typeof SCENARIO_STATES)[number];

/** What the states are called in messages. */
export const STATE_NAMES: Readonly<Record<ScenarioState, string>> = {
  draft: 'dự thảo',
  submitted: 'đã trình',
  agreed: 'đã thống nhất',
  approved: 'đã phê duyệt',
  applied: 'đã áp dụng',
  withdrawn: 'đã rút',
};

/** A plan: what is to be in force from `effectiveOn`, judged by the law of `rulesOn`, on frozen facts. */
export interface Scenario {
  readonly id: number;
  readonly name: string;
  readonly description: string;
  readonly state: ScenarioState;
  readonly effectiveOn: Day;
  readonly rulesOn: Day;
  /** SHA-256 of the frozen facts without surrogate ids. */
  readonly factsHash: string;
  /** The mark of secrecy that everything made from the plan carries. */
  readonly classification: Classification;
  readonly chosenRunId: number | null;
  /** Grows with every change: whoever changes says which version was seen. */
  readonly version: number;
  readonly createdAt: string;
  readonly appliedAt: string | null;
  /** Login of whoever submitted it last; null = never, or before that was kept. */
  readonly submittedBy: string | null;
  readonly submittedAt: string | null;
  readonly approvedBy: string | null;
  readonly approvedAt: string | null;
  /** SHA-256 of all that the approval was given to. */
  readonly approvedHash: string | null;
  /** Name of whoever changed it last, when and what; null before the first change. */
  readonly changedBy: string | null;
  readonly changedAt: string | null;
  readonly changedWhat: string | null;
}
