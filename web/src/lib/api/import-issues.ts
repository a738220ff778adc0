import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { paths } from '../api.gen.js';
import { answerOf, api } from './client.js';

type Query = NonNullable<paths['/api/imports/{id}/issues']['get']['parameters']['query']>;

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
          params: {
            path: { id },
            query: { offset, limit, ...(severity && { severity }) } as unknown as Query,
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** How many issues there are of each kind, the gravest first. */
export const issueCodesQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id, 'issue-codes'],
    queryFn: () =>
      answerOf(api.GET('/api/imports/{id}/issues/codes', { params: { path: { id } } })),
  });
