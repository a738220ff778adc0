import { columnsOf, type RosterColumn } from './columns.js';
import { isKnownLabel, namesPeople, type ColumnChoice } from './fields.js';
import { isNumbering } from './numbering.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';

/** The rows of labels over a table. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly columns: readonly RosterColumn[];
}

/** Rows with content in which a header is looked for that does not say "Họ và tên". */
const ROWS_SEARCHED = 60;
const LABELS_NEEDED = 3;
/** More rows than any header has. */
const MOST_ROWS = 12;
/** A row of column numbers stands at most so many rows below the row that names the people. */
const DEEPEST = 4;
/** Rows below a header that show what stands under a label. */
const SAMPLE = 100;

interface HeaderRows {
  readonly firstRow: number;
  readonly lastRow: number;
}

/**
 * The headers of a sheet from the top, each over its own table: the rows that say "Họ và tên" among other known labels, with
 * the rows of parents above and of parts below; where none says so, the row with the most known labels.
 *
 * @param choices what the reader said of this sender's labels; it goes before what we think of them.
 */
export function findHeaders(
  grid: SheetGrid,
  choices: readonly ColumnChoice[] = [],
): readonly Header[] {
  const found: HeaderRows[] = [];
  for (const row of grid.rows) {
    if (row.row <= (found.at(-1)?.lastRow ?? 0) || !isHeaderRow(row)) continue;
    const firstRow = topOf(grid, row, found.at(-1));
    found.push({ firstRow, lastRow: bottomOf(grid, row) });
  }
  const fallback = found.length === 0 ? mostLabels(grid) : null;
  if (fallback !== null)
    found.push({ firstRow: topOf(grid, fallback, undefined), lastRow: bottomOf(grid, fallback) });
  return found.map((rows, index) => {
    const next = found[index + 1]?.firstRow ?? Infinity;
    const below = grid.rowsBetween(rows.lastRow, next, SAMPLE);
    return { ...rows, columns: columnsOf({ grid, ...rows, below }, choices) };
  });
}

/** Known labels in a row; a row of people has none or one by chance. */
function labelCount(row: GridRow): number {
  return filledTexts(row).filter(isKnownLabel).length;
}

function isHeaderRow(row: GridRow): boolean {
  return (
    row.texts.some(
      (text) => text !== undefined && text.length <= LONGEST_PART && namesPeople(text),
    ) && labelCount(row) >= LABELS_NEEDED
  );
}

function mostLabels(grid: SheetGrid): GridRow | null {
  const candidates = grid.rows.slice(0, ROWS_SEARCHED);
  const counts = candidates.map(labelCount);
  const most = Math.max(0, ...counts);
  return most < LABELS_NEEDED ? null : (candidates[counts.indexOf(most)] ?? null);
}

const MOTTO =
  /cộng hòa xã hội|cộng hoà xã hội|độc lập|đảng cộng sản|danh sách|trích ngang|thống kê|phụ lục|mẫu số|kèm theo/iu;

/** A row of parents may stand above the row that names the people; on a further page people may. */
function topOf(grid: SheetGrid, { row }: GridRow, before: HeaderRows | undefined): number {
  const share = before === undefined ? 0 : MOSTLY;
  const highest = Math.max(row - MOST_ROWS, before?.lastRow ?? 0) + 1;
  let top = row;
  while (top > highest) {
    const above = grid.rowAt(top - 1);
    if (above === undefined || !holdsParents(above, share)) break;
    top--;
  }
  return top;
}

/** @param share the part of its texts that must be known labels */
function holdsParents(row: GridRow, share: number): boolean {
  const filled = filledTexts(row);
  const known = labelCount(row);
  if (filled.length < 2 || known === 0 || known < filled.length * share) return false;
  return !filled.some((text) => MOTTO.test(text) || isFigure(text));
}

/** "5", "12/5/1980"; a year may be a label. */
function isFigure(text: string): boolean {
  return /^[\d\s./,()-]+$/.test(text) && !isWords(text);
}

/** Down to where the merged labels end, over rows of nothing but labels, and to the row of column numbers. */
function bottomOf(grid: SheetGrid, start: GridRow): number {
  const merged = grid
    .mergesAt(start.row)
    .filter((each) => each.lastRow < start.row + MOST_ROWS)
    .filter((each) => isKnownLabel(grid.textAt(each.firstRow, each.firstColumn)));
  const last = Math.max(start.row, ...merged.map((each) => each.lastRow));
  return Math.max(overLabels(grid, start, last), toNumbering(grid, start, last));
}

function overLabels(grid: SheetGrid, start: GridRow, from: number): number {
  let last = from;
  for (
    let next = grid.rowAt(last + 1);
    next && last < start.row + MOST_ROWS && isPartOfHeader(next, start);
    next = grid.rowAt(last + 1)
  )
    last++;
  return last;
}

/** Everything between the names of columns and their numbers is header, whatever it says. */
function toNumbering(grid: SheetGrid, start: GridRow, from: number): number {
  for (let at = start.row + 1; at <= start.row + DEEPEST; at++) {
    const row = grid.rowAt(at);
    if (row && isNumbering(filledTexts(row))) return at - 1;
    if (row && /\d/.test(firstTextOf(row))) return from;
  }
  return from;
}

function firstTextOf(row: GridRow): string {
  return filledTexts(row)[0] ?? '';
}

const MOSTLY = 0.6;
const LONGEST_PART = 60;

/** Nothing but short words without figures, most of them labels, and nothing under "TT" or "Họ và tên". */
function isPartOfHeader(row: GridRow, start: GridRow): boolean {
  const filled = filledTexts(row);
  if (filled.length < 2) return false;
  if (labelCount(row) >= filled.length * MOSTLY) return true;
  const named = start.texts.findIndex((text) => text !== undefined && namesPeople(text));
  const leftIsEmpty = row.texts.slice(0, named + 1).every((text) => (text ?? '') === '');
  const wordy = filled.every((text) => text.length <= LONGEST_PART && isWords(text));
  return leftIsEmpty && wordy && labelCount(row) > 0;
}

function isWords(text: string): boolean {
  return !/\d/.test(text) || /^(năm )?20\d{2}$/iu.test(text);
}
