import { describe, expect, it } from '@jest/globals';
import { capBreach, capacityOf, provinceCaps, provinceTotals } from './caps.rules.js';

const cap = { code: 'vice-chairs-per-commune', name: 'Phó Chủ tịch', capacity: 112 };

describe('capacityOf', () => {
  it('capacityOf is the whole number below average × units', () => {
    expect([capacityOf(2.5, 45), capacityOf(4.5, 45), capacityOf(2, 45)]).toEqual([112, 202, 90]);
  });

  it('capacityOf loses nothing to binary decimals', () => {
    expect(capacityOf(1.1, 30)).toBe(33);
    expect(capacityOf(4.35, 100)).toBe(435);
  });

  it('capacityOf is nothing for no units', () => {
    expect(capacityOf(2.5, 0)).toBe(0);
  });
});

describe('provinceCaps', () => {
  it('provinceCaps gives Điện Biên 112 vice-chairs, 202 organisations, two deputies an organisation', () => {
    const caps = provinceCaps(
      { communes: 45, organisations: 180 },
      {
        'cap.vice-chairs-per-commune': 2.5,
        'cap.deputies-per-organisation': 2,
        'cap.organisations-per-commune': 4.5,
      },
    );
    expect(caps.map(({ code, capacity }) => [code, capacity])).toEqual([
      ['vice-chairs-per-commune', 112],
      ['deputies-per-organisation', 360],
      ['organisations-per-commune', 202],
    ]);
  });

  it('provinceCaps names the missing parameter', () => {
    expect(() => provinceCaps({ communes: 1, organisations: 1 }, {})).toThrow(
      /cap\.vice-chairs-per-commune/,
    );
  });
});

describe('capBreach', () => {
  it('capBreach holds at the capacity and breaks one above it', () => {
    expect(capBreach(cap, 111)).toBeNull();
    expect(capBreach(cap, 112)).toBeNull();
    expect(capBreach(cap, 113)).toMatchObject({ code: cap.code, over: 1 });
  });

  it('capBreach says the count, the cap and the excess', () => {
    expect(capBreach(cap, 120)?.message).toContain('có 120, mức tối đa là 112, vượt 8');
  });
});

describe('provinceTotals', () => {
  it('provinceTotals gives a total only to blocks that have a figure', () => {
    const given = { 'norm.province-total.party': 700, 'norm.province-total.government': 1440 };
    expect([...provinceTotals(given)]).toEqual([
      ['government', 1440],
      ['party', 700],
    ]);
    expect(provinceTotals({}).size).toBe(0);
  });

  it('provinceTotals refuses a part of a post', () => {
    expect(() => provinceTotals({ 'norm.province-total.front': 3.5 })).toThrow(/province-total/);
  });
});
