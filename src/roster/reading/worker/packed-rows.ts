import { blankObject } from '../../../shared/blank-object.js';

/**
 * Rows on their way out of a thread, by columns: the engine copies a message value by value and each key of each row with
 * it, while what a roster says comes again and again. Kept so, a row takes a quarter of the room.
 */
export interface PackedRows {
  readonly count: number;
  readonly columns: readonly PackedColumn[];
}

/** The different values of a column, and by row which one it has; `MISSING` where it has none. */
interface PackedColumn {
  readonly key: string;
  readonly values: readonly unknown[];
  readonly at: Int32Array;
}

const MISSING = -1;

/** Rows of own enumerable properties of JSON's kinds; `undefined` counts as missing. Equal values become one. */
export function packRows(rows: readonly object[]): PackedRows {
  const keys = new Set<string>();
  for (const row of rows) for (const key in row) keys.add(key);
  return { count: rows.length, columns: [...keys].map((key) => packColumn(rows, key)) };
}

function packColumn(rows: readonly object[], key: string): PackedColumn {
  const values: unknown[] = [];
  const places = new Map<unknown, number>();
  const at = new Int32Array(rows.length);
  // what every object has counts only where it is the row's own: a key may be called `constructor`
  const isOwn: (row: object) => boolean =
    key in Object.prototype ? (row) => Object.hasOwn(row, key) : () => true;
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index] ?? {};
    const value = isOwn(row) ? (row as Readonly<Record<string, unknown>>)[key] : undefined;
    at[index] = value === undefined ? MISSING : placeOf(value, values, places);
  }
  return { key, values, at };
}

function placeOf(value: unknown, values: unknown[], places: Map<unknown, number>): number {
  // no text of a cell begins so
  const name = typeof value === 'object' && value !== null ? `\0${JSON.stringify(value)}` : value;
  const known = places.get(name);
  if (known !== undefined) return known;
  places.set(name, values.length);
  return values.push(value) - 1;
}

function valueAt({ values, at }: PackedColumn, index: number): unknown {
  const place = at[index] ?? MISSING;
  // asking an array for what stands before its first place is slow
  return place < 0 ? undefined : values[place];
}

/** The rows as they were, `undefined` where a row has no such property; equal values of several rows are one object. */
export function* unpackRows<Row extends object>({ count, columns }: PackedRows): Generator<Row> {
  const blank = blankObject(columns.map(({ key }) => key));
  for (let index = 0; index < count; index++) {
    const row: Record<string, unknown> = { ...blank };
    for (const column of columns) row[column.key] = valueAt(column, index);
    yield row as Row;
  }
}

/** Rows of packed portions, each made when it is asked for. */
export class PackedList<Row extends object> implements Iterable<Row> {
  private readonly portions: PackedRows[] = [];

  add(portion: PackedRows): void {
    this.portions.push(portion);
  }

  *[Symbol.iterator](): Generator<Row> {
    for (const portion of this.portions) yield* unpackRows<Row>(portion);
  }
}

/** Objects that read what a row says out of its portion; all of one class, so that the engine reads them quickly. */
export function viewsOf<Row extends object>(
  keys: readonly (keyof Row & string)[],
): (portion: PackedRows) => readonly Row[] {
  class View {
    constructor(
      readonly columns: readonly (PackedColumn | undefined)[],
      readonly index: number,
    ) {}
  }
  keys.forEach((key, place) => {
    Object.defineProperty(View.prototype, key, {
      get(this: View): unknown {
        const column = this.columns[place];
        return column && valueAt(column, this.index);
      },
    });
  });
  return ({ count, columns }) => {
    const byKey = new Map(columns.map((each) => [each.key, each]));
    const inOrder = keys.map((key) => byKey.get(key));
    return Array.from(
      { length: count },
      (_none, index) => new View(inOrder, index) as unknown as Row,
    );
  };
}
