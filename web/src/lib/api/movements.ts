import {
  keepPreviousData,
  mutationOptions,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { NewMovement } from './shapes.js';

/** What a movement, a plan or a request changes is asked again everywhere. */
const KEYS = ['movements', 'endings', 'secondments', 'gap-plans', 'requests', 'people'];

interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

export const movementsQuery = (page: ListPage) =>
  queryOptions({
    queryKey: ['movements', page],
    queryFn: () => answerOf(api.GET('/api/movements', { params: { query: page } })),
    placeholderData: keepPreviousData,
  });

export const movementQuery = (id: number) =>
  queryOptions({
    queryKey: ['movements', id],
    queryFn: () => answerOf(api.GET('/api/movements/{id}', { params: { path: { id } } })),
  });

export const peopleQuery = (on: string, search: string) =>
  queryOptions({
    queryKey: ['people', on, search],
    queryFn: () =>
      answerOf(
        api.GET('/api/people', {
          params: { query: { on, offset: 0, limit: 20, ...(search && { search }) } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const endingsQuery = (on: string) =>
  queryOptions({
    queryKey: ['endings', on],
    queryFn: () => answerOf(api.GET('/api/secondments/endings', { params: { query: { on } } })),
  });

export const secondmentsQuery = (on: string, page: ListPage) =>
  queryOptions({
    queryKey: ['secondments', on, page],
    queryFn: () =>
      answerOf(api.GET('/api/secondments/proposals', { params: { query: { on, ...page } } })),
    placeholderData: keepPreviousData,
  });

export const gapPlansQuery = (on: string, page: ListPage) =>
  queryOptions({
    queryKey: ['gap-plans', on, page],
    queryFn: () => answerOf(api.GET('/api/gap-plans', { params: { query: { on, ...page } } })),
    placeholderData: keepPreviousData,
  });

export const requestsQuery = () =>
  queryOptions({
    queryKey: ['requests'],
    queryFn: () => answerOf(api.GET('/api/requests')),
  });

export const previewMutation = () =>
  mutationOptions({
    mutationFn: (body: NewMovement) => answerOf(api.POST('/api/movements/preview', { body })),
  });

export const addMovementMutation = (client: QueryClient) =>
  changing(client, (body: NewMovement) => answerOf(api.POST('/api/movements', { body })));

export type Step =
  | { readonly step: 'hearing'; readonly heardOn: string; readonly opinion: string }
  | { readonly step: 'decision'; readonly number: string; readonly decidedOn: string }
  | { readonly step: 'withdraw' }
  | { readonly step: 'take-back' };

/** One step of a movement on its way. */
export const stepMutation = (client: QueryClient, id: number) =>
  changing(client, (step: Step) => {
    const params = { path: { id } };
    switch (step.step) {
      case 'hearing': {
        const { heardOn, opinion } = step;
        return answerOf(
          api.POST('/api/movements/{id}/hearing', { params, body: { heardOn, opinion } }),
        );
      }
      case 'decision': {
        const { number, decidedOn } = step;
        return answerOf(
          api.POST('/api/movements/{id}/decision', { params, body: { number, decidedOn } }),
        );
      }
      case 'withdraw':
        return answerOf(api.DELETE('/api/movements/{id}', { params }));
      case 'take-back':
        return answerOf(api.DELETE('/api/movements/{id}/decision', { params }));
    }
  });

export interface PlanWish {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly way: 'transfer' | 'contract' | 'recruit' | 'train' | 'second';
  readonly seats: number;
  readonly responsible: string;
  readonly dueOn: string;
}

export const addPlanMutation = (client: QueryClient) =>
  changing(client, (body: PlanWish) => answerOf(api.POST('/api/gap-plans', { body })));

export const planStateMutation = (client: QueryClient) =>
  changing(
    client,
    ({ id, state }: { id: number; state: 'open' | 'under-way' | 'done' | 'dropped' }) =>
      answerOf(api.PATCH('/api/gap-plans/{id}', { params: { path: { id } }, body: { state } })),
  );

export interface RequestWish {
  readonly unitCode: string;
  readonly positionCode: string;
  readonly people: number;
  readonly reason: string;
}

export const askMutation = (client: QueryClient) =>
  changing(client, (body: RequestWish) => answerOf(api.POST('/api/requests', { body })));

export const answerMutation = (client: QueryClient) =>
  changing(client, ({ id, ...body }: { id: number; accepted: boolean; answer: string }) =>
    answerOf(api.POST('/api/requests/{id}/answer', { params: { path: { id } }, body })),
  );

function changing<In, Out>(client: QueryClient, change: (what: In) => Promise<Out>) {
  return mutationOptions({
    mutationFn: change,
    onSuccess: () => Promise.all(KEYS.map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
