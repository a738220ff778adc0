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

  it('or begin again at each unit do the same', () => {
    expect(read([1, 'Xã A'], [2, null], ['1', 'Xã B'], ['2.', null], [3, null])).toEqual({
      units: ['Xã A', 'Xã A', 'Xã B', 'Xã B', 'Xã B'],
      told: ['1 roster.unit-from-above note'],
    });
    expect(read([1, 'Xã A'], [2, null], [1, 'Xã B'], [3, null]).units[1]).toBeNull();
    expect(read([1, 'Xã A'], [2, null], [1, 'Xã B'], [null, null]).units[1]).toBeNull();
    expect(read([1, 'Xã A'], [1, 'Xã B'], [1, 'Xã C']).told).toEqual([]);
  });

  it('give the district of the row above, too, merged or not', () => {
    const people = [
      ['Huyện A', 'Xã Một', 1, 'Lò Văn Một', 1980, 'Văn thư'],
      [null, null, 2, 'Lò Văn Hai', 1980, 'Văn thư'],
      [null, 'Xã Hai', 1, 'Lò Văn Ba', 1980, 'Văn thư'],
    ];
    const head = ['Huyện', 'Xã', 'STT', 'Họ và tên', 'Năm sinh', 'Chức vụ'];
    const rows = [head, ...people];
    const around = (merges: readonly string[]) =>
      readRoster('a.xlsx', gridWorkbook({ rows, merges })).records.map((each) => each.around[0]);
    expect(around([])).toEqual(['Huyện A', 'Huyện A', 'Huyện A']);
    expect(around(['A2:A4', 'B2:B3'])).toEqual(['Huyện A', 'Huyện A', 'Huyện A']);
  });

  it('are none where people are counted, where a unit comes again, and where most rows name one', () => {
    const open = { units: ['Xã A', null, 'Xã B', null], told: [] };
    expect(read([1, 'Xã A'], [2, null], [3, 'Xã B'], [4, null])).toEqual(open);
    expect(read([1, 'Xã A'], [null, null], [2, 'Xã A'], [null, null]).units[1]).toBeNull();
    expect(read([1, 'Xã A'], [2, 'Xã B'], [null, null]).units[2]).toBeNull();
    expect(read([1, 'Xã A'], [null, null], [null, null]).units[1]).toBeNull();
  });
});
