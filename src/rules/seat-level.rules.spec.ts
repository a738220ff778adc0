import { describe, expect, it } from '@jest/globals';
import { seatLevel, suitsLevel } from './seat-level.rules.js';

const post = { group: 'leader', given: false, partyManaged: false } as const;

describe('seatLevel', () => {
  it.each([
    ['a vice-chair, who is elected', { ...post, given: true }, 2],
    ['a Party secretary', { ...post, partyManaged: true }, 2],
    ['a head of division', post, 1],
    ['a specialist', { ...post, group: 'professional' }, 0],
  ] as const)('seatLevel of %s is right', (_who, position, level) => {
    expect(seatLevel(position)).toBe(level);
  });
});

describe('suitsLevel', () => {
  it.each([
    [2, 0, 1, false, false],
    [2, 1, 1, false, true],
    [1, 0, 1, false, true],
    [1, 0, 0, false, false],
    [2, 0, 2, false, true],
    [0, 0, 0, false, true],
    [0, 1, 1, false, false],
    [0, 1, 1, true, true],
    [0, 2, 1, true, false],
  ] as const)(
    'suitsLevel of %i for %i, %i down allowed, planned %s: %s',
    (own, seat, mostLevelsDown, isPlanned, suits) => {
      expect(suitsLevel(own, seat, { isPlanned, mostLevelsDown })).toBe(suits);
    },
  );
});
