import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** Loads the units of a day, and the catalogues, that ship with the program. Everything that was asked before is stale then. */
export const loadKnownMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (asOf: string) => answerOf(api.POST('/api/province/known', { body: { asOf } })),
    onSuccess: () => client.invalidateQueries(),
  });
