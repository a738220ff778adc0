import { describe, expect, it } from '@jest/globals';
import { argumentsOf, sourceOf } from './gap-source.js';

describe('sourceOf', () => {
  it('takes a run alone and a day alone', () => {
    expect(sourceOf({ run: 3 })).toEqual({ run: 3 });
    expect(sourceOf({ on: '2025-07-01' })).toEqual({ on: '2025-07-01' });
  });

  it('refuses both and neither', () => {
    expect(() => sourceOf({ run: 3, on: '2025-07-01' })).toThrow('Cần đúng một');
    expect(() => sourceOf({})).toThrow('Cần đúng một');
  });

  it('refuses a day that no calendar has', () => {
    expect(() => sourceOf({ on: '2025-02-29' })).toThrow('không có trong lịch');
    expect(sourceOf({ on: '2024-02-29' })).toEqual({ on: '2024-02-29' });
  });
});

describe('argumentsOf', () => {
  it('gives exactly one of run and day', () => {
    expect(argumentsOf('11', { run: 3 })).toEqual(['11', 3, null]);
    expect(argumentsOf('11', { on: '2025-07-01' })).toEqual(['11', null, '2025-07-01']);
  });
});
