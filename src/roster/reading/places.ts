import type { Field } from './fields.js';
import type { RosterColumn } from './header.js';
import type { RosterReading } from './roster-reading.js';

/** Where something of a roster stands: a sheet of a file, and a row as Excel shows it. */
export interface Line {
  readonly file: string;
  readonly sheet: string;
  readonly row: number;
}

/** Tells columns and fields of each other: a sheet may hold several tables with other columns each. */
export class ColumnPlaces {
  private readonly tables = new Map<
    string,
    { lastRow: number; columns: readonly RosterColumn[] }[]
  >();

  constructor(files: readonly { readonly name: string; readonly reading: RosterReading }[]) {
    for (const { name, reading } of files)
      for (const { sheet, tables } of reading.sheets)
        this.tables.set(keyOf(name, sheet), [...tables]);
  }

  /** What the column with these letters means in that row; null = nothing that we know, or no table. */
  fieldAt(line: Line, letters: string): Field | null {
    return this.columnsAt(line).find((each) => each.letters === letters)?.field ?? null;
  }

  /** The label over the column with these letters; '' where no table stands. */
  labelAt(line: Line, letters: string): string {
    return this.columnsAt(line).find((each) => each.letters === letters)?.label ?? '';
  }

  /** Letters of the first column that gives the field in that row; '' where none does. */
  lettersOf(line: Line, field: Field): string {
    return this.columnsAt(line).find((each) => each.field === field)?.letters ?? '';
  }

  private columnsAt({ file, sheet, row }: Line): readonly RosterColumn[] {
    const tables = this.tables.get(keyOf(file, sheet)) ?? [];
    return tables.find((table) => row <= table.lastRow)?.columns ?? [];
  }
}

function keyOf(file: string, sheet: string): string {
  return `${file}|${sheet}`;
}
