import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import {
  keptAllowance,
  keptAllowanceContext,
  type AllowanceMove,
  type AllowanceReason,
} from './kept-allowance.rules.js';
import { parametersOn, scopesOf } from './parameters.js';

const law = (reason: AllowanceReason) => keptAllowanceContext(values, reason);
const values = parametersOn(parameterRows(), '2026-11-21', scopesOf('11')).values;
const aMove: AllowanceMove = {
  startsOn: '2025-07-01',
  oldCoefficient: 0.5,
  newCoefficient: 0.25,
  termEndsOn: null,
  rotationEndsOn: null,
};

describe('keptAllowance', () => {
  it.each([
    ['2026-06-01', '2026-06-01', '2026-06-01'],
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    ['2025-12-31', '2026-01-01', '2026-01-01'],
    ['2025-07-01', '2026-01-01', '2026-01-01'],
    [null, null, '2026-01-01'],
  ])(
    'keptAllowance after a re-organisation, term until %s: until %s, surely until %s (Decree 178/2024, art. 11)',
    (termEndsOn, until, atLeastUntil) => {
      expect(keptAllowance({ ...aMove, termEndsOn }, law('reorganisation'))).toEqual({
        until,
        atLeastUntil,
        coefficient: 0.5,
        article: 'Điều 11 Nghị định 178/2024/NĐ-CP, sửa đổi bởi Nghị định 67/2025/NĐ-CP',
      });
    },
  );

  it('keptAllowance after a transfer is six months whatever the term (Decree 170/2025, art. 27)', () => {
    const move = { ...aMove, termEndsOn: '2030-01-01' };
    expect(keptAllowance(move, law('transfer'))).toMatchObject({
      until: '2026-01-01',
      article: 'Điều 27 Nghị định 170/2025/NĐ-CP',
    });
  });

  it.each([['2028-07-01'], [null]])(
    'keptAllowance in a rotation until %s is the whole time (Decree 170/2025, art. 51)',
    (rotationEndsOn) => {
      const move = { ...aMove, rotationEndsOn };
      expect(keptAllowance(move, law('rotation'))).toMatchObject({
        until: rotationEndsOn,
        atLeastUntil: rotationEndsOn,
        article: 'Điều 51 Nghị định 170/2025/NĐ-CP',
      });
    },
  );

  it.each([
    [0.25, false],
    [0.5, true],
    [0.6, true],
  ])('keptAllowance with a new coefficient of %d: none = %s', (newCoefficient, none) => {
    expect(keptAllowance({ ...aMove, newCoefficient }, law('transfer')) === null).toBe(none);
  });

  it('keptAllowanceContext asks for nothing of another reason, and names what its own lacks', () => {
    const before170 = parametersOn(parameterRows(), '2025-06-30', scopesOf('11')).values;
    expect(keptAllowanceContext(before170, 'reorganisation').months).toBe(6);
    expect(() => keptAllowanceContext(before170, 'transfer')).toThrow(
      'transfer.kept-allowance.article',
    );
  });
});
