import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EditDistance } from './edit-distance.js';
import { NearestTexts } from './nearest-texts.js';

/** The same by comparing everything with everything. */
function byBruteForce(text: string, texts: readonly string[], most: number) {
  const near = texts.flatMap((each, at) => {
    const widest = Math.floor(Math.max(text.length, each.length) * 0.4);
    const distance = new EditDistance(text).to(each, widest);
    return distance === null ? [] : [{ code: codeOf(at), distance }];
  });
  const best = new Map<string, number>();
  for (const { code, distance } of near)
    best.set(code, Math.min(distance, best.get(code) ?? Infinity));
  return [...best]
    .sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([code, distance]) => ({ code, distance }));
}

/** Several texts are of one code. */
function codeOf(at: number): string {
  return `c${at % 7}`;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'n', '1', 'é', ' '), maxLength: 9 });

describe('NearestTexts', () => {
  it('finds the same as comparing everything with everything', () => {
    fc.assert(
      fc.property(word, fc.array(word, { maxLength: 30 }), (text, texts) => {
        const nearest = new NearestTexts<string>();
        texts.forEach((each, at) => nearest.add(codeOf(at), each, each));
        const found = nearest.nearest(text, 3).map(({ code, distance }) => ({ code, distance }));
        expect(found).toEqual(byBruteForce(text, texts, 3));
      }),
    );
  });

  it('compares few of many texts letter by letter', () => {
    const nearest = new NearestTexts<null>();
    for (let at = 0; at < 2_000; at++) {
      const letters = [7, 11, 13, 17, 19, 23, 29].map((step) => 97 + ((at * step) % 26));
      nearest.add(String(at), `chuyen vien ${String.fromCharCode(...letters)}`, null);
    }
    for (let at = 0; at < 50; at++) nearest.nearest(`chuyen vien khac ${at}`, 5);
    expect(nearest.compared).toBeLessThan(50 * 400);
  });
});
