import type { Issue } from '../../shared/issue.js';
import type { SheetReport } from './roster-reading.js';
import { tellsCertainly } from './row-kind.js';
import { rowRanges } from './row-ranges.js';
import { looksLikeName } from './row-words.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';

/** What the reader should know of a sheet: hidden parts were read; a sheet was not, and whether people may stand there. */
export function notesOn(file: string, report: SheetReport, grid: SheetGrid): readonly Issue[] {
  const { sheet } = report;
  const note = (code: string, message: string): Issue => ({
    ...{ file, sheet, row: 0, column: '', code, severity: 'note', message },
  });
  if (report.tables.length === 0) {
    if (grid.rows.length === 0) return [];
    const people = report.state === 'visible' ? rowsOfPeople(grid) : [];
    if (people.length > 0) return [notRead(file, sheet, people)];
    return [
      note(
        'roster.sheet-without-header',
        `Sheet "${sheet}" không có bảng danh sách nên không được đọc.`,
      ),
    ];
  }
  const notes: Issue[] = [];
  if (report.state !== 'visible')
    notes.push(note('roster.hidden-sheet', `Sheet "${sheet}" đang ẩn nhưng vẫn được đọc.`));
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

function notRead(file: string, sheet: string, rows: readonly number[]): Issue {
  return {
    ...{ file, sheet, row: rows[0] ?? 0, column: '' },
    ...{ code: 'roster.sheet-not-read', severity: 'warning' },
    message: `Sheet "${sheet}" không được đọc vì không có dòng tiêu đề hiểu được, nhưng dòng ${rowRanges(rows)} có vẻ ghi người. Hãy ghi dòng tiêu đề (Họ và tên, Ngày sinh, Chức vụ) phía trên những người đó.`,
  };
}

const NUMBER = /^0\d{11}$/;

/** Rows with a personal number, or with a name beside a day, or with names below each other. */
function rowsOfPeople(grid: SheetGrid): readonly number[] {
  const certain = grid.rows.filter(isOfPerson);
  const found = certain.length > 0 ? certain : rowsOfNames(grid);
  return found.map(({ row }) => row);
}

/** One name alone signs a summary. */
const FEWEST_NAMES = 2;

function rowsOfNames({ rows, lastColumn }: SheetGrid): readonly GridRow[] {
  for (let column = 1; column <= lastColumn; column++) {
    const named = rows.filter(({ texts }) => looksLikeName(texts[column] ?? ''));
    if (named.length >= FEWEST_NAMES) return named;
  }
  return [];
}

function isOfPerson(row: GridRow): boolean {
  const texts = filledTexts(row);
  return (
    texts.some((text) => NUMBER.test(text)) ||
    (texts.some(looksLikeName) && texts.some((text) => /\d{4}/.test(text) && tellsCertainly(text)))
  );
}
