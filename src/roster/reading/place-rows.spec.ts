import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

const LABELS = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ'];
const MINH = ['Lò Văn Minh', '12/5/1980', 'Nam', 'Chủ tịch UBND'];
const HOA = ['Lò Thị Hoa', '1/2/1985', 'Nữ', 'Kế toán'];

function read(...rows: readonly (readonly GridCell[])[]) {
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    people: records.map(({ row, fullName, unitText }) => [row, fullName, unitText]),
    issues: issues
      .filter(({ code }) => code === 'roster.row-unit')
      .map(({ row, severity }) => `${row} ${severity}`),
  };
}

describe('the bare name of a unit alone in a row', () => {
  it('is the unit of the people below it, and nobody', () => {
    expect(read(LABELS, ['Xã Nà Tấu'], MINH, ['Mường Thanh'], HOA)).toEqual({
      people: [
        [3, 'Lò Văn Minh', 'Xã Nà Tấu'],
        [5, 'Lò Thị Hoa', 'Mường Thanh'],
      ],
      issues: ['4 note'],
    });
  });

  it('never leaves the people below it with the unit above, although it is of the past', () => {
    expect(read(LABELS, ['Xã Nà Tấu'], MINH, ['Nậm Chua'], HOA).people[1]).toEqual([
      5,
      'Lò Thị Hoa',
      'Nậm Chua',
    ]);
  });

  it('is told as a warning where people are called so as well', () => {
    expect(read(LABELS, ['Hoàng Văn Thụ'], MINH).issues).toEqual([]);
    expect(read(LABELS, ['Trần Phú'], MINH).issues).toEqual(['2 warning']);
  });

  it('is a person where an ordinal or anything else of a person stands beside it', () => {
    const numbered = [
      ['TT', ...LABELS],
      [1, ...MINH],
      [2, 'Pa Ham'],
      [3, ...HOA],
    ];
    expect(read(...numbered).people.map(([row]) => row)).toEqual([2, 3, 4]);
    expect(read(LABELS, MINH, ['Pa Ham', '1980'], HOA).people.map(([row]) => row)).toEqual([
      2, 3, 4,
    ]);
    expect(read(LABELS, MINH, ['Lò Văn Không'], HOA).people.map(([row]) => row)).toEqual([2, 3, 4]);
  });
});
