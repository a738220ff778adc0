import type { QueryParams } from './query-params.js';

/** The page of a long list that the address asks for, from 1. @param param its name where a view has several lists. */
export function pageOf(get: QueryParams['get'], param = 'page'): number {
  return Math.max(1, Number.parseInt(get(param) ?? '1', 10) || 1);
}
