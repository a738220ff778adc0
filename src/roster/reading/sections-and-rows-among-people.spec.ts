import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FILE = '../../../test/fixtures/not-ok/roster/sections-and-rows-among-people.xlsx';

let reading: RosterReading;

beforeAll(async () => {
  const bytes = await readFile(new URL(FILE, import.meta.url));
  reading = readRoster('a.xlsx', await readWorkbook(bytes));
});

const recordsOf = (sheet: string) => reading.records.filter((each) => each.sheet === sheet);
const issuesOf = (sheet: string) => reading.issues.filter((each) => each.sheet === sheet);

describe('rows among people', () => {
  it('a numbered unit with a short kind is a section: no person, and of the people below it', () => {
    expect(recordsOf('Viết tắt').map(({ row, unitText }) => [row, unitText])).toEqual([
      [3, 'X. Nà Tấu'],
      [5, 'P. Noong Bua'],
      [7, 'TT Tuần Giáo'],
      [9, 'TX. Mường Lay'],
    ]);
    expect(issuesOf('Viết tắt')).toEqual([]);
  });

  it('hints in brackets under the labels are nobody', () => {
    expect(recordsOf('Gợi ý').map(({ row }) => row)).toEqual([3]);
    expect(issuesOf('Gợi ý')).toEqual([]);
  });

  it('a vacant seat is nobody, and the reader is told of its row', () => {
    expect(recordsOf('Khuyết').map(({ row, fullName }) => [row, fullName])).toEqual([
      [2, 'Lò Văn An'],
      [4, 'Giàng A Chu'],
      [7, 'Hà Văn Trống'],
    ]);
    expect(issuesOf('Khuyết').filter(({ code }) => code === 'roster.rows-unused')).toMatchObject([
      { row: 3, severity: 'warning' },
    ]);
  });

  it('two names side by side below the last person sign the roster', () => {
    expect(recordsOf('Hai tên')).toHaveLength(2);
    expect(issuesOf('Hai tên')).toEqual([]);
  });
});
