import { describe, expect, it } from '@jest/globals';
import type { RosterRecord } from './record.js';
import { resolveRecords, type ResolveContext } from './resolve.plan.js';

const CONTEXT: ResolveContext = {
  provinceName: null,
  units: [],
  positions: [],
  majors: [],
  ranks: [
    { code: '01.003', name: 'Chuyên viên' },
    { code: '01.002', name: 'Chuyên viên chính' },
  ],
};

const WORDS = { unitText: null, positionText: null, homeText: null, major: null };

const withRank = (rank: string | null) =>
  ({ file: 'a.xlsx', sheet: 'S', row: 9, ...WORDS, rank }) as RosterRecord;

function resolved(rank: string | null) {
  const { rows, issues } = resolveRecords([withRank(rank)], CONTEXT, () => 'J');
  return {
    record: rows[0]?.record,
    issues: issues.filter(({ code }) => code.startsWith('roster.rank')),
  };
}

describe('resolveRecords, of a rank', () => {
  it('knows it by code and by name, whatever the case', () => {
    expect(resolved('01.003').record?.rank).toBe('01.003');
    expect(resolved('chuyên  viên').record).toEqual(withRank('01.003'));
    expect(resolved('Chuyên viên').issues).toEqual([]);
  });

  it('keeps what the catalogue does not have, with one warning at its cell', () => {
    const { record, issues } = resolved('99.999');
    expect(record?.rank).toBe('99.999');
    expect(issues).toMatchObject([
      { row: 9, column: 'J', code: 'roster.rank-unknown', severity: 'warning' },
    ]);
  });

  it('says nothing where none was given', () => {
    expect(resolved(null)).toEqual({ record: withRank(null), issues: [] });
  });
});

describe('resolveRecords, of a unit', () => {
  const units = [
    { id: 1, code: '12148', name: 'Xã Bắc Sơn', parentCode: null, aliases: [] },
    { id: 2, code: '12628', name: 'Xã Bắc Sơn', parentCode: null, aliases: [] },
  ];
  const messageOf = (unitText: string) => {
    const record = { ...withRank(null), unitText, positionText: 'Thợ rèn' };
    const { issues } = resolveRecords([record], { ...CONTEXT, units }, () => 'E');
    return (code: string) => issues.find((each) => each.code === code)?.message;
  };

  it('says that several bear the name, not that none does', () => {
    expect(messageOf('Xã Bắc Sơn')('roster.unit-unknown')).toBe(
      'Có nhiều đơn vị tên "Xã Bắc Sơn" vào ngày của danh sách này: Xã Bắc Sơn (12148); Xã Bắc Sơn (12628). Hãy ghi thêm tên huyện hoặc ghi mã đơn vị.',
    );
  });

  it('says what to do where nothing is like it', () => {
    expect(messageOf('Kho bạc')('roster.unit-unknown')).toMatch(/ Hãy ghi tên như trong/);
    expect(messageOf('Kho bạc')('roster.position-unknown')).toMatch(/ Hãy ghi tên như trong/);
  });
});

describe('resolveRecords, of sheets without a column of majors', () => {
  const notes = (...sheets: readonly string[]) => {
    const records = sheets.map((sheet) => ({ ...withRank(null), sheet }));
    const { issues } = resolveRecords(records, CONTEXT, () => '');
    return issues
      .filter(({ code }) => code === 'roster.majors-missing')
      .map(({ sheet, message }) => [sheet, message.split(' không có')[0]]);
  };

  it('says so once, at the sheet or of all sheets together', () => {
    expect(notes('S', 'S')).toEqual([['S', 'Bảng']]);
    expect(notes('S', 'T', 'S')).toEqual([['', 'Các sheet "S", "T"']]);
    expect(notes('A', 'B', 'C', 'D', 'E', 'F')).toEqual([
      ['', 'Các sheet "A", "B", "C", "D", "E", … (6 sheet)'],
    ]);
  });
});
