import { queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

export const importsQuery = () =>
  queryOptions({ queryKey: ['imports'], queryFn: () => answerOf(api.GET('/api/imports')) });
