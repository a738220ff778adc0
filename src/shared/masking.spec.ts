import { describe, expect, it } from '@jest/globals';
import { maskedNumber, withoutNumbers, withoutNumbersDeep } from './masking.js';

describe('maskedNumber', () => {
  it('keeps the last three digits and the length', () => {
    expect(maskedNumber('011085000123')).toBe('•••••••••123');
    expect(maskedNumber('12')).toBe('12');
  });
});

describe('withoutNumbers', () => {
  it('hides personal numbers of nine to twelve digits wherever they stand', () => {
    expect(withoutNumbers('Số "011085000123" và 040123456.')).toBe(
      'Số "•••••••••123" và ••••••456.',
    );
    expect(withoutNumbers('Key (key)=(11, 011085000123)')).not.toContain('011085000');
  });

  it('leaves codes, days, short figures and hashes alone', () => {
    const text = 'xã 03127 ngày 2025-07-01, 3.567 người, mã 0123456789ab, 13 số 1234567890123';
    expect(withoutNumbers(text)).toBe(text);
  });
});

describe('withoutNumbersDeep', () => {
  it('goes into lists and objects and leaves numbers and keys', () => {
    expect(
      withoutNumbersDeep({ people: ['011085000123'], count: 123456789, at: null, ok: true }),
    ).toEqual({ people: ['•••••••••123'], count: 123456789, at: null, ok: true });
  });
});
