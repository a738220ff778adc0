import { describe, expect, it } from '@jest/globals';
import { ColumnLevels, PackedLevels } from './flow/people/person-levels.js';
import { packedGroups } from './packed-levels.js';

const codeOf = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return (error as { code?: string }).code;
  }
};

describe('packedGroups', () => {
  const levels = new ColumnLevels([Int32Array.of(1, 0), Int32Array.of(0, 9)], 2);

  it('puts levels of small range into one number, the first outweighing all later', () => {
    const [group, ...others] = packedGroups(levels, [
      Float64Array.of(0, 2),
      Float64Array.of(-5, 7),
    ]);
    expect(others).toEqual([]);
    expect(group?.weights).toEqual([43, 1]);
    expect([...(group?.potential ?? [])]).toEqual([0, 43 * 2 + 12]);
  });

  it('starts another number where the range would pass what is exact', () => {
    const wide = Float64Array.of(0, 2 ** 40);
    const groups = packedGroups(levels, [wide, wide]);
    expect(groups.map(({ weights }) => weights)).toEqual([
      [1, 0],
      [0, 1],
    ]);
  });
});

describe('PackedLevels', () => {
  const fields = [null, { shift: 30, bits: 2 }, { shift: 3, bits: 17 }, { shift: 0, bits: 1 }];
  const words = Uint32Array.of(((3 << 30) | (100_000 << 3) | 1) >>> 0, 5 << 3);
  const nothing = new Int32Array(0);
  const back = [nothing, nothing, nothing, nothing];
  const packed = new PackedLevels(words, fields, back);

  it('reads every level out of its bits', () => {
    const read = (arc: number): number[] => fields.map((_, level) => packed.costOf(level, arc));
    expect([read(0), read(1)]).toEqual([
      [0, 3, 100_000, 1],
      [0, 0, 5, 0],
    ]);
    expect(packed.largest).toEqual([0, 3, 100_000, 1]);
  });

  it('refuses fields that do not fit into 32 bits', () => {
    const wide = [{ shift: 20, bits: 13 }];
    expect(codeOf(() => new PackedLevels(words, wide, [nothing]))).toBe('flow.out-of-range');
  });
});
