import { describe, expect, it } from '@jest/globals';
import {
  hashOfPassword,
  mustBeStrong,
  OFFICE_WORDS,
  oneTimePassword,
  passwordMatches,
} from './password.js';

const KNOWN = ['lan.nguyen', 'Nguyễn', 'Thị', 'Lan'];

describe('mustBeStrong', () => {
  it.each([
    'trâu bò lợn gà vịt ngan',
    'suối xanh chảy qua bản',
    '7391 0284 6615 9',
    'tinh suong tren nui',
    'x'.repeat(3) + 'Ω≈ç√∫˜µ≤≥÷ 春夏',
    'đường về bản xa '.repeat(10),
  ])('takes %s, whatever it is made of', (password) =>
    expect(() => mustBeStrong(password, KNOWN)).not.toThrow(),
  );

  it.each([
    ['too short', 'gà vịt ngan'],
    ['in every list', '123456789012'],
    ['in every list, with a mark', 'Password1234!'],
    ['the login and a year', 'lan.nguyen.2026'],
    ['the name', 'Nguyễn Thị Lan 1'],
    ['words of the office and a year', 'UBND tỉnh @2026'],
    ['the same without spaces', 'uybannhandan2026'],
    ['of the program', 'botri-noivu-01'],
    ['too long', 'ab3'.repeat(67)],
  ])('refuses what is %s: %s', (_why, password) =>
    expect(() => mustBeStrong(password, KNOWN)).toThrow(
      expect.objectContaining({ code: 'access.weak-password' }),
    ),
  );

  it('knows every word of the office, in capitals and with diacritics', () => {
    for (const word of OFFICE_WORDS)
      expect(() => mustBeStrong(`${word.toUpperCase()}-${word}-${word}-26`, [])).toThrow();
    expect(() => mustBeStrong('Bố Trí Nội Vụ 26', [])).toThrow();
  });
});

describe('passwordMatches', () => {
  it('wants every sign as it was, and takes either form of a letter with its marks', async () => {
    const long = `${'Đường lên Mường Nhé '.repeat(9)}X`;
    const stored = await hashOfPassword(long);
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await passwordMatches(stored, long)).toBe(true);
    expect(await passwordMatches(stored, long.normalize('NFD'))).toBe(true);
    expect(await passwordMatches(stored, long.slice(0, -1))).toBe(false);
    expect(await passwordMatches(stored, long.toLowerCase())).toBe(false);
    expect(await passwordMatches(null, long)).toBe(false);
  });
});

describe('oneTimePassword', () => {
  it('is another each time and as strong as one’s own must be', () => {
    const made = Array.from({ length: 50 }, oneTimePassword);
    expect(new Set(made).size).toBe(50);
    for (const each of made) expect(() => mustBeStrong(each, KNOWN)).not.toThrow();
  });
});
