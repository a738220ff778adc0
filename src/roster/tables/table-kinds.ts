import { CONDITIONS_TABLE } from './people/conditions.table.js';
import { RATINGS_TABLE } from './people/ratings.table.js';
import { WISHES_TABLE } from './people/wishes.table.js';
import type { TableSpec } from './table-spec.js';

/** The tables of each kind of sheet: the thread that reads them finds them by its name. */
const TABLES = {
  wishes: [WISHES_TABLE],
  ratings: [RATINGS_TABLE],
  conditions: [CONDITIONS_TABLE],
} as const;

export type TableKind = keyof typeof TABLES;

export function tablesOf(kind: TableKind): readonly TableSpec<string, unknown>[] {
  return TABLES[kind];
}
