import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { ProposalFilter } from './schema.js';

export const proposalsQuery = (runId: number, filter: ProposalFilter) =>
  queryOptions({
    queryKey: ['proposals', runId, filter],
    queryFn: () =>
      answerOf(
        api.GET('/api/runs/{id}/proposals', { params: { path: { id: runId }, query: filter } }),
      ),
    placeholderData: keepPreviousData,
  });
