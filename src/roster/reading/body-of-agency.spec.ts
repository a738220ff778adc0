import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';
import { UnitFinder } from './unit-finder.js';

const LABELS = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ'];
const UNITS = new UnitFinder([
  { code: '03316', name: 'Xã Nà Tấu', parentCode: null, aliases: [] },
  { code: '03193', name: 'Xã Pa Ham', parentCode: null, aliases: [] },
]);

/** The units of people by what their column says, under these rows at the head of the sheet. */
function unitsOf(head: readonly (readonly GridCell[])[], ...units: readonly (string | null)[]) {
  const people = units.map((unit, at) => [
    ...[at + 1, `Lò Văn ${['Một', 'Hai', 'Ba'][at] ?? ''}`, '12/5/1980', 'Nam', unit],
    'Chuyên viên',
  ]);
  const rows = [...head, LABELS, ...people];
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    codes: records.map(
      ({ unitText, around, hints }) => UNITS.find(unitText, around, hints).answer?.code ?? null,
    ),
    notes: issues.filter(({ code }) => code === 'roster.unit-from-agency').length,
  };
}

describe('a body in the column of units', () => {
  const COMMUNE = [['ỦY BAN NHÂN DÂN'], ['XÃ NÀ TẤU'], ['DANH SÁCH CÔNG CHỨC']];

  it('is that of the commune whose office heads the sheet, and the reader is told', () => {
    expect(unitsOf(COMMUNE, 'Phòng Kinh tế', 'Văn phòng Đảng ủy', 'Xã Pa Ham')).toEqual({
      codes: ['03316', '03316', '03193'],
      notes: 1,
    });
  });

  it('gives nothing to a row that says no unit, nor to a place of its own', () => {
    expect(unitsOf(COMMUNE, null, 'Trường Tiểu học số 1', 'Phòng Kinh tế').codes).toEqual([
      null,
      null,
      '03316',
    ]);
  });

  it('is of nobody under an office of the province', () => {
    expect(unitsOf([['SỞ NỘI VỤ'], ['DANH SÁCH']], 'Phòng Công chức')).toEqual({
      codes: [null],
      notes: 0,
    });
  });

  it('is of the commune that sends, not of the one that is sent to', () => {
    const head = [...COMMUNE.slice(0, 2), ['Kính gửi: UBND xã Pa Ham'], ['DANH SÁCH']];
    expect(unitsOf(head, 'Phòng Kinh tế').codes).toEqual(['03316']);
  });
});
