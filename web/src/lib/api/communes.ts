import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** Communes in force on a day. */
export const communesQuery = (on: string) =>
  queryOptions({
    queryKey: ['units', on, 'commune'],
    queryFn: () => answerOf(api.GET('/api/units', { params: { query: { on, level: 'commune' } } })),
    staleTime: Infinity,
  });
