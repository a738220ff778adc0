import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_LIMITS } from './limits.js';
import type { ColumnSpec, RowSpec, SheetSpec } from './sheet-spec.js';
import type { Cell, Sheet } from './workbook.js';
import { readWorkbook } from './xlsx-reader.js';
import { writeWorkbook } from './xlsx-writer.js';
import { openParts } from './zip-parts.js';

const createdAt = '2025-06-30T00:00:00Z';

const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, kind: 'number' },
  {
    label: 'Ngày sinh',
    columns: [
      { label: 'Nam', kind: 'date' },
      { label: 'Nữ', kind: 'date' },
    ],
  },
  { label: 'Ghi chú', width: 30 },
];

function aSheet(more: Partial<SheetSpec> = {}): SheetSpec {
  return { name: 'Danh sách', columns: COLUMNS, rows: [], paper: 'A4', ...more };
}

function cells(...values: Extract<RowSpec, { kind: 'cells' }>['cells']): RowSpec {
  return { kind: 'cells', cells: values };
}

async function written(...sheets: SheetSpec[]): Promise<Sheet> {
  const [sheet] = (await readWorkbook(await writeWorkbook({ sheets, createdAt }))).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

async function sheetXmlOf(bytes: Buffer): Promise<string> {
  const parts = await openParts(bytes, DEFAULT_LIMITS);
  const pieces: Buffer[] = [];
  for await (const piece of await parts.open('xl/worksheets/sheet1.xml'))
    pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString();
}

/** By the words of XML 1.0, character by character, and with its one end of a line. */
function withoutUnprintable(text: string): string {
  return [...text]
    .filter((character) => {
      const code = character.codePointAt(0) ?? 0;
      if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
      return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
    })
    .join('')
    .replace(/\r\n?/g, '\n');
}

function at(sheet: Sheet, row: number, column: number): Cell | undefined {
  return sheet.rows.find((each) => each.row === row)?.cells.find((each) => each.column === column);
}

describe('writeWorkbook', () => {
  it('merges the header by groups and numbers the columns under it', async () => {
    const sheet = await written(aSheet());
    expect(sheet.rows.map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['TT', 'Ngày sinh', 'Ghi chú'],
      ['Nam', 'Nữ'],
      ['(1)', '(2)', '(3)', '(4)'],
    ]);
    expect(sheet.merges).toContainEqual({ firstRow: 1, lastRow: 1, firstColumn: 2, lastColumn: 3 });
    expect(sheet.merges).toContainEqual({ firstRow: 1, lastRow: 2, firstColumn: 4, lastColumn: 4 });
  });

  it.each([
    ...['=1+1', '+84 912 345 678', '-5', '@SUM(A1)', '\t=1', '\n=1', '=cmd|calc!A1'],
    ...[
      '＝1',
      '＋84',
      '－5',
      '＠SUM(A1)',
      '_x0041_',
      '_x0041_x0042_',
      '011080001234',
      '1e5',
      'TRUE',
    ],
  ])('writes %j as text, never as a formula or a number', async (text) => {
    const cell = at(await written(aSheet({ rows: [cells(1, null, null, text)] })), 4, 4);
    expect(cell).toMatchObject({ kind: 'text', text, formula: false });
  });

  it('reads a carriage return again as the end of a line', async () => {
    const cell = at(await written(aSheet({ rows: [cells(1, null, null, '\r=1+1')] })), 4, 4);
    expect(cell).toMatchObject({ kind: 'text', text: '\n=1+1', formula: false });
  });

  it('writes no formula and types every text, wherever it stands', async () => {
    const text = '=1+1';
    const sheet = aSheet({
      title: text,
      notice: [text],
      agency: { superior: text, name: text },
      columns: [{ label: text }, { label: `${text} ` }],
      rows: [{ kind: 'section', text }, cells(text, text)],
      signature: { placeAndDay: text, signers: [{ title: text, name: text }] },
    });
    const stamp = { mark: text, text };
    const bytes = await writeWorkbook({ sheets: [sheet], createdAt, stamp });
    const xml = await sheetXmlOf(bytes);
    expect(xml).not.toMatch(/<f[ >/]/);
    const filled = xml.match(/<c [^>]*><(?:v|is)>/g) ?? [];
    expect(filled.length).toBeGreaterThan(10);
    for (const cell of filled) expect(cell).toMatch(/ t="(?:s|inlineStr)"/);
  });

  it('writes full days as dates, months and years as text, and no day that Excel has not', async () => {
    const rows = ['1980-05-12', '1980-05', '1980', '1899-12-31', 'khoảng 1980'];
    const sheet = await written(aSheet({ rows: rows.map((day) => cells(1, day)) }));
    expect(rows.map((_day, index) => at(sheet, 4 + index, 2))).toMatchObject([
      { kind: 'date', value: '1980-05-12', format: 'dd/mm/yyyy' },
      { kind: 'text', text: '05/1980' },
      { kind: 'text', text: '1980' },
      { kind: 'text', text: '31/12/1899' },
      { kind: 'text', text: 'khoảng 1980' },
    ]);
  });

  it('merges a section over the width and keeps numbers and marks', async () => {
    const sheet = await written(
      aSheet({ rows: [{ kind: 'section', text: 'I. Khối Đảng' }, cells(3.33, null, null, true)] }),
    );
    expect(sheet.merges).toContainEqual({ firstRow: 4, lastRow: 4, firstColumn: 1, lastColumn: 4 });
    expect(at(sheet, 4, 1)?.text).toBe('I. Khối Đảng');
    expect(at(sheet, 5, 1)).toMatchObject({ kind: 'number', value: 3.33 });
    expect(at(sheet, 5, 4)?.text).toBe('x');
  });

  it('puts agency, motto, title and notice above, signers below', async () => {
    const sheet = await written(
      aSheet({
        agency: { superior: 'UBND TỈNH ĐIỆN BIÊN', name: 'SỞ NỘI VỤ' },
        title: 'DANH SÁCH',
        notice: ['Số liệu minh họa'],
        rows: [cells(1)],
        signature: { signers: [{ title: 'NGƯỜI LẬP' }, { title: 'GIÁM ĐỐC', name: 'A' }] },
      }),
    );
    expect(sheet.rows.slice(0, 4).map((row) => row.cells.map((cell) => cell.text))).toEqual([
      ['UBND TỈNH ĐIỆN BIÊN', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'],
      ['SỞ NỘI VỤ', 'Độc lập – Tự do – Hạnh phúc'],
      ['DANH SÁCH'],
      ['Số liệu minh họa'],
    ]);
    expect(sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text))).toContain('GIÁM ĐỐC');
    expect(new Set(sheet.rows.flatMap((row) => row.cells.map((cell) => cell.font)))).toEqual(
      new Set(['Times New Roman']),
    );
  });

  it('makes names that Excel accepts and tells equal ones apart', async () => {
    const names = ['Xã A/B', 'xã a b', 'Một tên sheet dài hơn ba mươi mốt ký tự'];
    const bytes = await writeWorkbook({ sheets: names.map((name) => aSheet({ name })), createdAt });
    expect((await readWorkbook(bytes)).sheets.map((sheet) => sheet.name)).toEqual([
      'Xã A B',
      'xã a b (2)',
      'Một tên sheet dài hơn ba mươi m',
    ]);
  });

  it('gives equal bytes for equal content', async () => {
    const spec = { sheets: [aSheet({ rows: [cells(1, '1980-05-12')] })], createdAt };
    const first = await writeWorkbook(spec);
    await new Promise((resolve) => setTimeout(resolve, 2_100));
    expect((await writeWorkbook(spec)).equals(first)).toBe(true);
  });

  it('refuses a number that is none', async () => {
    const sheets = [aSheet({ rows: [cells(Number.NaN)] })];
    await expect(writeWorkbook({ sheets, createdAt })).rejects.toThrow(RangeError);
  });

  it('gives back any text through the reader, without what XML cannot hold', async () => {
    const any = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
      fc
        .array(fc.constantFrom('_', 'x', '0041', '_x005F_', '&', '<', ']]>'))
        .map((all) => all.join('')),
    );
    const before = fc.constantFrom('', '=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠');
    await fc.assert(
      fc.asyncProperty(before, any, async (first, rest) => {
        const text = first + rest;
        const cell = at(await written(aSheet({ rows: [cells(1, null, null, text)] })), 4, 4);
        expect(cell?.text ?? '').toBe(withoutUnprintable(text.normalize('NFC')));
        expect(cell?.kind ?? 'text').toBe('text');
      }),
      { numRuns: 150 },
    );
  });
});
