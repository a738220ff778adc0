import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FILE = '../../../test/fixtures/not-ok/roster/second-post-below.xlsx';

let reading: RosterReading;

beforeAll(async () => {
  const bytes = await readFile(new URL(FILE, import.meta.url));
  reading = readRoster('a.xlsx', await readWorkbook(bytes));
});

function issuesOf(sheet: string): readonly unknown[] {
  return reading.issues
    .filter((each) => each.sheet === sheet)
    .map(({ row, code, severity }) => [row, code, severity]);
}

describe('a second line without a name', () => {
  it('is of the person above: what it says is kept, and the reader is asked', () => {
    const records = reading.records.filter(({ sheet }) => sheet === 'Chức vụ');
    expect(records.map(({ row, blockText }) => [row, blockText])).toEqual([
      [2, null],
      [4, null],
      [5, null],
      [7, null],
    ]);
    expect(records[0]?.unknown).toEqual({ 'Giá trị dòng 2 của "Chức vụ"': 'Phó Bí thư Đảng ủy' });
    expect(records[2]?.unknown).toEqual({ 'Giá trị dòng 2 của "Chức vụ"': 'Bí thư Chi bộ' });
    expect(issuesOf('Chức vụ')).toEqual([
      [3, 'roster.rows-joined', 'warning'],
      [6, 'roster.rows-joined', 'warning'],
    ]);
  });

  it('may stand below the last person, where no signature follows', () => {
    expect(issuesOf('Cuối bảng')).toEqual([[3, 'roster.rows-joined', 'warning']]);
  });

  it('is none where a signature or a section stands', () => {
    expect(reading.records.filter(({ sheet }) => sheet === 'Người ký')).toHaveLength(1);
    expect(issuesOf('Người ký')).toEqual([]);
    expect(reading.records.findLast(({ sheet }) => sheet === 'Đơn vị')).toMatchObject({
      ...{ row: 4, blockText: 'Khối đoàn thể', unknown: {} },
    });
    expect(issuesOf('Đơn vị')).toEqual([]);
  });

  it('may repeat the unit of the person, and no other', () => {
    expect(issuesOf('Lặp đơn vị')).toMatchObject([
      [3, 'roster.rows-joined', 'warning'],
      [5, 'roster.name-missing', 'error'],
      [5, 'roster.birth-missing', 'error'],
      [7, 'roster.rows-joined', 'warning'],
    ]);
  });

  it('every row is a record or counted', () => {
    expect([reading.records.length, reading.skipped]).toEqual([
      12,
      { blank: 1, continued: 5, numbering: 0, totals: 1, sections: 1, footer: 2 },
    ]);
  });
});
