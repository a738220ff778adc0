import { describe, expect, it } from '@jest/globals';
import { dayText } from './day.js';

describe('dayText', () => {
  it('writes a day as a Vietnamese reader does', () => {
    expect(dayText('2025-06-30')).toBe('30/06/2025');
  });
});
