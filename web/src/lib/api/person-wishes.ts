import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { WishBody } from './shapes.js';

/** Wishes of a person recorded on the page, and the communes that one may name. */
export const personWishesQuery = (id: number) =>
  queryOptions({
    queryKey: ['person-wishes', id],
    queryFn: () => answerOf(api.GET('/api/people/{id}/wishes', { params: { path: { id } } })),
  });

export const recordWishMutation = (client: QueryClient, id: number) =>
  changing(client, (body: WishBody) =>
    answerOf(api.POST('/api/people/{id}/wishes', { params: { path: { id } }, body })),
  );

export const takeWishBackMutation = (client: QueryClient) =>
  changing(client, (id: number) =>
    answerOf(api.DELETE('/api/wish-records/{id}', { params: { path: { id } } })),
  );

/** A wish stands in the file too, and plans are no longer of now. */
function changing<In, Out>(client: QueryClient, change: (what: In) => Promise<Out>) {
  return mutationOptions({ mutationFn: change, onSuccess: () => client.invalidateQueries() });
}
