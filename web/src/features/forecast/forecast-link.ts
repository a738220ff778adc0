import type { At } from '../../lib/api/at.js';
import type { BlockCode, Forecast, ForecastPoint } from '../../lib/api/shapes.js';

/** `run=…` or `on=…`, with the block where there is one: what the API is asked with. */
export function askedOf(at: At, block: BlockCode | null): URLSearchParams {
  const asked = new URLSearchParams('run' in at ? { run: String(at.run) } : { on: at.on });
  if (block !== null) asked.set('block', block);
  return asked;
}

type Behind =
  | { readonly kind: 'retirement' | 'end-of-posting'; readonly by: string }
  | { readonly of: 'surplus' | 'shortage'; readonly day: string }
  | { readonly why: 'undated' | 'overdue' };

/** What stands behind a figure of the forecast; all blocks are said by name, since the address decides. */
export function forecastLink(at: At, block: BlockCode | null, behind: Behind): string {
  const asked = askedOf(at, null);
  asked.set('block', block ?? 'all');
  for (const [name, value] of Object.entries(behind)) asked.set(name, value);
  return `/forecast?${asked.toString()}`;
}

/** The first day and every 1 January. */
export function yearsOf({ points }: Forecast): ForecastPoint[] {
  return points.filter(({ on }, index) => index === 0 || on.endsWith('-01-01'));
}
