import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { CampaignBody } from './shapes.js';

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
