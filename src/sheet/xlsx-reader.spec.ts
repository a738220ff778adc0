import { execFileSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { rawWorkbook } from '../../test/support/raw-workbook.js';
import { readWorkbook, rowsOf } from './xlsx-reader.js';
import type { Cell, Workbook } from './workbook.js';

const FIXTURES = new URL('../../test/fixtures/', import.meta.url);

async function bytesOf(path: string): Promise<Buffer> {
  return readFile(new URL(path, FIXTURES));
}

async function read(name: string): Promise<Workbook> {
  return readWorkbook(await bytesOf(`ok/sheet/${name}`));
}

function cell(workbook: Workbook, row: number, column: number, sheet = 0): Cell {
  const found = workbook.sheets[sheet]?.rows
    .find((each) => each.row === row)
    ?.cells.find((each) => each.column === column);
  if (found === undefined) throw new Error(`no cell in row ${row}, column ${column}`);
  return found;
}

describe.each(['kinds-openpyxl.xlsx', 'kinds-libreoffice.xlsx'])('readWorkbook of %s', (file) => {
  it('gives text with the font of its cell', async () => {
    expect(cell(await read(file), 1, 1)).toMatchObject({
      kind: 'text',
      text: 'Nguyễn Văn A',
      font: '.VnTime',
    });
  });

  it('gives numbers in full, as their format shows them', async () => {
    const workbook = await read(file);
    expect(cell(workbook, 1, 2)).toMatchObject({ kind: 'number', text: '11080001234' });
    expect(cell(workbook, 1, 3)).toMatchObject({ value: 3.33, text: '3.33' });
    expect(cell(workbook, 1, 9)).toMatchObject({ value: 11080001234, text: '011080001234' });
  });

  it('gives dates by their format, and no day where the format shows none', async () => {
    const workbook = await read(file);
    expect(cell(workbook, 1, 4)).toMatchObject({
      kind: 'date',
      value: '1980-05-12',
      serial: 29353,
      text: '12/05/1980',
    });
    expect(cell(workbook, 1, 5)).toMatchObject({ kind: 'date', text: '05/1980' });
  });

  it('gives booleans and errors as such', async () => {
    const workbook = await read(file);
    expect(cell(workbook, 1, 6)).toMatchObject({ kind: 'boolean', value: true });
    expect(cell(workbook, 1, 7)).toMatchObject({ kind: 'error', text: '#N/A' });
  });

  it('gives hidden rows, columns, merges and sheet states', async () => {
    const { sheets } = await read(file);
    expect(sheets.map(({ name, state }) => [name, state])).toEqual([
      ['Kiểu ô', 'visible'],
      ['Ẩn', 'hidden'],
      ['Rất ẩn', file === 'kinds-openpyxl.xlsx' ? 'very-hidden' : 'hidden'],
    ]);
    expect(sheets[0]?.rows.filter((row) => row.hidden).map((row) => row.row)).toEqual([3]);
    expect(sheets[0]?.hiddenColumns).toEqual([3]);
    expect(sheets[0]?.merges).toEqual([{ firstRow: 4, lastRow: 5, firstColumn: 1, lastColumn: 3 }]);
  });
});

describe('readWorkbook', () => {
  it('marks a formula that was never calculated, and gives a cached result', async () => {
    expect(cell(await read('kinds-openpyxl.xlsx'), 1, 8)).toMatchObject({
      kind: 'blank',
      formula: true,
    });
    expect(cell(await read('kinds-libreoffice.xlsx'), 1, 8)).toMatchObject({
      kind: 'number',
      text: '11080001235',
      formula: true,
    });
  });

  it('tells a formula that gave no text from one that was never calculated', async () => {
    const sheet =
      '<sheetData><row r="1"><c r="A1" t="str"><f>""</f><v></v></c><c r="B1"><f>""</f><v></v></c></row></sheetData>';
    const [row] = (await readWorkbook(rawWorkbook({ sheet }))).sheets[0]?.rows ?? [];
    expect(row?.cells.map(({ column, kind }) => [column, kind])).toEqual([[2, 'blank']]);
  });

  it('reads the 1904 date system', async () => {
    expect(cell(await read('dates-1904.xlsx'), 1, 1)).toMatchObject({ value: '1980-05-12' });
  });

  it('joins all runs of rich text with their fonts and skips phonetic readings', async () => {
    const workbook = await read('excel-forms.xlsx');
    expect(cell(workbook, 1, 2)).toMatchObject({
      text: 'Nguyễn V¨n',
      runs: [
        { text: 'Nguyễn ', font: null },
        { text: 'V¨n', font: '.VnTime' },
      ],
    });
    expect(cell(workbook, 3, 1).text).toBe('Giàng A Chu');
  });

  it('keeps spaces and resolves escaped characters once', async () => {
    const workbook = await read('excel-forms.xlsx');
    expect(cell(workbook, 1, 1).text).toBe(' Lò Văn ');
    expect(cell(workbook, 1, 3).text).toBe('một\nhai _x0041_');
  });

  it('reads every type of cell and no content beyond it', async () => {
    const row = (await read('excel-forms.xlsx')).sheets[0]?.rows.find((each) => each.row === 3);
    expect(row?.cells.map(({ column, kind, text }) => [column, kind, text])).toEqual([
      [1, 'text', 'Giàng A Chu'],
      [2, 'number', '11080001234'],
      [3, 'number', '2'],
      [4, 'text', 'chữ'],
      [5, 'error', '#DIV/0!'],
      [6, 'boolean', 'TRUE'],
      [7, 'date', '12/05/1980'],
    ]);
  });

  it.each(['no-references.xlsx', 'utf-16.xlsx', 'utf-8-bom.xlsx'])(
    'counts rows and columns of %s, which states none',
    async (file) => {
      const { rows } = (await read(file)).sheets[0] ?? { rows: [] };
      expect(rows.map(({ row, cells }) => [row, cells.map((each) => each.column)])).toEqual([
        [1, [1, 2]],
        [2, [1]],
      ]);
      expect(rows[0]?.cells[0]?.text).toBe(file === 'utf-16.xlsx' ? 'Hòa' : 'A');
    },
  );

  it.each([
    ['csv-renamed.xlsx', 'sheet.csv', 'Từ văn bản/CSV'],
    ['ods-renamed.xlsx', 'sheet.not-a-workbook', 'OpenDocument'],
    ['zip-of-something.xlsx', 'sheet.not-a-workbook', 'Lưu thành'],
    ['old-xls-renamed.xlsx', 'sheet.old-format', '.xls'],
    ['encrypted.xlsx', 'sheet.encrypted', 'bỏ mật khẩu'],
    ['truncated.xlsx', 'sheet.damaged', 'bị hỏng'],
    ['cut-xml.xlsx', 'sheet.damaged', 'bị hỏng'],
    ['no-such-string.xlsx', 'sheet.damaged', 'chuỗi dùng chung số 4'],
    ['doctype.xlsx', 'sheet.document-type', 'DTD'],
    ['macros.xlsx', 'sheet.macros', 'macro'],
    ['column-beyond-limit.xlsx', 'sheet.too-large', 'cột thứ 16384'],
  ])('refuses %s with %s and says what to do', async (file, code, words) => {
    const reading = readWorkbook(await bytesOf(`not-ok/sheet/${file}`));
    await expect(reading).rejects.toMatchObject({
      kind: 'bad-input',
      code,
      message: expect.stringContaining(words),
    });
  });

  it('takes noise without a zero byte for no text', async () => {
    const noise = Buffer.from(Array.from({ length: 2048 }, (_, at) => 1 + ((at * 167) % 255)));
    await expect(readWorkbook(noise)).rejects.toMatchObject({ code: 'sheet.not-a-workbook' });
    const ruled = Buffer.from('Họ và tên\tChức vụ\r\n\fLò Văn A\tCông chức\r\n');
    await expect(readWorkbook(ruled)).rejects.toMatchObject({ code: 'sheet.csv' });
  });

  it.each([
    [{ rows: 59 }, 'dòng 60'],
    [{ cells: 100 }, '100 ô'],
    [{ columns: 2 }, 'cột thứ 3'],
    [{ entries: 3 }, 'mục trong tệp nén'],
    [{ compressedBytes: 1_000 }, 'cho phép 1000'],
    [{ unpackedBytes: 1_000 }, 'giải nén'],
  ])('refuses a workbook beyond the limit %j', async (limits, words) => {
    const reading = readWorkbook(await bytesOf('ok/sheet/five-sheets-openpyxl.xlsx'), { limits });
    await expect(reading).rejects.toMatchObject({
      code: 'sheet.too-large',
      message: expect.stringContaining(words),
    });
  });

  it('takes a workbook that is exactly at the limits', async () => {
    const limits = { rows: 60, columns: 3, cells: 900 };
    const bytes = await bytesOf('ok/sheet/five-sheets-openpyxl.xlsx');
    expect((await readWorkbook(bytes, { limits })).sheets).toHaveLength(5);
  });
});

describe('five sheets of openpyxl', () => {
  it('rowsOf gives all 300 rows under the names of their sheets', async () => {
    const counts = new Map<string, number>();
    for await (const { sheet } of rowsOf(await bytesOf('ok/sheet/five-sheets-openpyxl.xlsx')))
      counts.set(sheet, (counts.get(sheet) ?? 0) + 1);
    expect([...counts]).toEqual([1, 2, 3, 4, 5].map((number) => [`Cụm xã ${number}`, 60]));
  });

  it("exceljs' streaming reader loses a sheet of the same file in silence, and every name", () => {
    const script = fileURLToPath(new URL('../sheet-fixtures/exceljs-stream.mjs', FIXTURES));
    const file = fileURLToPath(new URL('ok/sheet/five-sheets-openpyxl.xlsx', FIXTURES));
    const answer = JSON.parse(
      execFileSync(process.execPath, [script, file, '300'], { encoding: 'utf8' }),
    ) as { names: string[]; lostRowsInSilence: number };
    expect(answer.lostRowsInSilence).toBeGreaterThan(0);
    expect(answer.names).not.toContain('Cụm xã 1');
  }, 60_000);
});
