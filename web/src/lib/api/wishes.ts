import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const wishesQuery = (run: number) =>
  queryOptions({
    queryKey: ['wishes', run],
    queryFn: () => answerOf(api.GET('/api/wishes', { params: { query: { run } } })),
  });
