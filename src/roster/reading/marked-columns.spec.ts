import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

function read(parent: string, words: readonly string[], people: readonly (readonly GridCell[])[]) {
  const none = words.map(() => null);
  const rows = [
    ['TT', 'Họ và tên', 'Năm sinh', 'Đơn vị', 'Chức vụ', parent, ...none.slice(1)],
    [null, null, null, null, null, ...words],
    ...people.map((marks, at) => [
      ...[at + 1, `Lò Văn ${'ABCDE'[at]}n`, 1980, 'Xã Nà Tấu', 'CT UBND'],
      ...marks,
    ]),
    [null, 'Tổng cộng', null, null, null, ...words.map(() => 2)],
  ];
  const last = String.fromCharCode('F'.charCodeAt(0) + words.length - 1);
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows, merges: [`F1:${last}1`] }));
  return { records, issues: issues.map(({ row, column, code }) => `${row} ${column} ${code}`) };
}

describe('columns of which each row marks one', () => {
  it('say what their labels say', () => {
    const marks = [
      [null, 'x', null],
      [1, null, null],
      [null, null, null],
      ['x', 'x', null],
    ];
    for (const parent of ['Trình độ chuyên môn', 'Trình độ']) {
      const { records, issues } = read(parent, ['ThS', 'ĐH', 'TC'], marks);
      expect(records.map(({ degree }) => degree)).toEqual([
        ...['university', 'master', null, 'master'],
      ]);
      expect(issues).toEqual([]);
    }
    expect(
      read('Dân tộc', ['Kinh', 'Thái', 'Mông'], marks).records.map(({ ethnicity }) => ethnicity),
    ).toEqual(['Thái', 'Kinh', null, 'Kinh, Thái']);
  });

  it('are columns of their own where words stand in them', () => {
    const words = [['Anh B', null]];
    const { records } = read('Ngoại ngữ', ['Tiếng Anh', 'Tiếng khác'], words);
    expect(records[0]?.foreignLanguage).toBe('Anh B');
  });

  it('leave a degree above the university open', () => {
    const { records, issues } = read('Trình độ chuyên môn', ['Trên ĐH', 'ĐH'], [['x', null]]);
    expect([records[0]?.degree, issues]).toEqual([null, ['3 F roster.degree-unknown']]);
  });
});
