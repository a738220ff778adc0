import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { PinOrder, WhatIfOrder } from './shapes.js';

export const pinsQuery = (scenarioId: number) =>
  queryOptions({
    queryKey: ['pins', scenarioId],
    queryFn: () =>
      answerOf(api.GET('/api/scenarios/{id}/pins', { params: { path: { id: scenarioId } } })),
  });

/** What a pin would really change in a run, and what would stand against it. */
export const whatIfQuery = (runId: number, order: WhatIfOrder) =>
  queryOptions({
    queryKey: ['what-if', runId, order],
    queryFn: () =>
      answerOf(
        api.POST('/api/runs/{id}/what-if', { params: { path: { id: runId } }, body: order }),
      ),
    retry: false,
  });

/** The best plan under the pins of now beside the stored run. @param version of the scenario: it changes with each pin. */
export const withPinsQuery = (runId: number, version: number) =>
  queryOptions({
    queryKey: ['with-pins', runId, version],
    queryFn: () =>
      answerOf(api.GET('/api/runs/{id}/with-pins', { params: { path: { id: runId } } })),
    retry: false,
  });

/** Everything that was said of the scenario's runs is of the pins of before. */
function forget(client: QueryClient): Promise<void> {
  const keys = ['pins', 'scenarios', 'run-changes', 'what-if', 'why-person', 'why-seat'];
  return Promise.all(keys.map((key) => client.invalidateQueries({ queryKey: [key] }))).then(
    () => undefined,
  );
}

interface SetPin extends PinOrder {
  readonly scenarioId: number;
}

export const setPinMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ scenarioId, ...body }: SetPin) =>
      answerOf(
        api.POST('/api/scenarios/{id}/pins', { params: { path: { id: scenarioId } }, body }),
      ),
    onSettled: () => forget(client),
  });

interface TakenPin {
  readonly scenarioId: number;
  readonly pin: number;
  readonly version: number;
}

export const takePinOffMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ scenarioId, pin, version }: TakenPin) =>
      answerOf(
        api.DELETE('/api/scenarios/{id}/pins/{pin}', {
          params: { path: { id: scenarioId, pin }, query: { version } },
        }),
      ),
    onSettled: () => forget(client),
  });
