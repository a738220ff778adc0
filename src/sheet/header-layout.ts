import type { ColumnSpec, LeafColumn } from './sheet-spec.js';
import type { Range } from './workbook.js';

/** A label and the cells that it covers; rows count from 1 at the top of the header. */
export interface HeaderCell extends Range {
  readonly label: string;
}

/** The columns that hold values, from left to right. */
export function leavesOf(columns: readonly ColumnSpec[]): readonly LeafColumn[] {
  return columns.flatMap((column) => ('columns' in column ? leavesOf(column.columns) : [column]));
}

/** Rows that the header needs: 1 without groups, one more for each depth of grouping. */
export function headerDepth(columns: readonly ColumnSpec[]): number {
  return Math.max(
    1,
    ...columns.map((column) => ('columns' in column ? 1 + headerDepth(column.columns) : 1)),
  );
}

/** Each label with its merged range: a group over its columns, a leaf down to the last header row. */
export function headerCells(
  columns: readonly ColumnSpec[],
  depth = headerDepth(columns),
  firstRow = 1,
  firstColumn = 1,
): readonly HeaderCell[] {
  const cells: HeaderCell[] = [];
  let column = firstColumn;
  for (const spec of columns) {
    const width = 'columns' in spec ? leavesOf(spec.columns).length : 1;
    const lastRow = 'columns' in spec ? firstRow : depth;
    const range = { firstRow, lastRow, firstColumn: column, lastColumn: column + width - 1 };
    cells.push({ label: spec.label, ...range });
    if ('columns' in spec) cells.push(...headerCells(spec.columns, depth, firstRow + 1, column));
    column += width;
  }
  return cells;
}
