import type { WishKind } from '../../rules/vocabulary.js';
import type { ScenarioState } from '../../scenario/scenario.js';
import { addDays, type Day } from '../../shared/day.js';

/** How far a person has come in a plan, in order. */
export const STAGES = [
  'not-placed',
  'proposed',
  'heard',
  'submitted',
  'approved',
  'decided',
  'arrived',
] as const;
export type Stage = (typeof STAGES)[number];

/** Where a person goes who gets no seat. */
export const EXITS = ['surplus', 'retired', 'left'] as const;
export type Exit = (typeof EXITS)[number];

/** What is recorded elsewhere of a person in a plan. */
export interface PersonTraces {
  readonly planState: ScenarioState;
  /** A run says what becomes of them. */
  readonly proposed: boolean;
  /** They were heard about exactly that place. */
  readonly heard: boolean;
  /** A decision with a number is in force. */
  readonly hasLetter: boolean;
  /** The plan is in the registry and its day has come: its posting for them stands, or they have gone. */
  readonly carriedOut: boolean;
}

/**
 * A person goes with the plan from a proposal to the new post; only the hearing is recorded for its own sake.
 *
 * @source DOMAIN 3.3, states of a person in a plan; docs/decisions/0057-states-of-a-person.md
 */
export function stageOf(traces: PersonTraces): Stage {
  const { planState, proposed, heard, hasLetter, carriedOut } = traces;
  if (!proposed) return 'not-placed';
  switch (planState) {
    case 'applied':
      if (carriedOut) return 'arrived';
      return hasLetter ? 'decided' : 'approved';
    case 'approved':
      return hasLetter ? 'decided' : 'approved';
    case 'submitted':
    case 'agreed':
      return 'submitted';
    case 'draft':
    case 'withdrawn':
      return heard ? 'heard' : 'proposed';
  }
}

/**
 * Whoever gets no seat waits as surplus until its year, retires or leaves.
 *
 * @param outcome null = no run says anything.
 * @param wish what a leaver asked for; a leaver who asked for nothing leaves.
 * @source DOMAIN 3.3, side ends
 */
export function exitOf(
  outcome: 'seated' | 'surplus' | 'leaving' | null,
  wish: WishKind | null,
): Exit | null {
  switch (outcome) {
    case 'surplus':
      return 'surplus';
    case 'leaving':
      return wish === 'retire-early' ? 'retired' : 'left';
    default:
      return null;
  }
}

/** Days by law to answer, from the day after the paper came. */
export interface AnswerDays {
  readonly objection: number;
  readonly complaintAccept: number;
  readonly complaintResolve: number;
}

/**
 * An objection to a plan is answered in days that the province sets; a complaint against a decision is accepted and then
 * resolved in days of the law.
 *
 * @returns the last day, calendar days counted.
 * @source Law on Complaints 02/2011/QH13, art. 27 and 28; parameters `complaint.accept-days`, `complaint.resolve-days`,
 * `objection.answer-days` (product decision: docs/decisions/0057-states-of-a-person.md)
 */
export function answerUntil(
  kind: 'objected' | 'complained',
  cameOn: Day,
  { objection, complaintAccept, complaintResolve }: AnswerDays,
): Day {
  return addDays(cameOn, kind === 'objected' ? objection : complaintAccept + complaintResolve);
}

/**
 * A complaint comes in time within so many days after the decision.
 *
 * @source Law on Complaints 02/2011/QH13, art. 9; parameter `complaint.file-days`
 */
export function complaintInTime(decidedOn: Day, cameOn: Day, days: number): boolean {
  return cameOn <= addDays(decidedOn, days);
}
