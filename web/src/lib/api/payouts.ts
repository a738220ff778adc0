import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import type { At } from './at.js';
import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { BlockCode } from './shapes.js';

/** A total, by which the list is cut down. */
export const LISTED = [
  '178-early',
  '178-severance',
  '154-early',
  '154-move-out',
  '154-leave',
  '154-study',
  'without-pay',
] as const;

export interface PayoutFilter {
  readonly leavingOn: string;
  readonly appendix: 'I' | 'II';
  readonly who: 'surplus' | 'all';
  readonly block: BlockCode | null;
  readonly listed: (typeof LISTED)[number] | null;
}

export const payoutsQuery = (at: At, { block, listed, ...filter }: PayoutFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['payouts', at, block, listed, filter, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/payouts', {
          params: {
            query: {
              ...at,
              ...filter,
              ...(block && { block }),
              ...(listed && { listed }),
              ...page,
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
    retry: false,
  });
