import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

function read(rows: readonly (readonly GridCell[])[], merges: readonly string[] = []) {
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows, merges }));
  return {
    people: records.map(({ row, fullName, unknown }) => [row, fullName, unknown]),
    issues: issues.map(({ row, column, code, severity }) => `${row} ${column} ${code} ${severity}`),
  };
}

const LABELS = ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Chức vụ'];

describe('two tables side by side', () => {
  it('are not mixed: the left one is read, and everybody in the right one is told', () => {
    expect(
      read([
        [...LABELS, null, ...LABELS],
        [
          1,
          'Lò Văn An',
          1980,
          'Xã Nà Tấu',
          'CT UBND',
          null,
          3,
          'Lò Văn Cò',
          1982,
          'Xã Nà Tấu',
          'VP-TK',
        ],
        [2, 'Lò Văn Ba', 1981, 'Xã Nà Tấu', 'TC-KT'],
        [null, null, null, null, null, null, 4, 'Lò Văn Dứa', 1983, 'Xã Nà Tấu', 'TP-HT'],
        [null, 'Tổng cộng: 2', null, null, null, null, null, 'Tổng cộng: 2'],
      ]),
    ).toEqual({
      people: [
        [2, 'Lò Văn An', {}],
        [3, 'Lò Văn Ba', {}],
      ],
      issues: ['2 H roster.table-beside error', '4 H roster.table-beside error'],
    });
  });

  it('are one where the name stands in two columns, or the further columns ask for others', () => {
    const person = [1, 'Lò Văn', 'An', 1980, 'Xã Nà Tấu', 'CT UBND'];
    const twoColumns = ['TT', 'Họ và tên', null, 'Năm sinh', 'Đơn vị', 'Chức vụ'];
    expect(read([twoColumns, person], ['B1:C1'])).toEqual({
      people: [[2, 'Lò Văn An', {}]],
      issues: [],
    });
    const spouse = [...LABELS, 'Họ và tên vợ/chồng', 'Năm sinh'];
    expect(
      read([spouse, [1, 'Lò Văn An', 1980, 'Xã Nà Tấu', 'CT UBND', 'Lò Thị Ban', 1981]]).people,
    ).toEqual([
      [2, 'Lò Văn An', { 'Họ và tên vợ/chồng': 'Lò Thị Ban', 'Năm sinh (cột G)': '1981' }],
    ]);
  });
});
