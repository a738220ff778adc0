import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

function read(
  labels: readonly string[],
  cells: readonly (string | null)[],
  of = 'HUYỆN TUẦN GIÁO',
) {
  const rows = [
    [`DANH SÁCH CÁN BỘ CẤP XÃ ${of}`],
    ['Họ và tên', 'Năm sinh', 'Chức vụ', ...labels],
    ['Lò Văn Ún', 1980, 'Chủ tịch UBND', ...cells],
  ];
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  const [first] = records;
  return { issues, unit: first?.unitText ?? null, around: first?.around };
}

function told(...sheet: Parameters<typeof read>) {
  return read(...sheet).issues.map(
    ({ row, column, code, severity }) => `${row} ${column} ${code} ${severity}`,
  );
}

describe('communes under a label that is not known', () => {
  it('are told where no other column gives the unit', () => {
    expect(told(['Nhóm'], ['Xã Quài Tở'])).toEqual(['2 D roster.unit-column-unclear warning']);
  });

  it('are nothing beside a column of units, where somebody was born, and where none is named', () => {
    expect(told(['Nhóm', 'Đơn vị'], ['Xã Quài Tở', 'Xã Quài Tở'])).toEqual([]);
    expect(told(['Nơi sinh'], ['Xã Quài Tở'])).toEqual([]);
    expect(told(['Nhóm'], ['Khối xã'])).toEqual([]);
    expect(told(['Nhóm'], [null])).toEqual([]);
  });

  it('leave the unit open where only a district is named over them', () => {
    expect(read(['Nhóm'], ['Xã Quài Tở'])).toMatchObject({ unit: null, around: [] });
    expect(read(['Nhóm'], ['Xã Quài Tở'], 'CỦA XÃ PÚ NHUNG').unit).toBe('XÃ PÚ NHUNG');
  });
});
