import { describe, expect, it } from '@jest/globals';
import type { Issue } from '../shared/issue.js';
import { firstFault } from './sheet-faults.js';

const FAULT: Issue = {
  file: 'xa.xlsx',
  sheet: 'Xã',
  row: 4,
  column: 'C',
  code: 'sheet.not-a-number',
  severity: 'error',
  message: 'Cần một số.',
};

describe('firstFault', () => {
  it('names file, sheet, row and column', () => {
    expect(firstFault([FAULT])).toBe('xa.xlsx, sheet "Xã", dòng 4, cột C: Cần một số.');
  });

  it('leaves out what the fault does not name', () => {
    expect(firstFault([{ ...FAULT, sheet: '', row: 0, column: '' }])).toBe('xa.xlsx: Cần một số.');
  });

  it('passes over notes and warnings', () => {
    const note: Issue = { ...FAULT, severity: 'note', row: 1 };
    expect(firstFault([note, FAULT])).toContain('dòng 4');
    expect(firstFault([note])).toBe('');
  });
});
