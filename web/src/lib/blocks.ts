import type { BlockCode } from './api/shapes.js';

/** Staffing blocks in the order of the norms. */
export const BLOCKS: readonly BlockCode[] = [
  'government',
  'party',
  'front',
  'military',
  'public-service',
];
