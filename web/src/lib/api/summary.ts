import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';

/** @param block which block the figures by commune are about; `all` = all of them. */
export const summaryQuery = (at: At, block: string) =>
  queryOptions({
    queryKey: ['summary', at, block],
    queryFn: () => answerOf(api.GET('/api/gap/summary', { params: { query: { ...at, block } } })),
    placeholderData: keepPreviousData,
  });
