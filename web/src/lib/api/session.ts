import { mutationOptions, queryOptions, type QueryClient } from '@tanstack/react-query';

import type { Session } from './shapes.js';
import { answerOf, api, doneOf } from './client.js';
import { keepSession } from './door.js';
import { Problem } from './problem.js';

export const SESSION_KEY = ['session'] as const;

export const sessionQuery = () =>
  queryOptions({
    queryKey: SESSION_KEY,
    queryFn: async () => kept(await answerOf(api.GET('/api/session'))),
    staleTime: Infinity,
    gcTime: Infinity,
    // Somebody may have signed out, or in as another, in another tab.
    refetchOnWindowFocus: 'always',
  });

export const signInMutation = (client: QueryClient) =>
  step(client, (who: { login: string; password: string }) =>
    answerOf(api.POST('/api/session', { body: who })),
  );

/** Goes to the sign-in of the province; the page is gone when it answers. */
export const oidcMutation = () =>
  mutationOptions({
    mutationFn: () => answerOf(api.POST('/api/session/oidc')),
    onSuccess: ({ url }) => window.location.assign(url),
  });

export const secondFactorMutation = (client: QueryClient) =>
  step(client, (code: string) =>
    answerOf(api.POST('/api/session/second-factor', { body: { code } })),
  );

export const newPasswordMutation = (client: QueryClient) =>
  step(client, (words: { current: string; password: string }) =>
    answerOf(api.POST('/api/session/password', { body: words })),
  );

export const confirmTotpMutation = (client: QueryClient) =>
  step(client, (code: string) => answerOf(api.PUT('/api/session/totp', { body: { code } })));

/** Makes a new secret within a sign-in; it counts once a code of it was confirmed. */
export const totpSecretQuery = () =>
  queryOptions({
    queryKey: ['totp-secret'],
    queryFn: () => answerOf(api.POST('/api/session/totp', { body: {} })),
    staleTime: Infinity,
    gcTime: 0,
  });

/** The same for somebody inside, who gives the password again. */
export const totpSecretMutation = () =>
  mutationOptions({
    mutationFn: (password: string) =>
      answerOf(api.POST('/api/session/totp', { body: { password } })),
  });

export type Leaving = 'here' | 'everywhere';

/** Signs out. Nothing that the former user saw stays in the page's memory. */
export const signOutMutation = (client: QueryClient, onLeft: () => void) =>
  mutationOptions({
    mutationFn: (where: Leaving) =>
      doneOf(where === 'here' ? api.DELETE('/api/session') : api.DELETE('/api/session/all')).catch(
        alreadyOut,
      ),
    onSuccess: () => {
      onLeft();
      forgetAll(client);
      client.setQueryData(SESSION_KEY, (session: Session | undefined) => session && left(session));
      void client.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });

/** Leaves a half-made session: back to login and password. */
export const startAnewMutation = (client: QueryClient) =>
  mutationOptions({
    mutationFn: () => doneOf(api.DELETE('/api/session')),
    onSettled: () => client.fetchQuery({ ...sessionQuery(), staleTime: 0 }),
  });

/** Drops every answer except who is signed in and what anybody may see. */
export function forgetAll(client: QueryClient): void {
  const isOfSomebody = {
    predicate: ({ queryKey }: { queryKey: readonly unknown[] }) => !isPublic(queryKey),
  };
  void client.cancelQueries(isOfSomebody);
  client.removeQueries(isOfSomebody);
  client.getMutationCache().clear();
}

function isPublic([name]: readonly unknown[]): boolean {
  return name === SESSION_KEY[0] || name === 'configuration' || name === 'code';
}

/** Each step of signing in answers the session as it then is. */
function step<T>(client: QueryClient, take: (words: T) => Promise<Session>) {
  return mutationOptions({
    mutationFn: take,
    onSuccess: (session) => client.setQueryData(SESSION_KEY, kept(session)),
    onError: (error) => {
      if (isSignedOut(error)) void client.invalidateQueries({ queryKey: SESSION_KEY });
    },
  });
}

function alreadyOut(error: unknown): void {
  if (!isSignedOut(error)) throw error;
}

function isSignedOut(error: unknown): boolean {
  return error instanceof Problem && error.code === 'access.signed-out';
}

function left(session: Session): Session {
  return kept({
    ...session,
    signedIn: false,
    stage: 'none',
    account: null,
    permissions: [],
    csrfToken: null,
  });
}

function kept(session: Session): Session {
  keepSession(session.account?.login ?? null, session.csrfToken);
  return session;
}
