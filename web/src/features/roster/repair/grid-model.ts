import type {
  BatchColumns,
  BatchRow,
  Question,
  RowIssue,
  Severity,
  SheetTable,
  TypedCell,
} from '../../../lib/api/shapes.js';

/** A cell of the page that is shown: index of its row, and letters; '' = the row as a whole. */
export interface At {
  readonly row: number;
  readonly column: string;
}

/** Rows one after another that stand under the same header. */
export interface Section {
  readonly key: string;
  readonly file: string;
  readonly sheet: string;
  /** By letters. */
  readonly labels: ReadonlyMap<string, string>;
  readonly rows: readonly { readonly row: BatchRow; readonly index: number }[];
}

export interface Grid {
  readonly rows: readonly BatchRow[];
  readonly sections: readonly Section[];
  /** All columns of the page in the order of Excel. */
  readonly letters: readonly string[];
  readonly columns: BatchColumns;
}

export function gridOf(rows: readonly BatchRow[], columns: BatchColumns): Grid {
  const sections: (Section & { rows: { row: BatchRow; index: number }[] })[] = [];
  for (const [index, row] of rows.entries()) {
    const table = tableOf(columns, row);
    const key = `${row.file}|${row.sheet}|${table?.headerRow ?? 0}`;
    const last = sections.at(-1);
    if (last?.key === key) last.rows.push({ row, index });
    else sections.push({ key, ...row, labels: labelsOf(table), rows: [{ row, index }] });
  }
  const letters = new Set(sections.flatMap(({ labels }) => [...labels.keys()]));
  for (const { cells } of rows) for (const each of Object.keys(cells)) letters.add(each);
  return { rows, sections, letters: [...letters].sort(asInExcel), columns };
}

function tableOf(
  columns: BatchColumns,
  { file, sheet, row }: Pick<BatchRow, 'file' | 'sheet' | 'row'>,
): SheetTable | undefined {
  const found = columns.sheets.find((each) => each.file === file && each.sheet === sheet);
  return found?.tables.findLast(({ headerRow }) => headerRow < row);
}

function labelsOf(table: SheetTable | undefined): Map<string, string> {
  return new Map(table?.columns.map(({ letters, label }) => [letters, label]));
}

function asInExcel(a: string, b: string): number {
  return a.length - b.length || (a < b ? -1 : 1);
}

const GRAVITY: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };

export function gravest(issues: readonly RowIssue[]): Severity | null {
  const sorted = issues.map(({ severity }) => severity).sort((a, b) => GRAVITY[a] - GRAVITY[b]);
  return sorted[0] ?? null;
}

export function issuesAt(row: BatchRow, column: string): RowIssue[] {
  return row.issues.filter((issue) => issue.column === column);
}

export function isOpen({ answer }: Question): boolean {
  return answer === null;
}

/** Cells of a row to stop at, in the order of the columns. */
function faultsOf(row: BatchRow, letters: readonly string[], severity: Severity): string[] {
  return ['', ...letters].filter(
    (column) =>
      row.issues.some((issue) => issue.column === column && issue.severity === severity) ||
      (severity === 'error' && row.questions.some((q) => q.column === column && isOpen(q))),
  );
}

/** The next cell with an issue of that severity, forwards or backwards; null = none on this page. */
export function faultFrom(
  { rows, letters }: Pick<Grid, 'rows' | 'letters'>,
  { from, severity, back }: { from: At | null; severity: Severity; back: boolean },
): At | null {
  const all = rows.flatMap((row, index) =>
    faultsOf(row, letters, severity).map((column) => ({ row: index, column })),
  );
  if (from === null) return (back ? all.at(-1) : all[0]) ?? null;
  const order = new Map(['', ...letters].map((each, index) => [each, index]));
  const place = ({ row, column }: At) => row * 20_000 + (order.get(column) ?? 0);
  const here = place(from);
  return (
    (back ? all.findLast((each) => place(each) < here) : all.find((each) => place(each) > here)) ??
    null
  );
}

const A_SCREEN = 10;

/** Where a key leads from a cell; null = the key does not move. */
export function movedBy(
  key: string,
  far: boolean,
  at: At,
  { rows, letters }: Pick<Grid, 'rows' | 'letters'>,
): At | null {
  const columns = ['', ...letters];
  const here = columns.indexOf(at.column);
  const to = (row: number, column: number): At => ({
    row: Math.max(0, Math.min(rows.length - 1, row)),
    column: columns[Math.max(0, Math.min(columns.length - 1, column))] ?? '',
  });
  switch (key) {
    case 'ArrowRight':
      return to(at.row, here + 1);
    case 'ArrowLeft':
      return to(at.row, here - 1);
    case 'ArrowDown':
      return to(far ? rows.length - 1 : at.row + 1, here);
    case 'ArrowUp':
      return to(far ? 0 : at.row - 1, here);
    case 'PageDown':
      return to(at.row + A_SCREEN, here);
    case 'PageUp':
      return to(at.row - A_SCREEN, here);
    case 'Home':
      return to(far ? 0 : at.row, 0);
    case 'End':
      return to(far ? rows.length - 1 : at.row, columns.length - 1);
    default:
      return null;
  }
}

export function cellKey({ file, sheet, row }: Omit<TypedCell, 'text' | 'column'>, column: string) {
  return `${file}|${sheet}|${row}|${column}`;
}

/** What a cell says, where the reader may see it. */
export function shownText(row: BatchRow, column: string): string {
  const cell = row.cells[column];
  return cell?.state === 'shown' ? (cell.value ?? '') : '';
}

export function placeOf({ file, sheet, row }: BatchRow) {
  return { file, sheet, row };
}

/** How a column is called: by its label, else by its letters. */
export function columnName({ sections }: Grid, at: At): string {
  const section = sections.find(({ rows }) => rows.some(({ index }) => index === at.row));
  return section?.labels.get(at.column) || at.column;
}

/** Cells of the page, but for one, that stand under the same label and say the same. */
export function equalCells(grid: Grid, { at, was }: { at: At; was: string }): At[] {
  const label = columnName(grid, at);
  return grid.sections.flatMap(({ labels, rows }) =>
    [...labels].flatMap(([column, own]) =>
      own !== label
        ? []
        : rows
            .filter(({ row }) => tidy(shownText(row, column)) === tidy(was))
            .map(({ index }) => ({ row: index, column }))
            .filter((each) => each.row !== at.row || each.column !== at.column),
    ),
  );
}

function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ').trim();
}
