import { useSyncExternalStore } from 'react';

/** Whether the tour is shown, and whether an account was offered it: kept in this browser, for each login. */
const KEY = 'bo-tri-tour';

let running = false;
const listeners = new Set<() => void>();

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function tell(): void {
  for (const listener of listeners) listener();
}

/** Where nothing can be kept, nothing is offered: better never than again and again. */
function seenBy(): readonly string[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((each) => typeof each === 'string') : [];
  } catch {
    return null;
  }
}

export function useTourIsOffered(login: string): boolean {
  return useSyncExternalStore(listen, () => {
    const seen = seenBy();
    return seen !== null && !seen.includes(login);
  });
}

export function useTourRuns(): boolean {
  return useSyncExternalStore(listen, () => running);
}

export function startTour(): void {
  running = true;
  tell();
}

/** Ends it, and does not offer it to this account again. */
export function endTour(login: string): void {
  running = false;
  try {
    localStorage.setItem(KEY, JSON.stringify([...new Set([...(seenBy() ?? []), login])]));
  } catch {
    // The browser keeps nothing: then nothing is offered either.
  }
  tell();
}
