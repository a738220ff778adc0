import { describe, expect, it } from '@jest/globals';
import { footerOf, headerOf } from './footer.js';

const FONT = 'Times New Roman';

describe('footerOf', () => {
  it('without a stamp has the page only', () => {
    expect(footerOf(FONT, null)).toBe('&C&"Times New Roman"&11Trang &P/&N');
  });

  it('names who took the sheet out, without letting a text become a code', () => {
    const footer = footerOf(FONT, { mark: null, text: 'Người xuất: A & B' });
    expect(footer).toContain('Người xuất: A && B');
    expect(footer).toContain('Trang &P/&N');
  });

  it('is never longer than Excel takes, wherever a long text is cut', () => {
    for (let length = 150; length < 260; length++)
      for (const text of ['x'.repeat(length), '&'.repeat(length), `x${'&'.repeat(length)}`]) {
        const footer = footerOf(FONT, { mark: null, text });
        expect(footer.length).toBeLessThanOrEqual(255);
        const own = /&8 (.*?)…?&C/.exec(footer)?.[1] ?? '';
        expect((own.match(/&/g) ?? []).length % 2).toBe(0);
      }
  });
});

describe('headerOf', () => {
  it('prints the mark at the right in red, and nothing where there is none', () => {
    expect(headerOf(FONT, { mark: 'MẬT', text: '' })).toBe(
      '&R&"Times New Roman,Bold"&14&KFF0000MẬT',
    );
    expect(headerOf(FONT, { mark: null, text: '' })).toBeNull();
    expect(headerOf(FONT, null)).toBeNull();
  });
});
