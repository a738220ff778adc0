import type {
  NewRegistryRow,
  RegistryRow,
  RegistryTable,
} from '../../../registry/registry-rows.store.js';
import type { Day } from '../../../shared/day.js';
import type { ThingNames } from './thing-names.js';
import type { ThingColumn } from './thing-table.js';
import type { ThingFault, ThingSpans, ThingValues } from './thing-values.js';

/**
 * One table of the registry as sheets give it. How rows are matched, compared, written and taken back is the same for all
 * (`ThingSheetKind`).
 */
export interface ThingSheet extends ThingSpans {
  readonly table: RegistryTable;
  readonly columns: readonly ThingColumn[];
  /** Columns of the table that no sheet gives, of a new row. */
  readonly begins?: NewRegistryRow;

  /** What a new row is besides `usual` where its sheet has no column for it, by the registry. */
  usualIn?(names: ThingNames): ThingValues;

  /** What a row says, in the words of the registry: codes of the lowest unit, the province where no superior stands. */
  said(values: ThingValues, names: ThingNames, day: Day): ThingValues;

  /** What is wrong with what a row makes: above all what it names and is not there. */
  faults(values: ThingValues, names: ThingNames, day: Day): readonly ThingFault[];

  valuesOf(row: RegistryRow, names: ThingNames): ThingValues;

  /** The columns of the table; what is named and not there yet is null. */
  rowOf(values: ThingValues, names: ThingNames): NewRegistryRow;

  /** As a reader calls it. */
  subject(values: ThingValues, names: ThingNames): string;

  /** A value in words; null = empty. */
  word(column: string, value: ThingValues[string]): string | null;
}
