import type { Issue } from '../../shared/issue.js';
import { normalised } from '../../shared/text.js';
import { columnLetters } from '../../sheet/cell-reference.js';
import { isOwnSheet } from '../../sheet/patch/own-sheets.js';
import type { Sheet, Workbook } from '../../sheet/workbook.js';
import { CellComments } from './cell-comments.js';
import { isKnownLabel, type ColumnChoice, type Field } from './fields.js';
import { findHeaders, type Header } from './header.js';
import type { Gathered, RecordSink } from './read-rows.js';
import { readSheet } from './read-sheet.js';
import { repaired, type CellOverride } from './repair.js';
import type { ReadRecord, RosterReading, SheetReport, TableReport } from './roster-reading.js';
import { decoded, type DecodedSheet } from './legacy/legacy-text.js';
import { notesOn } from './sheet-notes.js';
import { gridOf, type SheetGrid } from './sheet-grid.js';

/** What a roster must have: any one field of each line. */
const ESSENTIAL: readonly { readonly label: string; readonly fields: readonly Field[] }[] = [
  { label: 'Họ và tên', fields: ['fullName'] },
  { label: 'Ngày, tháng, năm sinh', fields: ['born', 'bornMale', 'bornFemale'] },
  { label: 'Chức vụ, chức danh', fields: ['position'] },
];

/** One of these a list of people has; a summary has none. */
const WHO: readonly Field[] = ['fullName', 'born', 'bornMale', 'bornFemale', 'personalNumber'];

/** What the reader said of a file beside its bytes. */
export interface ReadOptions {
  /** What this sender's labels mean. */
  readonly mapping?: readonly ColumnChoice[];
  /** Cells typed anew; they count as if the sender had typed them so. */
  readonly overrides?: readonly CellOverride[];
}

/**
 * Reads the working roster "Danh sách trích ngang" in whatever layout it was typed: all sheets, hidden ones too, but none that
 * we put into a workbook that went back to its sender. Nothing is thrown for what a workbook says: faults are issues, and a row with faults is delivered with them.
 */
export function readRoster(
  file: string,
  sent: Workbook,
  { mapping = [], overrides = [] }: ReadOptions = {},
): RosterReading {
  const records: ReadRecord[] = [];
  const rest = readRosterInto(records, file, repaired(sent, overrides), mapping);
  return { records, ...rest };
}

/** The same with the records going where they are wanted, one after another. */
export function readRosterInto(
  records: RecordSink,
  file: string,
  workbook: Workbook,
  mapping: readonly ColumnChoice[],
): Omit<RosterReading, 'records'> {
  const skipped = { blank: 0, totals: 0, sections: 0, numbering: 0, continued: 0, footer: 0 };
  const gathered: Gathered = { records, issues: [], skipped };
  const theirs = workbook.sheets.filter(({ name }) => !isOwnSheet(name));
  const read = theirs.map((typed): ReadSheet => {
    const { sheet, converted } = decoded(typed);
    gathered.issues.push(...legacyNotes(file, sheet.name, converted));
    const grid = gridOf(sheet);
    const headers = findHeaders(grid, mapping);
    const before = gathered.records.length;
    const missing = headers.flatMap((header) => missingColumns(file, sheet, header));
    const namesPeople = headers.some((header) => has(header, WHO));
    if (namesPeople) gathered.issues.push(...missing);
    const readable = headers.filter((header) => has(header, ['fullName']));
    const { dateSystem } = workbook;
    const comments = new CellComments(sheet, file, gathered.issues);
    const input = { file, sheet, grid, headers: readable, dateSystem, comments };
    const tables = readSheet(input, gathered);
    if (readable.length > 0) comments.reportRest(headers);
    const report = {
      ...reportOf(sheet, grid),
      tables: readable.length > 0 ? tables : headers.map((each) => tableOf(each, grid)),
      people: gathered.records.length - before,
    };
    if (namesPeople) gathered.issues.push(...notesOn(file, report, grid));
    return { report, open: namesPeople ? null : { grid, missing } };
  });
  const isRoster = read.some(({ report }) => report.people > 0);
  const sheets = read.map(({ report, open }) => {
    if (open === null) return report;
    // beside a roster a table that names nobody is a summary or a list of words
    const said = isRoster ? { ...report, tables: [] } : report;
    gathered.issues.push(...(isRoster ? [] : open.missing), ...notesOn(file, said, open.grid));
    return said;
  });
  if (sheets.every((sheet) => sheet.tables.length === 0)) {
    const inOne = theirs.find((sheet) => isInOneColumn(gridOf(decoded(sheet).sheet)));
    gathered.issues.push(inOne === undefined ? noHeader(file) : oneColumn(file, inOne.name));
  }
  return { issues: gathered.issues, skipped, sheets };
}

interface ReadSheet {
  readonly report: SheetReport;
  /** Of a table that names nobody, until all sheets are seen: what it lacks; null = nothing is open. */
  readonly open: { readonly grid: SheetGrid; readonly missing: readonly Issue[] } | null;
}

/** A table that cannot be read: it names no people. */
function tableOf(
  { firstRow: first, lastRow: last, columns }: Header,
  grid: SheetGrid,
): TableReport {
  return {
    headerRows: { first, last },
    lastRow: grid.rows.at(-1)?.row ?? last,
    title: null,
    columns,
  };
}

function has(header: Header, fields: readonly Field[]): boolean {
  return header.columns.some(({ field }) => field !== null && fields.includes(field));
}

function missingColumns(file: string, sheet: Sheet, header: Header): readonly Issue[] {
  return ESSENTIAL.filter(({ fields }) => !has(header, fields)).map(({ label }) => ({
    file,
    sheet: sheet.name,
    row: header.lastRow,
    column: '',
    code: 'roster.column-missing',
    severity: 'error',
    message: `Sheet "${sheet.name}" thiếu cột "${label}". Hãy thêm cột này vào tiêu đề bảng (dòng ${header.lastRow}).`,
  }));
}

function reportOf(sheet: Sheet, grid: SheetGrid): Omit<SheetReport, 'people' | 'tables'> {
  return {
    sheet: sheet.name,
    state: sheet.state,
    hiddenRows: sheet.rows.filter((row) => row.hidden).map((row) => row.row),
    hiddenColumns: sheet.hiddenColumns
      .filter((column) => column <= grid.lastColumn)
      .map(columnLetters),
  };
}

const ALPHABETS = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' } as const;

function legacyNotes(
  file: string,
  sheet: string,
  converted: DecodedSheet['converted'],
): readonly Issue[] {
  return (['tcvn3', 'vni'] as const)
    .filter((alphabet) => converted[alphabet] > 0)
    .map((alphabet) => ({
      ...{ file, sheet, row: 0, column: '', code: 'roster.legacy-text', severity: 'note' },
      message: `${converted[alphabet]} ô ghi bằng bảng mã cũ ${ALPHABETS[alphabet]} đã được chuyển sang Unicode. Hãy xem lại họ tên và địa danh.`,
    }));
}

const SEPARATED = /\t|;|\||,(?! )/;
const FEWEST_LABELS = 3;
/** Rows in which the labels of a list in one column are looked for. */
const ROWS_SEARCHED = 60;

/** "TT;Họ và tên;Ngày sinh" in one cell: a list that was pasted as text. */
function isInOneColumn({ rows }: SheetGrid): boolean {
  return rows.slice(0, ROWS_SEARCHED).some((row) => {
    const filled = row.cells.flatMap((cell) => (cell === undefined ? [] : [cell.text]));
    const [text = ''] = filled;
    if (filled.length !== 1) return false;
    const parts = text.split(SEPARATED).map(normalised);
    return parts.filter(isKnownLabel).length >= FEWEST_LABELS;
  });
}

function oneColumn(file: string, sheet: string): Issue {
  return {
    ...{ file, sheet, row: 0, column: '', code: 'roster.no-header', severity: 'error' },
    message: `Cả danh sách ở sheet "${sheet}" nằm trong một cột. Hãy bôi đen cột đó, dùng Dữ liệu → Văn bản thành Cột (Data → Text to Columns) để tách thành các cột Họ và tên, Ngày sinh, Chức vụ, rồi gửi lại.`,
  };
}

function noHeader(file: string): Issue {
  return {
    file,
    sheet: '',
    row: 0,
    column: '',
    code: 'roster.no-header',
    severity: 'error',
    message: `Không tìm thấy bảng danh sách trong tệp "${file}". Bảng cần có dòng tiêu đề với các cột Họ và tên, Ngày sinh, Chức vụ.`,
  };
}
