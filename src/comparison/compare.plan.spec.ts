import { describe, expect, it } from '@jest/globals';
import {
  figuresOf,
  housingNeeds,
  keysOf,
  type Line,
  type LinesOfRun,
  pairsOf,
  placesDiffer,
} from './compare.plan.js';

const aLine = (personKey: string, more: Partial<Line> = {}): Line => ({
  personKey,
  staffId: 1,
  outcome: 'seated',
  unitCode: 'A',
  positionCode: 'LAW',
  distanceKm: 0,
  moved: false,
  far: false,
  ...more,
});
const aRun = (runId: number, ...lines: Line[]): LinesOfRun => ({
  runId,
  lines: new Map(lines.map((line) => [line.personKey, line])),
});

describe('placesDiffer', () => {
  const one = aRun(1, aLine('a'));

  it('sees no difference in the same place, whatever the distance', () => {
    expect(placesDiffer([one, aRun(2, aLine('a', { distanceKm: 9 }))], 'a')).toBe(false);
  });

  it.each([
    ['another unit', aLine('a', { unitCode: 'B' })],
    ['another position', aLine('a', { positionCode: 'LAND' })],
    ['the bench of the same unit', aLine('a', { outcome: 'surplus' })],
  ])('sees %s', (_what, line) => {
    expect(placesDiffer([one, aRun(2, line)], 'a')).toBe(true);
  });

  it('sees that a person is not in one of three runs', () => {
    expect(placesDiffer([one, one, aRun(3)], 'a')).toBe(true);
  });
});

describe('keysOf', () => {
  const runs = [
    aRun(1, aLine('b', { far: true }), aLine('a')),
    aRun(2, aLine('a'), aLine('b'), aLine('c')),
  ];

  it('lists everybody once, by key', () => {
    expect(keysOf(runs, 'all')).toEqual(['a', 'b', 'c']);
  });

  it('lists who is elsewhere, or in one run only', () => {
    expect(keysOf(runs, 'differences')).toEqual(['c']);
  });

  it('lists who has a far way in one of them', () => {
    expect(keysOf(runs, 'far')).toEqual(['b']);
  });
});

describe('pairsOf', () => {
  it('names a couple once, and none whose other half is not in the plan', () => {
    const spouses = new Map([
      ['b', 'a'],
      ['a', 'b'],
      ['c', 'elsewhere'],
      ['d', 'd'],
    ]);
    expect(pairsOf(spouses, new Set(['a', 'b', 'c', 'd']))).toEqual([['a', 'b']]);
    expect(pairsOf(new Map([['b', 'a']]), new Set(['a', 'b']))).toEqual([['a', 'b']]);
  });
});

describe('housingNeeds', () => {
  const communeOf = (code: string | null): string | null => code;
  const far = (key: string, unitCode: string): Line => aLine(key, { unitCode, far: true });

  it('counts a couple in one commune as one household, in two as two', () => {
    const run = aRun(1, far('a', 'X'), far('b', 'X'), far('c', 'X'), far('d', 'Y'), aLine('e'));
    expect(
      housingNeeds(
        run.lines,
        [
          ['a', 'b'],
          ['c', 'd'],
        ],
        communeOf,
      ),
    ).toEqual([
      { communeCode: 'X', people: 3, households: 2 },
      { communeCode: 'Y', people: 1, households: 1 },
    ]);
  });
});

describe('figuresOf', () => {
  it('adds up the lines; who leaves has no way', () => {
    const run = aRun(
      1,
      aLine('a', { distanceKm: 10, moved: true }),
      aLine('b', { distanceKm: 40, outcome: 'surplus', far: true }),
      aLine('c', { outcome: 'leaving' }),
    );
    expect(figuresOf(run.lines)).toEqual({
      ...{ people: 3, seated: 1, surplus: 1, leaving: 1, moved: 1 },
      ...{ medianKm: 25, longestKm: 40, farWays: 1 },
    });
  });

  it('has no ways where there is nobody', () => {
    expect(figuresOf(new Map())).toMatchObject({ medianKm: null, longestKm: null });
  });
});
