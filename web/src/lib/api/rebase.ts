import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { RebaseChoice } from './shapes.js';

/** What the registry of now has otherwise than a plan. */
export const rebaseQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', id, 'rebase'],
    queryFn: () => answerOf(api.GET('/api/scenarios/{id}/rebase', { params: { path: { id } } })),
  });

interface Rebasing {
  readonly id: number;
  readonly version: number;
  readonly mark: string;
  readonly name: string;
  readonly choices: readonly { readonly key: string; readonly choice: RebaseChoice }[];
}

/** A plan made anew as a draft. */
export const rebaseMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, choices, ...said }: Rebasing) =>
      answerOf(
        api.POST('/api/scenarios/{id}/rebase', {
          params: { path: { id } },
          body: { ...said, choices: [...choices] },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
