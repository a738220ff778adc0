import { createHash, randomBytes } from 'node:crypto';
import type { Role } from '../../shared/actor.js';
import type { Stage } from './session.entity.js';

/** Where a request comes from. */
export interface Caller {
  /** Network address. */
  readonly address: string;
  /** What the browser calls itself. */
  readonly agent: string;
  /** The cookie of a browser in which somebody signed in before, as it came; null = none. */
  readonly device: string | null;
}

/** A session as the door knows it. */
export interface KnownSession {
  readonly key: string;
  readonly stage: Stage;
  readonly csrfToken: string;
  readonly accountId: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly block: string | null;
  readonly closedScope: boolean;
}

/** A new session: its cookie's value is told once and kept nowhere. */
export interface OpenedSession {
  readonly token: string;
  readonly session: KnownSession;
}

/** Ends after so long without a request, and after so long in any case. ASVS 5.0, 7.3. */
export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;

export const newToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a cookie: reading it does not let anybody in. */
export function keyOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
