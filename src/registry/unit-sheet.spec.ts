import { describe, expect, it } from '@jest/globals';
import { readTable } from '../sheet/table.js';
import { readUnitSheet } from './unit-sheet.js';

const HEADER = 'code,name,kind,district_code,district_name,province_code,area_km2,border,zone';

function tableOf(...rows: readonly string[]): ReturnType<typeof readTable> {
  return readTable('units.csv', Buffer.from([HEADER, ...rows].join('\n')));
}

describe('readUnitSheet', () => {
  it('makes a unit of each district that the rows name, once', async () => {
    const table = await tableOf(
      '03127,Phường Him Lam,phường,094,Thành phố Điện Biên Phủ,11,6.12,none,I',
      '03130,Phường Thanh Bình,phường,094,Thành phố Điện Biên Phủ,11,,none,I',
    );
    const { units, issues } = readUnitSheet(table, '11');
    expect(issues).toEqual([]);
    expect(
      units.map(({ code, kind, level, parentCode }) => [code, kind, level, parentCode]),
    ).toEqual([
      ['094', 'city', 'district', '11'],
      ['03127', 'ward', 'commune', '094'],
      ['03130', 'ward', 'commune', '094'],
    ]);
  });

  it('leaves other provinces out, and takes those that became this one', async () => {
    const table = await tableOf(
      '00688,Phường A,phường,,,02,,,',
      '02200,Phường B,phường,,,08,,,',
      '03127,Phường C,phường,,,11,,,',
    );
    const codes = (former: ReadonlySet<string>): string[] =>
      readUnitSheet(table, '08', former).units.map((unit) => unit.code);
    expect(codes(new Set())).toEqual(['02200']);
    expect(codes(new Set(['02', '08']))).toEqual(['00688', '02200']);
  });

  it('counts only a stated border as border', async () => {
    const table = await tableOf(
      '1,A,xã,,,11,,LA+CN,',
      '2,B,xã,,,11,,likely,',
      '3,C,xã,,,11,,none,',
      '4,D,xã,,,11,,1,',
    );
    expect(readUnitSheet(table, '11').units.map((unit) => unit.border)).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });

  it('names row and column of an unknown kind, a figure that is none, and a code given twice', async () => {
    const table = await tableOf('1,A,làng,,,11,,,', '2,B,xã,,,11,rộng,,', '2,C,xã,,,11,,,');
    const issues = readUnitSheet(table, '11').issues;
    expect(issues.map(({ row, column, code }) => [row, column, code])).toEqual([
      [2, 'C', 'unit.kind-unknown'],
      [3, 'G', 'sheet.not-a-number'],
      [4, 'A', 'unit.code-twice'],
    ]);
  });

  it('reports a missing column by its name', async () => {
    const table = await readTable('units.csv', Buffer.from('code,name\n1,A'));
    expect(
      readUnitSheet(table, '11')
        .issues.map((issue) => issue.message)
        .join(),
    ).toContain('kind');
  });
});
