import { keepPreviousData, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { ComparedList } from './shapes.js';

/** Runs as the address and the API write them. */
export type RunList = string;

export const comparisonQuery = (runs: RunList) =>
  queryOptions({
    queryKey: ['comparison', runs],
    queryFn: () => answerOf(api.GET('/api/comparisons', { params: { query: { runs } } })),
    placeholderData: keepPreviousData,
  });

export interface PeopleFilter extends ListPage {
  readonly list: ComparedList;
  readonly search?: string;
  readonly commune?: string;
}

export const comparedPeopleQuery = (runs: RunList, filter: PeopleFilter) =>
  queryOptions({
    queryKey: ['comparison', 'people', runs, filter],
    queryFn: () =>
      answerOf(api.GET('/api/comparisons/people', { params: { query: { runs, ...filter } } })),
    placeholderData: keepPreviousData,
  });

export const needsQuery = (runs: RunList) =>
  queryOptions({
    queryKey: ['comparison', 'needs', runs],
    queryFn: () => answerOf(api.GET('/api/comparisons/needs', { params: { query: { runs } } })),
    placeholderData: keepPreviousData,
  });

export const choicesQuery = () =>
  queryOptions({
    queryKey: ['comparison', 'choices'],
    queryFn: () => answerOf(api.GET('/api/comparisons/choices')),
  });
