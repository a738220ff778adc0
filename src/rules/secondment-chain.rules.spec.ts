import { describe, expect, it } from '@jest/globals';
import { chainStart } from './secondment-chain.rules.js';

const span = (startsOn: string, endsOn: string) => ({ startsOn, endsOn });

describe('chainStart', () => {
  const first = span('2025-10-20', '2026-04-20');
  const second = span('2026-04-20', '2026-10-20');

  it('is null for a first secondment', () => {
    expect(chainStart([], '2026-04-20')).toBeNull();
  });

  it.each([
    ['on the day after the last', '2026-10-20', '2025-10-20'],
    ['inside the last', '2026-10-19', '2025-10-20'],
    ['one day later', '2026-10-21', null],
  ])('goes back to the first day where the next begins %s', (_when, startsOn, chain) => {
    expect(chainStart([first, second], startsOn)).toBe(chain);
    expect(chainStart([second, first], startsOn)).toBe(chain);
  });

  it('does not count what begins on the same day or later', () => {
    expect(chainStart([second], '2026-04-20')).toBeNull();
  });
});
