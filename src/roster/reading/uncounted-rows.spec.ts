import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';
import { UnitFinder } from './unit-finder.js';

const HEAD = ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ'];

function person(ordinal: GridCell, name: string): GridCell[] {
  return [ordinal, name, '12/5/1980', null, 'CT UBND'];
}

function read(...rows: readonly (readonly GridCell[])[]) {
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows: [HEAD, ...rows] }));
  return {
    people: records.map(({ row, around }) =>
      `${row} ${around.filter((text) => text !== 'Sheet1').join(', ')}`.trim(),
    ),
    issues: issues
      .filter(({ code }) => code !== 'roster.birth-missing')
      .map(({ row, code, severity }) => `${row} ${code} ${severity}`),
  };
}

describe('a row that says one thing and has no ordinal', () => {
  it('names a group where the ordinals begin again behind it', () => {
    expect(
      read([null, 'Mễ Sở'], person(1, 'Lò Văn An'), ['*', 'Cụ Rùa'], person('01', 'Lò Văn Ba')),
    ).toEqual({
      people: ['3 Mễ Sở', '5 Cụ Rùa'],
      issues: ['2 roster.row-uncounted warning', '4 roster.row-uncounted warning'],
    });
  });

  it('names a group where they go on behind it', () => {
    expect(
      read(
        person(1, 'Lò Văn An'),
        [null, 'Tổng đội'],
        person(2, 'Lò Văn Ba'),
        person(3, 'Lò Văn Cò'),
      ),
    ).toMatchObject({ people: ['2', '4 Tổng đội', '5 Tổng đội'] });
  });

  it('is a person where they leave a gap, where it looks like a name, and where nobody is counted', () => {
    expect(
      read(person(1, 'Lò Văn An'), [null, 'Cao Nguyên'], person(3, 'Lò Văn Ba')).people,
    ).toEqual(['2', '3', '4']);
    expect(
      read(person(1, 'Lò Văn An'), [null, 'Quàng Thị Ba'], person(2, 'Lò Văn Cò')).people,
    ).toEqual(['2', '3', '4']);
    expect(
      read(person(null, 'Lò Văn An'), [null, 'Cao Nguyên'], person(null, 'Lò Văn Ba')).people,
    ).toEqual(['2', '3', '4']);
  });

  it('leaves the unit open for those who know all units', () => {
    const rows = [
      HEAD,
      ['I', 'Xã Long Hưng'],
      person(1, 'Lò Văn An'),
      [null, 'Mễ Sở'],
      person(1, 'Lò Văn Ba'),
      [null, 'Lãnh đạo'],
      person(1, 'Lò Văn Cò'),
    ];
    const { records } = readRoster('a.xlsx', gridWorkbook({ rows }));
    const known = (code: string, name: string) => ({ code, name, parentCode: null, aliases: [] });
    const units = new UnitFinder([known('1', 'Xã Long Hưng'), known('2', 'Xã Mễ Sở')]);
    expect(
      records.map(({ unitText, around }) => units.find(unitText, around).answer?.code),
    ).toEqual(['1', '2', '2']);
  });
});
