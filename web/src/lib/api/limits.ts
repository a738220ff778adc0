import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { BlockCode } from './shapes.js';

export const limitsQuery = (at: At) =>
  queryOptions({
    queryKey: ['limits', at],
    queryFn: () => answerOf(api.GET('/api/limits/summary', { params: { query: at } })),
    placeholderData: keepPreviousData,
  });

export const unitLimitsQuery = (
  at: At,
  block: BlockCode | null,
  page: ListPage & { readonly overOnly: boolean },
) =>
  queryOptions({
    queryKey: ['limits', 'units', at, block, page],
    queryFn: () => {
      const { overOnly, ...part } = page;
      const only = overOnly ? { only: 'over' as const } : {};
      return answerOf(
        api.GET('/api/limits/units', {
          params: { query: { ...at, ...(block && { block }), ...part, ...only } },
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

export const rankPlacementsQuery = (at: At, block: BlockCode | null, page: ListPage) =>
  queryOptions({
    queryKey: ['limits', 'ranks', at, block, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/limits/rank-placements', {
          params: { query: { ...at, ...(block && { block }), ...page } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

/** Limits whose counts are lists of people; null = everybody. */
export const COUNTED = [
  'vice-chairs-per-commune',
  'deputies-per-organisation',
  'rank-share',
] as const;

export interface CountedFilter {
  readonly counted: (typeof COUNTED)[number] | null;
  readonly rank: string | null;
}

export const limitPeopleQuery = (at: At, { counted, rank }: CountedFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['limits', 'people', at, counted, rank, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/limits/people', {
          params: {
            query: { ...at, ...(counted && { counted }), ...(rank !== null && { rank }), ...page },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });
