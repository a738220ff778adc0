import { LINE_HEIGHT } from './row-height.js';
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

/** A character of a bold label takes more room than one of running text. */
const BOLD = 1.3;
const DEFAULT_WIDTH = 12;

/**
 * The height of each header row, in points, at which every label is seen: one over several rows shares their height, and a
 * word is never divided.
 */
export function headerHeights(
  cells: readonly HeaderCell[],
  leaves: readonly LeafColumn[],
): readonly number[] {
  const depth = Math.max(0, ...cells.map(({ lastRow }) => lastRow));
  const heights = Array.from({ length: depth }, () => LINE_HEIGHT);
  const span = ({ firstRow, lastRow }: HeaderCell): number => lastRow - firstRow;
  for (const cell of cells.toSorted((a, b) => span(a) - span(b))) {
    const own = heights.slice(cell.firstRow - 1, cell.lastRow).reduce((a, b) => a + b, 0);
    const missing = linesOf(cell, leaves) * LINE_HEIGHT - own;
    const last = cell.lastRow - 1;
    if (missing > 0) heights[last] = (heights[last] ?? 0) + missing;
  }
  return heights;
}

function linesOf(
  { label, firstColumn, lastColumn }: HeaderCell,
  leaves: readonly LeafColumn[],
): number {
  const width = leaves
    .slice(firstColumn - 1, lastColumn)
    .reduce((sum, leaf) => sum + (leaf.width ?? DEFAULT_WIDTH), 0);
  let lines = 1;
  let used = 0;
  for (const word of label.split(/\s+/)) {
    const needed = word.length * BOLD;
    if (used > 0 && used + needed + 1 > width) {
      lines++;
      used = needed;
    } else used += needed + (used > 0 ? 1 : 0);
  }
  return lines;
}
