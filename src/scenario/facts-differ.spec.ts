import { describe, expect, it } from '@jest/globals';
import { differing } from './facts-differ.js';

interface Fact {
  readonly code: string;
  readonly [name: string]: unknown;
}

const keysOf = (before: readonly Fact[], after: readonly Fact[], leftOut?: string[]): string[] =>
  differing(before, after, ({ code }) => code, leftOut);

describe('facts that differ', () => {
  it('are those added, gone or changed, in the order of their keys', () => {
    const before = [
      { code: 'C', grade: 1 },
      { code: 'A', grade: 1 },
      { code: 'D', grade: 1 },
    ];
    const after = [
      { code: 'B', grade: 1 },
      { code: 'C', grade: 2 },
      { code: 'D', grade: 1 },
    ];

    expect(keysOf(before, after)).toEqual(['A', 'B', 'C']);
  });

  it.each([
    ['a value within', { code: 'A', home: { unit: 'X' } }, { code: 'A', home: { unit: 'Y' } }],
    [
      'one more in a list',
      { code: 'A', languages: ['th'] },
      { code: 'A', languages: ['th', 'hm'] },
    ],
    ['another order of a list', { code: 'A', ranks: [1, 2] }, { code: 'A', ranks: [2, 1] }],
    ['null instead of a list', { code: 'A', wish: ['X'] }, { code: 'A', wish: null }],
    ['a list instead of an object', { code: 'A', wish: { 0: 'X' } }, { code: 'A', wish: ['X'] }],
    ['a property more', { code: 'A' }, { code: 'A', wish: null }],
    ['a property less', { code: 'A', wish: null }, { code: 'A' }],
    ['a text instead of a number', { code: 'A', grade: '1' }, { code: 'A', grade: 1 }],
  ])('%s is a difference', (_what, before, after) => {
    expect(keysOf([before], [after])).toEqual(['A']);
  });

  it.each([
    ['the order of properties', { code: 'A', a: 1, b: 2 }, { b: 2, code: 'A', a: 1 }],
    ['the surrogate id', { code: 'A', staffId: 1 }, { code: 'A', staffId: 2 }],
    ['a property that is undefined', { code: 'A' }, { code: 'A', grade: undefined }],
    ['equal lists of objects', { code: 'A', of: [{ b: [1] }] }, { code: 'A', of: [{ b: [1] }] }],
  ])('%s is none', (_what, before, after) => {
    expect(keysOf([before], [after])).toEqual([]);
    expect(keysOf([after], [before])).toEqual([]);
  });

  it('are not told by what is left out, at the top only', () => {
    const before = { code: 'A', wish: 1, home: { wish: 1 } };

    expect(keysOf([before], [{ ...before, wish: 2 }], ['wish'])).toEqual([]);
    expect(keysOf([before], [{ ...before, home: { wish: 2 } }], ['wish'])).toEqual(['A']);
  });
});
