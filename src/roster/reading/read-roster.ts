import type { Issue } from '../../shared/issue.js';
import { columnLetters } from '../../sheet/cell-reference.js';
import { isOwnSheet } from '../../sheet/patch/own-sheets.js';
import type { Sheet, Workbook } from '../../sheet/workbook.js';
import { CellComments } from './cell-comments.js';
import type { ColumnChoice, Field } from './fields.js';
import { findHeaders, type Header } from './header.js';
import type { Gathered, RecordSink } from './read-rows.js';
import { readSheet } from './read-sheet.js';
import { repaired, type CellOverride } from './repair.js';
import type { ReadRecord, RosterReading, SheetReport, TableReport } from './roster-reading.js';
import { decoded, type DecodedSheet } from './legacy/legacy-text.js';
import { rowRanges } from './row-ranges.js';
import { gridOf, type SheetGrid } from './sheet-grid.js';

/** What a roster must have: any one field of each line. */
const ESSENTIAL: readonly { readonly label: string; readonly fields: readonly Field[] }[] = [
  { label: 'Họ và tên', fields: ['fullName'] },
  { label: 'Ngày, tháng, năm sinh', fields: ['born', 'bornMale', 'bornFemale'] },
  { label: 'Chức vụ, chức danh', fields: ['position'] },
];

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
  const sheets = theirs.map((typed) => {
    const { sheet, converted } = decoded(typed);
    gathered.issues.push(...legacyNotes(file, sheet.name, converted));
    const grid = gridOf(sheet);
    const headers = findHeaders(grid, mapping);
    const before = gathered.records.length;
    for (const header of headers) gathered.issues.push(...missingColumns(file, sheet, header));
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
    gathered.issues.push(...notesOn(file, report, sheet));
    return report;
  });
  if (sheets.every((sheet) => sheet.tables.length === 0)) gathered.issues.push(noHeader(file));
  return { issues: gathered.issues, skipped, sheets };
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

/** What the reader should know although nothing is wrong: hidden parts were read, a sheet holds no roster. */
function notesOn(file: string, report: SheetReport, sheet: Sheet): readonly Issue[] {
  const note = (code: string, message: string): Issue => ({
    file,
    sheet: report.sheet,
    row: 0,
    column: '',
    code,
    severity: 'note',
    message,
  });
  const notes: Issue[] = [];
  if (report.tables.length === 0) {
    if (sheet.rows.length > 0)
      notes.push(
        note(
          'roster.sheet-without-header',
          `Sheet "${report.sheet}" không có bảng danh sách nên không được đọc.`,
        ),
      );
    return notes;
  }
  if (report.state !== 'visible')
    notes.push(note('roster.hidden-sheet', `Sheet "${report.sheet}" đang ẩn nhưng vẫn được đọc.`));
  if (report.hiddenRows.length > 0)
    notes.push(
      note('roster.hidden-rows', `Các dòng ẩn vẫn được đọc: ${rowRanges(report.hiddenRows)}.`),
    );
  if (report.hiddenColumns.length > 0)
    notes.push(
      note('roster.hidden-columns', `Các cột ẩn vẫn được đọc: ${report.hiddenColumns.join(', ')}.`),
    );
  return notes;
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
