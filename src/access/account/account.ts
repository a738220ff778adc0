import type { Role } from '../../shared/actor.js';
import type { Day } from '../../shared/day.js';

/** A unit with all below it, from a day on. */
export interface ScopeSpan {
  readonly unitCode: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
}

/** A span with the unit's name, where the registry knows the unit. */
export interface NamedScope extends ScopeSpan {
  readonly unitName: string | null;
}

/** What an account may be told about. */
export interface AccountView {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly block: string | null;
  readonly closedScope: boolean;
  readonly demo: boolean;
  readonly disabled: boolean;
  readonly secondFactor: boolean;
  readonly oneTimePassword: boolean;
  /** A one-time password that nobody used in time; it opens nothing any more. */
  readonly passwordExpired: boolean;
  /** Name of the person at the province's own sign-in; null = a password only. */
  readonly oidcSubject: string | null;
  readonly lastSeenAt: Date | null;
  readonly scope: readonly NamedScope[];
}

export interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly block: string | null;
  readonly closedScope: boolean;
  readonly scope: readonly ScopeSpan[];
}

/** What is compared at the door. */
export interface Credentials {
  readonly id: number;
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly passwordHash: string;
  readonly passwordIsOneTime: boolean;
  readonly passwordExpired: boolean;
  /** Sealed. */
  readonly totpSecret: string | null;
  readonly totpConfirmed: boolean;
  readonly totpLastStep: number | null;
}
