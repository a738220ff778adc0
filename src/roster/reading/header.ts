import { columnsOf, type RosterColumn } from './columns.js';
import { namesPeople, type ColumnChoice } from './fields.js';
import { KnownLabels } from './known-labels.js';
import { isNumbering } from './numbering.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { tableBeside, type TableBeside } from './table-beside.js';

/** The rows of labels over a table. */
export interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  /** Without those of a table beside it. */
  readonly columns: readonly RosterColumn[];
  /** A second table to the right of it; it is not read. */
  readonly beside: TableBeside | null;
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
  return headersOf(grid, new KnownLabels(choices));
}

/** The same by labels that are asked for one sheet after the other. */
export function headersOf(grid: SheetGrid, labels: KnownLabels): readonly Header[] {
  const sheet: LabelledSheet = { grid, labels };
  const found: HeaderRows[] = [];
  for (const row of grid.rows) {
    if (row.row <= (found.at(-1)?.lastRow ?? 0) || !isHeaderRow(row, labels)) continue;
    const firstRow = topOf(sheet, row, found.at(-1));
    found.push({ firstRow, lastRow: bottomOf(sheet, row) });
  }
  const fallback = found.length === 0 ? mostLabels(sheet) : null;
  if (fallback !== null)
    found.push({ firstRow: topOf(sheet, fallback, undefined), lastRow: bottomOf(sheet, fallback) });
  return found.map((rows, index) => {
    const next = found[index + 1]?.firstRow ?? Infinity;
    const below = grid.rowsBetween(rows.lastRow, next, SAMPLE);
    const columns = columnsOf({ grid, ...rows, below }, labels);
    const beside = tableBeside(columns);
    const last = beside?.firstColumn ?? Infinity;
    return { ...rows, beside, columns: columns.filter(({ column }) => column < last) };
  });
}

interface LabelledSheet {
  readonly grid: SheetGrid;
  readonly labels: KnownLabels;
}

/** Known labels in a row; a row of people has none or one by chance. */
function labelCount(row: GridRow, labels: KnownLabels): number {
  return filledTexts(row).filter(labels.isKnown).length;
}

function isHeaderRow(row: GridRow, labels: KnownLabels): boolean {
  return (
    row.texts.some(
      (text) => text !== undefined && text.length <= LONGEST_PART && namesPeople(text),
    ) && labelCount(row, labels) >= LABELS_NEEDED
  );
}

function mostLabels({ grid, labels }: LabelledSheet): GridRow | null {
  const candidates = grid.rows.slice(0, ROWS_SEARCHED);
  const counts = candidates.map((row) => labelCount(row, labels));
  const most = Math.max(0, ...counts);
  return most < LABELS_NEEDED ? null : (candidates[counts.indexOf(most)] ?? null);
}

const MOTTO =
  /cộng hòa xã hội|cộng hoà xã hội|độc lập|đảng cộng sản|danh sách|trích ngang|thống kê|phụ lục|mẫu số|kèm theo/iu;

/** A row of parents may stand above the row that names the people; on a further page people may. */
function topOf(
  { grid, labels }: LabelledSheet,
  { row }: GridRow,
  before: HeaderRows | undefined,
): number {
  const share = before === undefined ? 0 : MOSTLY;
  const highest = Math.max(row - MOST_ROWS, before?.lastRow ?? 0) + 1;
  let top = row;
  while (top > highest) {
    const above = grid.rowAt(top - 1);
    if (above === undefined || !holdsParents(above, share, labels)) break;
    top--;
  }
  return top;
}

/** @param share the part of its texts that must be known labels */
function holdsParents(row: GridRow, share: number, labels: KnownLabels): boolean {
  const filled = filledTexts(row);
  const known = labelCount(row, labels);
  if (filled.length < 2 || known === 0 || known < filled.length * share) return false;
  return !filled.some((text) => MOTTO.test(text) || isFigure(text));
}

/** "5", "12/5/1980"; a year may be a label. */
function isFigure(text: string): boolean {
  return /^[\d\s./,()-]+$/.test(text) && !isWords(text);
}

/** Down to where the merged labels end, over rows of nothing but labels, and to the row of column numbers. */
function bottomOf(sheet: LabelledSheet, start: GridRow): number {
  const { grid, labels } = sheet;
  const merged = grid
    .mergesAt(start.row)
    .filter((each) => each.lastRow < start.row + MOST_ROWS)
    .filter((each) => labels.isKnown(grid.textAt(each.firstRow, each.firstColumn)));
  const last = Math.max(start.row, ...merged.map((each) => each.lastRow));
  return Math.max(overLabels(sheet, start, last), toNumbering(grid, start, last));
}

function overLabels({ grid, labels }: LabelledSheet, start: GridRow, from: number): number {
  let last = from;
  for (
    let next = grid.rowAt(last + 1);
    next && last < start.row + MOST_ROWS && isPartOfHeader(next, { start, grid, labels });
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

/**
 * Nothing but short words without figures: most of them labels, or nothing under "TT" and "Họ và tên" and a parent over
 * several of them. A person whose name is a formula that was never calculated has a label over each word.
 */
function isPartOfHeader(
  row: GridRow,
  { start, grid, labels }: LabelledSheet & { readonly start: GridRow },
): boolean {
  const filled = filledTexts(row);
  if (filled.length < 2) return false;
  const known = labelCount(row, labels);
  if (known >= filled.length * MOSTLY) return true;
  const named = start.texts.findIndex((text) => text !== undefined && namesPeople(text));
  const leftIsEmpty = row.texts.slice(0, named + 1).every((text) => (text ?? '') === '');
  const hasParent = row.texts.some((text, at) => (text ?? '') !== '' && !start.texts[at]);
  const wordy = filled.every((text) => text.length <= LONGEST_PART && isWords(text));
  return leftIsEmpty && wordy && (isUnderParents(row, start, grid) || (hasParent && known > 0));
}

/** Every text stands below a label that is merged over several columns. */
function isUnderParents(row: GridRow, start: GridRow, grid: SheetGrid): boolean {
  const wide = grid
    .mergesAt(start.row)
    .filter((each) => each.lastRow === start.row && each.lastColumn > each.firstColumn);
  return row.texts.every(
    (text, at) =>
      (text ?? '') === '' ||
      wide.some(({ firstColumn, lastColumn }) => firstColumn <= at && at <= lastColumn),
  );
}

/** "BHXH 8%". */
const PERCENT = /(?<=\p{L}\s?)\(?\d{1,2}([.,]\d)?\s?%\)?/gu;

function isWords(text: string): boolean {
  return !/\d/.test(text.replace(PERCENT, '')) || /^(năm )?20\d{2}$/iu.test(text);
}
