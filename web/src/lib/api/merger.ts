import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const mergerQuery = (scenarioId: number) =>
  queryOptions({
    queryKey: ['merger', scenarioId],
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/merger', { params: { path: { id: scenarioId } } })),
  });
