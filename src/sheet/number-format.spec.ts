import { describe, expect, it } from '@jest/globals';
import { columnLetters, columnOf, rangeOf } from './cell-reference.js';
import { dayOfSerial } from './date-serial.js';
import { builtInFormat, datePrecision, plainNumber, shownNumber } from './number-format.js';

describe('datePrecision', () => {
  it.each([
    ['dd/mm/yyyy', 'day'],
    ['[$-409]d-mmm-yy;@', 'day'],
    ['[$-1010000]d/m/yyyy;@', 'day'],
    ['mm/yyyy', 'month'],
    ['mmm-yy', 'month'],
    ['yyyy', 'year'],
    ['General', null],
    ['0.00', null],
    ['0.00E+00', null],
    ['h:mm', null],
    ['[h]:mm:ss', null],
    ['#,##0 "đ"', null],
    ['[Red]0', null],
    ['@', null],
  ])('of %s is %s', (format, precision) => {
    expect(datePrecision(format)).toBe(precision);
  });
});

describe('builtInFormat', () => {
  it('gives dates day first and General for numbers it does not know', () => {
    expect([builtInFormat(14), builtInFormat(0), builtInFormat(99)]).toEqual([
      'dd/mm/yyyy',
      'General',
      'General',
    ]);
  });
});

describe('dayOfSerial', () => {
  it.each([
    [1, '1900', '1900-01-01'],
    [59, '1900', '1900-02-28'],
    [60, '1900', null],
    [61, '1900', '1900-03-01'],
    [29353.75, '1900', '1980-05-12'],
    [0, '1904', '1904-01-01'],
    [0, '1900', null],
    [-1, '1900', null],
    [2_958_465, '1900', '9999-12-31'],
    [2_958_466, '1900', null],
  ] as const)('of %d in the %s system is %s', (serial, system, day) => {
    expect(dayOfSerial(serial, system)).toBe(day);
  });
});

describe('plainNumber', () => {
  it('writes no exponent and only the digits that Excel keeps', () => {
    expect([11080001234, 3.3299999999999996, 1e21, 0.1 + 0.2, 1e-7, -5].map(plainNumber)).toEqual([
      '11080001234',
      '3.33',
      '1000000000000000000000',
      '0.3',
      '0.0000001',
      '-5',
    ]);
  });
});

describe('shownNumber', () => {
  it('pads with zeros, fixes decimals and shows percent as the format says', () => {
    expect(shownNumber(11080001234, '000000000000')).toBe('011080001234');
    expect(shownNumber(3.3, '0.00')).toBe('3.30');
    expect(shownNumber(0.05, '0%')).toBe('5%');
    expect(shownNumber(1234.5, '#,##0.0 "đ"')).toBe('1234.5');
  });
});

describe('columnLetters', () => {
  it('is undone by columnOf', () => {
    for (const column of [1, 26, 27, 702, 703, 16_384])
      expect(columnOf(`${columnLetters(column)}12`)).toBe(column);
    expect([columnLetters(27), columnLetters(16_384), columnOf('12')]).toEqual(['AA', 'XFD', 0]);
  });
});

describe('rangeOf', () => {
  it('reads ranges and single cells, and nothing else', () => {
    expect(rangeOf('B2:$C$4')).toEqual({ firstRow: 2, lastRow: 4, firstColumn: 2, lastColumn: 3 });
    expect(rangeOf('B3')).toMatchObject({ firstRow: 3, lastColumn: 2 });
    expect(rangeOf('A:A')).toBeNull();
  });
});
