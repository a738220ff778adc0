import { describe, expect, it } from '@jest/globals';
import { REPORT_COLUMNS } from './report-columns.js';
import { REPORT_KINDS } from './write-reports.js';

describe('REPORT_COLUMNS', () => {
  it.each(REPORT_KINDS)('of %s have labels that differ', (kind) => {
    const labels = REPORT_COLUMNS[kind].map(({ label }) => label);
    expect(labels.filter((label, at) => labels.indexOf(label) !== at)).toEqual([]);
  });

  it('name the heading above a label that stands twice, and no other', () => {
    const labels = new Map(REPORT_COLUMNS.plan.map(({ key, label }) => [key, label]));
    expect(labels.get('oldUnit')).toBe('Trước khi sắp xếp: Đơn vị');
    expect(labels.get('commune')).toBe('Sau khi sắp xếp: Đơn vị');
    expect(labels.get('oldPosition')).toBe('Chức vụ, chức danh');
  });
});
