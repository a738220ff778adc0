import type { QueryParams } from '../../lib/query-params.js';

export const MEASURES = ['shortage', 'surplus', 'vacant', 'misfit', 'overNorm'] as const;
export type Measure = (typeof MEASURES)[number];

export function measureOf({ get }: QueryParams): Measure {
  return MEASURES.find((each) => each === get('show')) ?? 'shortage';
}

/** Too many people is one colour, too few another. */
export function toneOf(measure: Measure): 'short' | 'over' {
  return measure === 'surplus' || measure === 'overNorm' ? 'over' : 'short';
}
