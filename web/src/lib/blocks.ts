import type { BlockCode, Scope } from './api/shapes.js';

/** Staffing blocks in the order of the norms. */
export const BLOCKS: readonly BlockCode[] = [
  'government',
  'party',
  'front',
  'military',
  'public-service',
];

/** Reads the address: a block's code, `all`, else `first`. */
export function scopeOf(param: string | null, first: Scope): Scope {
  if (param === 'all') return 'all';
  return BLOCKS.find((block) => block === param) ?? first;
}
