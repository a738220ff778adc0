import { describe, expect, it } from '@jest/globals';
import { gapPercentOf, gapWords } from './gap-words.js';

describe('gapWords', () => {
  it('says that nothing is better where the gap is closed', () => {
    expect(gapWords({ gap: 0, gapPeople: 0, bound: { blended: 10 } })).toBe(
      'Không có phương án nào tốt hơn',
    );
  });

  it('says the share and that it is less than one person, rounded to the worse', () => {
    const run = { gap: 20, gapPeople: 0.4, bound: { blended: -100_000 } };
    expect(gapPercentOf(run)).toBe(0.02);
    expect(gapWords(run)).toBe(
      'Kém phương án tốt nhất có thể có nhiều nhất 0,02 %, chưa bằng một người dôi dư',
    );
    expect(gapWords({ ...run, gap: 20.001 })).toContain('0,0201 %');
  });

  it('counts in people from one on, and claims nothing of a run by a rule', () => {
    expect(gapWords({ gap: 9, gapPeople: 1, bound: { blended: 0 } })).toContain(
      'tương đương 1 người dôi dư',
    );
    expect(gapWords({ gap: null, gapPeople: null, bound: null })).toContain('không phải tối ưu');
  });
});
