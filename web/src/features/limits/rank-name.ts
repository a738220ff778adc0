import type { Limits } from '../../lib/api/shapes.js';

/** A rank by code and name, as people write it; what is no rank stays as it is. */
export function rankName(ranks: Limits['ranks'], code: string): string {
  const name = ranks.find((each) => each.code === code)?.name;
  return name === undefined ? code : `${code} ${name}`;
}
