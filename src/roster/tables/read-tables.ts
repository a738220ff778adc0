import type { Issue } from '../../shared/issue.js';
import { isOwnSheet } from '../../sheet/patch/own-sheets.js';
import type { Sheet, Workbook } from '../../sheet/workbook.js';
import { decoded } from '../reading/legacy/legacy-text.js';
import { isNumbering } from '../reading/numbering.js';
import { EXAMPLE_MARK } from '../reading/row-kind.js';
import { columnsByField, RowValues } from '../reading/row-values.js';
import { isFooterText, isSignedText, isTotalsText } from '../reading/row-words.js';
import { filledTexts, gridOf, type GridRow, type SheetGrid } from '../reading/sheet-grid.js';
import type { RowPlace } from '../record.js';
import type { ReadSheet } from '../sheet-kind.js';
import {
  columnsAreMissing,
  commentsInCells,
  isHidden,
  rowsWereSkipped,
  tableIsMissing,
  unknownColumns,
} from './table-issues.js';
import { findTableHeader, type LabelChoice, type TableHeader } from './table-header.js';
import type { SkippedTableRows, TableSpec } from './table-spec.js';

const EXAMPLE = EXAMPLE_MARK.toLowerCase();

/** A workbook as tables of one kind. Every row below a header is in `rows` or counted in `skipped`. */
export interface TablesReading<R> {
  readonly rows: readonly (RowPlace & { readonly record: R })[];
  readonly issues: readonly Issue[];
  readonly sheets: readonly ReadSheet[];
  readonly skipped: SkippedTableRows;
}

/**
 * Reads the tables of all sheets, hidden ones too; of several kinds a sheet is read as the one of which it has most. What a
 * workbook says is never thrown: faults are issues, and a row with faults is delivered with them.
 *
 * @param specs the kinds of tables that may come together, not empty
 */
export function readTables<F extends string, R>(
  file: string,
  workbook: Workbook,
  {
    specs,
    choices = [],
  }: { readonly specs: readonly TableSpec<F, R>[]; readonly choices?: readonly LabelChoice[] },
): TablesReading<R> {
  const rows: (RowPlace & { readonly record: R })[] = [];
  const issues: Issue[] = [];
  const skipped: SkippedTableRows = { blank: 0, numbering: 0, totals: 0, footer: 0 };
  const theirs = workbook.sheets.filter(({ name }) => !isOwnSheet(name));
  const sheets = theirs.map((typed): ReadSheet => {
    const { sheet } = decoded(typed);
    const grid = gridOf(sheet);
    const found = bestOf(grid, specs, choices);
    const report = { sheet: sheet.name, state: sheet.state };
    if (found === null) return { ...report, tables: [] };
    const before = { ...skipped };
    const reader = { file, sheet, grid, workbook, ...found };
    rows.push(...rowsOf(reader, { issues, skipped }));
    issues.push(
      ...notesOn(file, sheet, found),
      ...rowsWereSkipped(file, sheet.name, { before, after: skipped }),
    );
    return { ...report, tables: [tableOf(found.header, grid)] };
  });
  if (sheets.every(({ tables }) => tables.length === 0))
    issues.push(
      tableIsMissing(
        file,
        specs.map(({ name }) => name),
      ),
    );
  return { rows, issues, sheets, skipped };
}

interface Found<F extends string, R> {
  readonly spec: TableSpec<F, R>;
  readonly header: TableHeader<F>;
}

function bestOf<F extends string, R>(
  grid: SheetGrid,
  specs: readonly TableSpec<F, R>[],
  choices: readonly LabelChoice[],
): Found<F, R> | null {
  const found = specs.flatMap((spec): Found<F, R>[] => {
    const header = findTableHeader(grid, spec, choices);
    return header === null ? [] : [{ spec, header }];
  });
  const lacking = ({ spec, header }: Found<F, R>): number => missingOf(spec, header).length;
  return found.sort((a, b) => lacking(a) - lacking(b))[0] ?? null;
}

/** The lines of `essential` of which the table has no column. */
function missingOf<F extends string>(
  { essential }: TableSpec<F, unknown>,
  { columns }: TableHeader<F>,
): readonly (readonly F[])[] {
  const has = new Set(columns.map(({ field }) => field));
  return essential.filter((line) => !line.some((field) => has.has(field)));
}

function tableOf<F extends string>(
  { row, lastRow, columns }: TableHeader<F>,
  grid: SheetGrid,
): ReadSheet['tables'][number] {
  return {
    headerRows: { first: row, last: lastRow },
    lastRow: grid.rows.at(-1)?.row ?? lastRow,
    title: null,
    columns,
  };
}

function notesOn<F extends string>(
  file: string,
  sheet: Sheet,
  { spec, header }: Found<F, unknown>,
): Issue[] {
  const labels = missingOf(spec, header).map((line) =>
    line.map((field) => spec.fields.find((each) => each.field === field)?.label ?? field),
  );
  return [
    ...columnsAreMissing({ file, sheet: sheet.name, row: header.lastRow }, labels),
    ...unknownColumns(file, sheet.name, header.columns),
    ...isHidden(file, sheet),
    ...commentsInCells(file, sheet, header),
  ];
}

interface Reader<F extends string, R> extends Found<F, R> {
  readonly file: string;
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly workbook: Workbook;
}

function rowsOf<F extends string, R>(
  { file, sheet, grid, workbook, spec, header }: Reader<F, R>,
  { issues, skipped }: { readonly issues: Issue[]; readonly skipped: SkippedTableRows },
): (RowPlace & { readonly record: R })[] {
  const columns = columnsByField(header);
  const fields = new Set(columns.keys());
  let last = header.lastRow;
  return grid.rows
    .filter(({ row }) => row > header.lastRow)
    .flatMap((line) => {
      skipped.blank += line.row - last - 1;
      last = line.row;
      const kind = kindOf(line, header, spec);
      if (kind !== 'record') {
        skipped[kind]++;
        return [];
      }
      const place = { file, sheet: sheet.name, row: line.row };
      const values = new RowValues(line, columns, grid, place, issues);
      const { dateSystem } = workbook;
      return [{ ...place, record: spec.record(values, { place, dateSystem, fields }) }];
    });
}

/** A row that could say something is a record, so that nothing is lost. */
function kindOf<F extends string>(
  line: GridRow,
  { columns }: TableHeader<F>,
  { essential }: TableSpec<F, unknown>,
): 'record' | keyof SkippedTableRows {
  const filled = filledTexts(line);
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (first.toLowerCase() === EXAMPLE || isNumbering(filled) || isHeaderAgain(line, columns))
    return 'numbering';
  const told = essential.filter((fields) =>
    columns.some(
      ({ field, column }) =>
        field !== null && fields.includes(field) && (line.texts[column] ?? '') !== '',
    ),
  );
  if (told.length > 1) return 'record';
  if (isTotalsText(first)) return 'totals';
  return isSignedText(first) || isFooterText(first) ? 'footer' : 'record';
}

function isHeaderAgain<F extends string>(
  line: GridRow,
  columns: TableHeader<F>['columns'],
): boolean {
  const known = columns.filter(({ field }) => field !== null);
  return known.every(({ column, label }) => (line.texts[column] ?? '') === label);
}
