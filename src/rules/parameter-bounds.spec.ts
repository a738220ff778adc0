import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { fitContext } from './fit.rules.js';
import { keptAllowanceContext } from './kept-allowance.rules.js';
import { movementContext } from './movement.rules.js';
import { valueOutOfBounds } from './parameter-bounds.js';
import { parametersOn, scopesOf } from './parameters.js';
import { payoutContext } from './payout-law.js';
import { rankingContext } from './ranking.rules.js';
import { retirementContext } from './retirement.rules.js';

const rows = parameterRows();
const law = parametersOn(rows, '2026-11-21', scopesOf('11')).values;

describe('valueOutOfBounds', () => {
  it.each([
    ['secondment.max-months', 36, true],
    ['secondment.max-months', 0, true],
    ['secondment.max-months', 2.5, false],
    ['secondment.max-months', -1, false],
    ['cap.vice-chairs-per-commune', 2.5, true],
    ['cap.vice-chairs-per-commune', -0.5, false],
    ['retirement.incomplete.month', 1, true],
    ['retirement.incomplete.month', 12, true],
    ['retirement.incomplete.month', 0, false],
    ['retirement.incomplete.month', 13, false],
    ['secondment.max-months', 1_200, true],
    ['secondment.max-months', 1_201, false],
    ['secondment.good-rating-years', 151, false],
    ['secondment.most-levels-down', 101, false],
    ['agreement.answer-days', 3_661, false],
    ['rank.max-share.commune.01.001', 1, true],
    ['rank.max-share.commune.01.001', 1.01, false],
    ['placement.weight.zone-i', 1_000_001, false],
    ['norm.party.max', 1_000_001, false],
    ['salary.base-monthly-vnd', 2_340_000, true],
    ['salary.base-monthly-vnd', 1e13, false],
    ['retirement.base-year', 2020, true],
    ['retirement.base-year', 20_200, false],
    ['secondment.alarm-days', [60, 0], true],
    ['secondment.alarm-days', [60, 4_000], false],
    ['secondment.alarm-days', [60, -1], false],
    ['no-go.cases', ['maternity'], true],
    ['no-go.cases', [], true],
    ['no-go.cases', ['maternitty'], false],
    ['no-go.movements', ['rotation'], false],
    ['ranking.criteria', ['seniority', 'age'], false],
    ['letter.bases.transfer', ['Luật A'], true],
    ['fit.article', 'Điều 5', true],
    ['payout.shown', true, true],
  ])('valueOutOfBounds of %s = %j: it may be so is %s', (key, value, may) => {
    expect(valueOutOfBounds(key, value) === null).toBe(may);
  });

  it('valueOutOfBounds has nothing against the law that is shipped', () => {
    expect(rows.filter(({ key, value }) => valueOutOfBounds(key, value) !== null)).toEqual([]);
  });

  it('valueOutOfBounds lets no number through that the rules cannot read', () => {
    const halves = Object.fromEntries(
      Object.entries(law).map(([key, value]) => [
        key,
        typeof value === 'number' && valueOutOfBounds(key, 2.5) === null ? 2.5 : value,
      ]),
    );
    expect(halves['cap.vice-chairs-per-commune']).toBe(2.5);
    for (const read of [
      retirementContext,
      movementContext,
      payoutContext,
      rankingContext,
      (values: typeof law) => fitContext([], [], values),
      (values: typeof law) => keptAllowanceContext(values, 'transfer'),
      (values: typeof law) => keptAllowanceContext(values, 'reorganisation'),
    ])
      expect(() => read(halves)).not.toThrow();
  });
});
