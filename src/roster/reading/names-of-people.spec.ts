import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

function read(labels: readonly string[], ...people: readonly (readonly GridCell[])[]) {
  const rows = [
    [...labels, 'Năm sinh', 'Chức vụ'],
    ...people.map((names) => [...names, 1980, 'Chủ tịch UBND']),
  ];
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    names: records.map(({ fullName }) => fullName),
    unknown: records.map(({ unknown }) => unknown),
    told: issues.map(({ row, column, code, severity }) => `${row} ${column} ${code} ${severity}`),
  };
}

describe('a name in several columns', () => {
  it('is joined of three', () => {
    expect(
      read(['Họ', 'Tên đệm', 'Tên'], ['Lò', 'Văn', 'Ún'], ['Quàng', null, 'Dung']).names,
    ).toEqual(['Lò Văn Ún', 'Quàng Dung']);
    expect(read(['Tên', 'Họ và tên đệm'], ['Ún', 'Lò Văn']).names).toEqual(['Lò Văn Ún']);
  });

  it('is whole where a further column gives its last word once more, to sort by', () => {
    const { names, unknown } = read(
      ['Họ và tên', 'Tên'],
      ['Lò Văn Ún', 'Ún'],
      ['Quàng Thị Dung', 'Dung'],
      ['Lò Văn Hai', null],
    );
    expect(names).toEqual(['Lò Văn Ún', 'Quàng Thị Dung', 'Lò Văn Hai']);
    expect(unknown[0]).toEqual({ Tên: 'Ún' });
  });

  it('is joined where the first column may be the family name only', () => {
    expect(read(['Họ đệm', 'Tên'], ['Lò Văn', 'Văn']).names).toEqual(['Lò Văn Văn']);
    expect(read(['Họ và tên', 'Tên'], ['Lò Văn', 'Ún'], ['Lò Văn', 'Văn']).names).toEqual([
      'Lò Văn Ún',
      'Lò Văn Văn',
    ]);
  });
});

describe('words beside a name', () => {
  it('in brackets are kept apart, with a note', () => {
    expect(read(['Họ và tên'], ['Lò Văn Ún (nghỉ TS)'])).toEqual({
      names: ['Lò Văn Ún'],
      unknown: [{ 'Ghi kèm họ và tên': 'nghỉ TS' }],
      told: ['2 A roster.name-remark note'],
    });
  });

  it('behind a dash or a comma are a question', () => {
    const told = ['2 A roster.name-words warning', '3 A roster.name-words warning'];
    expect(read(['Họ và tên'], ['Lò Văn Ún - Bí thư'], ['Lò Văn Hai, Kế toán']).told).toEqual(told);
  });
});

describe('a year of birth beside the name of a relative', () => {
  const born = (...labels: readonly string[]) => {
    const rows = [
      [...labels, 'Chức vụ'],
      [
        'Lò Văn Ún',
        ...labels.slice(1).map((label) => (/sinh/i.test(label) ? 1985 : 'Lò Thị Hai')),
        'Văn thư',
      ],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    return [records[0]?.bornOn, issues.some(({ code }) => code === 'roster.birth-missing')];
  };

  it('is not that of the person; the own one is', () => {
    expect(born('Họ và tên', 'Họ tên vợ (chồng)', 'Năm sinh')).toEqual([null, true]);
    expect(born('Họ và tên', 'Ngày sinh', 'Họ tên vợ (chồng)', 'Năm sinh')).toEqual([
      '1985',
      false,
    ]);
    expect(born('Họ và tên', 'Năm sinh')).toEqual(['1985', false]);
  });
});
