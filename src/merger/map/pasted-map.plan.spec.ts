import { describe, expect, it } from '@jest/globals';
import { anOldUnit } from '../spec-merger.js';
import { pastedMap } from './pasted-map.plan.js';
import { MAP } from './spec-map.js';

const lines = (...given: readonly (readonly string[])[]): string =>
  given.map((cells) => cells.join('\t')).join('\r\n');
const read = (...given: readonly (readonly string[])[]) => pastedMap(lines(...given), MAP.units);

describe('a pasted map', () => {
  it('is read by code, by a code without its zeros, by name, and by name without its kind', () => {
    const {
      rows,
      lines: told,
      unnamed,
    } = read(['00011', '00014'], ['12', 'Phường Bản Tư'], ['xã bản ba', 'Mường Mới']);
    expect(told.flatMap(({ faults }) => faults)).toEqual([]);
    expect(rows.map(({ oldCode, newCode, share }) => [oldCode, newCode, share])).toEqual([
      ['00011', '00014', 1],
      ['00012', '00014', 1],
      ['00013', '00011', 1],
    ]);
    expect(unnamed).toBe(1);
  });

  it('takes parts in per cent or of one, and the largest as the main successor', () => {
    const { rows } = read(['00012', '00011', '25%'], ['00012', '00014', '0,75']);
    expect(rows).toEqual([
      { oldCode: '00012', newCode: '00011', kind: 'part', share: 0.25, main: false },
      { oldCode: '00012', newCode: '00014', kind: 'remainder', share: 0.75, main: true },
    ]);
    const marked = read(['00012', '00011', '25%', 'x'], ['00012', '00014', '75%']).rows;
    expect(marked.map(({ main }) => main)).toEqual([true, false]);
  });

  it('reads its own workbook, whose first line names the columns', () => {
    const header = ['Mã đơn vị cũ', 'Tên đơn vị cũ', 'Mã đơn vị mới', 'Tên đơn vị mới'];
    const { rows, lines: told } = read(
      [...header, 'Tỷ lệ dân số', 'Cách nhập', 'Đơn vị kế thừa chính'],
      ['00012', 'Xã Bản Hai', '00014', 'Phường Bản Tư', '1', 'Toàn bộ', 'x'],
      ['', '', '', '', '', '', ''],
      ['', 'Xã Bản Ba', '', 'Xã Mường Mới', '', '', ''],
    );
    expect(told.map(({ line }) => line)).toEqual([2, 4]);
    expect(rows.map(({ oldCode, newCode }) => `${oldCode}/${newCode}`)).toEqual([
      '00012/00014',
      '00013/00011',
    ]);
  });

  it.each([
    [['Xã Nà Lạ', '00014'], 'Đơn vị cũ: không có "Xã Nà Lạ" trong phương án.'],
    [['Xã Ban Hai', '00014'], 'Có phải Xã Bản Hai (00012, Huyện Mường Một)?'],
    [['00012', ''], 'Đơn vị mới: còn trống.'],
    [['00012', '00014', '60'], 'Tỷ lệ "60" chưa rõ'],
    [['00012', '00014', 'nửa'], 'Tỷ lệ "nửa" chưa rõ'],
    [['00012', '00014', '60%'], 'cộng lại là 60,0 %'],
  ])('names the fault of the line %j', (line, fault) => {
    const { lines: told, rows } = read(['00011', '00014'], line);
    expect(told[0]!.faults).toEqual([]);
    expect(told[1]!.faults.join(' ')).toContain(fault);
    expect(rows.map(({ oldCode }) => oldCode)).toEqual(['00011']);
  });

  it('asks for the code where two old units have one name, and names a line that comes twice', () => {
    const twin = anOldUnit({ code: '00015', name: 'Xã Bản Hai' });
    const told = pastedMap(lines(['Xã Bản Hai', '00014'], ['00011', '00014'], ['00011', '00014']), [
      ...MAP.units,
      twin,
    ]);
    expect(told.lines[0]!.faults.join()).toMatch(/có 2 đơn vị: .*00012.*00015.*ghi mã/);
    expect(told.lines[2]!.faults).toEqual(['Trùng với dòng 2.']);
    expect(told.rows).toEqual([]);
  });
});
