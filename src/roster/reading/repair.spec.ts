import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../../test/support/grid-workbook.js';
import { labelKey } from './fields.js';
import { ColumnPlaces } from './places.js';
import { readRoster } from './read-roster.js';

const HEADER = ['TT', 'Họ và tên', 'Ngày sinh', 'Đơn vị', 'Chức vụ', 'Chức vụ trong chi bộ', 'Mã'];
const WORKBOOK = gridWorkbook({
  rows: [HEADER, [1, 'Lò Văn Ún', '31/02/1980', 'Xã Nà Tấu', 'VP-TK', 'Bí thư', '011080001234']],
});

describe('readRoster with cells typed anew', () => {
  it('reads them as if the sender had typed them, and the fault is gone', () => {
    const overrides = [{ sheet: 'Sheet1', row: 2, column: 'C', text: '28/02/1980' }];
    const { records, issues } = readRoster('a.xlsx', WORKBOOK, { overrides });
    expect(records).toMatchObject([{ bornOn: '1980-02-28', fullName: 'Lò Văn Ún' }]);
    expect(issues).toEqual([]);
    expect(readRoster('a.xlsx', WORKBOOK).issues).toMatchObject([
      { code: 'roster.date-impossible', row: 2, column: 'C' },
    ]);
  });

  it('fills a row that was empty, empties a cell, and lets the last answer count', () => {
    const of = (row: number, column: string, text: string) => ({
      sheet: 'Sheet1',
      row,
      column,
      text,
    });
    const overrides = [of(4, 'B', 'Giàng A Chu'), of(2, 'D', ''), of(2, 'D', 'x'), of(2, 'D', '')];
    const { records } = readRoster('a.xlsx', WORKBOOK, { overrides });
    expect(records.map(({ row, fullName, unitText }) => [row, fullName, unitText])).toEqual([
      [2, 'Lò Văn Ún', null],
      [4, 'Giàng A Chu', null],
    ]);
  });

  it('leaves other sheets alone', () => {
    const overrides = [{ sheet: 'Sheet2', row: 2, column: 'B', text: 'x' }];
    expect(readRoster('a.xlsx', WORKBOOK, { overrides })).toEqual(readRoster('a.xlsx', WORKBOOK));
  });
});

describe('readRoster with what the reader said of the columns', () => {
  const choose = (label: string, field: 'personalNumber' | 'position' | null) => ({
    label: labelKey(label),
    field,
  });

  it('goes before the automatic mapping', () => {
    const mapping = [
      choose('MÃ', 'personalNumber'),
      choose('Chức vụ', null),
      choose('Chức vụ trong  chi bộ', 'position'),
    ];
    const { records } = readRoster('a.xlsx', WORKBOOK, { mapping });
    expect(records).toMatchObject([
      { personalNumber: '011080001234', positionText: 'Bí thư', unknown: { 'Chức vụ': 'VP-TK' } },
    ]);
  });

  it('tells columns and fields of each other', () => {
    const reading = readRoster('a.xlsx', WORKBOOK, { mapping: [choose('Mã', 'personalNumber')] });
    const places = new ColumnPlaces(reading.sheets.map((each) => ({ file: 'a.xlsx', ...each })));
    const line = { file: 'a.xlsx', sheet: 'Sheet1', row: 2 };
    expect(places.fieldAt(line, 'G')).toBe('personalNumber');
    expect(places.fieldAt(line, 'F')).toBeNull();
    expect(places.labelAt(line, 'F')).toBe('Chức vụ trong chi bộ');
    expect(places.lettersOf(line, 'position')).toBe('E');
    expect(places.lettersOf({ ...line, sheet: 'khác' }, 'position')).toBe('');
    expect(places.fieldsAt(line).has('position')).toBe(true);
    expect(places.unknownAt(line)).toEqual(['Chức vụ trong chi bộ']);
  });
});

describe('labelKey', () => {
  it('is one for spellings of a label, and keeps diacritics', () => {
    expect(labelKey('Trình độ > Văn hoá:')).toBe(labelKey('TRÌNH ĐỘ > văn hóa'));
    expect(labelKey('Sinh > Nam')).not.toBe(labelKey('Sinh > Năm'));
  });
});
