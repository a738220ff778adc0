import type { Issue } from '../../shared/issue.js';
import type { DateSystem } from '../../sheet/date-serial.js';
import type { Sheet } from '../../sheet/workbook.js';
import { fieldOf, type Field } from './fields.js';
import type { Header } from './header.js';
import { textInUnicode } from './legacy/legacy-text.js';
import { recordOfRow } from './record-of-row.js';
import type { ReadRecord, SkippedRows, TableReport } from './roster-reading.js';
import { otherTable, otherTableNote } from './other-table.js';
import { rowColumns, rowKind, sectionOrdinal, sectionText, type RowColumns } from './row-kind.js';
import { columnsByField, RowValues, type ColumnsByField } from './row-values.js';
import { isTopText } from './row-words.js';
import { Sections } from './sections.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { tableTop, unitOfSheetName, type TableTop } from './sheet-title.js';
import { meaningOfBlank, nothingMarked } from './sex.js';
import { spelling } from './spelling.js';
import { dateOrder } from './values/partial-day.js';
import { unitIn, unitWords } from './unit-words.js';

export interface SheetInput {
  readonly file: string;
  readonly sheet: Sheet;
  readonly grid: SheetGrid;
  readonly headers: readonly Header[];
  readonly dateSystem: DateSystem;
}

/** Where records go, in the order of the workbook. */
export interface RecordSink {
  readonly length: number;
  push(record: ReadRecord): void;
}

/** Where the results of all sheets are gathered. */
export interface Gathered {
  readonly records: RecordSink;
  readonly issues: Issue[];
  readonly skipped: SkippedRows;
}

/** Rows of a table, and those over its header that belong to no table before. */
interface TableRows {
  readonly top: readonly GridRow[];
  readonly header: Header;
  readonly body: readonly GridRow[];
}

/** What holds for the rows of one table. */
interface Table {
  readonly columns: ColumnsByField;
  readonly kinds: RowColumns;
  readonly kept: readonly { readonly column: number; readonly label: string }[];
  readonly ratingYears: readonly string[];
  readonly blankMeans: ReturnType<typeof meaningOfBlank>;
  readonly isMonthFirst: boolean;
  /** Columns of posts beside the one that counts. */
  readonly otherPositions: readonly number[];
  /** The unit by title or name of the sheet; sections go before it. */
  readonly unit: string | null;
  readonly around: readonly string[];
  readonly hints: readonly string[];
}

/** Reads the tables of one sheet; every row below a header becomes a record or is counted. */
export function readSheet(input: SheetInput, gathered: Gathered): readonly TableReport[] {
  let sections = new Sections();
  let before: TableTop = { title: null, named: null, agencies: [] };
  return tablesOf(input).map((rows, index) => {
    const own = topOf(rows);
    // a header that is repeated on a new page goes on where the page before ended
    if (index === 0 || own.title !== null) sections = new Sections();
    before = own.title === null && index > 0 ? before : own;
    const table = tableOf(input, rows, before, gathered);
    if (index > 0) {
      gathered.skipped.footer += rows.top.length;
      const { firstRow, lastRow } = rows.header;
      gathered.skipped.numbering += input.grid.rowsBetween(firstRow - 1, lastRow + 1).length;
    }
    readRows(input, { rows, table, sections }, gathered);
    const { firstRow: first, lastRow: last, columns } = rows.header;
    const lastRow = rows.body.at(-1)?.row ?? last;
    return { headerRows: { first, last }, lastRow, title: before.title, columns };
  });
}

function topOf({ top, header }: TableRows): TableTop {
  return tableTop(top, header);
}

function tablesOf({ grid, headers }: SheetInput): readonly TableRows[] {
  const tops = headers.map((header, index) => {
    const after = headers[index - 1]?.lastRow ?? 0;
    const between = grid.rowsBetween(after, header.firstRow);
    return index === 0 ? between : between.slice(startOfTop(between, grid));
  });
  return headers.map((header, index) => {
    const next = headers[index + 1]?.firstRow ?? Infinity;
    const end = tops[index + 1]?.[0]?.row ?? next;
    return { top: tops[index] ?? [], header, body: grid.rowsBetween(header.lastRow, end) };
  });
}

const MOST_TOP_ROWS = 12;

/** Where the agency, the motto and the title of a further table begin; the end where it has none. */
function startOfTop(rows: readonly GridRow[], grid: SheetGrid): number {
  const from = Math.max(0, rows.length - MOST_TOP_ROWS);
  const near = rows.slice(from);
  const found = near.findIndex((row) => filledTexts(row).some(isTopText));
  if (found < 0) return rows.length;
  const above = near[found - 1];
  const isAgency =
    above !== undefined &&
    above.row === (near[found]?.row ?? 0) - 1 &&
    filledTexts(above).every((text) => text === text.toUpperCase() && !/\d/.test(text)) &&
    grid.rowAt(above.row - 1) === undefined;
  return from + found - (isAgency ? 1 : 0);
}

function tableOf(
  { sheet, file }: SheetInput,
  { header, body }: TableRows,
  { title, named, agencies }: TableTop,
  { issues }: Gathered,
): Table {
  const kinds = rowColumns(header);
  const name = unitOfSheetName(textInUnicode(sheet.name));
  const said = unitIn(name) ?? unitIn(title ?? '') ?? unitIn(named ?? '') ?? named;
  const byAgency = said === null && !hasUnits(header) ? communeOf(agencies) : null;
  if (byAgency !== null) issues.push(unitByAgency(file, sheet.name, byAgency));
  const titled = communeOf([title ?? '']);
  const byName = communeOf([name]);
  if (
    !hasUnits(header) &&
    titled !== null &&
    byName !== null &&
    spelling(titled) !== spelling(byName)
  )
    issues.push(twoUnits(file, sheet.name, [titled, byName]));
  const blankMeans = meaningOfBlank(header, body);
  const sexNotes = blankMeans === null ? nothingMarked(header, body) : [blankMeans.note];
  for (const note of sexNotes)
    issues.push({ ...note, file, sheet: sheet.name, row: header.lastRow });
  return {
    columns: columnsByField(header),
    kinds,
    kept: keptColumns(header),
    ratingYears: header.columns.flatMap(({ field }) => ratingYear(field)),
    blankMeans,
    isMonthFirst: isMonthFirst(header, body),
    otherPositions: header.columns
      .filter(({ field, label }) => field === null && fieldOf(label) === 'position')
      .map(({ column }) => column),
    unit: said ?? byAgency,
    around: [title, name, byAgency].filter((text) => text !== null),
    hints: agencies,
  };
}

const BIRTHS: readonly (Field | null)[] = ['born', 'bornMale', 'bornFemale'];
/** Fewer are slips of typing. */
const MONTHS_FIRST = 2;

/** Whether the dates of birth were typed by a program or a person that puts the month first. */
function isMonthFirst({ columns }: Header, body: readonly GridRow[]): boolean {
  const births = columns.filter(({ field }) => BIRTHS.includes(field));
  const count = { 'day-first': 0, 'month-first': 0, open: 0 };
  for (const { cells } of body)
    for (const { column } of births) {
      const cell = cells[column];
      const order = cell === undefined ? null : dateOrder(cell);
      if (order !== null) count[order]++;
    }
  return count['month-first'] >= MONTHS_FIRST && count['month-first'] > 2 * count['day-first'];
}

function hasUnits(header: Header): boolean {
  return header.columns.some(({ field }) => field === 'unit');
}

/** The commune whose own office heads the sheet; an office of a district sends lists of its communes. */
function communeOf(agencies: readonly string[]): string | null {
  const named = agencies.filter((text) =>
    unitWords(text).phrases.some(({ level, name }) => level === 'commune' && name !== ''),
  );
  return named.length === 1 ? unitIn(named[0] ?? '') : null;
}

function unitByAgency(file: string, sheet: string, unit: string): Issue {
  return {
    file,
    sheet,
    row: 0,
    column: '',
    code: 'roster.unit-from-agency',
    severity: 'note',
    message: `Sheet "${sheet}" không ghi đơn vị của từng người; dòng không có đơn vị được hiểu là của "${unit}" ghi ở đầu trang. Nếu không đúng, hãy thêm cột đơn vị.`,
  };
}

function twoUnits(file: string, sheet: string, [title, name]: readonly [string, string]): Issue {
  return {
    ...{ file, sheet, row: 0, column: '', code: 'roster.unit-title-differs', severity: 'warning' },
    message: `Tiêu đề bảng ghi "${title}" nhưng tên sheet ghi "${name}"; dòng không có đơn vị được hiểu là của "${name}". Hãy kiểm tra, và thêm cột đơn vị nếu không đúng.`,
  };
}

interface Reading {
  readonly rows: TableRows;
  readonly table: Table;
  readonly sections: Sections;
}

function readRows(
  input: SheetInput,
  { rows, table, sections }: Reading,
  { records, issues, skipped }: Gathered,
): void {
  const { file, sheet, grid, dateSystem } = input;
  let lastSeen = rows.header.lastRow;
  let below = false;
  let unitAbove: string | null = null;
  const other = otherTable(rows.body, table.kinds);
  if (other !== null) issues.push(otherTableNote(file, sheet.name, other));
  for (const row of rows.body) {
    skipped.blank += row.row - lastSeen - 1;
    lastSeen = row.row;
    if (row.row >= (other ?? Infinity)) {
      skipped.footer++;
      continue;
    }
    const kind = rowKind(row, table.kinds, { grid, below });
    below = kind === 'footer' || (below && kind !== 'person' && kind !== 'numbering');
    if (below) skipped.footer++;
    else if (kind === 'section') {
      skipped.sections++;
      sections.enter(sectionOrdinal(row, table.kinds), sectionText(row, table.kinds));
    } else if (kind === 'person') {
      const { unit, block, texts } = sections.state;
      const values = new RowValues(row, table.columns, grid, { file, sheet: sheet.name }, issues);
      const record = recordOfRow(values, {
        place: { file, sheet: sheet.name, row: row.row },
        dateSystem,
        unitAbove,
        otherPosition: otherPosition(row, table),
        isMonthFirst: table.isMonthFirst,
        unitText: unit ?? table.unit,
        blockText: block,
        around: [...texts, ...table.around],
        hints: table.hints,
        blankMeans: table.blankMeans?.sex ?? null,
        ratingYears: table.ratingYears,
        unknown: unknownOf(row, table),
      });
      records.push(record);
      if (values.isFilled('unit')) unitAbove = record.unitText;
    } else if (kind !== 'footer') skipped[kind]++;
  }
}

function otherPosition({ texts }: GridRow, { otherPositions }: Table): string | null {
  const column = otherPositions.find((each) => (texts[each] ?? '') !== '');
  return column === undefined ? null : (texts[column] ?? null);
}

function ratingYear(field: Field | null): readonly string[] {
  return field?.startsWith('rating:') === true ? [field.slice('rating:'.length)] : [];
}

/** Columns that we do not know, and second ones of a field that takes its first. */
function keptColumns(header: Header): Table['kept'] {
  const first = header.columns.find(({ field }) => field === 'position');
  return header.columns.filter(
    ({ field, column }) =>
      field === null || field === 'district' || (field === 'position' && column !== first?.column),
  );
}

function unknownOf(row: GridRow, { kept }: Table): Readonly<Record<string, string>> {
  return Object.fromEntries(
    kept
      .map(({ column, label }): [string, string] => [label, row.texts[column] ?? ''])
      .filter(([, text]) => text !== ''),
  );
}
