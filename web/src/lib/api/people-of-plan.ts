import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { PersonActBody, PlanExit, PlanStage } from './shapes.js';

export interface PeopleFilter {
  readonly stage?: PlanStage;
  readonly exit?: PlanExit;
  readonly absent?: boolean;
  readonly open?: boolean;
  readonly offset: number;
  readonly limit: number;
}

export const peopleOfPlanQuery = (id: number, filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['scenarios', id, 'people', filter],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/people', { params: { path: { id }, query: { ...filter } } }),
      ),
  });

export const personActsQuery = (id: number, staffId: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'people', 'acts', staffId],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/people/{staffId}/acts', { params: { path: { id, staffId } } }),
      ),
  });

export interface Recording extends PersonActBody {
  readonly id: number;
  readonly staffId: number;
}

export const recordActMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, staffId, ...body }: Recording) =>
      answerOf(
        api.POST('/api/scenarios/{id}/people/{staffId}/acts', {
          params: { path: { id, staffId } },
          body,
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });

export interface HandingOver {
  readonly id: number;
  readonly staffIds: readonly number[];
  readonly agreedOn: string;
  readonly note: string;
}

export const handOverMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, staffIds, ...words }: HandingOver) =>
      answerOf(
        api.POST('/api/scenarios/{id}/hand-overs', {
          params: { path: { id } },
          body: { staffIds: [...staffIds], ...words },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
