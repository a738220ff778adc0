import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { BlockCode } from './shapes.js';

/** @param block null = all of them. */
export const forecastQuery = (at: At, block: BlockCode | null) =>
  queryOptions({
    queryKey: ['forecast', at, block],
    queryFn: () =>
      answerOf(
        api.GET('/api/forecast/summary', { params: { query: { ...at, ...(block && { block }) } } }),
      ),
    placeholderData: keepPreviousData,
  });

export interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

export const leaversQuery = (
  at: At,
  block: BlockCode | null,
  page: ListPage & { readonly lastOnly: boolean },
) =>
  queryOptions({
    queryKey: ['leavers', at, block, page],
    queryFn: () => {
      const { lastOnly, ...part } = page;
      const only = lastOnly ? { only: 'last-holders' as const } : {};
      return answerOf(
        api.GET('/api/forecast/leavers', {
          params: { query: { ...at, ...(block && { block }), ...part, ...only } },
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

export const trainingQuery = (at: At, block: BlockCode | null, page: ListPage) =>
  queryOptions({
    queryKey: ['training', at, block, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/forecast/training', {
          params: { query: { ...at, ...(block && { block }), ...page } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
