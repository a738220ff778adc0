import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { BlockCode } from './shapes.js';

/** @param block a block's code; null = all blocks. */
export const cellsQuery = (at: At, block: BlockCode | null) =>
  queryOptions({
    queryKey: ['cells', at, block],
    queryFn: () =>
      answerOf(
        api.GET('/api/gap/cells', { params: { query: { ...at, ...(block && { block }) } } }),
      ),
    placeholderData: keepPreviousData,
  });
