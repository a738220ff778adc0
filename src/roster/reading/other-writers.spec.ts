import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';

const FIXTURES = new URL('../../../test/fixtures/ok/sheet/', import.meta.url);

async function reading(file: string): Promise<RosterReading> {
  return readRoster(file, await readWorkbook(await readFile(new URL(file, FIXTURES))));
}

describe.each(['roster-openpyxl.xlsx', 'roster-libreoffice.xlsx'])('readRoster of %s', (file) => {
  it('joins parents that are not merged, and a name of two columns', async () => {
    const { sheets, records } = await reading(file);
    expect(sheets[0]?.tables[0]?.columns.map((column) => column.field)).toEqual([
      'ordinal',
      'fullName',
      'fullName',
      'bornMale',
      'bornFemale',
      'unit',
      'position',
      'partyProbationaryOn',
      'partyOfficialOn',
      'generalEducation',
      'degree',
      'note',
    ]);
    expect(records.map(({ row, fullName, sex }) => [row, fullName, sex])).toEqual([
      [9, 'Lò Văn Ún', 'male'],
      [10, 'Quàng Thị Dung', 'female'],
      [12, 'Giàng A Chu', 'male'],
    ]);
  });

  it('carries a unit merged downwards, and counts blank, total and numbering rows', async () => {
    const { records, skipped } = await reading(file);
    expect(records.map((record) => record.unitText)).toEqual([
      'Xã Nà Tấu',
      'Xã Nà Tấu',
      'Xã Nà Nhạn',
    ]);
    expect(skipped).toEqual({
      blank: 1,
      totals: 1,
      sections: 0,
      numbering: 1,
      continued: 0,
      footer: 0,
    });
  });

  it('reads real dates, a numeric year and a grade that became a date', async () => {
    const { records } = await reading(file);
    expect(records[0]).toMatchObject({ bornOn: '1980-05-12', partyOfficialOn: '2002-02-03' });
    expect(records[1]).toMatchObject({ bornOn: '1985', generalEducation: '12/5' });
  });
});

describe('readRoster of formulas', () => {
  it('takes the cached result, and reports a formula that was never calculated', async () => {
    const calculated = await reading('roster-libreoffice.xlsx');
    expect(calculated.records[2]?.bornOn).toBe('1990-01-02');
    expect(calculated.records[0]?.note).toBe('2');
    const { issues } = await reading('roster-openpyxl.xlsx');
    expect(
      issues
        .filter((issue) => issue.code === 'roster.formula-not-calculated')
        .map(({ row, column, severity }) => [row, column, severity]),
    ).toEqual([
      [9, 'L', 'error'],
      [12, 'D', 'error'],
    ]);
  });
});
