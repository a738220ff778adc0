import { describe, expect, it } from '@jest/globals';
import { normOf, overNorm } from './norm.rules.js';

describe('overNorm', () => {
  it('overNorm is signed: over, exact, below', () => {
    expect([overNorm(1633, 1535), overNorm(34, 34), overNorm(30, 33)]).toEqual([98, 0, -3]);
  });
});

describe('normOf', () => {
  const norms = [
    { unitCode: '03127', block: 'government', headcount: 37 },
    { unitCode: '03127', block: 'party', headcount: 0 },
  ] as const;
  const parameters = { 'norm.default.government': 32, 'norm.default.party': 15 };

  it('normOf takes the number that the province gave, zero too', () => {
    expect(normOf(norms, { unitCode: '03127', block: 'government' }, parameters)).toBe(37);
    expect(normOf(norms, { unitCode: '03127', block: 'party' }, parameters)).toBe(0);
  });

  it('normOf falls back to the frame of the law, unit and block both counting', () => {
    expect(normOf(norms, { unitCode: '03151', block: 'government' }, parameters)).toBe(32);
  });

  it('normOf is null for a block that has neither', () => {
    expect(normOf(norms, { unitCode: '03127', block: 'front' }, parameters)).toBeNull();
  });
});
