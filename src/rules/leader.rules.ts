import { booleanOf, type ParameterValues } from './parameters.js';
import type { PositionGroup } from './vocabulary.js';

export interface LeaderPerson {
  /** Group of the position held on the eve. */
  readonly group: PositionGroup;
  /** The leading post a person is planned for ("quy hoạch"), as typed; null = none. */
  readonly plannedTitle: string | null;
}

/** What opens a leading seat. */
export interface LeaderContext {
  readonly holdersMay: boolean;
  readonly plannedMay: boolean;
}

/** Reads the parameters once for many people. @throws NotFound when a `leader.*` parameter is missing. */
export function leaderContext(parameters: ParameterValues): LeaderContext {
  return {
    holdersMay: booleanOf(parameters, 'leader.holders-may-lead'),
    plannedMay: booleanOf(parameters, 'leader.planned-may-lead'),
  };
}

/**
 * A leading seat goes to a person who leads now or is planned for a leading post; other seats are open to all.
 *
 * @source product decision; the province's own rule for secondment asks the same (Điện Biên, October 2025: holding or
 * planned for a leadership post); parameters `leader.holders-may-lead`, `leader.planned-may-lead`
 */
export function mayTakeSeat(
  person: LeaderPerson,
  position: { readonly group: PositionGroup },
  context: LeaderContext,
): boolean {
  if (position.group !== 'leader') return true;
  if (context.holdersMay && person.group === 'leader') return true;
  return context.plannedMay && isPlannedFor(person);
}

/**
 * A person is planned for leadership where the roster names a title.
 *
 * @source product decision: working rosters have one column "quy hoạch"
 */
export function isPlannedFor(person: Pick<LeaderPerson, 'plannedTitle'>): boolean {
  return person.plannedTitle !== null && person.plannedTitle.trim() !== '';
}
