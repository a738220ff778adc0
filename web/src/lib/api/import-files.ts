import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const importFilesQuery = (id: number) =>
  queryOptions({
    queryKey: ['imports', id, 'files'],
    queryFn: () => answerOf(api.GET('/api/imports/{id}/files', { params: { path: { id } } })),
  });
