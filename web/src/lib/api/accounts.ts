import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import { answerOf, api } from './client.js';
import type { AccessSettings, AccountChanges, NewAccount, ScopeWish } from './shapes.js';

const KEY = ['accounts'];
const SETTINGS_KEY = ['access-settings'];

export const accountsQuery = () =>
  queryOptions({ queryKey: KEY, queryFn: () => answerOf(api.GET('/api/accounts')) });

/** The answer tells the one-time password, once. */
export const createAccountMutation = (client: QueryClient) =>
  changing(client, (body: NewAccount) => answerOf(api.POST('/api/accounts', { body })));

export interface AccountChange {
  readonly id: number;
  readonly changes: AccountChanges;
  readonly scope?: ScopeWish[];
}

/** Changes what is named; the scope has an address of its own. */
export const changeAccountMutation = (client: QueryClient) =>
  changing(client, async ({ id, changes, scope }: AccountChange) => {
    const params = { path: { id } };
    await answerOf(api.PATCH('/api/accounts/{id}', { params, body: changes }));
    if (scope) await answerOf(api.PUT('/api/accounts/{id}/scope', { params, body: { scope } }));
  });

/** The answer tells the one-time password, once. */
export const resetPasswordMutation = (client: QueryClient) =>
  changing(client, (id: number) =>
    answerOf(api.POST('/api/accounts/{id}/password', { params: { path: { id } } })),
  );

export type Removal = 'second-factor' | 'sessions';

export const removeMutation = (client: QueryClient) =>
  changing(client, ({ id, what }: { id: number; what: Removal }) =>
    answerOf(api.DELETE(`/api/accounts/{id}/${what}`, { params: { path: { id } } })),
  );

export const settingsQuery = () =>
  queryOptions({
    queryKey: SETTINGS_KEY,
    queryFn: () => answerOf(api.GET('/api/access/settings')),
  });

export const settingsMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: (body: Pick<AccessSettings, 'secondFactorRoles'>) =>
      answerOf(api.PUT('/api/access/settings', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: SETTINGS_KEY }),
  });

function changing<In, Out>(client: QueryClient, change: (what: In) => Promise<Out>) {
  return mutationOptions({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: KEY }),
  });
}
