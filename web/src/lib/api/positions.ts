import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** Job positions in force on a day. */
export const positionsQuery = (on: string) =>
  queryOptions({
    queryKey: ['positions', on],
    queryFn: () => answerOf(api.GET('/api/positions', { params: { query: { on } } })),
    staleTime: Infinity,
  });
