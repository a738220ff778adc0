import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Workbook } from '../../sheet/workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FILE = '../../../test/fixtures/not-ok/roster/sheets-beside-the-roster.xlsx';

let workbook: Workbook;
let reading: RosterReading;

beforeAll(async () => {
  workbook = await readWorkbook(await readFile(new URL(FILE, import.meta.url)));
  reading = readRoster('a.xlsx', workbook);
});

function issuesOf(sheet: string): readonly (readonly [number, string, string])[] {
  return reading.issues
    .filter((each) => each.sheet === sheet)
    .map(({ row, code, severity }) => [row, code, severity] as const);
}

describe('sheets beside the roster', () => {
  it('summaries and lists of words name nobody: a note, and no columns are asked for', () => {
    expect(issuesOf('Tổng hợp')).toEqual([[0, 'roster.sheet-without-header', 'note']]);
    expect(issuesOf('Danh mục')).toEqual([[0, 'roster.sheet-without-header', 'note']]);
    expect(reading.sheets.map(({ sheet, tables }) => [sheet, tables.length])).toContainEqual([
      'Tổng hợp',
      0,
    ]);
  });

  it('people without a header over them are not read, and the reader is warned', () => {
    expect(issuesOf('Trang 2')).toEqual([[1, 'roster.sheet-not-read', 'warning']]);
    expect(reading.issues.find(({ sheet }) => sheet === 'Trang 2')?.message).toContain('dòng 1–2');
  });

  it('names below each other under a label that is not known are people too', () => {
    expect(issuesOf('Không nhãn')).toEqual([[2, 'roster.sheet-not-read', 'warning']]);
    expect(issuesOf('Biểu ký')).toEqual([[0, 'roster.sheet-without-header', 'note']]);
  });

  it('a hidden source of formulas and a sheet of other dates are notes', () => {
    expect(issuesOf('Nguồn')).toEqual([[0, 'roster.sheet-without-header', 'note']]);
    expect(issuesOf('Lịch')).toEqual([[0, 'roster.sheet-without-header', 'note']]);
  });

  it('where no sheet names people, the columns are asked for', () => {
    const [summary] = workbook.sheets;
    const alone = readRoster('a.xlsx', { ...workbook, sheets: [summary!] });
    expect(alone.issues.map(({ code }) => code)).toEqual([
      'roster.column-missing',
      'roster.column-missing',
      'roster.column-missing',
    ]);
    expect(alone.sheets[0]?.tables).toHaveLength(1);
  });
});
