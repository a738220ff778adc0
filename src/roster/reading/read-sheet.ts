import type { Issue } from '../../shared/issue.js';
import { countedUnitsNote, countsUnits } from './counted-units.js';
import { fieldOf, isOutdatedLabel, type Field } from './fields.js';
import type { Header } from './header.js';
import { textInUnicode } from './legacy/legacy-text.js';
import {
  readRows,
  type Gathered,
  type SheetInput,
  type Table,
  type TableRows,
} from './read-rows.js';
import type { TableReport } from './roster-reading.js';
import { rowColumns } from './row-kind.js';
import { columnsByField } from './row-values.js';
import { isTopText } from './row-words.js';
import { Sections } from './sections.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { tableTop, unitOfSheetName, type TableTop } from './sheet-title.js';
import { meaningOfBlank, nothingMarked, sexCodes, tellsSex } from './sex.js';
import { leftOf, peopleBeside } from './table-beside.js';
import { dateOrder } from './values/partial-day.js';
import { speaksOfCommunes } from './office-of-district.js';
import { unclearUnits } from './unclear-units.js';
import { unitsOverTable } from './unit-by-agency.js';

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
    const { firstRow: first, lastRow: last, columns, beside } = rows.header;
    const place = { file: input.file, sheet: input.sheet.name };
    if (beside !== null) gathered.issues.push(...peopleBeside(place, beside, rows.whole));
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
    const whole = grid.rowsBetween(header.lastRow, end);
    const { beside } = header;
    const body = beside === null ? whole : whole.flatMap((row) => leftOf(row, beside) ?? []);
    return { top: tops[index] ?? [], header, whole, body };
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
  rows: TableRows,
  top: TableTop,
  { issues }: Gathered,
): Table {
  const { header, body } = rows;
  const kinds = rowColumns(header);
  const name = unitOfSheetName(textInUnicode(sheet.name));
  const over = unitsOverTable({ file, sheet: sheet.name }, rows, top, name);
  const unclear = unclearUnits({ file, sheet: sheet.name }, header, body);
  issues.push(...over.issues, ...unclear);
  const isOpen = unclear.length > 0 && (over.unit === null || !speaksOfCommunes(over.unit));
  issues.push(...outdatedColumns(file, sheet.name, header));
  const isCountedByUnit = countsUnits(header, body);
  if (isCountedByUnit) issues.push(countedUnitsNote({ file, sheet: sheet.name }, header.lastRow));
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
    sexCodes: sexCodes(header),
    tellsSex: tellsSex(header, body),
    isMonthFirst: isMonthFirst(header, body),
    otherPositions: otherPositions(header),
    isCountedByUnit,
    unit: isOpen ? null : over.unit,
    around: isOpen ? [] : over.around,
    agency: over.agency,
    district: over.district,
    hints: top.agencies,
  };
}

/** A membership of the Party says less than a post of a union. */
const OF_PARTY = /đảng|chi bộ|cấp ủy|cấp uỷ/iu;

function otherPositions({ columns }: Header): readonly number[] {
  const found = columns
    .filter(({ field, label }) => field === null && fieldOf(label) === 'position')
    .filter(({ label }) => !isOutdatedLabel('position', label));
  return [false, true].flatMap((ofParty) =>
    found.filter(({ label }) => OF_PARTY.test(label) === ofParty).map(({ column }) => column),
  );
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

/** Where two columns say it, one of them of before, the reader is told which was taken. */
function outdatedColumns(file: string, sheet: string, header: Header): readonly Issue[] {
  return header.columns.flatMap(({ field, label, letters }) => {
    const meant = field === null ? fieldOf(label) : null;
    if (meant === null || !isOutdatedLabel(meant, label)) return [];
    const taken = header.columns.find((each) => each.field === meant);
    if (taken === undefined) return [];
    const message = `Cột "${label}" nói về trước đây nên chỉ được giữ lại; giá trị hiện nay lấy ở cột "${taken.label}" (${taken.letters}). Nếu không đúng, hãy chọn lại cột.`;
    const place = { file, sheet, row: header.lastRow, column: letters };
    return [{ ...place, code: 'roster.column-outdated', severity: 'warning' as const, message }];
  });
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
