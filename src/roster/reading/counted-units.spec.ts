import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

const NAMES = ['Lò Văn Một', 'Lò Văn Hai', 'Lò Văn Ba', 'Lò Văn Bốn', 'Lò Văn Năm'];

function read(...firsts: readonly (readonly [GridCell, GridCell])[]) {
  const rows = [
    ['STT', 'Đơn vị', 'Họ và tên', 'Năm sinh', 'Chức vụ'],
    ...firsts.map((first, at) => [...first, NAMES[at] ?? '', 1980, 'Chủ tịch UBND']),
  ];
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    units: records.map(({ unitText }) => unitText),
    told: issues.map(({ row, code, severity }) => `${row} ${code} ${severity}`),
  };
}

describe('ordinals that count units', () => {
  it('give a person without a unit that of the row above, and the reader is told', () => {
    expect(read([1, 'Xã A'], [null, null], [null, null], [2, 'Xã B'], [null, null])).toEqual({
      units: ['Xã A', 'Xã A', 'Xã A', 'Xã B', 'Xã B'],
      told: ['1 roster.unit-from-above note'],
    });
  });

  it('are none where people are counted, where a unit comes again, and where most rows name one', () => {
    const open = { units: ['Xã A', null, 'Xã B', null], told: [] };
    expect(read([1, 'Xã A'], [2, null], [3, 'Xã B'], [4, null])).toEqual(open);
    expect(read([1, 'Xã A'], [null, null], [2, 'Xã A'], [null, null]).units[1]).toBeNull();
    expect(read([1, 'Xã A'], [2, 'Xã B'], [null, null]).units[2]).toBeNull();
    expect(read([1, 'Xã A'], [null, null], [null, null]).units[1]).toBeNull();
  });
});
