import type { Day } from '../shared/day.js';
import type { Table } from '../sheet/table.js';

/** A province as its sheets give it, before anything happens. */
export interface ProvinceSheets {
  readonly provinceName: string;
  /** The first day on which the list of units is known to hold. */
  readonly knownFrom: Day;
  readonly oldUnits: Table;
  readonly positions: Table;
  readonly positionSuccessions: Table | null;
  readonly aliases: Table | null;
}
