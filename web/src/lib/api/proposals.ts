import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { paths } from '../api.gen.js';
import { answerOf, api } from './client.js';
import type { ProposalFilter } from './proposal-filter.js';

type Query = NonNullable<paths['/api/runs/{id}/proposals']['get']['parameters']['query']>;

/** @param number a whole personal number; null = by the filter alone. */
export const proposalsQuery = (
  runId: number,
  filter: ProposalFilter,
  number: string | null = null,
) =>
  queryOptions({
    queryKey: ['proposals', runId, filter, number],
    queryFn: () =>
      answerOf(
        api.GET('/api/runs/{id}/proposals', {
          // The address may hold anything; the API refuses what it does not know.
          params: {
            path: { id: runId },
            query: filter as unknown as Query,
            ...(number !== null && { header: { 'x-personal-number': number } }),
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
