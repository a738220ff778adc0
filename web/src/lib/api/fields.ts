import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const fieldsQuery = () =>
  queryOptions({
    queryKey: ['fields'],
    queryFn: () => answerOf(api.GET('/api/fields')),
    staleTime: Infinity,
  });
