import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** null = all. */
export interface RowsFilter {
  readonly severity: string | null;
  readonly code: string | null;
  readonly state: string | null;
  readonly text: string | null;
}

export interface RowsPage extends RowsFilter {
  readonly offset: number;
  readonly limit: number;
}

export const importRowsQuery = (id: number, asked: RowsPage) =>
  queryOptions({
    queryKey: ['imports', id, 'rows', asked],
    queryFn: () =>
      answerOf(
        api.GET('/api/imports/{id}/rows', {
          // The address may hold anything; the API refuses what it does not know.
          params: { path: { id }, query: given(asked) },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const importColumnsQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id, 'columns'],
    queryFn: () => answerOf(api.GET('/api/imports/{id}/columns', { params: { path: { id } } })),
  });

function given(asked: RowsPage): Record<string, string | number> {
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== null));
}
