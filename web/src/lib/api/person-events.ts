import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { NewcomerBody, PersonEventBody } from './shapes.js';

export const personEventsQuery = (id: number) =>
  queryOptions({
    queryKey: ['person-events', id],
    queryFn: () => answerOf(api.GET('/api/people/{id}/events', { params: { path: { id } } })),
  });

export const addEventMutation = (client: QueryClient, id: number) =>
  changing(client, (body: PersonEventBody) =>
    answerOf(api.POST('/api/people/{id}/events', { params: { path: { id } }, body })),
  );

export const addNewcomerMutation = (client: QueryClient) =>
  changing(client, (body: NewcomerBody) => answerOf(api.POST('/api/people', { body })));

export const takeEventBackMutation = (client: QueryClient) =>
  changing(client, (id: number) =>
    answerOf(api.DELETE('/api/events/{id}', { params: { path: { id } } })),
  );

/** A file may suit other posts afterwards: whatever is shown is asked again. */
function changing<In, Out>(client: QueryClient, change: (what: In) => Promise<Out>) {
  return mutationOptions({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}
