import { addDays, type Day } from '../../shared/day.js';

export const SIDES = ['sending', 'receiving'] as const;
export type Side = (typeof SIDES)[number];

export const ANSWERS = ['agreed', 'objected', 'overruled'] as const;
export type Answer = (typeof ANSWERS)[number];

/** Why a unit objects, or why its objection does not hold. */
export const ANSWER_REASONS = [
  'no-need',
  'not-qualified',
  'post-taken',
  'needed-here',
  'too-far',
  'family',
  'task-first',
  'answered-in-meeting',
  'other',
] as const;
export type AnswerReason = (typeof ANSWER_REASONS)[number];

export const ASKED_STATES = ['waiting', 'silent', ...ANSWERS] as const;
export type AskedState = (typeof ASKED_STATES)[number];

/**
 * How it stands with a unit that was asked: its last answer counts; without one it may still answer until the end of its
 * days, and silence after them is taken for agreement.
 *
 * @param last the answer since the plan was submitted; null = none.
 * @param days calendar days to answer, from the day after the plan was submitted: `agreement.answer-days`.
 * @source docs/decisions/0047-from-draft-to-approval.md (product decision; no text found gives these days)
 */
export function stateOfAsked(
  last: Answer | null,
  {
    submittedOn,
    days,
    today,
  }: { readonly submittedOn: Day; readonly days: number; readonly today: Day },
): AskedState {
  if (last !== null) return last;
  return today > lastDayToAnswer(submittedOn, days) ? 'silent' : 'waiting';
}

export function lastDayToAnswer(submittedOn: Day, days: number): Day {
  return addDays(submittedOn, days);
}

/**
 * A plan is agreed when no unit is waited for and no objection stands.
 *
 * @source DESIGN, states of a scenario; docs/decisions/0047-from-draft-to-approval.md
 */
export function allHaveAgreed(states: readonly AskedState[]): boolean {
  return states.every((state) => state !== 'waiting' && state !== 'objected');
}

/**
 * Whoever submitted a plan does not approve it.
 *
 * @param submittedBy login; null = nobody knows any more, which anybody may approve.
 * @source docs/decisions/0047-from-draft-to-approval.md (product decision: two people for every approval)
 */
export function secondPersonApproves(submittedBy: string | null, approver: string): boolean {
  return submittedBy !== approver;
}
