import { AsyncLocalStorage } from 'node:async_hooks';
import type { Actor } from '../shared/actor.js';
import type { Caller, KnownSession } from './session/session.js';

/** One request and who sent it. */
export interface Visit {
  readonly caller: Caller;
  /** Also of a sign-in that is not complete. */
  readonly session: KnownSession | null;
  /** null = nobody, or a sign-in that is not complete. */
  readonly actor: Actor | null;
}

const visits = new AsyncLocalStorage<Visit>();

/** Everything that `work` starts belongs to this request. */
export function during<T>(visit: Visit, work: () => T): T {
  return visits.run(visit, work);
}

/** The request that is being answered; null outside of one. */
export function currentVisit(): Visit | null {
  return visits.getStore() ?? null;
}
