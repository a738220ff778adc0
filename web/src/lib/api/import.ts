import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const importQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id],
    queryFn: () => answerOf(api.GET('/api/imports/{id}', { params: { path: { id } } })),
  });
