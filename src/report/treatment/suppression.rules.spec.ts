import { describe, expect, it } from '@jest/globals';
import { suppressed } from './suppression.rules.js';

/** Cells that sums give away: repeatedly, the only hidden one of a line. */
function derivable(shown: readonly (readonly (number | null)[])[]): number {
  const open = shown.map((row) => row.map((cell) => cell !== null));
  const width = shown[0]?.length ?? 0;
  let found = 0;
  for (let changed = true; changed;) {
    changed = false;
    const lines = [
      ...open.map((row, at) => row.map((_, column) => [at, column] as const)),
      ...Array.from({ length: width }, (_, column) =>
        open.map((_row, at) => [at, column] as const),
      ),
    ];
    for (const line of lines) {
      const closed = line.filter(([row, column]) => !open[row]![column]);
      if (closed.length !== 1) continue;
      open[closed[0]![0]]![closed[0]![1]] = true;
      found += 1;
      changed = true;
    }
  }
  return found;
}

describe('suppressed', () => {
  it('leaves a table without small counts as it is, zeros too', () => {
    expect(
      suppressed(
        [
          [5, 0],
          [9, 12],
        ],
        5,
      ),
    ).toEqual([
      [5, 0],
      [9, 12],
    ]);
  });

  it('hides a count below the smallest, and not at it', () => {
    const table = [
      [4, 50, 60],
      [70, 5, 80],
      [90, 100, 110],
    ];
    const shown = suppressed(table, 5);
    expect(shown[0]![0]).toBeNull();
    expect(derivable(shown)).toBe(0);
    expect(suppressed(table, 4)).toEqual(table);
  });

  it('hides so much beside it that no sum gives it away, in every small table', () => {
    for (let code = 0; code < 3 ** 6; code++) {
      const counts = Array.from(
        { length: 6 },
        (_, at) => [0, 2, 30][Math.floor(code / 3 ** at) % 3]!,
      );
      const table = [counts.slice(0, 3), counts.slice(3)];
      const shown = suppressed(table, 5);
      expect(derivable(shown)).toBe(0);
      expect(shown.flat().every((cell) => cell === null || cell === 0 || cell >= 5)).toBe(true);
    }
  });

  it('hides all of a line that has nothing else', () => {
    expect(suppressed([[3], [40]], 5)).toEqual([[null], [null]]);
    expect(suppressed([], 5)).toEqual([]);
  });
});
