import { normalised } from '../../shared/text.js';
import type { Cell, Range, Row, Sheet } from '../../sheet/workbook.js';

/** A row whose cells are found by column. */
export interface GridRow {
  readonly row: number;
  readonly hidden: boolean;
  /** Sparse, by 1-based column. */
  readonly cells: readonly (Cell | undefined)[];
  /** What the cells say, in comparable form; sparse like the cells. */
  readonly texts: readonly (string | undefined)[];
}

/** The rows of a sheet with access by row and column, merged ranges resolved to their first cell. */
export interface SheetGrid {
  readonly rows: readonly GridRow[];
  readonly lastColumn: number;
  /** The rows between two row numbers, both left out; at most `most`. */
  rowsBetween(after: number, before: number, most?: number): readonly GridRow[];
  /** The merged ranges that cover a row. */
  mergesAt(row: number): readonly Range[];
  rowAt(row: number): GridRow | undefined;
  /** The cell itself, or the first cell of the merged range that covers it. */
  shownAt(row: number, column: number): Cell | undefined;
  /** What that cell says; '' for none. */
  textAt(row: number, column: number): string;
}

/** More rows than a merged cell of a roster ever covers. */
const MERGED_ROWS = 5_000;
/** Ranges over one row, and places of ranges in all: merged ranges do not overlap, where nobody means harm. */
const MERGES_OF_ROW = 500;
const MERGED_PLACES = 1_000_000;

export function gridOf(sheet: Sheet): SheetGrid {
  const comparable = comparableTexts();
  const rows = sheet.rows.map((row) => gridRow(row, comparable));
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const mergesByRow = rowsOfMerges(sheet.merges);
  const shownPlace = (row: number, column: number): readonly [GridRow | undefined, number] => {
    const merge = mergesByRow
      .get(row)
      ?.find((each) => each.firstColumn <= column && column <= each.lastColumn);
    if (merge === undefined) return [byNumber.get(row), column];
    return [byNumber.get(merge.firstRow), merge.firstColumn];
  };
  return {
    rows,
    lastColumn: rows.reduce((last, row) => Math.max(last, row.cells.length - 1), 0),
    rowsBetween(after, before, most = Infinity) {
      const from = placeAfter(rows, after);
      return rows.slice(from, Math.min(placeAfter(rows, before - 1), from + most));
    },
    mergesAt: (row) => mergesByRow.get(row) ?? [],
    rowAt: (row) => byNumber.get(row),
    shownAt(row, column) {
      const [shown, at] = shownPlace(row, column);
      return shown?.cells[at];
    },
    textAt(row, column) {
      const [shown, at] = shownPlace(row, column);
      return shown?.texts[at] ?? '';
    },
  };
}

/** Ð and ð of Iceland look like Đ and đ, and no Vietnamese word has them. */
function withDyet(text: string): string {
  return text.replace(/Ð/g, 'Đ').replace(/ð/g, 'đ');
}

/** The index of the first row behind a row number; rows stand in order. */
function placeAfter(rows: readonly GridRow[], number: number): number {
  let [from, to] = [0, rows.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((rows[middle]?.row ?? 0) > number) to = middle;
    else from = middle + 1;
  }
  return from;
}

function rowsOfMerges(merges: readonly Range[]): ReadonlyMap<number, readonly Range[]> {
  const byRow = new Map<number, Range[]>();
  let places = 0;
  for (const merge of merges) {
    const last = Math.min(merge.lastRow, merge.firstRow + MERGED_ROWS);
    for (let row = merge.firstRow; row <= last && places < MERGED_PLACES; row++, places++) {
      const ranges = byRow.get(row) ?? [];
      if (ranges.length < MERGES_OF_ROW) ranges.push(merge);
      byRow.set(row, ranges);
    }
  }
  return byRow;
}

/** Different texts of a sheet that are kept; what comes later is worked out each time. */
const KEPT_TEXTS = 20_000;

/** What a cell's text is compared as; most texts of a roster come again and again. */
function comparableTexts(): (text: string) => string {
  const known = new Map<string, string>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const comparable = withDyet(normalised(text));
    if (known.size < KEPT_TEXTS) known.set(text, comparable);
    return comparable;
  };
}

function gridRow({ row, hidden, cells }: Row, comparable: (text: string) => string): GridRow {
  const width = (cells.at(-1)?.column ?? 0) + 1;
  const byColumn = new Array<Cell | undefined>(width);
  const texts = new Array<string | undefined>(width);
  for (const cell of cells) {
    byColumn[cell.column] = cell;
    texts[cell.column] = comparable(cell.text);
  }
  return { row, hidden, cells: byColumn, texts };
}

/** The texts of a row that say something, from left to right. */
export function filledTexts(row: GridRow): readonly string[] {
  return row.texts.filter((text): text is string => text !== undefined && text !== '');
}
