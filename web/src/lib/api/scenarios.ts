import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const scenariosQuery = () =>
  queryOptions({
    queryKey: ['scenarios'],
    queryFn: () => answerOf(api.GET('/api/scenarios')),
  });
