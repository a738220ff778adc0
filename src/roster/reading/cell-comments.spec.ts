import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { gridWorkbook } from '../../../test/support/grid-workbook.js';
import { patchWorkbook } from '../../sheet/patch/patch-workbook.js';
import { readWorkbook } from '../../sheet/xlsx-reader.js';
import { fieldOf, labelOfComment } from './fields.js';
import { readRoster } from './read-roster.js';

const FILE = new URL('../../../test/fixtures/ok/roster/notes-beside-cells.xlsx', import.meta.url);

describe('a note beside a cell', () => {
  it('of a person is kept with the person, and no message tells it', async () => {
    const { records, issues } = readRoster('a.xlsx', await readWorkbook(await readFile(FILE)));
    expect(records.map(({ unknown }) => unknown)).toEqual([
      {
        'Ghi chú của ô "Họ và tên"': 'Số cũ 040123456',
        'Ghi chú của ô "Chức vụ"': 'Giao từ 1/6/2025',
        'Ghi chú của ô "H"': 'Đã kiểm tra',
      },
      {},
    ]);
    const notes = issues.filter(({ code }) => code === 'roster.cell-comment');
    expect(notes.map(({ row, column }) => `${column}${row}`).sort()).toEqual([
      'A1',
      'A5',
      'B3',
      'F3',
      'H3',
    ]);
    expect(
      notes
        .filter(({ row }) => row > 1 && row < 5)
        .map(({ message }) => message)
        .join(),
    ).not.toMatch(/Giao từ|Số cũ|Đã kiểm/);
    expect(notes.find(({ row }) => row === 1)?.message).toBe('Ô có ghi chú: "Bản ngày 20/6".');
  });

  it("that we put into a sender's workbook is not the sender's", async () => {
    const bytes = await readFile(FILE);
    const issues = ['F3', 'F4'].map((cell) => ({
      ...{ sheet: 'Sheet1', row: Number(cell[1]), column: 'F', severity: 'error' as const },
      ...{ message: 'Chức vụ không rõ.', choices: [] },
    }));
    const sent = await patchWorkbook(bytes, { mark: 'batch/1', issues, corrections: [] });
    if ('refused' in sent) throw new Error(sent.refused.code);
    const [before, after] = [await readWorkbook(bytes), await readWorkbook(sent.bytes)];
    expect(after.sheets[0]?.comments).toEqual(before.sheets[0]?.comments);
  });

  it('of several rows of a person is joined', () => {
    const book = gridWorkbook({
      rows: [
        ['Họ và tên', 'Ngày sinh', 'Chức vụ'],
        ['Lò Văn A', '1/2/1980', 'CT UBND'],
        [null, null, 'BT Đảng ủy'],
      ],
      merges: ['A2:A3'],
    });
    const comments = [2, 3].map((row) => ({ row, column: 3, text: `dòng ${row}` }));
    const sheets = book.sheets.map((sheet) => ({ ...sheet, comments }));
    const { records } = readRoster('a.xlsx', { ...book, sheets });
    expect(records[0]?.unknown).toMatchObject({ 'Ghi chú của ô "Chức vụ"': 'dòng 2; dòng 3' });
  });

  it('means no field when its label comes back as a column', () => {
    expect(fieldOf(labelOfComment('Họ và tên'))).toBeNull();
    expect(fieldOf(labelOfComment('Ngày sinh > Nam'))).toBeNull();
  });
});
