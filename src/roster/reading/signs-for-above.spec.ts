import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { readRoster } from './read-roster.js';
import type { RosterReading } from './roster-reading.js';
import { isSameAsAbove } from './values/same-as-above.js';

const FILE = new URL('../../../test/fixtures/not-ok/roster/as-above.xlsx', import.meta.url);

async function reading(): Promise<RosterReading> {
  return readRoster('a.xlsx', await readWorkbook(await readFile(FILE)));
}

function said(issues: RosterReading['issues'], sheet: string): readonly string[] {
  return issues
    .filter((each) => each.sheet === sheet && each.row > 0)
    .map(({ row, column, severity, code }) => `${column}${row} ${severity} ${code}`);
}

describe('a sign for "as above"', () => {
  it('is what the row above says in columns of words, also over a section, with a note each', async () => {
    const { records, issues } = await reading();
    const post = 'Công chức Tư pháp - Hộ tịch';
    expect(records[1]).toMatchObject({
      ...{ unitText: 'Xã Nà Tấu', positionText: post, degree: 'university', major: 'Luật' },
      ...{ ethnicity: 'Thái', unknown: { 'Sở trường': 'Hát' } },
    });
    expect(records[2]).toMatchObject({ positionText: post, degree: 'university', major: 'Luật' });
    const notes = said(issues, 'Sheet1').filter((each) => / note /.test(each));
    expect([...notes].sort()).toEqual(
      ['E3', 'F3', 'F5', 'H3', 'H5', 'I3', 'I5', 'J3', 'L3'].map(
        (cell) => `${cell} note roster.same-as-above`,
      ),
    );
    const note = issues.find(({ row, column }) => row === 5 && column === 'F');
    expect(note?.message).toBe(`Ô ghi "''" (như trên), được hiểu là "${post}" ở dòng 3.`);
  });

  it('does not tell what a protected column means', async () => {
    const { issues } = await reading();
    const note = issues.find(({ row, column }) => row === 3 && column === 'J');
    expect(note?.message).not.toMatch(/Thái|Như trên/);
  });

  it('is refused for names, numbers, days, pay and sex, each once', async () => {
    const { records, issues } = await reading();
    expect(records[3]).toMatchObject({
      ...{ fullName: '', personalNumber: null, bornOn: null, sex: null, coefficient: null },
      // the row above has none
      ethnicity: null,
    });
    expect(
      said(issues, 'Sheet1')
        .filter((each) => / error /.test(each))
        .sort(),
    ).toEqual([
      'B6 error roster.same-as-above-refused',
      'C6 error roster.same-as-above-refused',
      'D6 error roster.same-as-above-refused',
      'G6 error roster.same-as-above-refused',
      'J6 error roster.same-as-above-nothing',
      'K6 error roster.same-as-above-refused',
    ]);
  });

  it('means a merged cell over the row above; with nothing above it is an error', async () => {
    const { records, issues } = await reading();
    expect(records.at(-1)).toMatchObject({ fullName: 'Lò Văn K', major: 'Kế toán' });
    expect(records[4]?.positionText).toBeNull();
    expect(said(issues, 'Sheet2')).toEqual([
      'F2 error roster.same-as-above-nothing',
      'I5 note roster.same-as-above',
    ]);
  });
});

describe('isSameAsAbove', () => {
  it.each(['nt', 'NT.', '-nt-', 'n/t', '"', '”', '- " -', 'Như trên', '"nt"'])(
    'knows %j',
    (text) => {
      expect(isSameAsAbove(text)).toBe(true);
    },
  );

  it.each(['', '-', '...', 'NTM', 'Nội trú', 'x', 'n', 't'])('does not take %j for one', (text) => {
    expect(isSameAsAbove(text)).toBe(false);
  });
});
