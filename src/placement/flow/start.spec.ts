import { describe, expect, it } from '@jest/globals';
import { blendedCosts } from './start.js';

describe('blendedCosts', () => {
  it('weighs each level over the range of all later ones', () => {
    const blend = blendedCosts(
      [Int32Array.of(1, 0), Int32Array.of(0, 3), Int32Array.of(5, -5)],
      10,
    )!;
    expect([...blend.costs]).toEqual([77 + 5, 33 - 5]);
    expect(blend.artificialCost).toBeGreaterThan(82);
  });

  it('leaves out the last levels where the range is full', () => {
    const large = Float64Array.of(2 ** 30, 0);
    const blend = blendedCosts([Int32Array.of(0, 1), large, large, large], 100)!;
    expect(blend.costs[1]! * 101).toBeLessThan(2 ** 53 / 4);
    expect(blend.costs[0]).toBe(2 ** 30);
  });

  it('is null where there is nothing to weigh', () => {
    expect(blendedCosts([], 5)).toBeNull();
    expect(blendedCosts([new Int32Array(0)], 5)).toBeNull();
    expect(blendedCosts([Float64Array.of(2 ** 50)], 7)).toBeNull();
  });
});
