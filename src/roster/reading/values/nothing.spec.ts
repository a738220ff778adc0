import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../../test/support/grid-workbook.js';
import { readRoster } from '../read-roster.js';
import { saysNothing } from './nothing.js';

const HEAD = ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ'];

function read(labels: readonly string[], cells: readonly GridCell[]) {
  const person = [1, 'Lò Văn Ún', '12/5/1980', 'Xã Nà Tấu', 'CT UBND'];
  const book = gridWorkbook({
    rows: [
      [...HEAD, ...labels],
      [...person, ...cells],
    ],
  });
  const { records, issues } = readRoster('a.xlsx', book);
  return { record: records[0], issues: issues.map(({ column, code }) => `${column} ${code}`) };
}

describe('a cell that says that there is nothing', () => {
  const LABELS = ['CCCD', 'Ngày vào Đảng', 'Trình độ', 'Chuyên ngành', 'Ngạch', 'Hệ số'];

  it.each(['-', '–', '/', '...', '…', 'không', 'Không có', 'chưa', 'N/A', 'k'])(
    'counts as empty where it says %s',
    (nothing) => {
      const { record, issues } = read(
        LABELS,
        LABELS.map(() => nothing),
      );
      expect(issues).toEqual([]);
      expect(record).toMatchObject({
        ...{ personalNumber: null, partyProbationaryOn: null, degree: null, major: null },
        ...{ rank: null, coefficient: null },
      });
    },
  );

  it('leaves the other one of two columns of birth alone', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Ngày sinh', null, 'Đơn vị', 'Chức vụ'],
      [null, null, 'Nam', 'Nữ'],
      [1, 'Lò Văn Ún', '12/5/1980', '-', 'Xã Nà Tấu', 'CT UBND'],
      [2, 'Lò Thị Hai', '-', '1981', 'Xã Nà Tấu', 'TC-KT'],
    ];
    const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows, merges: ['C1:D1'] }));
    expect(records.map(({ sex, bornOn }) => [sex, bornOn])).toEqual([
      ['male', '1980-05-12'],
      ['female', '1981'],
    ]);
    expect(issues).toEqual([]);
  });

  it('is still missing where a value must be', () => {
    const rows = [HEAD, [1, 'Lò Văn Ún', '-', 'Xã Nà Tấu', 'CT UBND']];
    const { issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
    expect(issues.map(({ column, code }) => [column, code])).toEqual([
      ['C', 'roster.birth-missing'],
    ]);
  });

  it('is an answer where words are asked for, and zero is a figure', () => {
    expect(read(['Tôn giáo', 'PCCV'], ['Không', 0])).toMatchObject({
      record: { religion: 'Không', positionAllowance: 0 },
      issues: [],
    });
    expect(saysNothing('position', 'Không')).toBe(false);
    expect(saysNothing('recruitedOn', '0')).toBe(true);
    expect(saysNothing('coefficient', '0')).toBe(false);
  });
});
