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

/** What the list of leavers is narrowed by. */
export interface LeaversFilter {
  readonly only?: 'last-holders';
  readonly kind?: 'retirement' | 'end-of-posting';
  /** On or before this day at the earliest. */
  readonly by?: string;
  readonly search?: string;
}

export const leaversQuery = (
  at: At,
  block: BlockCode | null,
  page: ListPage & { readonly filter: LeaversFilter },
) =>
  queryOptions({
    queryKey: ['leavers', at, block, page],
    queryFn: () => {
      const { filter, ...part } = page;
      return answerOf(
        api.GET('/api/forecast/leavers', {
          params: { query: { ...at, ...(block && { block }), ...part, ...filter } },
        }),
      );
    },
    placeholderData: keepPreviousData,
  });

/** Where people are surplus or seats short on a day to come. */
export const futureCellsQuery = (
  at: At,
  block: BlockCode | null,
  { of, by }: { readonly of: 'surplus' | 'shortage'; readonly by: string },
) =>
  queryOptions({
    queryKey: ['forecast', 'cells', at, block, of, by],
    queryFn: () =>
      answerOf(
        api.GET('/api/forecast/cells', {
          params: { query: { ...at, ...(block && { block }), of, by } },
        }),
      ),
  });

/** People who are not forecast. */
export const leftOutQuery = (
  at: At,
  block: BlockCode | null,
  { why, ...page }: ListPage & { readonly why: 'undated' | 'overdue' },
) =>
  queryOptions({
    queryKey: ['forecast', 'left-out', at, block, why, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/forecast/left-out', {
          params: { query: { ...at, ...(block && { block }), why, ...page } },
        }),
      ),
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
