import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Job, RunOrder } from './shapes.js';

/** How often a job is asked for beside its stream, which may break. */
const ASK_EVERY_MS = 2000;

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state !== 'queued' && state !== 'running';
}

export const jobKey = (id: number) => ['jobs', id] as const;

export const jobQuery = (id: number) =>
  queryOptions({
    queryKey: jobKey(id),
    queryFn: () => answerOf(api.GET('/api/jobs/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data !== undefined && hasEnded(state.data) ? false : ASK_EVERY_MS,
  });

/** Runs that wait or go on, newest first: whoever comes back to the page finds them. */
export const unfinishedJobsQuery = () =>
  queryOptions({
    queryKey: ['jobs', 'unfinished'],
    queryFn: () => answerOf(api.GET('/api/jobs', { params: { query: { unfinished: true } } })),
  });

interface Asked extends RunOrder {
  readonly scenarioId: number;
}

export const askForRunMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ scenarioId, ...body }: Asked) =>
      answerOf(
        api.POST('/api/scenarios/{id}/runs', { params: { path: { id: scenarioId } }, body }),
      ),
    onSuccess: (job) => keepJob(client, job),
  });

export const cancelJobMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (id: number) =>
      answerOf(api.DELETE('/api/jobs/{id}', { params: { path: { id } } })),
    onSuccess: (job) => keepJob(client, job),
  });

export function keepJob(client: QueryClient, job: Job): void {
  client.setQueryData(jobKey(job.id), job);
}
