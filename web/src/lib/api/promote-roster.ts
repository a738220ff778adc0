import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** A promoted roster changes every figure, so everything is asked anew. */
export const promoteRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (id: number) =>
      answerOf(api.POST('/api/imports/{id}/promotion', { params: { path: { id } } })),
    onSuccess: () => client.invalidateQueries(),
  });
