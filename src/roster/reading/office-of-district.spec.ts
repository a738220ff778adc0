import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { isOfDistrict, isOfficeOfDistrict } from './office-of-district.js';
import { readRoster } from './read-roster.js';
import { UnitFinder } from './unit-finder.js';

const UNITS = new UnitFinder([
  { code: '429', name: 'Huyện Nghi Lộc', parentCode: null, aliases: [] },
  { code: '17830', name: 'Xã Nghi Lâm', parentCode: '429', aliases: [] },
]);
const LABELS = ['TT', 'Họ và tên', 'Ngày sinh', 'Chức vụ'];
const DISTRICT = [['UBND HUYỆN NGHI LỘC'], ['DANH SÁCH CÔNG CHỨC']];

type Rows = readonly (readonly GridCell[])[];

function codes(rows: Rows) {
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    codes: records.map(
      ({ unitText, around, hints }) => UNITS.find(unitText, around, hints).answer?.code ?? null,
    ),
    notes: issues.filter(({ code }) => code === 'roster.unit-from-agency').length,
  };
}

/** People below these section rows, one each. */
function under(head: Rows, ...sections: readonly (readonly GridCell[])[]) {
  const people = sections.flatMap((section, at) => [
    section,
    [at + 1, `Lò Văn ${['Một', 'Hai', 'Ba', 'Bốn'][at] ?? ''}`, '12/5/1980', 'Chuyên viên'],
  ]);
  return codes([...head, LABELS, ...people]);
}

describe('an office that only districts have', () => {
  it('alone in a row is that of the district whose office heads the sheet, and a body beside it', () => {
    expect(under(DISTRICT, ['I', 'Phòng Nội vụ'], ['II', 'Hội Nông dân'])).toEqual({
      codes: ['429', '429'],
      notes: 1,
    });
  });

  it('in the column of units is, too; a body of a commune is not', () => {
    const labels = [...LABELS, 'Đơn vị'];
    const rows = ['Phòng Nội vụ', 'Thanh tra', 'UBND xã', null, 'Xã Nghi Lâm'].map((unit, at) => [
      ...[at + 1, `Lò Văn ${['Một', 'Hai', 'Ba', 'Bốn', 'Năm'][at] ?? ''}`, 1980, 'Chuyên viên'],
      unit,
    ]);
    expect(codes([...DISTRICT, labels, ...rows]).codes).toEqual([
      '429',
      '429',
      null,
      null,
      '17830',
    ]);
  });

  it('says nothing of people under sections of communes, nor of those under no office', () => {
    expect(
      under(
        DISTRICT,
        ['A', 'KHỐI HUYỆN'],
        ['I', 'Phòng Nội vụ'],
        ['B', 'KHỐI XÃ'],
        ['I', 'Đảng ủy'],
      ).codes,
    ).toEqual(['429', '429', null, null]);
    expect(under(DISTRICT, ['I', 'Khối Đảng'])).toEqual({ codes: [null], notes: 0 });
  });

  it('is of nobody where two districts or a commune head the sheet', () => {
    const section = ['I', 'Phòng Nội vụ'];
    const two = [['UBND HUYỆN NGHI LỘC'], ['UBND HUYỆN DIỄN CHÂU'], ['DANH SÁCH']];
    expect(under(two, section).codes).toEqual([null]);
    expect(under([['UBND THÀNH PHỐ VINH'], ['DANH SÁCH']], section).codes).toEqual([null]);
  });

  it('is told by its words', () => {
    expect(
      ['Phòng Tư pháp', 'II. Thanh tra huyện', 'Lãnh đạo UBND huyện', 'Văn phòng Huyện ủy'].map(
        isOfficeOfDistrict,
      ),
    ).toEqual([true, true, true, true]);
    expect(
      ['Đảng ủy', 'UBND xã', 'Phòng Kinh tế xã Nghi Lâm', 'P. Mường Thanh', 'Phòng số 2'].map(
        isOfficeOfDistrict,
      ),
    ).toEqual([false, false, false, false, false]);
    expect(['Hội Nông dân', 'Đảng ủy xã'].map(isOfDistrict)).toEqual([true, false]);
  });
});
