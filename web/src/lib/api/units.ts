import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** Units of every level in force on a day. */
export const unitsQuery = (on: string) =>
  queryOptions({
    queryKey: ['units', on],
    queryFn: () => answerOf(api.GET('/api/units', { params: { query: { on } } })),
    staleTime: Infinity,
  });
