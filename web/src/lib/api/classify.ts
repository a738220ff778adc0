import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { Classification, Scenario } from './shapes.js';

/** Sets the mark of secrecy of a scenario, as it was last seen. */
export const classifyMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ scenario, mark }: { scenario: Scenario; mark: Classification }) =>
      answerOf(
        api.PUT('/api/scenarios/{id}/classification', {
          params: { path: { id: scenario.id } },
          body: { mark, version: scenario.version },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['scenarios'] }),
  });
