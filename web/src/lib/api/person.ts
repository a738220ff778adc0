import { mutationOptions, queryOptions } from '@tanstack/react-query';

import { answerOf, api } from './client.js';

/** The file of a person on a day. Every look is an entry in the trail, so an answer stays for as long as it is shown. */
export const personFileQuery = (id: number, on: string) =>
  queryOptions({
    queryKey: ['person', id, on],
    queryFn: () =>
      answerOf(api.GET('/api/people/{id}', { params: { path: { id }, query: { on } } })),
    staleTime: Infinity,
    gcTime: 0,
  });

export interface Reveal {
  readonly id: number;
  /** A class of fields, or the key of one. */
  readonly fields: string;
  readonly purpose: string;
}

/** Opens protected values of a person. What comes back is kept by whoever shows it and nowhere else. */
export const revealMutation = () =>
  mutationOptions({
    mutationFn: ({ id, fields, purpose }: Reveal) =>
      answerOf(
        api.POST('/api/people/{id}/reveals', {
          params: { path: { id } },
          body: { fields, purpose },
        }),
      ),
    gcTime: 0,
  });
