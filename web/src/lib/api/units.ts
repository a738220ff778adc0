import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Scenario, Unit } from './shapes.js';

/** Which units are meant: those in force on a day, or those that a plan leaves, which takes over codes of others. */
export type UnitsOf = string | Pick<Scenario, 'id' | 'version'>;

/** Units of every level. */
export const unitsQuery = (of: UnitsOf) =>
  queryOptions({
    queryKey: ['units', typeof of === 'string' ? of : { plan: of.id, version: of.version }],
    queryFn: () => unitsOf(of),
    staleTime: Infinity,
  });

function unitsOf(of: UnitsOf): Promise<Unit[]> {
  if (typeof of === 'string')
    return answerOf(api.GET('/api/units', { params: { query: { on: of } } }));
  return answerOf(api.GET('/api/scenarios/{id}/units', { params: { path: { id: of.id } } }));
}
