import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Clearing, PoolRefusalBody } from './shapes.js';

export const poolQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'pool'],
    queryFn: () => answerOf(api.GET('/api/scenarios/{id}/pool', { params: { path: { id } } })),
  });

export const registerQuery = (id: number, positionCode: string) =>
  queryOptions({
    queryKey: ['scenarios', id, 'pool', 'register', positionCode],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/pool/register', {
          params: { path: { id }, query: { positionCode } },
        }),
      ),
  });

export interface VacancyFilter {
  readonly clearing?: Clearing;
  readonly offset: number;
  readonly limit: number;
}

export const vacanciesQuery = (id: number, filter: VacancyFilter) =>
  queryOptions({
    queryKey: ['scenarios', id, 'pool', 'vacancies', filter],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/pool/vacancies', {
          params: { path: { id }, query: { ...filter } },
        }),
      ),
  });

export const ownLinesQuery = (id: number, staffId: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'pool', 'own', staffId],
    queryFn: () =>
      answerOf(
        api.GET('/api/scenarios/{id}/pool/people/{staffId}', { params: { path: { id, staffId } } }),
      ),
  });

export const lockRegisterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, positionCode }: { readonly id: number; readonly positionCode: string }) =>
      answerOf(
        api.POST('/api/scenarios/{id}/pool/register', {
          params: { path: { id } },
          body: { positionCode },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });

export const refuseMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, ...body }: PoolRefusalBody & { readonly id: number }) =>
      answerOf(api.POST('/api/scenarios/{id}/pool/refusals', { params: { path: { id } }, body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
