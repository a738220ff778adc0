import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { RowChange } from './shapes.js';

/** By the registry of this moment, so it is asked anew whenever it is opened. @param state null = all. */
export const previewQuery = (
  id: number,
  state: RowChange['state'] | null,
  offset: number,
  limit: number,
) =>
  queryOptions({
    queryKey: ['imports', id, 'preview', state, offset, limit],
    queryFn: () =>
      answerOf(
        api.GET('/api/imports/{id}/preview', {
          params: { path: { id }, query: { offset, limit, ...(state && { state }) } },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
