import { describe, expect, it } from '@jest/globals';
import { isPlannedFor, leaderContext, mayTakeSeat } from './leader.rules.js';

const context = leaderContext({ 'leader.holders-may-lead': true, 'leader.planned-may-lead': true });
const leaderSeat = { group: 'leader' } as const;

describe('mayTakeSeat', () => {
  it('mayTakeSeat lets one who leads now, or is planned for it, into a leading seat', () => {
    expect(mayTakeSeat({ group: 'leader', plannedTitle: null }, leaderSeat, context)).toBe(true);
    expect(
      mayTakeSeat({ group: 'professional', plannedTitle: 'Phó Trưởng phòng' }, leaderSeat, context),
    ).toBe(true);
  });

  it('mayTakeSeat keeps all others out of a leading seat; a blank title is no plan', () => {
    for (const plannedTitle of [null, '', '  ']) {
      expect(mayTakeSeat({ group: 'professional', plannedTitle }, leaderSeat, context)).toBe(false);
    }
  });

  it('mayTakeSeat asks nothing for a seat that does not lead', () => {
    const person = { group: 'professional', plannedTitle: null } as const;
    expect(mayTakeSeat(person, { group: 'professional' }, context)).toBe(true);
    expect(mayTakeSeat(person, { group: 'support' }, context)).toBe(true);
  });

  it('mayTakeSeat follows the parameters', () => {
    const none = leaderContext({
      'leader.holders-may-lead': false,
      'leader.planned-may-lead': false,
    });
    const person = { group: 'leader', plannedTitle: 'Chủ tịch' } as const;
    expect(mayTakeSeat(person, leaderSeat, none)).toBe(false);
  });

  it('leaderContext names the missing parameter', () => {
    expect(() => leaderContext({})).toThrow(/leader\.holders-may-lead/);
  });
});

describe('isPlannedFor', () => {
  it.each([
    ['Phó Chủ tịch UBND xã', true],
    [' ', false],
    [null, false],
  ])('isPlannedFor with the title %j is %s', (plannedTitle, expected) => {
    expect(isPlannedFor({ plannedTitle })).toBe(expected);
  });
});
