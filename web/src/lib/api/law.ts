import {
  keepPreviousData,
  mutationOptions,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';

import { answerOf, api, doneOf } from './client.js';
import type { ListPage } from './forecast.js';
import type { LawDraft, NewParameter } from './shapes.js';

export const lawKeysQuery = () =>
  queryOptions({ queryKey: ['law', 'keys'], queryFn: () => answerOf(api.GET('/api/law/keys')) });

export const parametersQuery = (on: string) =>
  queryOptions({
    queryKey: ['law', 'parameters', on],
    queryFn: () => answerOf(api.GET('/api/law/parameters', { params: { query: { on } } })),
    placeholderData: keepPreviousData,
  });

export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: ['law', 'versions', key],
    queryFn: () => answerOf(api.GET('/api/law/versions', { params: { query: { key } } })),
  });

/** Whatever the law decides may be another figure afterwards. */
const afterwards = (client: QueryClient) => ({ onSuccess: () => client.invalidateQueries() });

export const setParameterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: NewParameter) => doneOf(api.POST('/api/law/parameters', { body })),
    ...afterwards(client),
  });

interface Confirmed {
  readonly key: string;
  readonly on: string;
  readonly unit?: string;
  readonly note?: string;
}

export const confirmParameterMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: Confirmed) => doneOf(api.POST('/api/law/confirmations', { body })),
    ...afterwards(client),
  });

export const draftsQuery = () =>
  queryOptions({
    queryKey: ['law', 'drafts'],
    queryFn: () => answerOf(api.GET('/api/law/drafts')),
  });

export const draftQuery = (id: number) =>
  queryOptions({
    queryKey: ['law', 'drafts', id],
    queryFn: () => answerOf(api.GET('/api/law/drafts/{id}', { params: { path: { id } } })),
  });

export const affectedQuery = ({ id, version }: LawDraft, page: ListPage) =>
  queryOptions({
    queryKey: ['law', 'affected', id, version, page],
    queryFn: () =>
      answerOf(api.GET('/api/law/drafts/{id}/affected', { params: { path: { id }, query: page } })),
    placeholderData: keepPreviousData,
  });

export const beginDraftMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (name: string) => answerOf(api.POST('/api/law/drafts', { body: { name } })),
    ...afterwards(client),
  });

interface InDraft {
  readonly draft: LawDraft;
}

export const setDraftRowMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ draft, body }: InDraft & { readonly body: NewParameter }) =>
      answerOf(
        api.PUT('/api/law/drafts/{id}/rows', {
          params: { path: { id: draft.id } },
          body: { ...body, version: draft.version },
        }),
      ),
    ...afterwards(client),
  });

export const removeDraftRowMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ draft, row }: InDraft & { readonly row: LawDraft['rows'][number] }) =>
      answerOf(
        api.DELETE('/api/law/drafts/{id}/rows', {
          params: {
            path: { id: draft.id },
            query: {
              version: draft.version,
              key: row.key,
              startsOn: row.startsOn,
              ...(row.unit !== null && { unit: row.unit }),
            },
          },
        }),
      ),
    ...afterwards(client),
  });

export const settleDraftMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ draft, how }: InDraft & { readonly how: 'in-force' | 'dropped' }) => {
      const asked = { params: { path: { id: draft.id } }, body: { version: draft.version } };
      return answerOf(
        how === 'in-force'
          ? api.POST('/api/law/drafts/{id}/in-force', asked)
          : api.POST('/api/law/drafts/{id}/dropped', asked),
      );
    },
    ...afterwards(client),
  });
