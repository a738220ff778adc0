import { cellsFrom, type CellReader } from '../../../registry/sheet-cells.js';
import type { RegistryTable } from '../../../registry/registry-rows.store.js';
import type { Day } from '../../../shared/day.js';
import { folded } from '../../../shared/text.js';
import { MARK_LABEL } from '../../mark.js';
import type { RowValues } from '../../reading/row-values.js';
import { bad, type Reading } from '../../reading/values/fault.js';
import { partialDay } from '../../reading/values/partial-day.js';
import type { RowPlace } from '../../record.js';
import type { TableContext, TableField, TableSpec } from '../table-spec.js';
import { strict } from '../people/person-table.js';
import type { ThingValues } from './thing-values.js';

/** What a row says of a unit, a position, seats or a norm. */
export interface ThingRecord extends RowPlace {
  readonly table: ThingTableName;
  /** By column; a column that the table lacks says nothing and is not here. */
  readonly said: ThingValues;
  /** Whom or what the row is about, in its own words. */
  readonly subject: string;
  /** By which a row of our own export is known again. */
  readonly mark: string | null;
  /** null = what it is about could not be read: a fault tells why. */
  readonly isReadable: boolean;
}

export type ThingTableName = RegistryTable | 'unit_successions' | 'about' | 'law_parameters';

/** A column of such a table: its name in the files of `data/`, what we call it, and what people call it. */
export interface ThingColumn {
  readonly column: string;
  readonly label: string;
  readonly known?: readonly string[];
}

interface Own {
  readonly table: ThingTableName;
  readonly name: string;
  readonly columns: readonly ThingColumn[];
  readonly essential: readonly (readonly string[])[];
  /** What the row says by column; null = it cannot be told what it is about. */
  readonly read: (cells: CellReader) => ThingValues | null;
  readonly subject: (cells: CellReader) => string;
}

const ORDINAL: ThingColumn = { column: 'ordinal', label: 'TT', known: ['stt', 'so tt'] };
export const MARK: ThingColumn = { column: 'mark', label: MARK_LABEL };

export function thingTable(own: Own): TableSpec<string, ThingRecord> {
  return {
    name: own.name,
    fields: [ORDINAL, ...own.columns, MARK].map(fieldOf),
    essential: own.essential,
    record: (values, context) => {
      const cells = cellsOf(values, own.columns, context);
      const said = own.read(cells);
      return {
        ...context.place,
        table: own.table,
        said: said === null ? {} : spoken(said, cells),
        subject: own.subject(cells),
        mark: values.text('mark'),
        isReadable: said !== null,
      };
    },
  };
}

/** Only what has a column is said. */
function spoken(said: ThingValues, cells: CellReader): ThingValues {
  return Object.fromEntries(Object.entries(said).filter(([column]) => cells.has(column)));
}

function fieldOf({ column, label, known = [] }: ThingColumn): TableField<string> {
  const words = [label, column, ...known].map((word) =>
    folded(word)
      .replace(/[^a-z0-9]+/g, ' ')
      .trim(),
  );
  return { field: column, label, known: new RegExp(`^(${words.join('|')})$`) };
}

function cellsOf(
  values: RowValues<string>,
  columns: readonly ThingColumn[],
  { dateSystem, fields }: TableContext<string>,
): CellReader {
  const labels = new Map(columns.map(({ column, label }) => [column, label]));
  return cellsFrom({
    has: (column) => fields.has(column),
    label: (column) => labels.get(column) ?? column,
    text: (column) => values.text(column) ?? '',
    day: (column) =>
      values.value(column, (cell): Reading<Day> => {
        const read = strict(partialDay(cell, dateSystem));
        return read.value !== null && read.value.length < 'yyyy-mm-dd'.length
          ? bad('roster.day-incomplete', 'Ô này cần đủ ngày, tháng, năm, ví dụ 01/07/2025.')
          : read;
      }),
    fault: (column, code, message) => values.reportAt(column, { code, severity: 'error', message }),
  });
}
