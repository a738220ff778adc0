import { describe, expect, it } from '@jest/globals';
import { isOverdue, unplannedSeats, waysInOrder } from './gap-plan.rules.js';

describe('waysInOrder', () => {
  const ways = (list: readonly string[]) => waysInOrder({ 'gap-plan.ways': list });

  it('follows the province, and puts what it does not name last', () => {
    expect(ways(['second', 'train'])).toEqual([
      ...['second', 'train', 'transfer', 'contract', 'recruit'],
    ]);
  });

  it('leaves out what is no way, and names the parameter that is missing', () => {
    expect(ways(['pray'])).toEqual(['transfer', 'contract', 'recruit', 'train', 'second']);
    expect(() => waysInOrder({})).toThrow(/gap-plan\.ways/);
  });
});

describe('isOverdue', () => {
  it.each([
    ['2026-03-31', 'open', false],
    ['2026-04-01', 'open', true],
    ['2026-04-01', 'under-way', true],
    ['2026-04-01', 'done', false],
    ['2026-04-01', 'dropped', false],
  ] as const)('on %s for %s is %s', (day, state, overdue) => {
    expect(isOverdue({ dueOn: '2026-03-31', state }, day)).toBe(overdue);
  });
});

describe('unplannedSeats', () => {
  it('takes off what is open or under way, never below none', () => {
    expect(unplannedSeats(3, [])).toBe(3);
    expect(unplannedSeats(3, [{ seats: 2, state: 'open' }])).toBe(1);
    expect(
      unplannedSeats(3, [
        { seats: 2, state: 'under-way' },
        { seats: 2, state: 'open' },
      ]),
    ).toBe(0);
  });

  it('does not count what is done or dropped', () => {
    expect(unplannedSeats(2, [{ seats: 2, state: 'done' }])).toBe(2);
    expect(unplannedSeats(2, [{ seats: 1, state: 'dropped' }])).toBe(2);
  });
});
