import { queryOptions } from '@tanstack/react-query';

import { fetchApi } from './door.js';
import { problemOf } from './problem.js';
import type { Pulse } from './shapes.js';

/** Colleagues see each other's pins within two seconds. */
const ASK_EVERY_MS = 1500;

interface Beat {
  readonly tag: string;
  readonly pulse: Pulse;
}

const keyOf = (scenarioId: number) => ['pulse', scenarioId] as const;

/** Who changed a scenario last, asked again and again while the page is in front; 304 while nobody did. */
export const pulseQuery = (scenarioId: number) =>
  queryOptions({
    queryKey: keyOf(scenarioId),
    queryFn: ({ client }) => beatOf(scenarioId, client.getQueryData<Beat>(keyOf(scenarioId))),
    refetchInterval: ASK_EVERY_MS,
    refetchOnWindowFocus: true,
    staleTime: 0,
    retry: false,
  });

async function beatOf(scenarioId: number, last: Beat | undefined): Promise<Beat> {
  const response = await fetchApi(`/api/scenarios/${scenarioId}/pulse`, {
    headers: last ? { 'If-None-Match': last.tag } : {},
  }).catch((cause: unknown) => {
    throw problemOf(0, cause);
  });
  if (response.status === 304 && last) return last;
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, body);
  return { tag: response.headers.get('ETag') ?? '', pulse: body as Pulse };
}
