import { describe, expect, it } from '@jest/globals';
import { rowRanges } from './row-ranges.js';

describe('rowRanges', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[3, 4, 5, 9], '3–5, 9'],
    [[1, 3, 5], '1, 3, 5'],
  ])('says %j as %j', (rows, text) => {
    expect(rowRanges(rows)).toBe(text);
  });

  it('counts what is more than twenty ranges', () => {
    const rows = Array.from({ length: 21 }, (_none, index) => index * 2);
    expect(rowRanges(rows.slice(0, 20))).toMatch(/, 38$/);
    expect(rowRanges(rows)).toMatch(/, 38 và 1 dòng khác$/);
    expect(
      rowRanges(Array.from({ length: 200_000 }, (_none, index) => index * 2)).length,
    ).toBeLessThan(200);
  });
});
