import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { fetchApi } from './door.js';
import { problemOf } from './problem.js';
import type { Batch } from './shapes.js';

export interface Roster {
  readonly files: readonly File[];
  readonly sender: string;
  /** The day the roster describes, ISO. */
  readonly asOf: string;
}

export const sendRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: sendRoster,
    onSuccess: () => client.invalidateQueries({ queryKey: ['imports'] }),
  });

async function sendRoster({ files, sender, asOf }: Roster): Promise<Batch> {
  const body = new FormData();
  for (const file of files) body.append('files', file, file.name);
  body.append('sender', sender);
  body.append('asOf', asOf);
  const response = await fetchApi('/api/imports', { method: 'POST', body }).catch(
    (cause: unknown) => {
      throw problemOf(0, cause);
    },
  );
  const answer: unknown = await response.json().catch(() => undefined);
  if (!response.ok) throw problemOf(response.status, answer);
  return answer as Batch;
}
