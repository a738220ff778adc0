import type { ScenarioState } from './scenario.js';

/**
 * Where a scenario may go by hand from each state. Agreement and approval come with their own acts; applying and taking
 * back are acts of the decision stage. What was approved is never edited again: it is withdrawn and copied.
 *
 * @source DESIGN "The model", scenarios; product decision
 */
const BY_HAND: Readonly<Record<ScenarioState, readonly ScenarioState[]>> = {
  draft: ['submitted', 'withdrawn'],
  submitted: ['draft', 'withdrawn'],
  agreed: ['draft', 'withdrawn'],
  approved: ['withdrawn'],
  applied: [],
  withdrawn: ['draft'],
};

/** A scenario may be moved by hand only along the table. */
export function stateMayFollow(from: ScenarioState, to: ScenarioState): boolean {
  return BY_HAND[from].includes(to);
}
