import { describe, expect, it } from '@jest/globals';
import { campaignOfWish, communesOfWish, MOST_COMMUNES, wordsOfWish } from './wish.rules.js';

const KNOWN = ['Xã Nà Tấu', 'Xã Mường Phăng', 'Xã Na Tông', 'Xã Nà Tòng'];

function refusal(kind: 'move' | 'stay', communes: readonly string[]): string | null {
  try {
    communesOfWish(kind, communes, KNOWN);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('communesOfWish', () => {
  it('gives up to three communes by their known names, in the order in which they were wished', () => {
    const typed = ['xã  na tông', 'XÃ NÀ TÒNG', 'Xã Nà Tấu'];
    expect(typed).toHaveLength(MOST_COMMUNES);
    const names = ['Xã Na Tông', 'Xã Nà Tòng', 'Xã Nà Tấu'];
    expect(communesOfWish('move', typed, KNOWN)).toEqual(names);
    const back = [...typed].reverse();
    expect(communesOfWish('move', back, KNOWN)).toEqual([...names].reverse());
  });

  it('takes none for who stays, retires or leaves', () => {
    for (const kind of ['stay', 'retire-early', 'leave'] as const)
      expect(communesOfWish(kind, [], KNOWN)).toEqual([]);
    expect(refusal('stay', ['Xã Nà Tấu'])).toBe('wish.communes-not-wanted');
  });

  it('refuses none, four, one twice and one that differs by a diacritic', () => {
    expect(refusal('move', [])).toBe('wish.no-commune');
    expect(refusal('move', KNOWN)).toBe('wish.too-many-communes');
    expect(refusal('move', ['Xã Nà Tấu', 'xã nà tấu'])).toBe('wish.commune-twice');
    expect(refusal('move', ['Xã Na Tấu'])).toBe('wish.commune-unknown');
  });
});

describe('campaignOfWish', () => {
  it('is the newest campaign, so that the wish is the one that counts', () => {
    expect(campaignOfWish('2025-06-20', '2025-06-30')).toBe('2025-06-30');
    expect(campaignOfWish('2025-07-05', '2025-06-30')).toBe('2025-07-05');
    expect(campaignOfWish('2025-06-30', '2025-06-30')).toBe('2025-06-30');
    expect(campaignOfWish('2025-06-20', null)).toBe('2025-06-20');
  });
});

describe('wordsOfWish', () => {
  it.each([
    ['stay', [], false, 'Ở lại'],
    ['retire-early', [], true, 'Nghỉ hưu trước tuổi (đã chấp thuận)'],
    ['leave', [], false, 'Thôi việc'],
    ['move', ['Xã Nà Tấu'], false, '1. Xã Nà Tấu'],
    ['move', ['Xã Nà Tấu', 'Xã Na Tông'], false, '1. Xã Nà Tấu; 2. Xã Na Tông'],
  ] as const)('of %s to %j, accepted %s: %s', (kind, communes, accepted, text) => {
    expect(wordsOfWish(kind, communes, accepted)).toBe(text);
  });
});
