import { describe, expect, it } from '@jest/globals';
import type { Alias } from './alias.store.js';
import { knownSpellings, lackingSpellings } from './known-spellings.js';

const spelt = (spelling: string, targetCode: string, more: Partial<Alias> = {}): Alias => ({
  ...{ kind: 'position', spelling, targetCode, startsOn: null, endsOn: null },
  ...more,
});

const CODES = new Set(['X-CT', 'X-PCT', 'EIGEN']);

describe('knownSpellings', () => {
  it('hold what rosters of any province abbreviate, and no name of a unit', async () => {
    const known = await knownSpellings();
    const has = (kind: string, spelling: string, targetCode: string) =>
      known.some(
        (one) => one.kind === kind && one.spelling === spelling && one.targetCode === targetCode,
      );
    expect(has('position', 'CT UBND', 'X-CT')).toBe(true);
    expect(has('rating', 'HTTNV', 'good')).toBe(true);
    expect(known.filter(({ kind }) => kind === 'unit')).toEqual([]);
  });
});

describe('lackingSpellings', () => {
  it('leaves out titles of positions that the catalogue does not have', () => {
    const known = [spelt('CT UBND', 'X-CT'), spelt('VP-TK', 'X-VPTK'), spelt('ĐH', 'university')];
    const degrees = { ...known[2]!, kind: 'degree' };
    expect(lackingSpellings([known[0]!, known[1]!, degrees], [], CODES)).toEqual([
      known[0],
      degrees,
    ]);
  });

  it('leaves a spelling to the meaning that the province gives it, also in other letters', () => {
    const known = [spelt('CT UBND', 'X-CT'), spelt('PCT UBND', 'X-PCT')];
    expect(lackingSpellings(known, [spelt('ct  ubnd', 'EIGEN')], CODES)).toEqual([known[1]]);
  });

  it('adds a meaning of other days, and nothing twice', () => {
    const before = spelt('Chủ tịch', 'X-CT', { endsOn: '2025-07-01' });
    const since = spelt('Chủ tịch', 'EIGEN', { startsOn: '2025-07-01' });
    expect(lackingSpellings([before], [since], CODES)).toEqual([before]);
    expect(lackingSpellings([before, since], [before, since], CODES)).toEqual([]);
  });
});
