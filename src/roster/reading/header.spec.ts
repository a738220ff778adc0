import { describe, expect, it } from '@jest/globals';
import { withText, type Cell } from '../../sheet/workbook.js';
import { findHeaders, headersOf as headersBy } from './header.js';
import { KnownLabels } from './known-labels.js';
import { gridOf } from './sheet-grid.js';

const BLANK = { kind: 'blank', text: '', value: null, serial: null, format: 'General' } as const;

function cell(column: number, text: string): Cell {
  return withText({ ...BLANK, column, formula: false, font: null, runs: null }, text, null);
}

function gridFrom(rows: readonly (readonly string[])[]) {
  return gridOf({
    name: 'A',
    state: 'visible',
    merges: [],
    hiddenColumns: [],
    rows: rows.map((texts, at) => ({
      row: at + 1,
      hidden: false,
      cells: texts.map((text, column) => cell(column + 1, text)),
    })),
  });
}

function headersOf(rows: readonly (readonly string[])[]) {
  return findHeaders(gridFrom(rows)).map(({ firstRow, lastRow }) => [firstRow, lastRow]);
}

const LABELS = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ'];
const PERSON = ['Lò Văn Ún', '12/5/1980', 'Nam', 'Cán bộ chuyên môn'];

describe('findHeaders', () => {
  it('takes no person above a further header for its parents', () => {
    expect(headersOf([LABELS, PERSON, LABELS, PERSON])).toEqual([
      [1, 1],
      [3, 3],
    ]);
  });

  it('ends a header of nothing but labels, and none reaches into the one above', () => {
    const headers = headersOf(Array.from({ length: 40 }, () => LABELS));
    expect(headers[0]).toEqual([1, 13]);
    for (const [at, [firstRow = 0]] of headers.entries())
      expect(firstRow).toBeGreaterThan(headers[at - 1]?.[1] ?? 0);
  });

  it('understands a header once that stands again over every row', () => {
    const rows = Array.from({ length: 2_000 }, () => [LABELS, PERSON]).flat();
    const labels = new KnownLabels([{ label: 'chức vụ', field: 'note' }]);
    const headers = headersBy(gridFrom(rows), labels);
    expect(headers).toHaveLength(2_000);
    expect(headers.at(-1)?.columns.map(({ field }) => field)).toEqual(
      headers[0]?.columns.map(({ field }) => field),
    );
    expect(labels.asked).toBeLessThan(40);
  });

  it('takes the name of the unit before its code, whatever stands first', () => {
    const [header] = findHeaders(gridFrom([[...LABELS, 'Mã đơn vị', 'Tên đơn vị'], PERSON]));
    expect(header?.columns.map(({ field }) => field).slice(-2)).toEqual([null, 'unit']);
    const [alone] = findHeaders(gridFrom([[...LABELS, 'Mã đơn vị'], PERSON]));
    expect(alone?.columns.at(-1)?.field).toBe('unit');
  });

  it('takes no person whose name was never calculated for a row of labels', () => {
    const labels = ['TT', 'Họ và tên', 'Ngày sinh', 'Giới tính', 'Đơn vị', 'Chức vụ'];
    const unnamed = ['', '', '', 'Nam', 'Xã Nà Tấu', 'Chuyên viên'];
    expect(headersOf([labels, unnamed, unnamed])).toEqual([[1, 1]]);
  });

  it('joins a label that was typed over two rows', () => {
    const rows = [
      ['SỐ', 'HỌ VÀ TÊN', 'NĂM', 'TRÌNH ĐỘ', '', 'LƯƠNG', ''],
      ['TT', '', 'SINH', 'Chuyên', 'Chuyên', 'Mã', 'Hệ'],
      ['', '', '', 'môn', 'ngành', 'ngạch', 'số'],
      ['1', 'Lò Văn Ún', '1980', 'ĐH', 'Luật', '01.003', '3,33'],
    ];
    const [header] = findHeaders(gridFrom(rows));
    expect(header?.columns.map(({ field }) => field)).toEqual([
      ...['ordinal', 'fullName', 'born', 'degree', 'major', 'rank', 'coefficient'],
    ]);
  });

  it('takes a row of parts for one where a part bears a percentage', () => {
    const rows = [
      ['TT', 'Họ và tên', 'Năm sinh', 'Phụ cấp', '', 'Các khoản trừ', ''],
      ['', '', '', 'CV', 'TNVK', 'BHXH 8%', 'BHYT (1,5%)'],
      ['1', 'Lò Văn Ún', '1980', '0,2', '', '599040', '112320'],
    ];
    expect(headersOf(rows)).toEqual([[1, 2]]);
  });
});
