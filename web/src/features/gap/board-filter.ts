import type { Scope } from '../../lib/api/shapes.js';
import { scopeOf } from '../../lib/blocks.js';
import type { QueryParams } from '../../lib/query-params.js';

export const SHOWN = ['both', 'shortage', 'surplus', 'vacant', 'misfit'] as const;
export type Shown = (typeof SHOWN)[number];

export const SORTS = ['need', 'overNorm', 'surplus', 'name', 'zone'] as const;
export type Sort = (typeof SORTS)[number];

/** What the address says about the board. */
export interface BoardFilter {
  readonly show: Shown;
  readonly by: 'position' | 'field';
  /** A block's code; `all` = every block. */
  readonly block: Scope;
  readonly zone: string | null;
  readonly border: 'yes' | 'no' | null;
  readonly field: string | null;
  readonly onlyShort: boolean;
  readonly sort: Sort;
  readonly commune: string | null;
  /** The opened cell. */
  readonly cell: { readonly commune: string; readonly column: string } | null;
}

/** @param first the block where the address names none. */
export function boardFilterOf({ get }: QueryParams, first: Scope): BoardFilter {
  const border = get('border');
  const [commune, column] = (get('cell') ?? '').split('~');
  return {
    show: SHOWN.find((each) => each === get('show')) ?? 'both',
    by: get('by') === 'field' ? 'field' : 'position',
    block: scopeOf(get('block'), first),
    zone: get('zone'),
    border: border === 'yes' || border === 'no' ? border : null,
    field: get('field'),
    onlyShort: get('short') === '1',
    sort: SORTS.find((each) => each === get('sort')) ?? 'need',
    commune: get('commune'),
    cell: commune && column ? { commune, column } : null,
  };
}
