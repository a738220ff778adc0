import { describe, expect, it } from '@jest/globals';
import { compareVectors, packed, packingFor, unpacked } from './packing.js';
import { pick, randomFrom } from './random-world.js';

const BOUNDS = [40, 1e6, 3, 2e9, 7, 1];

function order(bounds: readonly number[], a: readonly number[], b: readonly number[]): number {
  const packing = packingFor(bounds);
  const difference = a.map((value, level) => value - (b[level] ?? 0));
  for (let word = 0; word < packing.words; word++) {
    const value = packed(packing, difference, word);
    if (value !== 0) return Math.sign(value);
  }
  return 0;
}

describe('packed vectors', () => {
  it('packingFor keeps the order of vectors at the edge of their bounds', () => {
    const random = randomFrom(11);
    for (let i = 0; i < 2000; i++) {
      const half = BOUNDS.map((bound) => Math.floor(bound / 2));
      const a = half.map((most) => pick(random, [-most, most, 0, 1]));
      const b = a.map((value) => (random(3) === 0 ? -value : value));
      expect(order(BOUNDS, a, b)).toBe(Math.sign(compareVectors(a, b)));
    }
  });

  it('unpacked gives back what was packed, at the edge of the bounds too', () => {
    const random = randomFrom(12);
    for (const bounds of [BOUNDS, [2 ** 25 - 1, 2 ** 25], [3, 0, 2]]) {
      const packing = packingFor(bounds);
      for (let i = 0; i < 500; i++) {
        const vector = bounds.map((most) => pick(random, [-most, most, 0, Math.min(1, most)]) || 0);
        const words = Array.from({ length: packing.words }, (_, at) => packed(packing, vector, at));
        expect(unpacked(packing, words)).toEqual(vector);
      }
    }
  });

  it('packingFor begins a new word where a level no longer fits', () => {
    expect(packingFor([1, 1, 1]).words).toBe(1);
    expect(packingFor([2 ** 30, 2 ** 30, 1]).wordOf).toEqual([0, 1, 1]);
  });

  it('packingFor refuses a level that no number holds', () => {
    expect(() => packingFor([1, 2 ** 52])).toThrow(/2\^53/u);
  });

  it('packed words of numbers that pass their bounds would lie', () => {
    expect(order([1, 1], [0, 9], [1, 0])).not.toBe(Math.sign(compareVectors([0, 9], [1, 0])));
  });
});
