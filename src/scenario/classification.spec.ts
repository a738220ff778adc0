import { describe, expect, it } from '@jest/globals';
import { CLASSIFICATIONS, highestOf, markOf } from './classification.js';

describe('markOf', () => {
  it('gives the word that Vietnamese papers carry, and none where there is no secret', () => {
    expect(CLASSIFICATIONS.map((classification) => markOf({ classification }))).toEqual([
      null,
      'MẬT',
      'TỐI MẬT',
      'TUYỆT MẬT',
    ]);
  });
});

describe('highestOf', () => {
  it('gives the most secret mark in any order, and none where there is nothing', () => {
    const plans = [...CLASSIFICATIONS].map((classification) => ({ classification }));
    expect(highestOf(plans).classification).toBe('tuyet-mat');
    expect(highestOf([...plans].reverse()).classification).toBe('tuyet-mat');
    expect(highestOf([]).classification).toBe('none');
  });
});
