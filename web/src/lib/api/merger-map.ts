import {
  keepPreviousData,
  mutationOptions,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { DrawnMap, MapToSave } from './shapes.js';

const keyOf = (scenarioId: number) => ['merger-map', scenarioId] as const;

/** The map of a plan as it stands; asked for anew each time it is opened. */
export const mergerMapQuery = (scenarioId: number) =>
  queryOptions({
    queryKey: keyOf(scenarioId),
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/map', { params: { path: { id: scenarioId } } })),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });

/** The law's criteria and the breaches under a map that is being drawn. */
export const mapPreviewQuery = (scenarioId: number, map: DrawnMap) =>
  queryOptions({
    queryKey: ['merger-map-preview', scenarioId, map],
    queryFn: () =>
      answerOf(
        api.POST('/api/scenarios/{id}/map/preview', {
          params: { path: { id: scenarioId } },
          body: map,
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });

export const pastedMapMutation = (scenarioId: number) =>
  mutationOptions({
    mutationFn: (text: string) =>
      answerOf(
        api.POST('/api/scenarios/{id}/map/pasted', {
          params: { path: { id: scenarioId } },
          body: { text },
        }),
      ),
  });

/** Whatever was said of the plan is of the old map from then on. */
export const saveMapMutation = (client: QueryClient, scenarioId: number) =>
  mutationOptions({
    mutationFn: (map: MapToSave) =>
      answerOf(
        api.PUT('/api/scenarios/{id}/map', { params: { path: { id: scenarioId } }, body: map }),
      ),
    onSuccess: (saved) => {
      client.setQueryData(keyOf(scenarioId), saved);
      for (const key of ['scenarios', 'run-changes', 'merger', 'what-if', 'why-person', 'why-seat'])
        void client.invalidateQueries({ queryKey: [key] });
    },
  });
