import { useSyncExternalStore } from 'react';

import type { Session } from './shapes.js';

/**
 * What every call to the API passes through. It carries the session's token on calls that change something, and holds a call
 * back that was refused because the session ended: after the same person signed in again it is sent once more.
 */

let token: string | null = null;
let login: string | null = null;
let ended = false;
let lastAnswerAt = Date.now();
let waiting: ((again: boolean) => void)[] = [];
const listeners = new Set<() => void>();

/** Whose session calls belong to from now on, and the token that unsafe ones carry. */
export function keepSession(whose: string | null, csrfToken: string | null): void {
  login = whose;
  token = csrfToken;
}

/** Whether the session ended while its page is open. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(listen, () => ended);
}

export function sayEnded(): void {
  setEnded(true);
}

/** Sends the calls again that wait (the same person is back), or refuses them. */
export function resume(again: boolean): void {
  const held = waiting;
  waiting = [];
  setEnded(false);
  for (const go of held) go(again);
}

/** Milliseconds since the API answered last. */
export function quietFor(): number {
  return Date.now() - lastAnswerAt;
}

/** `fetch` for the API. */
export async function fetchApi(input: Request | string, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const first = await sent(request.clone());
  if (first.status === 403 && (await codeOf(first)) === 'access.csrf' && (await freshToken())) {
    return sent(request);
  }
  if (first.status !== 401 || isAboutSession(request)) return first;
  const again = await untilSignedIn();
  return again ? sent(request) : first;
}

async function sent(request: Request): Promise<Response> {
  const isUnsafe = !['GET', 'HEAD'].includes(request.method);
  if (isUnsafe && token !== null) request.headers.set('X-CSRF-Token', token);
  const response = await fetch(request);
  lastAnswerAt = Date.now();
  return response;
}

/** The same person may have signed in anew in another tab. */
async function freshToken(): Promise<boolean> {
  const answer = await fetch('/api/session').catch(() => null);
  const session = (await answer?.json().catch(() => null)) as Session | null;
  if (!session?.csrfToken || session.csrfToken === token || session.account?.login !== login) {
    return false;
  }
  token = session.csrfToken;
  return true;
}

async function codeOf(response: Response): Promise<unknown> {
  const body = (await response
    .clone()
    .json()
    .catch(() => null)) as { code?: unknown } | null;
  return body?.code;
}

/** Signing in has refusals of its own. */
function isAboutSession(request: Request): boolean {
  return new URL(request.url).pathname.startsWith('/api/session');
}

function untilSignedIn(): Promise<boolean> {
  setEnded(true);
  return new Promise((go) => waiting.push(go));
}

function setEnded(now: boolean): void {
  if (ended === now) return;
  ended = now;
  for (const tell of listeners) tell();
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
