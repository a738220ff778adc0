import { describe, expect, it } from '@jest/globals';
import type { ParameterRow } from '../rules/parameters.js';
import { isSame, planVersion, type StandingRow } from './versions.plan.js';

function aRow(startsOn: string, endsOn: string | null, value: unknown = 2): ParameterRow {
  return {
    key: 'cap.vice-chairs-per-commune',
    value,
    scope: 'province:11',
    startsOn,
    endsOn,
    source: { document: 'Decree 300/2025/NĐ-CP', article: '', date: '2025-11-17' },
    evidence: 'found',
    note: '',
  };
}

const standing = (startsOn: string, endsOn: string | null, id = 1): StandingRow => ({
  ...aRow(startsOn, endsOn),
  id,
});
const spans = (rows: readonly ParameterRow[]) =>
  rows.map(({ startsOn, endsOn, value }) => [startsOn, endsOn, value]);

describe('planVersion', () => {
  it.each([
    ['nothing', [], '2026-01-01', null, 0, [['2026-01-01', null, 3]]],
    [
      'an open row, from a later day on',
      [standing('2025-07-01', null)],
      '2026-01-01',
      null,
      1,
      [
        ['2025-07-01', '2026-01-01', 2],
        ['2026-01-01', null, 3],
      ],
    ],
    [
      'an open row, for a while',
      [standing('2025-07-01', null)],
      '2026-01-01',
      '2026-02-01',
      1,
      [
        ['2025-07-01', '2026-01-01', 2],
        ['2026-01-01', '2026-02-01', 3],
        ['2026-02-01', null, 2],
      ],
    ],
    [
      'the whole row',
      [standing('2026-01-01', '2026-02-01')],
      '2026-01-01',
      '2026-02-01',
      1,
      [['2026-01-01', '2026-02-01', 3]],
    ],
    [
      'rows that only touch it',
      [standing('2025-01-01', '2026-01-01'), standing('2026-02-01', null, 2)],
      '2026-01-01',
      '2026-02-01',
      0,
      [['2026-01-01', '2026-02-01', 3]],
    ],
    [
      'two rows',
      [standing('2025-01-01', '2026-01-15'), standing('2026-01-15', null, 2)],
      '2026-01-01',
      '2026-02-01',
      2,
      [
        ['2025-01-01', '2026-01-01', 2],
        ['2026-01-01', '2026-02-01', 3],
        ['2026-02-01', null, 2],
      ],
    ],
  ] as const)('planVersion over %s', (_what, rows, startsOn, endsOn, superseded, expected) => {
    const plan = planVersion(rows, aRow(startsOn, endsOn, 3));
    expect(plan.supersede).toHaveLength(superseded);
    expect(spans(plan.add)).toEqual(expected);
    expect(spans(planVersion([...rows].reverse(), aRow(startsOn, endsOn, 3)).add)).toEqual(
      expected,
    );
  });
});

describe('isSame', () => {
  it('isSame holds for the same words and breaks for another mark', () => {
    const row = aRow('2026-01-01', null);
    expect(isSame(standing('2026-01-01', null), row)).toBe(true);
    expect(isSame(row, { ...row, evidence: 'confirmed' })).toBe(false);
    expect(isSame(row, { ...row, endsOn: '2027-01-01' })).toBe(false);
  });
});
