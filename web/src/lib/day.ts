import type { Configuration } from './api/shapes.js';

/** The day the units change; where no scenario says one, today. */
export function dayOfUnits({ effectiveOn }: Configuration): string {
  return effectiveOn ?? today();
}

export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
