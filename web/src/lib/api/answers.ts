import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** Answers about a run do not change while it is the same run. */
const KEPT_MS = 5 * 60_000;

/** @param commune tell only of places there; null = everywhere. */
export const whyPersonQuery = (
  runId: number,
  staffId: number,
  most: number,
  commune: string | null = null,
) =>
  queryOptions({
    queryKey: ['why-person', runId, staffId, most, commune],
    queryFn: () =>
      answerOf(
        api.GET('/api/runs/{id}/people/{staffId}/why', {
          params: {
            path: { id: runId, staffId },
            query: { most, ...(commune !== null && { commune }) },
          },
        }),
      ),
    staleTime: KEPT_MS,
    retry: false,
  });

export const whySeatQuery = (runId: number, unit: string, position: string, most: number) =>
  queryOptions({
    queryKey: ['why-seat', runId, unit, position, most],
    queryFn: () =>
      answerOf(
        api.GET('/api/runs/{id}/seats/why', {
          params: { path: { id: runId }, query: { unit, position, most } },
        }),
      ),
    staleTime: KEPT_MS,
    retry: false,
  });

/** Asked anew each time: the facts of now are what it is about. */
export const runChangesQuery = (runId: number) =>
  queryOptions({
    queryKey: ['run-changes', runId],
    queryFn: () => answerOf(api.GET('/api/runs/{id}/changes', { params: { path: { id: runId } } })),
  });
