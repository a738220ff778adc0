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
      .filter(({ code }) => code === 'roster.row-unit' || code === 'roster.row-unclear')
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

  it('may have counts beside it, and an ordinal where the people below are counted anew', () => {
    const counted = read(LABELS, ['Nà Tấu', null, null, '1 người'], MINH, ['Pa Ham', 1], HOA);
    expect(counted.people.map(([row, , unit]) => [row, unit])).toEqual([
      [3, 'Nà Tấu'],
      [5, 'Pa Ham'],
    ]);
    const anew = read(['TT', ...LABELS], [1, 'Nà Tấu'], ['a', ...MINH], [2, 'Pa Ham'], [1, ...HOA]);
    expect(anew.people.map(([row, , unit]) => [row, unit])).toEqual([
      [3, 'Nà Tấu'],
      [5, 'Pa Ham'],
    ]);
  });

  it('leaves the unit of those below it open where it may be misspelled', () => {
    const { people, issues } = read(LABELS, ['Xã Nà Tấu'], MINH, ['Pa Hamm'], HOA);
    expect(people.map(([row, , unit]) => [row, unit])).toEqual([
      [3, 'Xã Nà Tấu'],
      [4, 'Xã Nà Tấu'],
      [5, 'Pa Hamm'],
    ]);
    expect(issues).toEqual(['4 error']);
  });

  it('takes nothing from those below a person of whom nothing else is known', () => {
    const { people, issues } = read(LABELS, ['Xã Nà Tấu'], MINH, ['Tòng Minh Anh'], HOA);
    expect(people[2]).toEqual([5, 'Lò Thị Hoa', 'Xã Nà Tấu']);
    expect(issues).toEqual([]);
  });
});

describe('a unit with an ordinal of a section', () => {
  it('is nobody, although how many people it has stands in the column of posts', () => {
    const rows = [
      ['TT', ...LABELS],
      ['I', 'Xã Nà Tấu', null, null, '2 người'],
      [1, ...MINH],
      [2, ...HOA],
    ];
    expect(read(...rows)).toEqual({
      people: [
        [3, 'Lò Văn Minh', 'Xã Nà Tấu'],
        [4, 'Lò Thị Hoa', 'Xã Nà Tấu'],
      ],
      issues: [],
    });
  });
});
