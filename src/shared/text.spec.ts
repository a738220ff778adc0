import { describe, expect, it } from '@jest/globals';
import { folded, normalised } from './text.js';

describe('normalised', () => {
  it('composes letters, makes every run of spaces one, and drops what nobody sees', () => {
    expect(normalised(' Nguyê\u0303n\u00a0\n V\u200ba\u0306n\ufeff ')).toBe('Nguyễn Văn');
  });
});

describe('folded', () => {
  it('has no case and no diacritics, Đ and Ð as d', () => {
    expect(folded('ĐIỆN Biên Ðông')).toBe('dien bien dong');
  });
});
