import type { Configuration } from './api/shapes.js';

/** The day the units change; where no scenario says one, today. */
export function dayOfUnits({ effectiveOn }: Configuration): string {
  return effectiveOn ?? today();
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

/** The day before or after an ISO day: spans end on the first day that is no longer in them. */
export function besides(day: string, days: -1 | 1): string {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}
