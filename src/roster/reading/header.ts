import { columnLetters } from '../../sheet/cell-reference.js';
import {
  fieldOf,
  isKnownLabel,
  labelKey,
  LABEL_JOIN,
  namesPeople,
  type ColumnChoice,
  type Field,
} from './fields.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';

/** A column of the table and what it means; `field` null = kept with the row under its label. */
export interface RosterColumn {
  readonly column: number;
  readonly letters: string;
  readonly label: string;
  readonly field: Field | null;
}

export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly RosterColumn[];
}

const ROWS_SEARCHED = 25;
const LABELS_NEEDED = 3;

/**
 * The header of a roster: the rows among the first ones with content that hold the most known labels; null = none.
 *
 * @param choices what the reader said of this sender's labels; it goes before what we think of them.
 */
export function findHeader(grid: SheetGrid, choices: readonly ColumnChoice[] = []): Header | null {
  const candidates = grid.rows.slice(0, ROWS_SEARCHED);
  const best = bestRow(candidates);
  if (best === null) return null;
  const firstRow = topOf(candidates, best);
  const lastRow = bottomOf(grid, candidates, best);
  const columns = columnsOf({ grid, firstRow, lastRow }, choices);
  return { firstRow, lastRow, columns };
}

/** Known labels in a row; a row of people has none or one by chance. */
export function labelCount(row: GridRow): number {
  return filledTexts(row).filter(isKnownLabel).length;
}

/** The row that says "Họ và tên", however many words of labels a person's row may hold by chance; else the one with most. */
function bestRow(candidates: readonly GridRow[]): number | null {
  const sure = candidates.findIndex(
    (row) => filledTexts(row).some(namesPeople) && labelCount(row) >= LABELS_NEEDED,
  );
  if (sure >= 0) return sure;
  const counts = candidates.map(labelCount);
  const most = Math.max(0, ...counts);
  return most < LABELS_NEEDED ? null : counts.indexOf(most);
}

/** A row of parents may stand above the row with the most labels. */
function topOf(candidates: readonly GridRow[], best: number): number {
  let top = best;
  while (top > 0 && isAdjacent(candidates, top - 1) && labelCount(candidates[top - 1]!) >= 2) top--;
  return candidates[top]!.row;
}

function isAdjacent(candidates: readonly GridRow[], index: number): boolean {
  return candidates[index + 1]!.row - candidates[index]!.row === 1;
}

/** Down to where the merged labels end, and over rows of nothing but labels below. */
function bottomOf(grid: SheetGrid, candidates: readonly GridRow[], best: number): number {
  const start = candidates[best]!.row;
  const merged = grid.merges
    .filter((each) => each.firstRow <= start && each.lastRow >= start)
    .filter((each) => isKnownLabel(grid.textAt(each.firstRow, each.firstColumn)));
  let last = Math.max(start, ...merged.map((each) => each.lastRow));
  for (let next = grid.rowAt(last + 1); next && isOnlyLabels(next); next = grid.rowAt(last + 1))
    last++;
  return last;
}

const MOSTLY = 0.6;

function isOnlyLabels(row: GridRow): boolean {
  const filled = filledTexts(row);
  return filled.length >= 2 && labelCount(row) >= filled.length * MOSTLY;
}

/** The rows of labels. */
interface LabelRows {
  readonly grid: SheetGrid;
  readonly firstRow: number;
  readonly lastRow: number;
}

function columnsOf(rows: LabelRows, choices: readonly ColumnChoice[]): readonly RosterColumn[] {
  const chosen = new Map(choices.map(({ label, field }) => [label, field]));
  const labelled = labelsOf(rows);
  const taken = new Set<Field>();
  const fields = new Map<number, Field | null>();
  for (const { column, label } of labelled) {
    const choice = chosen.get(labelKey(label));
    if (choice !== undefined) fields.set(column, freeField(choice, taken));
  }
  return labelled.map(({ column, label, path }) => ({
    column,
    letters: columnLetters(column),
    label,
    field: fields.has(column) ? (fields.get(column) ?? null) : freeField(fieldOf(path), taken),
  }));
}

/** Every column up to the last with its label, which no other column has. */
function labelsOf(
  rows: LabelRows,
): readonly { readonly column: number; readonly label: string; readonly path: string }[] {
  const labels = new Set<string>();
  return Array.from({ length: rows.grid.lastColumn }, (_none, index) => {
    const column = index + 1;
    const letters = columnLetters(column);
    const path = pathAt(rows, column);
    return {
      column,
      path,
      label: distinct(path === '' ? `Cột ${letters}` : path, letters, labels),
    };
  });
}

/** The labels over a column from the top, each once; a blank one is continued from the left where it is a parent. */
function pathAt(rows: LabelRows, column: number): string {
  const { grid, firstRow, lastRow } = rows;
  const path: string[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const own = grid.textAt(row, column);
    const text = own === '' && row < lastRow ? parentFromLeft(rows, row, column) : own;
    if (text !== '' && text !== path[path.length - 1]) path.push(text);
  }
  return path.join(LABEL_JOIN);
}

/** Without merged cells a parent stands over its first column only: the others have a label of their own below. */
function parentFromLeft({ grid, lastRow }: LabelRows, row: number, column: number): string {
  const labelled = (at: number): boolean => (grid.rowAt(lastRow)?.texts[at] ?? '') !== '';
  for (let left = column; left > 0 && labelled(left); left--) {
    const text = grid.textAt(row, left);
    if (text !== '') return text;
  }
  return '';
}

/** A name may stand in two columns under one label; any other field is taken once, the rest stays unknown. */
function freeField(field: Field | null, taken: Set<Field>): Field | null {
  if (field === null || (taken.has(field) && field !== 'fullName')) return null;
  taken.add(field);
  return field;
}

function distinct(label: string, letters: string, labels: Set<string>): string {
  const result = labels.has(label) ? `${label} (cột ${letters})` : label;
  labels.add(result);
  return result;
}
