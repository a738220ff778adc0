import { ABOUT_TABLE, MAP_TABLE } from './merger/merger.table.js';
import { PARAMETERS_TABLE } from './law/parameters.table.js';
import { NORMS_TABLE, SEATS_TABLE } from './things/seats.table.js';
import { POSITIONS_TABLE, POSITION_SUCCESSIONS_TABLE } from './things/positions.table.js';
import { UNITS_TABLE } from './things/units.table.js';
import { CONDITIONS_TABLE } from './people/conditions.table.js';
import { RATINGS_TABLE } from './people/ratings.table.js';
import { WISHES_TABLE } from './people/wishes.table.js';
import type { TableSpec } from './table-spec.js';

/** The tables of each kind of sheet: the thread that reads them finds them by its name. */
const TABLES = {
  units: [UNITS_TABLE],
  positions: [POSITIONS_TABLE, POSITION_SUCCESSIONS_TABLE],
  seats: [SEATS_TABLE, NORMS_TABLE],
  merger: [ABOUT_TABLE, MAP_TABLE, UNITS_TABLE, SEATS_TABLE, NORMS_TABLE],
  wishes: [WISHES_TABLE],
  ratings: [RATINGS_TABLE],
  conditions: [CONDITIONS_TABLE],
  parameters: [PARAMETERS_TABLE],
} as const;

export type TableKind = keyof typeof TABLES;

export function tablesOf(kind: TableKind): readonly TableSpec<string, unknown>[] {
  return TABLES[kind];
}
