import { blankObject } from '../../../shared/blank-object.js';

/**
 * Rows on their way out of a thread, by columns: the engine copies a message value by value and each key of each row with
 * it, while the texts of a roster come again and again.
 */
export interface PackedRows {
  readonly count: number;
  readonly columns: readonly PackedColumn[];
}

/** A column of texts by their places in `texts`, or any values, `undefined` where a row has none. */
type PackedColumn =
  | { readonly key: string; readonly texts: readonly string[]; readonly at: Int32Array }
  | { readonly key: string; readonly values: readonly unknown[] };

const MISSING = -1;
const EMPTY = -2;

/** Rows of own enumerable properties; `undefined` counts as missing. */
export function packRows(rows: readonly object[]): PackedRows {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) keys.add(key);
  return { count: rows.length, columns: [...keys].map((key) => packColumn(rows, key)) };
}

function packColumn(rows: readonly object[], key: string): PackedColumn {
  const texts: string[] = [];
  const places = new Map<string, number>();
  const at = new Int32Array(rows.length);
  for (const [index, row] of rows.entries()) {
    const value = ownValue(row, key);
    if (value === undefined) at[index] = MISSING;
    else if (value === null) at[index] = EMPTY;
    else if (typeof value === 'string') at[index] = placeOf(value, texts, places);
    else return { key, values: rows.map((each) => ownValue(each, key)) };
  }
  return { key, texts, at };
}

/** Not what every object has: a key may be called `constructor`. */
function ownValue(row: object, key: string): unknown {
  return Object.hasOwn(row, key) ? (row as Readonly<Record<string, unknown>>)[key] : undefined;
}

function placeOf(text: string, texts: string[], places: Map<string, number>): number {
  const known = places.get(text);
  if (known !== undefined) return known;
  places.set(text, texts.length);
  return texts.push(text) - 1;
}

/** The rows as they were, `undefined` where a row has no such property; equal texts are one. */
export function unpackRows<Row extends object>({ count, columns }: PackedRows): Row[] {
  const blank = blankObject(columns.map(({ key }) => key));
  return Array.from({ length: count }, (_none, index) => {
    const row: Record<string, unknown> = { ...blank };
    for (const column of columns) row[column.key] = valueAt(column, index);
    return row as Row;
  });
}

function valueAt(column: PackedColumn, index: number): unknown {
  if ('values' in column) return column.values[index];
  const place = column.at[index] ?? MISSING;
  return place === EMPTY ? null : column.texts[place];
}
