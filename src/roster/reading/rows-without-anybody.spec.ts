import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FILE = '../../../test/fixtures/not-ok/roster/rows-without-anybody.xlsx';

let reading: RosterReading;

beforeAll(async () => {
  const bytes = await readFile(new URL(FILE, import.meta.url));
  reading = readRoster('a.xlsx', await readWorkbook(bytes));
});

function peopleOf(sheet: string): readonly (readonly [number, string])[] {
  return reading.records
    .filter((each) => each.sheet === sheet)
    .map(({ row, fullName }) => [row, fullName] as const);
}

function issuesOf(sheet: string): readonly (readonly [number, string, string])[] {
  return reading.issues
    .filter((each) => each.sheet === sheet)
    .map(({ row, code, severity }) => [row, code, severity] as const);
}

const TWO = [
  [2, 'Lò Văn An'],
  [3, 'Quàng Thị Bình'],
] as const;

describe('rows without anybody', () => {
  it('ordinals typed in advance are nobody, and one issue says which', () => {
    expect(peopleOf('Đánh số sẵn')).toEqual([...TWO, [5, 'Vàng Thị Dua']]);
    expect(issuesOf('Đánh số sẵn')).toEqual([[4, 'roster.rows-unused', 'warning']]);
    expect(reading.issues.find(({ code }) => code === 'roster.rows-unused')?.message).toMatch(
      /^Dòng 4, 6–8 không ghi tên ai/,
    );
  });

  it('counts below the people are totals', () => {
    expect(peopleOf('Số đếm')).toEqual(TWO);
    expect(issuesOf('Số đếm')).toEqual([]);
  });

  it('offices and names below the last person are signatures, in whatever column', () => {
    expect(peopleOf('Ký ở cột chức vụ')).toEqual(TWO);
    expect(peopleOf('Ký ở cột họ tên')).toEqual(TWO);
    expect(issuesOf('Ký ở cột chức vụ')).toEqual([]);
    expect(issuesOf('Ký ở cột họ tên')).toEqual([]);
  });

  it('a unit alone in its row is a section, also in the column of births', () => {
    const records = reading.records.filter(({ sheet }) => sheet === 'Xã ở cột ngày sinh');
    expect(records.map(({ row, unitText }) => [row, unitText])).toEqual([
      [3, 'Xã Mường Phăng'],
      [5, 'Xã Hua Thanh'],
    ]);
    expect(issuesOf('Xã ở cột ngày sinh')).toEqual([]);
  });

  it('a row that tells how the columns are filled in is nobody', () => {
    expect(peopleOf('Cách ghi')).toEqual([[3, 'Lò Văn An']]);
    expect(issuesOf('Cách ghi')).toEqual([]);
  });

  it('numbered notes under "Ghi chú" are nobody', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ'],
      [1, 'Lò Văn An', 1980, 'CT UBND'],
      [null, '* Ghi chú:'],
      ['1', 'Lò Văn An: đi học từ 01/6/2025'],
      ['2', 'Lò Văn Ba'],
    ];
    const { records } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ row }) => row)).toEqual([2, 5]);
  });

  it('every row is a record or counted', () => {
    expect(reading.records).toHaveLength(12);
    expect(reading.skipped).toEqual({
      ...{ blank: 0, continued: 0, numbering: 5, totals: 4, sections: 3, footer: 6 },
    });
  });
});

describe('what is missing in a row', () => {
  it('is told of birth and sex together, at the birth', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Năm sinh', 'Giới tính', 'Chức vụ'],
      [1, 'Lò Văn An', 1980, 'Nam', 'CT UBND'],
      [2, 'Lò Văn Ba'],
      [3, 'Lò Văn Cò', 1980, null, 'CT UBND'],
    ];
    const { issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(issues.map(({ row, column, code, message }) => [row, column, code, message])).toEqual([
      [3, 'C', 'roster.birth-missing', expect.stringContaining('ngày sinh và giới tính')],
      [4, 'D', 'roster.sex-missing', expect.any(String)],
    ]);
  });
});

describe('a list in one column', () => {
  it.each([';', '\t', '|'])('divided by %j is told, with what to do', (by) => {
    const lines = [
      ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'],
      ['1', 'Lò Văn An', '12/5/1980', 'CT UBND'],
    ];
    const rows = lines.map((cells) => [cells.join(by)]);
    const { issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(issues.find(({ code }) => code === 'roster.no-header')?.message).toContain(
      'Văn bản thành Cột',
    );
  });
});

describe('a list of posts and who holds them', () => {
  const HEAD = ['TT', 'Vị trí việc làm', 'Họ và tên', 'Ngày sinh', 'Giới tính'];
  const read = (...rows: readonly GridCell[][]) =>
    readRoster('a.xlsx', gridWorkbook({ rows: [HEAD, ...rows] }));

  it('a dash for a name is a vacant seat, unless the row tells of somebody', () => {
    const { records, issues } = read(
      [1, 'Chánh Văn phòng', 'Lò Văn Ún', 1980, 'Nam'],
      [2, 'Văn thư', '---', null, null],
      [3, 'Kế toán', '-', 1985, 'Nữ'],
      [4, 'Lái xe', '-', null, 'Nam'],
    );
    expect(records.map(({ row }) => row)).toEqual([2, 4, 5]);
    expect(issues.find(({ code }) => code === 'roster.rows-unused')?.row).toBe(3);
  });

  it('a counted heading is a section also in the column of posts, whatever figures it has', () => {
    const { records } = read(
      ['I', 'Hợp đồng theo Nghị định 111/2022/NĐ-CP', null, null, null],
      [1, 'Lái xe', 'Lò Văn Ún', 1980, 'Nam'],
    );
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it('a counted name with its year is a person', () => {
    const { records } = read(
      ['I', null, 'Lò Văn Ún 1980', null, null],
      [1, 'Lái xe', 'Lò Văn Hai', 1980, 'Nam'],
    );
    expect(records.map(({ row }) => row)).toEqual([2, 3]);
  });
});

describe('posts in columns of the Party, the government and the unions', () => {
  it('are that of the union before a membership of the Party', () => {
    const rows = [
      ['Họ và tên', 'Năm sinh', 'Chức vụ Đảng', 'Chức vụ chính quyền', 'Chức vụ đoàn thể'],
      ['Lò Văn Ún', 1980, 'Đảng ủy viên', null, 'Chủ tịch Hội Nông dân'],
      ['Lò Văn Hai', 1980, 'Bí thư Đảng ủy', null, '-'],
    ];
    const { records } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ positionText }) => positionText)).toEqual([
      'Chủ tịch Hội Nông dân',
      'Bí thư Đảng ủy',
    ]);
  });
});

describe('rows below the people', () => {
  const LABELS = ['TT', 'Họ và tên', 'Năm sinh', 'Chức vụ'];
  const UN = [1, 'Lò Văn Ún', 1980, 'Văn thư'];

  it('that show how to fill in a row are nobody', () => {
    const example = ['VD:', 'Nguyễn Văn A', '01/01/1980', 'Chủ tịch UBND'];
    const { records } = readRoster('a.xlsx', gridWorkbook({ rows: [LABELS, example, UN] }));
    expect(records.map(({ row }) => row)).toEqual([3]);
  });

  it('of the zeros that formulas take from empty cells are nobody', () => {
    const rows = [LABELS, UN, [2, 0, 0, 0], [3, 0, 0, 0]];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ row }) => row)).toEqual([2]);
    expect(issues.map(({ row, code }) => `${row} ${code}`)).toEqual(['3 roster.rows-unused']);
  });

  it('that give the number of a printed page are no second line', () => {
    const rows = [
      LABELS,
      UN,
      [null, null, null, 'Trang 1/3'],
      LABELS,
      [2, 'Lò Văn Hai', 1981, 'Lái xe'],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(records.map(({ row }) => row)).toEqual([2, 5]);
    expect(issues).toEqual([]);
  });
});
