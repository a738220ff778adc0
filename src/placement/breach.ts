import type { Severity } from '../shared/issue.js';

/**
 * What stands against a placement. Breaches by pins are named and never repaired: an `error` forbids to apply the run, a
 * `warning` is the officer's to judge. Codes are null where the breach is not about one.
 */
export interface PlacementBreach {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly personKey: string | null;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
}

interface About {
  readonly personKey?: string;
  readonly unitCode?: string;
  readonly positionCode?: string;
}

export function placementBreach(
  code: string,
  severity: Severity,
  about: About,
  message: string,
): PlacementBreach {
  return {
    code,
    severity,
    message,
    personKey: about.personKey ?? null,
    unitCode: about.unitCode ?? null,
    positionCode: about.positionCode ?? null,
  };
}
