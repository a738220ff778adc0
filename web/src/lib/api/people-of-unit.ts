import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

interface ListPage {
  readonly offset: number;
  readonly limit: number;
}

/** Who has a main post in a commune or one of its divisions on a day. */
export const peopleOfUnitQuery = (unit: string, on: string, page: ListPage) =>
  queryOptions({
    queryKey: ['people', on, unit, page],
    queryFn: () => answerOf(api.GET('/api/people', { params: { query: { on, unit, ...page } } })),
    placeholderData: keepPreviousData,
  });
