import type { Severity } from '../shared/issue.js';

/**
 * What stands against a merger, or what its reader must know. An `error` forbids to apply the plan, a `warning` is a
 * matter of judgement, a `note` only tells. `unitCode` is the unit in question, old or new as the message says.
 */
export interface MergerBreach {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly unitCode: string;
}

export function mergerError(code: string, unitCode: string, message: string): MergerBreach {
  return { code, severity: 'error', message, unitCode };
}
