import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { Scope } from './shapes.js';

/** @param block which block the figures by commune are about; `all` = all of them. */
export const summaryQuery = (at: At, block: Scope) =>
  queryOptions({
    queryKey: ['summary', at, block],
    queryFn: () => answerOf(api.GET('/api/gap/summary', { params: { query: { ...at, block } } })),
    placeholderData: keepPreviousData,
  });
