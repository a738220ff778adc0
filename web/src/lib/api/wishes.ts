import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { WishKind, WishList } from './shapes.js';

export const wishesQuery = (run: number) =>
  queryOptions({
    queryKey: ['wishes', run],
    queryFn: () => answerOf(api.GET('/api/wishes', { params: { query: { run } } })),
  });

/** What the list of those who wished is narrowed by, and its order. */
export interface WishFilter {
  readonly list: WishList;
  readonly order: 'worst' | 'name' | 'far';
  readonly kind?: WishKind;
  /** Where they go. */
  readonly commune?: string;
  readonly search?: string;
}

export const wishPeopleQuery = (run: number, filter: WishFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['wishes', 'people', run, filter, page],
    queryFn: () =>
      answerOf(api.GET('/api/wishes/people', { params: { query: { run, ...filter, ...page } } })),
    placeholderData: keepPreviousData,
  });
