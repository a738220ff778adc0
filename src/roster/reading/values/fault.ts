import type { Severity } from '../../../shared/issue.js';

/** What is wrong with one value, before it is known where it stands. */
export interface Fault {
  readonly code: string;
  readonly severity: Severity;
  /** Vietnamese: what was read and what is wanted. */
  readonly message: string;
}

/** A value as read, or null, and what is to be said about it. */
export interface Reading<T> {
  readonly value: T | null;
  readonly faults: readonly Fault[];
}

export function good<T>(value: T | null): Reading<T> {
  return { value, faults: [] };
}

export function bad<T>(code: string, message: string, severity: Severity = 'error'): Reading<T> {
  return { value: null, faults: [{ code, severity, message }] };
}

export function withFault<T>(
  value: T,
  code: string,
  message: string,
  severity: Severity,
): Reading<T> {
  return { value, faults: [{ code, severity, message }] };
}
