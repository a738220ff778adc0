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
  readonly merges: readonly Range[];
  rowAt(row: number): GridRow | undefined;
  /** The cell itself, or the first cell of the merged range that covers it. */
  shownAt(row: number, column: number): Cell | undefined;
  /** What that cell says; '' for none. */
  textAt(row: number, column: number): string;
}

export function gridOf(sheet: Sheet): SheetGrid {
  const rows = sheet.rows.map(gridRow);
  const byNumber = new Map(rows.map((row) => [row.row, row]));
  const mergesByRow = new Map<number, Range[]>();
  for (const merge of sheet.merges)
    for (let row = merge.firstRow; row <= Math.min(merge.lastRow, merge.firstRow + 5_000); row++)
      mergesByRow.set(row, [...(mergesByRow.get(row) ?? []), merge]);
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
    merges: sheet.merges,
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

function gridRow({ row, hidden, cells }: Row): GridRow {
  const byColumn: (Cell | undefined)[] = [];
  const texts: (string | undefined)[] = [];
  for (const cell of cells) {
    byColumn[cell.column] = cell;
    texts[cell.column] = withDyet(normalised(cell.text));
  }
  return { row, hidden, cells: byColumn, texts };
}

/** The texts of a row that say something, from left to right. */
export function filledTexts(row: GridRow): readonly string[] {
  return row.texts.filter((text): text is string => text !== undefined && text !== '');
}
