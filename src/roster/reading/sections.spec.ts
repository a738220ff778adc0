import { describe, expect, it } from '@jest/globals';
import { Sections } from './sections.js';

/** The nearest unit and block after each section row in turn. */
function after(...rows: readonly (readonly [string, string])[]): readonly string[] {
  const sections = new Sections();
  return rows.map(([ordinal, text]) => {
    sections.enter(ordinal, text);
    const { unit, block } = sections.state;
    return `${unit ?? '-'} | ${block ?? '-'}`;
  });
}

describe('Sections', () => {
  it('counts C after B as a letter, although a number stood between', () => {
    expect(
      after(
        ...([
          ['A', 'Xã Nà Tấu'],
          ['1', 'Khối Đảng'],
          ['B', 'Xã Nà Nhạn'],
          ['1', 'Khối Đảng'],
          ['C', 'Xã Pá Khoang'],
          ['1', 'Khối Đảng'],
        ] as const),
      ).slice(-2),
    ).toEqual(['Xã Pá Khoang | -', 'Xã Pá Khoang | Khối Đảng']);
  });

  it('lets a count that begins again stand inside, and ends it with the next unit', () => {
    expect(
      after(
        ['1', 'Xã Nà Tấu'],
        ['1', 'Khối Đảng'],
        ['2', 'Khối chính quyền'],
        ['2', 'Xã Nà Nhạn'],
        ['1', 'Khối Đảng'],
      ),
    ).toEqual([
      'Xã Nà Tấu | -',
      'Xã Nà Tấu | Khối Đảng',
      'Xã Nà Tấu | Khối chính quyền',
      'Xã Nà Nhạn | -',
      'Xã Nà Nhạn | Khối Đảng',
    ]);
  });

  it('takes I, V and X as Roman and ends "IX" with "X"', () => {
    expect(after(['IX', 'Khối A'], ['X', 'Khối B'], ['XI', 'Xã Nà Tấu'])).toEqual([
      '- | Khối A',
      '- | Khối B',
      'Xã Nà Tấu | -',
    ]);
  });

  it('keeps no more than it needs of a count that always begins again', () => {
    const sections = new Sections();
    for (let at = 0; at < 1_000; at++) sections.enter('1', `Khối ${at}`);
    expect(sections.state.texts).toHaveLength(8);
  });

  it('keeps the letter of a short kind: no ordinal is taken from "P. Him Lam"', () => {
    expect(
      after(
        ['I', 'P. Mường Thanh'],
        ['II', 'X. Nà Tấu'],
        ['III', 'P.9'],
        ['', 'P. NOONG BUA'],
        ['', 'V. X. MƯỜNG PHĂNG'],
      ),
    ).toEqual([
      'P. Mường Thanh | -',
      'X. Nà Tấu | -',
      'P.9 | -',
      'P. NOONG BUA | -',
      'X. MƯỜNG PHĂNG | -',
    ]);
  });

  it.each(['P. Nội vụ', 'P. TÀI CHÍNH - KẾ HOẠCH', 'X. Khối Đảng', 'H. KHỐI CHÍNH QUYỀN'])(
    'does not take %s for a unit',
    (text) => expect(after(['', text])[0]).toMatch(/^- \|/),
  );
});
