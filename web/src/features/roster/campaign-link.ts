import type { RosterFault } from '../../lib/api/campaigns.js';
import type { CampaignUnit } from '../../lib/api/shapes.js';
import type { QueryParams } from '../../lib/query-params.js';

export const STATES = ['not-sent', 'with-errors', 'sent', 'promoted', 'signed'] as const;

export const FAULTS: readonly RosterFault[] = [
  ...(['withoutField', 'impossibleDates', 'doubles', 'withoutNumber'] as const),
];

/** Which units the table shows: those to be reminded unless the address says otherwise. */
export function shownState(get: QueryParams['get']): CampaignUnit['state'] | 'remind' | 'all' {
  const asked = get('units');
  return asked === 'all' ? 'all' : (STATES.find((each) => each === asked) ?? 'remind');
}

/** What the address says while the people of a unit, or of `all` that are shown, stand over the table; null = of none. */
export function peopleChange(people: string | null, fault: RosterFault | null = null) {
  return { people, fault, name: null, page: null };
}
