import { describe, expect, it } from '@jest/globals';
import {
  districtsAfterTheirEnd,
  unitsWithWrongShares,
  unitsWithoutOneMain,
  unitsWithoutSuccessor,
  type Succession,
} from './succession.rules.js';

function aRow(oldCode: string, given: Partial<Succession> = {}): Succession {
  return { oldCode, newCode: '03127', share: 1, main: true, ...given };
}

describe('unitsWithoutSuccessor', () => {
  it('unitsWithoutSuccessor names the old units that no row begins with', () => {
    expect(unitsWithoutSuccessor(['03127', '03130'], [aRow('03130')])).toEqual(['03127']);
    expect(unitsWithoutSuccessor(['03130'], [aRow('03130')])).toEqual([]);
  });
});

describe('unitsWithoutOneMain', () => {
  it('unitsWithoutOneMain names units with none and with two, sorted', () => {
    const rows = [
      aRow('c'),
      aRow('b', { main: false }),
      aRow('a'),
      aRow('a', { newCode: '03151' }),
      aRow('c', { newCode: '03151', main: false }),
    ];
    expect(unitsWithoutOneMain(rows)).toEqual(['a', 'b']);
    expect(unitsWithoutOneMain([...rows].reverse())).toEqual(['a', 'b']);
  });
});

describe('unitsWithWrongShares', () => {
  const split = (share: number | null, other: number | null) => [
    aRow('a', { share }),
    aRow('a', { share: other, newCode: '03151', main: false }),
  ];

  it('unitsWithWrongShares names units whose known shares do not add up to 1', () => {
    expect(unitsWithWrongShares(split(0.6, 0.3))).toEqual(['a']);
    expect(unitsWithWrongShares(split(0.6, 0.4))).toEqual([]);
  });

  it('unitsWithWrongShares allows for rounding of four decimals and no more', () => {
    expect(unitsWithWrongShares(split(0.3333, 0.6666))).toEqual([]);
    expect(unitsWithWrongShares(split(0.333, 0.665))).toEqual(['a']);
  });

  it('unitsWithWrongShares leaves a unit with an unknown share alone', () => {
    expect(unitsWithWrongShares(split(0.1, null))).toEqual([]);
  });
});

describe('districtsAfterTheirEnd', () => {
  const units = [
    { code: '094', level: 'district' },
    { code: '03127', level: 'commune' },
  ] as const;
  const parameters = { 'units.no-district-from': '2025-07-01' };

  it('districtsAfterTheirEnd names districts from the day itself on', () => {
    expect(districtsAfterTheirEnd(units, '2025-06-30', parameters)).toEqual([]);
    expect(districtsAfterTheirEnd(units, '2025-07-01', parameters)).toEqual(['094']);
    expect(districtsAfterTheirEnd([units[1]], '2025-07-01', parameters)).toEqual([]);
  });
});
