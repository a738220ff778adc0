import { describe, expect, it } from '@jest/globals';
import { parameterRows } from '../../data/tables.js';
import { glideLine, glideOf, glideTarget } from './glide.rules.js';
import { parametersOn, scopesOf } from './parameters.js';

const law = parametersOn(parameterRows(), '2026-11-21', scopesOf('11')).values;
const glide = { surplus: 98, startsOn: '2025-07-01', deadline: '2031-01-01' };

describe('glideTarget', () => {
  it.each([
    ['2025-06-30', 98],
    ['2025-07-01', 98],
    ['2025-07-02', 98],
    ['2028-04-01', 49],
    ['2030-12-31', 1],
    ['2031-01-01', 0],
    ['2032-01-01', 0],
  ])('glideTarget of 98 on %s is %i', (day, expected) => {
    expect(glideTarget(glide, day)).toBe(expected);
  });

  it('glideTarget of nothing is nothing', () => {
    expect(glideTarget({ ...glide, surplus: 0 }, '2027-01-01')).toBe(0);
  });
});

describe('glideLine', () => {
  it('glideLine has the first day, every 1 January and the deadline, and never rises', () => {
    const line = glideLine(glideOf(98, law));
    expect(line.map(({ on }) => on)).toEqual([
      '2025-07-01',
      '2026-01-01',
      '2027-01-01',
      '2028-01-01',
      '2029-01-01',
      '2030-01-01',
      '2031-01-01',
    ]);
    const targets = line.map(({ target }) => target);
    expect(targets).toEqual([...targets].sort((a, b) => b - a));
    expect([targets[0], targets.at(-1)]).toEqual([98, 0]);
  });

  it('glideOf names the parameter that is missing', () => {
    expect(() => glideOf(98, {})).toThrow(/surplus\.glide-starts-on/);
  });
});
