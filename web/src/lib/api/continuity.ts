import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

type State = 'no-division' | 'uncovered' | 'unassigned' | 'sole' | 'covered';

export const continuityQuery = (
  on: string,
  state: State,
  page: { readonly offset: number; readonly limit: number },
) =>
  queryOptions({
    queryKey: ['continuity', on, state, page],
    queryFn: () =>
      answerOf(api.GET('/api/continuity', { params: { query: { on, state, ...page } } })),
    placeholderData: keepPreviousData,
  });
