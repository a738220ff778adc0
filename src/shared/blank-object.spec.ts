import { describe, expect, it } from '@jest/globals';
import { blankObject } from './blank-object.js';

describe('blankObject', () => {
  it('has each key once, in the order given, and nothing in it', () => {
    expect(Object.entries(blankObject(['b', 'a', 'b']))).toEqual([
      ['b', null],
      ['a', null],
    ]);
  });

  it('takes any text for a key', () => {
    const keys = ['__proto__', 'a"b', 'Ghi chú\n', ''];
    expect(Object.keys({ ...blankObject(keys) })).toEqual(keys);
    expect(Object.getPrototypeOf(blankObject(keys))).toBe(Object.prototype);
  });
});
