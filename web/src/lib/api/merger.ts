import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';

export const mergerQuery = (scenarioId: number) =>
  queryOptions({
    queryKey: ['merger', scenarioId],
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/merger', { params: { path: { id: scenarioId } } })),
  });

/** What the list of a merger's people is narrowed by, and its order. */
export interface MergerFilter {
  readonly list: 'carried' | 'decide';
  readonly order: 'unit' | 'name';
  /** The old unit whose successors they follow. */
  readonly from?: string;
  /** The new unit that they follow into. */
  readonly commune?: string;
  readonly search?: string;
}

export const mergerPeopleQuery = (scenarioId: number, filter: MergerFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['merger', 'people', scenarioId, filter, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/merger/people', {
          params: { path: { id: scenarioId }, query: { ...filter, ...page } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
