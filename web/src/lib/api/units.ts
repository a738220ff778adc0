import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Scenario, Unit } from './shapes.js';

/** Which units are meant: those in force on a day, or those that a plan leaves, which takes over codes of others. */
export type UnitsOf = string | Pick<Scenario, 'id'>;

/**
 * Units of every level. Those of a plan are asked for again wherever they are drawn, since the plan may be drawn anew; what was
 * known stays until the answer comes, so that a pin, which makes a version of its plan, takes nothing off the page.
 */
export const unitsQuery = (of: UnitsOf) =>
  queryOptions({
    queryKey: ['units', typeof of === 'string' ? of : { plan: of.id }],
    queryFn: () => unitsOf(of),
    staleTime: typeof of === 'string' ? Infinity : 0,
  });

function unitsOf(of: UnitsOf): Promise<Unit[]> {
  if (typeof of === 'string')
    return answerOf(api.GET('/api/units', { params: { query: { on: of } } }));
  return answerOf(api.GET('/api/scenarios/{id}/units', { params: { path: { id: of.id } } }));
}
