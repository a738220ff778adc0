import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { BlockCode } from './shapes.js';

export interface PayoutFilter {
  readonly leavingOn: string;
  readonly appendix: 'I' | 'II';
  readonly who: 'surplus' | 'all';
  readonly block: BlockCode | null;
}

export const payoutsQuery = (at: At, { block, ...filter }: PayoutFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['payouts', at, block, filter, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/payouts', {
          params: { query: { ...at, ...filter, ...(block && { block }), ...page } },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
