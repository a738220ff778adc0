import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

function read(labels: readonly string[], cells: readonly (string | null)[]) {
  const rows = [
    ['Họ và tên', 'Năm sinh', ...labels],
    ['Lò Văn Ún', 1980, ...cells],
  ];
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return [
    records.map(({ unitText, positionText }) => [unitText, positionText]),
    issues.map(({ row, column, code, severity }) => `${row} ${column} ${code} ${severity}`),
  ];
}

describe('columns of what was before, beside those of what is', () => {
  it('are kept, what is now is taken, and it is told', () => {
    expect(
      read(
        ['Đơn vị công tác cũ', 'Đơn vị mới', 'Chức vụ trước sắp xếp', 'Chức vụ mới'],
        ['Xã Pom Lót', 'Xã Sam Mứn', 'CT UBND', 'PCT UBND'],
      ),
    ).toEqual([
      [['Xã Sam Mứn', 'PCT UBND']],
      ['1 C roster.column-outdated warning', '1 E roster.column-outdated warning'],
    ]);
  });

  it('are no answer where what is now is empty', () => {
    expect(
      read(['Đơn vị', 'Chức vụ cũ', 'Chức vụ mới'], ['Xã Sam Mứn', 'CT UBND', null])[0],
    ).toEqual([['Xã Sam Mứn', null]]);
  });

  it('are taken where nothing else says it', () => {
    expect(read(['Đơn vị cũ', 'Chức vụ cũ'], ['Xã Pom Lót', 'CT UBND'])).toEqual([
      [['Xã Pom Lót', 'CT UBND']],
      [],
    ]);
  });

  it('are those that people are moved from', () => {
    expect(
      read(['Từ đơn vị', 'Đến đơn vị', 'Chức vụ'], ['Xã Pom Lót', 'Xã Sam Mứn', 'Văn thư'])[0],
    ).toEqual([['Xã Sam Mứn', 'Văn thư']]);
  });
});
