import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const configurationQuery = () =>
  queryOptions({
    queryKey: ['configuration'],
    queryFn: () => answerOf(api.GET('/api/configuration')),
    staleTime: Infinity,
  });
