import { describe, expect, it } from '@jest/globals';
import { chooseColumns } from './choose-columns.js';
import { leavesOf } from './header-layout.js';
import type { SheetSpec } from './sheet-spec.js';

const SHEET: SheetSpec = {
  name: 'Thử',
  paper: 'A4',
  frozenColumns: 2,
  columns: [
    { label: 'TT' },
    { label: 'Tên', key: 'name' },
    {
      label: 'Trước',
      columns: [
        { label: 'Đơn vị', key: 'unit' },
        { label: 'Chức vụ', key: 'post' },
      ],
    },
    { label: 'Lý do', key: 'reason' },
  ],
  rows: [
    { kind: 'section', text: 'I' },
    { kind: 'cells', cells: [1, 'A', 'Xã A', 'CV', 'vì'], bold: true },
  ],
};

describe('chooseColumns', () => {
  it('keeps chosen columns with their cells, and those without a key', () => {
    const sheet = chooseColumns(SHEET, new Set(['post', 'name']));
    expect(leavesOf(sheet.columns).map(({ label }) => label)).toEqual(['TT', 'Tên', 'Chức vụ']);
    expect(sheet.rows).toEqual([
      { kind: 'section', text: 'I' },
      { kind: 'cells', cells: [1, 'A', 'CV'], bold: true },
    ]);
    expect(sheet.frozenColumns).toBe(2);
  });

  it('drops a group without columns and freezes fewer', () => {
    const sheet = chooseColumns(SHEET, new Set(['reason']));
    expect(sheet.columns.map(({ label }) => label)).toEqual(['TT', 'Lý do']);
    expect(sheet.frozenColumns).toBe(1);
  });

  it('with all keys changes nothing', () => {
    expect(chooseColumns(SHEET, new Set(['name', 'unit', 'post', 'reason']))).toEqual(SHEET);
  });
});
