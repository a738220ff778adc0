import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const treatmentQuery = (run: number) =>
  queryOptions({
    queryKey: ['treatment', run],
    queryFn: () => answerOf(api.GET('/api/treatment', { params: { query: { run } } })),
  });
