import { describe, expect, it } from '@jest/globals';
import { CLASSIFICATIONS, markOf } from './classification.js';

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
