import type { Field } from './fields.js';

/** Where something of a roster stands: a sheet of a file, and a row as Excel shows it. */
export interface Line {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

interface PlacedColumn<F> {
  readonly letters: string;
  readonly label: string;
  readonly field: F | null;
}

interface PlacedTable<F> {
  readonly lastRow: number;
  readonly columns: readonly PlacedColumn<F>[];
}

/** A sheet of a file with its tables from the top. */
export interface PlacedSheet<F> {
  readonly file: string;
  readonly sheet: string;
  readonly tables: readonly PlacedTable<F>[];
}

/** Tells columns and fields of each other: a sheet may hold several tables with other columns each. */
export class ColumnPlaces<F extends string = Field> {
  private readonly tables: ReadonlyMap<string, readonly PlacedTable<F>[]>;
  private readonly fields = new Map<readonly PlacedColumn<F>[], ReadonlySet<F>>();

  constructor(sheets: readonly PlacedSheet<F>[]) {
    this.tables = new Map(sheets.map(({ file, sheet, tables }) => [keyOf(file, sheet), tables]));
  }

  /** What the columns of that row mean; the same set for all rows of a table. */
  fieldsAt(line: Line): ReadonlySet<F> {
    const columns = this.columnsAt(line);
    const known = this.fields.get(columns);
    if (known !== undefined) return known;
    const fields = new Set(columns.flatMap(({ field }) => field ?? []));
    this.fields.set(columns, fields);
    return fields;
  }

  /** The labels of that row's columns that mean nothing that we know. */
  unknownAt(line: Line): readonly string[] {
    return this.columnsAt(line).flatMap(({ field, label }) => (field === null ? [label] : []));
  }

  /** Letters of all columns of that row's table. */
  lettersAt(line: Line): readonly string[] {
    return this.columnsAt(line).map(({ letters }) => letters);
  }

  /** What the column with these letters means in that row; null = nothing that we know, or no table. */
  fieldAt(line: Line, letters: string): F | null {
    return this.columnsAt(line).find((each) => each.letters === letters)?.field ?? null;
  }

  /** The label over the column with these letters; '' where no table stands. */
  labelAt(line: Line, letters: string): string {
    return this.columnsAt(line).find((each) => each.letters === letters)?.label ?? '';
  }

  /** Letters of the first column that gives the field in that row; '' where none does. */
  lettersOf(line: Line, field: F): string {
    return this.columnsAt(line).find((each) => each.field === field)?.letters ?? '';
  }

  private columnsAt({ file, sheet, row }: Line): readonly PlacedColumn<F>[] {
    const tables = this.tables.get(keyOf(file, sheet)) ?? [];
    return tables[placeOf(row, tables)]?.columns ?? NONE;
  }
}

const NONE: readonly never[] = [];

/** The index of the first table that ends at a row or below it; a sheet may hold thousands of them, from the top. */
function placeOf(row: number, tables: readonly { readonly lastRow: number }[]): number {
  let [from, to] = [0, tables.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((tables[middle]?.lastRow ?? 0) >= row) to = middle;
    else from = middle + 1;
  }
  return from;
}

function keyOf(file: string, sheet: string): string {
  return `${file}|${sheet}`;
}
