import { readFile } from 'node:fs/promises';
import { expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';

const FILE = '../../../test/fixtures/not-ok/roster/post-merged-over-two-people.xlsx';

it('a post that is merged over two people is of both, and the second row says so', async () => {
  const bytes = await readFile(new URL(FILE, import.meta.url));
  const { records, issues } = readRoster('a.xlsx', await readWorkbook(bytes));
  expect(records.map(({ fullName, positionText }) => [fullName, positionText])).toEqual([
    ['Lò Văn An', 'Văn phòng - Thống kê'],
    ['Quàng Thị Bình', 'Văn phòng - Thống kê'],
    ['Giàng A Chu', 'Văn phòng - Thống kê'],
  ]);
  expect(issues.map(({ row, column, code, severity }) => [row, column, code, severity])).toEqual([
    [3, 'F', 'roster.post-merged', 'note'],
  ]);
});
