import { describe, expect, it } from '@jest/globals';
import { SharedTexts } from './shared-texts.js';

describe('SharedTexts', () => {
  it('changes nothing that can be seen', () => {
    const value = { a: 'x', b: [1, 'x', null], c: { d: true, e: 'y' } };
    expect(new SharedTexts().in(structuredClone(value))).toEqual(value);
    expect(new SharedTexts().in('x')).toBe('x');
    expect(new SharedTexts().in(null)).toBeNull();
  });

  it('leaves a key of any name where it is', () => {
    const value = JSON.parse('{"__proto__":{"a":"x"},"b":"x"}') as object;
    expect(Object.keys(new SharedTexts().in(value))).toEqual(['__proto__', 'b']);
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });
});
