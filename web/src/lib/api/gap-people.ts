import { queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';

export const gapPeopleQuery = (at: At, commune: string, position: string) =>
  queryOptions({
    queryKey: ['gap-people', at, commune, position],
    queryFn: () =>
      answerOf(api.GET('/api/gap/people', { params: { query: { ...at, commune, position } } })),
  });
