import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Batch } from './shapes.js';

/** Every figure is asked anew, but not the preview: of a promoted batch there is none. */
function written(client: QueryClient, batch: Batch): Promise<void> {
  client.setQueryData(['imports', batch.id], batch);
  return client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[2] !== 'preview' });
}

interface Promotion {
  readonly id: number;
  /** Of the preview that the reader has seen: another registry than then is refused. */
  readonly preview: string;
}

export const promoteRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, preview }: Promotion) =>
      answerOf(
        api.POST('/api/imports/{id}/promotion', { params: { path: { id } }, body: { preview } }),
      ),
    onSuccess: (batch) => written(client, batch),
  });

export const undoRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (id: number) =>
      answerOf(api.DELETE('/api/imports/{id}/promotion', { params: { path: { id } } })),
    onSuccess: (batch) => written(client, batch),
  });
