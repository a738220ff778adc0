import { mutationOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import { sendForm } from './sent-files.js';
import type { Batch, ColumnChoice, RowAnswer, RowPlace, TypedCell } from './shapes.js';

const at = (id: number) => ({ path: { id } });

/** Every repair answers with the batch after all its rows were checked again; its rows are then asked anew. */
function repair<T>(client: QueryClient, id: number, work: (what: T) => Promise<Batch>) {
  return mutationOptions({
    mutationFn: work,
    onSuccess: async (batch) => {
      client.setQueryData(['imports', id], batch);
      await client.invalidateQueries({ queryKey: ['imports'] });
    },
  });
}

export const correctMutation = (client: QueryClient, id: number) =>
  repair(client, id, (cells: TypedCell[]) =>
    answerOf(api.POST('/api/imports/{id}/corrections', { params: at(id), body: { cells } })),
  );

/** The cell and all that mean the same and say the same. */
export const correctAlikeMutation = (client: QueryClient, id: number) =>
  repair(client, id, (cell: TypedCell) =>
    answerOf(api.POST('/api/imports/{id}/corrections/alike', { params: at(id), body: cell })),
  );

export const answerMutation = (client: QueryClient, id: number) =>
  repair(client, id, (answers: RowAnswer[]) =>
    answerOf(api.POST('/api/imports/{id}/answers', { params: at(id), body: { answers } })),
  );

export const setAsideMutation = (client: QueryClient, id: number) =>
  repair(client, id, (body: { rows: RowPlace[]; reason: string }) =>
    answerOf(api.POST('/api/imports/{id}/set-aside', { params: at(id), body })),
  );

export const takeBackMutation = (client: QueryClient, id: number) =>
  repair(client, id, (rows: RowPlace[]) =>
    answerOf(api.DELETE('/api/imports/{id}/set-aside', { params: at(id), body: { rows } })),
  );

export const chooseColumnsMutation = (client: QueryClient, id: number) =>
  repair(client, id, (choices: ColumnChoice[]) =>
    answerOf(api.PUT('/api/imports/{id}/columns', { params: at(id), body: { choices } })),
  );

/** By the registry as it is now. */
export const checkAgainMutation = (client: QueryClient, id: number) =>
  repair(client, id, () => answerOf(api.POST('/api/imports/{id}/checks', { params: at(id) })));

export const replaceFileMutation = (client: QueryClient, id: number) =>
  repair(client, id, (file: File) => {
    const body = new FormData();
    body.append('file', file, file.name);
    return sendForm<Batch>(`/api/imports/${id}/files`, body);
  });
