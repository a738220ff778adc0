import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { fieldOf, labelOfFurther } from './fields.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FILE = '../../../test/fixtures/not-ok/roster/one-person-over-merged-rows.xlsx';

async function reading(): Promise<RosterReading> {
  const bytes = await readFile(new URL(FILE, import.meta.url));
  return readRoster('a.xlsx', await readWorkbook(bytes));
}

describe('a person over merged rows', () => {
  it('is one person, and every row is a record or counted', async () => {
    const { records, skipped } = await reading();
    expect(records.map(({ row, fullName }) => [row, fullName])).toEqual([
      [2, 'Lò Văn A'],
      [4, 'Lò Văn B'],
      [6, 'Lò Văn C'],
      [8, 'Lò Văn D'],
      [10, 'Lò Văn E'],
    ]);
    expect(skipped).toMatchObject({ continued: 3, blank: 1, sections: 0, footer: 0 });
  });

  it('keeps the values of the second row: in the empty cell, or beside the first', async () => {
    const { records } = await reading();
    expect(records[0]).toMatchObject({
      ...{ positionText: 'CT UBND', degree: 'university', major: 'Luật' },
      unknown: {
        'Giá trị dòng 2 của "Chức vụ"': 'Phó Bí thư Đảng ủy',
        'Giá trị dòng 2 của "Trình độ chuyên môn"': 'Thạc sĩ',
      },
    });
    expect(records[1]).toMatchObject({ major: 'Kế toán', unknown: {} });
  });

  it('says so, names blank rows, and refuses a second number', async () => {
    const { issues } = await reading();
    expect(
      issues
        .filter(({ row }) => row > 1)
        .map((each) => [each.row, each.column, each.severity, each.code]),
    ).toEqual([
      [3, '', 'warning', 'roster.rows-merged'],
      [5, '', 'note', 'roster.rows-merged'],
      [6, '', 'note', 'roster.rows-merged'],
      [9, 'A', 'error', 'roster.rows-merged-differ'],
      [9, 'G', 'error', 'roster.rows-merged-differ'],
      [9, '', 'warning', 'roster.rows-merged'],
    ]);
    expect(issues.filter(({ message }) => /\d{9}/.test(message))).toEqual([]);
  });

  it('keeps second values under labels that mean no field when they come back', () => {
    expect(fieldOf(labelOfFurther(2, 'Họ và tên'))).toBeNull();
    expect(fieldOf(labelOfFurther(2, 'Trình độ > Chuyên môn'))).toBeNull();
  });
});
