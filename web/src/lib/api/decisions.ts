import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { AnswerReason, AskedUnit, UnitAnswer } from './shapes.js';

export const agreementsQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'agreements'],
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/agreements', { params: { path: { id } } })),
  });

export const preflightQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'preflight'],
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/application', { params: { path: { id } } })),
  });

export interface Answering {
  readonly id: number;
  readonly units: readonly Pick<AskedUnit, 'unitCode' | 'side'>[];
  readonly answer: UnitAnswer;
  readonly reason?: AnswerReason;
  readonly note?: string;
}

export const answerUnitMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, units, ...said }: Answering) =>
      answerOf(
        api.POST('/api/scenarios/{id}/agreements', {
          params: { path: { id } },
          body: { units: [...units], ...said },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });

export type Step =
  | ('submitted' | 'draft' | 'withdrawn')
  | ('agreement' | 'approval' | 'application' | 'taking-back');

export interface Stepping {
  readonly id: number;
  readonly version: number;
  readonly step: Step;
  readonly runId?: number;
}

/** One step of a plan, as it was last seen. */
export const stepMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: async ({ id, version, step, runId }: Stepping) => {
      const params = { path: { id } };
      const body = { version };
      switch (step) {
        case 'agreement':
          return answerOf(api.POST('/api/scenarios/{id}/agreement', { params, body }));
        case 'approval':
          return answerOf(api.POST('/api/scenarios/{id}/approval', { params, body }));
        case 'application':
          return answerOf(api.POST('/api/scenarios/{id}/application', { params, body }));
        case 'taking-back':
          return answerOf(api.DELETE('/api/scenarios/{id}/application', { params, body }));
        default:
          return answerOf(
            api.POST('/api/scenarios/{id}/state', {
              params,
              body: { ...body, to: step, ...(runId !== undefined && { runId }) },
            }),
          );
      }
    },
    onSettled: (_answer, _error, { step }) =>
      client.invalidateQueries(CHANGES_REGISTRY.has(step) ? {} : { queryKey: ['scenarios'] }),
  });

export interface Scheduling {
  readonly id: number;
  readonly version: number;
  /** null = the appointment is called off. */
  readonly on: string | null;
}

/** Appoints the day on which an approved plan is applied. */
export const scheduleMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, version, on }: Scheduling) => {
      const params = { path: { id } };
      return on === null
        ? answerOf(api.DELETE('/api/scenarios/{id}/application/schedule', { params }))
        : answerOf(
            api.POST('/api/scenarios/{id}/application/schedule', { params, body: { version, on } }),
          );
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });

/** What every view of the registry shows may be another thing afterwards. */
const CHANGES_REGISTRY: ReadonlySet<Step> = new Set(['application', 'taking-back']);
