import type { RowsFilter } from '../../../lib/api/import-rows.js';
import type { QueryParams } from '../../../lib/query-params.js';

export const ROWS_A_PAGE = 100;

/** What a view of the rows can be narrowed by; null takes all of it away. */
export const ROW_FILTERS = { severity: null, code: null, state: null, text: null, page: null };

/** A whole personal number must not stand in an address. */
const LOOKS_LIKE_A_NUMBER = /\d{6,}/;

export function isNumberLike(text: string): boolean {
  return LOOKS_LIKE_A_NUMBER.test(text.replace(/\s/g, ''));
}

export function rowsFilterOf({ get }: QueryParams): RowsFilter {
  return {
    severity: get('severity'),
    code: get('code'),
    state: get('state'),
    text: get('text'),
  };
}
