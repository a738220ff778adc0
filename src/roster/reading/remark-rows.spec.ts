import { describe, expect, it } from '@jest/globals';
import { gridWorkbook, type GridCell } from '../../../test/support/grid-workbook.js';
import { readRoster } from './read-roster.js';

const LABELS = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ'];
const MINH = [1, 'Lò Văn Minh', '12/5/1980', 'Nam', 'Xã Nà Tấu', 'Chủ tịch UBND'];
const HOA = [2, 'Lò Thị Hoa', '1/2/1985', 'Nữ', 'Xã Nà Tấu', 'Kế toán'];
const LEAVE = '(nghỉ thai sản từ 01/5/2025)';
const KEPT = 'Giá trị dòng 2 của "Họ và tên"';

function read(...rows: readonly (readonly GridCell[])[]) {
  const { records, issues } = readRoster('a.xlsx', gridWorkbook({ rows }));
  return {
    people: records.map(({ fullName, unknown }) => [fullName, unknown]),
    issues: issues.map(({ row, code, severity }) => `${row} ${code} ${severity}`),
  };
}

describe('a remark in brackets below a person', () => {
  it('is kept with the person, and is neither a group nor a person', () => {
    expect(read(LABELS, MINH, [null, LEAVE], HOA, [null, '(đang đi học)'])).toEqual({
      people: [
        ['Lò Văn Minh', { [KEPT]: LEAVE }],
        ['Lò Thị Hoa', { [KEPT]: '(đang đi học)' }],
      ],
      issues: ['3 roster.row-remark note', '5 roster.row-remark note'],
    });
  });

  it('is so too where nobody is counted', () => {
    const [labels, minh, hoa] = [LABELS.slice(1), MINH.slice(1), HOA.slice(1)];
    expect(read(labels, minh, [LEAVE], ['(lần 2)'], hoa).people).toEqual([
      ['Lò Văn Minh', { [KEPT]: LEAVE, 'Giá trị dòng 3 của "Họ và tên"': '(lần 2)' }],
      ['Lò Thị Hoa', {}],
    ]);
  });

  it('is none where it names a unit or a block, signs, or stands apart', () => {
    const others = [
      [null, '(Xã Pa Ham)'],
      [null, '(Khối Đảng)'],
      ['(Danh sách này có 02 người)'],
      [null, '(Ký, ghi rõ họ tên)'],
    ];
    for (const other of others)
      expect(read(LABELS, MINH, other, HOA).issues.join()).not.toContain('row-remark');
    expect(read(LABELS, MINH, [], [null, LEAVE], HOA).issues.join()).not.toContain('row-remark');
  });
});
