import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** @param severity null = all. */
export const importIssuesQuery = (
  id: number,
  severity: string | null,
  offset: number,
  limit: number,
) =>
  queryOptions({
    queryKey: ['imports', id, 'issues', severity, offset, limit],
    queryFn: () =>
      answerOf(
        api.GET('/api/imports/{id}/issues', {
          params: { path: { id }, query: { offset, limit, ...(severity && { severity }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
