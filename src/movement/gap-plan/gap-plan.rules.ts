import { textsOf, type ParameterValues } from '../../rules/parameters.js';
import type { Day } from '../../shared/day.js';
import { WAYS, type PlanState, type Way } from './gap-plan.js';

/**
 * The province tries the ways to close a gap in its own order; a way that its list leaves out comes last.
 *
 * @source order of the ways as the province's papers give it (transfer, contract, recruit or receive, train; secondment as a
 * stop-gap); parameter `gap-plan.ways`
 */
export function waysInOrder(parameters: ParameterValues): readonly Way[] {
  const listed = textsOf(parameters, 'gap-plan.ways');
  const known = listed.flatMap((text) => WAYS.filter((way) => way === text));
  return [...known, ...WAYS.filter((way) => !known.includes(way))];
}

/**
 * A plan that is not finished on its due day is overdue from the next day on.
 *
 * @source product decision: a plan has somebody responsible and a due day
 */
export function isOverdue(
  plan: { readonly dueOn: Day; readonly state: PlanState },
  day: Day,
): boolean {
  return isOpen(plan.state) && plan.dueOn < day;
}

/**
 * Seats of a gap for which nobody has planned anything yet; plans that are done count no more, because what they brought is
 * in the registry, nor do those that were dropped.
 *
 * @source product decision
 */
export function unplannedSeats(
  shortage: number,
  plans: readonly { readonly seats: number; readonly state: PlanState }[],
): number {
  const planned = plans
    .filter(({ state }) => isOpen(state))
    .reduce((sum, { seats }) => sum + seats, 0);
  return Math.max(0, shortage - planned);
}

function isOpen(state: PlanState): boolean {
  return state === 'open' || state === 'under-way';
}
