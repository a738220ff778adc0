import { describe, expect, it } from '@jest/globals';
import { inParts } from './in-parts.js';

describe('inParts', () => {
  it.each([
    [[], []],
    [['a'], [['a']]],
    [['a', 'b'], [['a', 'b']]],
    [
      ['a', 'b', 'c'],
      [['a', 'b'], ['c']],
    ],
  ])('divides %j by two', (items, parts) => {
    expect([...inParts(items, 2)]).toEqual(parts);
  });
});
