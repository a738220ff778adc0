import { describe, expect, it } from '@jest/globals';
import { Matcher, MOST_ASKED } from './match.js';
import { spelling } from './spelling.js';

describe('spelling', () => {
  it.each([
    ['Hoà Bình', 'Hòa Bình'],
    ['Thuỷ', 'Thủy'],
    ['Ðiện Biên', 'Điện Biên'],
    ['XÃ  Nà Tấu ', 'xã nà tấu'],
    ['Hòa'.normalize('NFD'), 'Hòa'],
    ['Văn phòng – Thống kê', 'văn phòng-thống kê'],
  ])('%s and %s are one', (a, b) => {
    expect(spelling(a)).toBe(spelling(b));
  });

  it.each([
    ['Nà Tòng', 'Na Tông'],
    ['Quý', 'Qúy'],
    ['Hoàng', 'Hòang'],
  ])('%s and %s are two', (a, b) => {
    expect(spelling(a)).not.toBe(spelling(b));
  });
});

describe('Matcher', () => {
  const matcher = new Matcher([
    { code: '1', spellings: ['Xã Nà Tòng'] },
    { code: '2', spellings: ['Xã Na Tông'] },
    { code: '3', spellings: ['Xã Xá Nhè', 'Xã Sáng Nhè'] },
    { code: '4', spellings: ['Xã Hòa Bình'] },
    { code: '5', spellings: ['Xã Hòa Bình'] },
  ]);

  it('answers an equal spelling by name and by alias', () => {
    expect(matcher.match('xã nà tòng').answer).toMatchObject({ code: '1', kind: 'exact' });
    expect(matcher.match('Xã Sáng Nhè').answer).toMatchObject({ code: '3', kind: 'alias' });
  });

  it('only suggests what is equal without diacritics', () => {
    const { answer, suggestions } = matcher.match('Xa Na Tong');
    expect(answer).toBeNull();
    expect(suggestions.slice(0, 2)).toMatchObject([
      { code: '1', kind: 'suggested', distance: 0 },
      { code: '2', kind: 'suggested', distance: 0 },
    ]);
  });

  it('does not choose between two codes of one spelling', () => {
    const { answer, suggestions } = matcher.match('Xã Hoà Bình');
    expect(answer).toBeNull();
    expect(suggestions.map((each) => each.code)).toEqual(['4', '5']);
  });

  it('suggests the nearest first and nothing for what is far or empty', () => {
    expect(matcher.match('Xã Sáng Nhé').suggestions[0]).toMatchObject({ code: '3', distance: 0 });
    expect(matcher.match('Sở Tài chính')).toEqual({ answer: null, suggestions: [] });
    expect(matcher.match(' ')).toEqual({ answer: null, suggestions: [] });
  });

  it('gives the same suggestions whatever the order of the candidates', () => {
    const candidates = ['b', 'a', 'c'].map((code) => ({ code, spellings: [`Xã ${code}x`] }));
    const forward = new Matcher(candidates).match('Xã dx');
    expect(new Matcher([...candidates].reverse()).match('Xã dx')).toEqual(forward);
    expect(forward.suggestions.map((each) => each.code)).toEqual(['a', 'b', 'c']);
  });
});

describe('Matcher, asked too often', () => {
  it('says that it looked for nothing after more texts than anybody reads, and still knows the exact ones', () => {
    const matcher = new Matcher([{ code: 'A', spellings: ['Xã Nà Tấu'] }]);
    for (let at = 0; at < MOST_ASKED; at++) matcher.match(`Xã số ${at}`);
    expect(matcher.match('Xã Nà Tâu')).toEqual({
      answer: null,
      suggestions: [],
      unasked: true,
    });
    expect(matcher.match('Xã Nà Tấu').answer?.code).toBe('A');
  });

  it('compares few spellings with each of five thousand titles, and none when it has stopped', () => {
    const spellings = ['phòng', 'ban', 'trung tâm', 'văn phòng'].flatMap((where) =>
      Array.from({ length: 400 }, (_none, at) => `Chuyên viên ${where} ${at.toString(26)}`),
    );
    const matcher = new Matcher(spellings.map((each) => ({ code: each, spellings: [each] })));
    for (let at = 0; at < 5_000; at++) matcher.match(`Cán bộ phụ trách thôn ${at}`);
    for (let at = 0; at < 5_000; at++) matcher.match(`Chuyên viên phòng số ${at}`);
    expect(matcher.compared).toBeLessThan(MOST_ASKED * 400);
  });
});
