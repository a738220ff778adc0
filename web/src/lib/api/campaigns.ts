import {
  keepPreviousData,
  mutationOptions,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { ListPage } from './forecast.js';
import type { CampaignBody, CampaignPerson, CampaignUnit } from './shapes.js';

export const campaignsQuery = () =>
  queryOptions({
    queryKey: ['campaigns'],
    queryFn: () => answerOf(api.GET('/api/roster-campaigns')),
  });

export const campaignQuery = (id: number) =>
  queryOptions({
    queryKey: ['campaigns', id],
    queryFn: () => answerOf(api.GET('/api/roster-campaigns/{id}', { params: { path: { id } } })),
  });

export type RosterFault = CampaignPerson['faults'][number];

/** What the list of a campaign's people is narrowed by. */
export interface CampaignPeopleFilter {
  readonly state?: CampaignUnit['state'] | 'remind';
  readonly unit?: string;
  readonly fault?: RosterFault | 'any';
  readonly search?: string;
}

export const campaignPeopleQuery = (id: number, filter: CampaignPeopleFilter, page: ListPage) =>
  queryOptions({
    queryKey: ['campaigns', id, 'people', filter, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/roster-campaigns/{id}/people', {
          params: { path: { id }, query: { ...filter, ...page } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const openCampaignMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: CampaignBody) => answerOf(api.POST('/api/roster-campaigns', { body })),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });

export const signRosterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ id, unitCode }: { readonly id: number; readonly unitCode: string }) =>
      answerOf(
        api.POST('/api/roster-campaigns/{id}/signatures', {
          params: { path: { id } },
          body: { unitCode },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['campaigns'] }),
  });
