import { describe, expect, it } from '@jest/globals';
import { saysOtherwise } from './person-facets.plan.js';

describe('saysOtherwise', () => {
  const registry = { degree: 'master', note: null, languages: ['Thái'], home: 'Nà Tấu' };

  it('is not said by a row that repeats the registry or is silent', () => {
    expect(saysOtherwise(registry, { degree: 'master', languages: ['Thái'] })).toBe(false);
    expect(saysOtherwise(registry, { degree: undefined, major: null, note: null })).toBe(false);
    expect(saysOtherwise(registry, {})).toBe(false);
  });

  it.each([
    ['another value', { degree: 'university' }],
    ['an empty cell', { home: null }],
    ['a value where there was none', { note: 'mới' }],
    ['another list', { languages: ['Thái', 'Mông'] }],
    ['a column of its own', { 'unknown:Sở trường': 'cờ' }],
  ])('is said by %s', (_what, row) => {
    expect(saysOtherwise(registry, row)).toBe(true);
  });
});
