import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { EditDistance } from './edit-distance.js';

/** The whole table of distances, letter by letter. */
function byTable(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_none, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(changed, previous[j]! + 1, current[j - 1]! + 1);
    }
    previous = current;
  }
  return previous[b.length]!;
}

const text = (maxLength: number) =>
  fc.string({ unit: fc.constantFrom('a', 'b', 'n', '1', 'é', ' '), maxLength });

describe('EditDistance', () => {
  it('counts changes up to the most allowed', () => {
    expect(new EditDistance('na tong').to('na tong', 0)).toBe(0);
    expect(new EditDistance('na tong').to('na tog', 1)).toBe(1);
    expect(new EditDistance('na tong').to('xa tog', 1)).toBeNull();
    expect(new EditDistance('').to('ab', 2)).toBe(2);
    expect(new EditDistance('ab').to('', 2)).toBe(2);
    expect(new EditDistance('').to('', 0)).toBe(0);
  });

  it.each([9, 32, 33, 70])('is what the whole table says, of texts up to %i letters', (longest) => {
    fc.assert(
      fc.property(text(longest), fc.array(text(longest), { maxLength: 5 }), (from, others) => {
        const distance = new EditDistance(from);
        for (const other of others) {
          const right = byTable(from, other);
          expect(distance.to(other, 1_000)).toBe(right);
          expect(distance.to(other, right)).toBe(right);
          expect(distance.to(other, right - 1)).toBeNull();
        }
      }),
      { seed: 20261130 },
    );
  });

  it('counts every letter where a text fills its last number', () => {
    for (const length of [31, 32, 33, 63, 64, 65]) {
      const from = 'x'.repeat(length);
      expect(new EditDistance(from).to(`${from.slice(1)}y`, length)).toBe(1);
      expect(new EditDistance(from).to('y'.repeat(length), length)).toBe(length);
    }
  });
});
