import type { QueryParams } from './query-params.js';

/** The page of a long list that the address asks for, from 1. */
export function pageOf(get: QueryParams['get']): number {
  return Math.max(1, Number.parseInt(get('page') ?? '1', 10) || 1);
}
