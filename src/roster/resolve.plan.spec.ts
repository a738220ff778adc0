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
