import {
  keepPreviousData,
  mutationOptions,
  queryOptions,
  type QueryClient,
} from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import { sendForm } from './sent-files.js';
import type { LetterKind, LetterTemplates, NewNumberBlock } from './shapes.js';

/** What the letters are of; both null = all. */
export interface LetterSource {
  readonly scenario: number | null;
  readonly movement: number | null;
}

interface LettersAsked extends LetterSource {
  readonly search: string;
  readonly offset: number;
  readonly limit: number;
}

export const lettersQuery = ({ scenario, movement, search, ...page }: LettersAsked) =>
  queryOptions({
    queryKey: ['letters', scenario, movement, search, page],
    queryFn: () =>
      answerOf(
        api.GET('/api/letters', {
          params: {
            query: {
              ...page,
              ...(scenario !== null && { scenario }),
              ...(movement !== null && { movement }),
              ...(search && { search }),
            },
          },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export const blocksQuery = () =>
  queryOptions({
    queryKey: ['number-blocks'],
    queryFn: () => answerOf(api.GET('/api/number-blocks')),
  });

export const openBlockMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: NewNumberBlock) => answerOf(api.POST('/api/number-blocks', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['number-blocks'] }),
  });

export const templatesQuery = () =>
  queryOptions({
    queryKey: ['letter-templates'],
    queryFn: () => answerOf(api.GET('/api/letter-templates')),
  });

export const sendTemplateMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: ({ kind, file }: { kind: LetterKind; file: File }): Promise<LetterTemplates> => {
      const body = new FormData();
      body.append('file', file, file.name);
      return sendForm(`/api/letter-templates/${kind}`, body);
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['letter-templates'] }),
  });

interface IssueOrder {
  readonly blockId: number;
  readonly source:
    { readonly scenarioId: number; readonly issuedOn: string } | { readonly movementId: number };
  /** Told after each part. */
  readonly onProgress: (done: number, left: number) => void;
}

export interface Issued {
  readonly issued: number;
  readonly unchanged: number;
}

/** Asks part by part until nothing is left: what was written stays written if the page is closed. */
async function issueAll({ blockId, source, onProgress }: IssueOrder): Promise<Issued> {
  let issued = 0;
  for (;;) {
    const part = await answerOf(api.POST('/api/letters', { body: { blockId, ...source } }));
    issued += part.issued;
    onProgress(issued, part.left);
    if (part.left === 0 || part.issued === 0)
      return { issued, unchanged: part.unchanged - (issued - part.issued) };
  }
}

export const issueMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: issueAll,
    onSettled: () =>
      Promise.all(
        ['letters', 'number-blocks'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });

export const checkMutation = () =>
  mutationOptions({
    mutationFn: ({ scenario, movement }: LetterSource) =>
      answerOf(
        api.POST('/api/letters/check', {
          body: {
            ...(scenario !== null && { scenarioId: scenario }),
            ...(movement !== null && { movementId: movement }),
          },
        }),
      ),
  });
