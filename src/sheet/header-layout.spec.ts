import { describe, expect, it } from '@jest/globals';
import { headerCells, headerHeights, leavesOf } from './header-layout.js';
import { LINE_HEIGHT } from './row-height.js';
import type { ColumnSpec } from './sheet-spec.js';

function heights(columns: readonly ColumnSpec[]): readonly number[] {
  return headerHeights(headerCells(columns), leavesOf(columns)).map((each) => each / LINE_HEIGHT);
}

describe('headerHeights', () => {
  it('gives a row of short labels one line', () => {
    expect(
      heights([
        { label: 'TT', width: 5 },
        { label: 'Họ và tên', width: 24 },
      ]),
    ).toEqual([1]);
  });

  it('gives room to a long label under a group, not to the group over it', () => {
    const long = { label: 'Chuyên viên cao cấp', width: 8 };
    expect(heights([{ label: 'Ngạch', columns: [long, { label: 'Bậc' }] }])).toEqual([1, 4]);
  });

  it('lets a label over both rows share their height', () => {
    const tall = { label: 'Số năm đóng', width: 6 };
    const group = { label: 'Nhóm', columns: [{ label: 'Một' }, { label: 'Hai' }] };
    expect(heights([tall, group])).toEqual([1, 2]);
  });

  it('has no rows for no columns', () => {
    expect(heights([])).toEqual([]);
  });
});
