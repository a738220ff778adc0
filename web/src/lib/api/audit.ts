import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query';

import type { paths } from '../api.gen.js';
import { answerOf, api } from './client.js';

type Query = NonNullable<paths['/api/audit']['get']['parameters']['query']>;

/** What the trail can be narrowed by; days are ISO, the last one inclusive. */
export interface TrailFilter {
  from?: string;
  to?: string;
  actor?: string;
  /** The beginning of it. */
  action?: string;
  /** The beginning of it. */
  subject?: string;
  kind?: string;
}

export const trailQuery = (filter: TrailFilter, offset: number, limit: number) =>
  queryOptions({
    queryKey: ['audit', filter, offset, limit],
    queryFn: () =>
      answerOf(
        api.GET('/api/audit', {
          // The address may hold anything; the API refuses what it does not know.
          params: { query: { ...filter, offset, limit } as unknown as Query },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const trailStateQuery = () =>
  queryOptions({
    queryKey: ['audit-state'],
    queryFn: () => answerOf(api.GET('/api/audit/state')),
  });

/** The mark of today, as the chain stands now. */
export const anchorQuery = () =>
  queryOptions({
    queryKey: ['audit-anchor'],
    queryFn: () => answerOf(api.GET('/api/audit/anchor')),
    staleTime: 0,
    gcTime: 0,
  });

/**
 * Reads the whole chain again.
 *
 * @param anchor a mark kept on paper to compare with, as it was typed; empty = none.
 */
export const verificationMutation = () =>
  mutationOptions({
    mutationFn: (anchor: string) =>
      answerOf(
        api.GET('/api/audit/verification', { params: { query: anchor === '' ? {} : { anchor } } }),
      ),
  });

/** Address of the trail as a workbook. */
export function trailExport(filter: TrailFilter): string {
  return `/api/audit/export.xlsx?${new URLSearchParams({ ...filter }).toString()}`;
}
