import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromBufferPromise } from 'yauzl';
import { columnLetters } from '../cell-reference.js';
import { parseXml } from '../xml-events.js';
import { openParts } from '../zip-parts.js';
import { DEFAULT_LIMITS } from '../limits.js';
import { VALUES_SHEET } from '../value-lists.js';
import { readWorkbook } from '../xlsx-reader.js';
import type { Workbook } from '../workbook.js';
import { batchMarkOf } from './batch-mark.js';
import { canPatch } from './can-patch.js';
import type { WorkbookMarks } from './marks.js';
import { ISSUE_SHEET, isOwnSheet } from './own-sheets.js';
import { markedWorkbook, patchWorkbook, type PatchedWorkbook } from './patch-workbook.js';
import { plainCopy } from './plain-copy.js';

const FIXTURES = new URL('../../../test/fixtures/', import.meta.url);
const SENDERS = ['sender-openpyxl.xlsx', 'sender-libreoffice.xlsx'];
const SHEET = 'Trích ngang';

const MARKS: WorkbookMarks = {
  mark: 'batch/7',
  issues: [
    issue(4, 'C', 'error', 'Không có ngày 31/2.'),
    issue(4, 'E', 'warning', 'Đơn vị lấy từ ô gộp.', ['Xã Nà Tấu, huyện A', 'Xã Nà Nhạn']),
    issue(4, 'D', 'note', 'Ghi lại giới tính.', ['Nam', 'Nữ']),
    issue(6, 'F', 'error', 'Thiếu chức vụ.', ['Xã đội <trưởng>', 'Tư pháp']),
    issue(6, 'F', 'note', 'Xem cả dòng.'),
    issue(9, 'K', 'warning', 'Ô ở dòng và cột chưa có.'),
    issue(0, '', 'note', 'Cả trang.'),
  ],
  corrections: [
    { sheet: SHEET, row: 3, column: 'B', text: '=Lò Văn Ún & con' },
    { sheet: SHEET, row: 5, column: 'G', text: '2,99' },
    { sheet: SHEET, row: 4, column: 'E', text: 'Xã Nà Nhạn' },
    { sheet: SHEET, row: 12, column: 'A', text: 'mới' },
  ],
};

function issue(
  row: number,
  column: string,
  severity: 'error' | 'warning' | 'note',
  message: string,
  choices: readonly string[] = [],
): WorkbookMarks['issues'][number] {
  return { sheet: SHEET, row, column, severity, message, choices };
}

function fixture(name: string): Promise<Buffer> {
  return readFile(new URL(name, FIXTURES));
}

async function patched(bytes: Buffer, marks: WorkbookMarks): Promise<PatchedWorkbook> {
  const result = await patchWorkbook(bytes, marks);
  if ('refused' in result) throw new Error(result.refused.code);
  return result;
}

/** Each entry's bytes as they lie in the zip, in the order of the directory. */
async function rawEntries(bytes: Buffer): Promise<Map<string, string>> {
  const zip = await fromBufferPromise(bytes, { lazyEntries: true });
  const entries = new Map<string, string>();
  for await (const entry of zip.eachEntry()) {
    const at = entry.relativeOffsetOfLocalHeader;
    const head = 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
    const raw = bytes.subarray(at, at + head + entry.compressedSize);
    entries.set(entry.fileName, raw.toString('hex'));
  }
  return entries;
}

async function textOf(bytes: Buffer, path: string): Promise<string> {
  const parts = await openParts(bytes, DEFAULT_LIMITS);
  const chunks: Buffer[] = [];
  for await (const chunk of (await parts.open(path)) as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** What each cell with content says, by `sheet!A1`; sheets of ours left out. */
function values(book: Workbook): Map<string, string> {
  const all = new Map<string, string>();
  for (const { name, rows } of book.sheets)
    if (!isOwnSheet(name))
      for (const { row, cells } of rows)
        for (const { column, kind, text, format, font, formula } of cells)
          all.set(
            `${name}!${columnLetters(column)}${row}`,
            [kind, text, format, font, formula].join('|'),
          );
  return all;
}

describe.each(SENDERS)('patchWorkbook of %s', (name) => {
  it('leaves every part that it does not touch byte for byte, in its place', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    const before = await rawEntries(bytes);
    const after = await rawEntries((await patched(bytes, MARKS)).bytes);
    const changed = [...before].filter(([path, raw]) => after.get(path) !== raw);
    const expected = [/^\[Content/, /^_rels/, /workbook\.xml$/, /workbook\.xml\.rels$/, /styles/];
    const touched = [...expected, /sheet1\.xml$/, /comment/i, /vmlDrawing/, /custom\.xml/];
    expect(changed.filter(([path]) => !touched.some((each) => each.test(path)))).toEqual([]);
    expect([...after.keys()].slice(0, before.size)).toEqual([...before.keys()]);
    expect(before.size - changed.length).toBeGreaterThan(4);
  });

  it('changes no character of the sheet outside of marked cells and what it adds', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    const before = await textOf(bytes, 'xl/worksheets/sheet1.xml');
    const after = await textOf((await patched(bytes, MARKS)).bytes, 'xl/worksheets/sheet1.xml');
    expect(after).not.toBe(before);
    expect(withoutMarks(after)).toBe(withoutMarks(before));
  });

  it('changes no cell but those corrected, whose text is text', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    const before = values(await readWorkbook(bytes));
    const after = values(await readWorkbook((await patched(bytes, MARKS)).bytes));
    const different = [...after].filter(([cell, text]) => before.get(cell) !== text);
    expect(different.map(([cell, text]) => [cell, text.split('|').slice(0, 2).join('|')])).toEqual([
      [`${SHEET}!B3`, 'text|=Lò Văn Ún & con'],
      [`${SHEET}!G5`, 'text|2,99'],
      [`${SHEET}!A12`, 'text|mới'],
    ]);
    expect([...before.keys()].filter((cell) => !after.has(cell))).toEqual([]);
  });

  it('does not write into a merged cell of two rows, and says so', async () => {
    const { notWritten } = await patched(await fixture(`ok/sheet/${name}`), MARKS);
    expect(notWritten).toEqual([MARKS.corrections[2]]);
  });

  it('lists every issue with a link, and the values of drop-downs on a hidden sheet', async () => {
    const { bytes } = await patched(await fixture(`ok/sheet/${name}`), MARKS);
    const book = await readWorkbook(bytes);
    expect(book.sheets.map((sheet) => [sheet.name, sheet.state])).toEqual([
      [SHEET, 'visible'],
      ['Ghi chú riêng', 'visible'],
      [VALUES_SHEET, 'hidden'],
      [ISSUE_SHEET, 'visible'],
    ]);
    const rows = book.sheets.at(-1)?.rows.map(({ cells }) => cells.map(({ text }) => text)) ?? [];
    expect(rows.slice(4)).toHaveLength(MARKS.issues.length);
    expect(rows[4]).toEqual(['1', 'Lỗi', SHEET, 'C4', 'Không có ngày 31/2.']);
    const own = await textOf(bytes, 'xl/worksheets/sheet4.xml');
    expect(own).toContain(`location="'${SHEET}'!C4"`);
  });

  it('colours a cell and keeps its border, font and number format', async () => {
    const { bytes } = await patched(await fixture(`ok/sheet/${name}`), MARKS);
    const styles = await textOf(bytes, 'xl/styles.xml');
    const sheet = await textOf(bytes, 'xl/worksheets/sheet1.xml');
    const lists = await itemsOf(styles);
    const style = (cell: string): Record<string, string> =>
      lists.xfs[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(sheet)?.[1])] ?? {};
    expect(lists.fills[Number(style('C4')['fillId'])]).toBe('FFFFC7C9');
    expect(lists.fills[Number(style('F6')['fillId'])]).toBe('FFFFC7C9');
    expect(lists.fills[Number(style('K9')['fillId'])]).toBe('FFFFE9A6');
    for (const key of ['numFmtId', 'fontId', 'borderId'])
      expect(style('C4')[key]).toBe(style('C5')[key]);
    expect(lists.counts.every(([said, counted]) => said === counted)).toBe(true);
  });

  it('keeps the notes of the sender and continues one on a faulty cell', async () => {
    const { bytes } = await patched(await fixture(`ok/sheet/${name}`), MARKS);
    const path = await notesPath(bytes);
    const notes = await notesOf(bytes, path);
    expect(notes.get('B3')).toBe('Hỏi lại đồng chí này & <chi bộ>');
    expect(notes.get('F6')).toBe('còn thiếu\n— Bố Trí: Thiếu chức vụ.\nXem cả dòng.');
    expect(notes.get('C4')).toBe('Bố Trí:\nKhông có ngày 31/2.');
    expect(notes.get('E3')).toBe('Bố Trí:\nĐơn vị lấy từ ô gộp.');
    expect([...notes.keys()].sort()).toEqual(['B3', 'C4', 'D4', 'E3', 'F6', 'K9']);
  });

  it('gives a drop-down where the sender has no check', async () => {
    const { bytes } = await patched(await fixture(`ok/sheet/${name}`), MARKS);
    const sheet = await textOf(bytes, 'xl/worksheets/sheet1.xml');
    const ours = [...sheet.matchAll(/sqref="([^"]*)"><formula1>('Bố Trí[^<]*)</g)];
    expect(ours.map(([, cells, source]) => [cells, source])).toEqual([
      ['E3', `'${VALUES_SHEET}'!$A$1:$A$2`],
      ['F6', `'${VALUES_SHEET}'!$C$1:$C$2`],
    ]);
    expect(sheet).toMatch(/(?:"|&quot;)Nam,/);
  });

  it('carries its mark, and a later one replaces it', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    expect(await batchMarkOf(bytes)).toBeNull();
    const once = await patched(bytes, MARKS);
    expect(await batchMarkOf(once.bytes)).toBe('batch/7');
    const twice = await patched(once.bytes, { ...MARKS, mark: 'batch/8 & <x>' });
    expect(await batchMarkOf(twice.bytes)).toBe('batch/8 & <x>');
  });

  it('marked a second time has only the marks of the second', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    const { bytes: once } = await patched(bytes, { ...MARKS, corrections: [] });
    const second = { ...MARKS, corrections: [], issues: [issue(5, 'C', 'note', 'Xem lại.')] };
    const { bytes: twice } = await patched(once, second);
    const path = await notesPath(twice);
    const notes = await notesOf(twice, path);
    expect(notes.get('F6')).toBe('còn thiếu');
    expect([...notes.keys()].sort()).toEqual(['B3', 'C5', 'F6']);
    expect(await textOf(twice, 'xl/worksheets/sheet1.xml')).not.toContain('errorTitle="Bố Trí"');
    const book = await readWorkbook(twice);
    expect(book.sheets).toHaveLength(4);
    expect(book.sheets.at(-1)?.rows).toHaveLength(5);
    expect(values(book)).toEqual(values(await readWorkbook(bytes)));
    const { fills, xfs } = await itemsOf(await textOf(twice, 'xl/styles.xml'));
    const sheet = await textOf(twice, 'xl/worksheets/sheet1.xml');
    const coloured = [...sheet.matchAll(/<c r="(\w+)" s="(\d+)"/g)].flatMap(([, cell, style]) => {
      const fill = fills[Number(xfs[Number(style)]?.['fillId'])] ?? '';
      return ['FFFFC7C9', 'FFFFE9A6', 'FFDCEBF9'].includes(fill) ? [cell] : [];
    });
    expect(coloured).toEqual(['C5']);
  });

  it('whatever is marked and corrected changes no other cell', async () => {
    const bytes = await fixture(`ok/sheet/${name}`);
    const before = values(await readWorkbook(bytes));
    const cell = fc.record({
      row: fc.integer({ min: 1, max: 30 }),
      column: fc.integer({ min: 1, max: 12 }),
    });
    const marks = fc.array(
      fc.tuple(cell, fc.option(fc.string({ unit: 'binary' }), { nil: null })),
      {
        maxLength: 12,
      },
    );
    await fc.assert(
      fc.asyncProperty(marks, async (chosen) => {
        const places = chosen.map(([{ row, column }, text]) => ({
          row,
          column: columnLetters(column),
          text,
        }));
        const { bytes: after } = await patched(bytes, {
          mark: 'm',
          issues: places.map(({ row, column, text }) => issue(row, column, 'error', text ?? 'sai')),
          corrections: places.flatMap(({ row, column, text }) =>
            text === null ? [] : [{ sheet: SHEET, row, column, text }],
          ),
        });
        const found = values(await readWorkbook(after));
        const corrected = new Set(
          places
            .filter(({ text }) => text !== null)
            .map(({ row, column }) => `${SHEET}!${column}${row}`),
        );
        const different = [...before.keys(), ...found.keys()].filter(
          (key) => before.get(key) !== found.get(key) && !corrected.has(key),
        );
        expect(different).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('patchWorkbook of a workbook with prefixes, a conversation and a chain of calculation', () => {
  const marks: WorkbookMarks = {
    mark: 'b',
    issues: [
      { sheet: 'Tờ 1', row: 2, column: 'A', severity: 'error', message: 'Sai tên.' },
      { sheet: 'Tờ 1', row: 3, column: 'C', severity: 'error', message: 'Thiếu.', choices: ['X'] },
      { sheet: 'Tờ 1', row: 5, column: 'E', severity: 'note', message: 'Dòng mới.' },
      { sheet: 'Tờ 1', row: 6, column: 'F', severity: 'note', message: 'Dòng rỗng.' },
    ],
    corrections: [
      { sheet: 'Tờ 1', row: 2, column: 'B', text: '1981' },
      { sheet: 'Tờ 1', row: 2, column: 'D', text: 'hai' },
    ],
  };

  it('writes tags with the prefix, rows and cells in order, with the style of row and column', async () => {
    const { bytes } = await patched(await fixture('ok/sheet/sender-excel.xlsx'), marks);
    const sheet = await textOf(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<x:c r="C3" s="2"/></x:row>\n<x:row r="5"><x:c r="E5" s="3"/></x:row>',
    );
    expect(sheet).toContain('<x:row r="6"><x:c r="F6" s="4"/></x:row>');
    expect(sheet).toContain('<x:dimension ref="A1:F6"/>');
    const styles = await textOf(bytes, 'xl/styles.xml');
    expect(styles).toContain(
      '<x:xf numFmtId="14" fontId="0" fillId="1" borderId="0" applyNumberFormat="1" applyFill="1"><x:alignment wrapText="1"/></x:xf>',
    );
    await parseXml(
      await openParts(bytes, DEFAULT_LIMITS).then((parts) =>
        parts.open('xl/worksheets/sheet1.xml'),
      ),
      {
        open() {},
        close() {},
        text() {},
      },
    );
  });

  it('keeps a formula that other cells stand on, and drops the chain for one that went', async () => {
    const { bytes, notWritten } = await patched(await fixture('ok/sheet/sender-excel.xlsx'), marks);
    expect(notWritten).toEqual([marks.corrections[0]]);
    const entries = await rawEntries(bytes);
    expect(entries.has('xl/calcChain.xml')).toBe(false);
    for (const path of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
      expect(await textOf(bytes, path)).not.toContain('calcChain');
    expect(await textOf(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<x:f t="shared" ref="B2:B3" si="0">',
    );
  });

  it('keeps the chain where no formula went', async () => {
    const { bytes } = await patched(await fixture('ok/sheet/sender-excel.xlsx'), {
      ...marks,
      corrections: [],
    });
    expect((await rawEntries(bytes)).has('xl/calcChain.xml')).toBe(true);
  });

  it('leaves a conversation and its box as they are', async () => {
    const { bytes } = await patched(await fixture('ok/sheet/sender-excel.xlsx'), marks);
    const notes = await notesOf(bytes, 'xl/comments1.xml');
    expect(notes.get('A2')).toBe('[Threaded comment] Hỏi lại');
    const boxes = await textOf(bytes, 'xl/drawings/vmlDrawing1.vml');
    expect(boxes).toContain('<div>a<br></div>');
    expect(boxes.match(/_x0000_s\d+/g)).toEqual(
      [1025, 1026, 1027, 1028].map((id) => `_x0000_s${id}`),
    );
  });

  it("keeps the sender's own properties beside the mark", async () => {
    const { bytes } = await patched(await fixture('ok/sheet/sender-excel.xlsx'), marks);
    const properties = await textOf(bytes, 'docProps/custom.xml');
    expect(properties).toContain('Nội vụ');
    expect(properties).toContain('pid="3" name="BoTriBatch"');
    expect(await batchMarkOf(bytes)).toBe('b');
  });
});

describe('patchWorkbook', () => {
  it('writes equal bytes for equal marks', async () => {
    const bytes = await fixture('ok/sheet/sender-openpyxl.xlsx');
    const [one, two] = [await patched(bytes, MARKS), await patched(bytes, MARKS)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
  });

  it('gives styles to a workbook that has none', async () => {
    const bytes = await fixture('ok/sheet/excel-forms.xlsx');
    const marks = {
      sheet: 'Tờ 1',
      row: 1,
      column: 'A',
      severity: 'error',
      message: 'Sai.',
    } as const;
    const result = await patched(bytes, { mark: 'b', issues: [marks], corrections: [] });
    expect((await itemsOf(await textOf(result.bytes, 'xl/styles.xml'))).fills).toContain(
      'FFFFC7C9',
    );
    expect((await readWorkbook(result.bytes)).sheets[0]?.rows[0]?.cells[0]?.text).toBe(' Lò Văn ');
  });
});

describe('markedWorkbook', () => {
  it('gives the workbook itself where it can be marked', async () => {
    const bytes = await fixture('ok/sheet/sender-openpyxl.xlsx');
    const { refused, ...result } = await markedWorkbook(bytes, MARKS);
    expect(refused).toBeNull();
    expect(result).toEqual(await patchWorkbook(bytes, MARKS));
  });

  it('else a copy of all its texts with the same marks, and says why', async () => {
    const bytes = await fixture('not-ok/sheet/patch-signed.xlsx');
    const marks = {
      sheet: 'Tờ 1',
      row: 1,
      column: 'B',
      severity: 'error',
      message: 'Thiếu.',
    } as const;
    const result = await markedWorkbook(bytes, { mark: 'b', issues: [marks], corrections: [] });
    expect(result.refused?.code).toBe('patch.signed');
    const book = await readWorkbook(result.bytes);
    expect(
      book.sheets[0]?.rows.map(({ row, cells }) => [row, cells.map(({ text }) => text)]),
    ).toEqual([[1, ['1']]]);
    expect((await notesOf(result.bytes, 'xl/comments1.xml')).get('B1')).toBe('Bố Trí:\nThiếu.');
    expect(await batchMarkOf(result.bytes)).toBe('b');
  });

  it.each(['kinds-libreoffice.xlsx', 'roster-openpyxl.xlsx'])(
    'copies every text of %s to its place, merged cells too',
    async (name) => {
      const book = await readWorkbook(await fixture(`ok/sheet/${name}`));
      const copy = await readWorkbook(plainCopy(book));
      const texts = ({ sheets }: Workbook): unknown =>
        sheets.map((sheet) => [
          sheet.name,
          sheet.merges,
          sheet.rows.map(({ row, cells }) => [
            row,
            cells.filter(({ text }) => text !== '').map(({ column, text }) => [column, text]),
          ]),
        ]);
      expect(texts(copy)).toEqual(texts(book));
      for (const { rows } of copy.sheets)
        for (const { cells } of rows) for (const cell of cells) expect(cell.kind).toBe('text');
    },
  );
});

describe('canPatch', () => {
  it.each([...SENDERS, 'sender-excel.xlsx', 'excel-forms.xlsx', 'roster-libreoffice.xlsx'])(
    'takes %s',
    async (name) => {
      expect(await canPatch(await fixture(`ok/sheet/${name}`))).toBeNull();
    },
  );

  it.each([
    ['not-ok/sheet/patch-signed.xlsx', 'patch.signed'],
    ['not-ok/sheet/patch-strict.xlsx', 'patch.strict'],
    ['not-ok/sheet/patch-protected.xlsx', 'patch.protected'],
    ['ok/sheet/utf-16.xlsx', 'patch.encoding'],
    ['ok/sheet/no-references.xlsx', 'patch.unusual'],
  ])('refuses %s and says why', async (name, code) => {
    const bytes = await fixture(name);
    expect(await canPatch(bytes)).toMatchObject({ code });
    expect(await patchWorkbook(bytes, MARKS)).toMatchObject({ refused: { code } });
  });
});

/** A sheet without the cells that `MARKS` touches, our rows and checks, and the figures that grow with them. */
function withoutMarks(sheet: string): string {
  return sheet
    .replace(/<c r="(?:B3|E3|C4|D4|F6|G5)"[^>]*?(?:\/>|>.*?<\/c>)/g, '')
    .replace(/<row r="(?:9|12)"><c r="(?:K9|A12)".*?<\/row>/g, '')
    .replace(/<dataValidation type="list" [^>]*errorTitle="Bố Trí".*?<\/dataValidation>/g, '')
    .replace(/(<dataValidations) count="\d+"/g, '$1')
    .replace(/<dimension [^>]*>/g, '');
}

/** The part that holds the notes of the first sheet. */
async function notesPath(bytes: Buffer): Promise<string> {
  const paths = [...(await rawEntries(bytes)).keys()];
  return paths.find((each) => /comments?1\.xml$/.test(each)) ?? '';
}

async function notesOf(bytes: Buffer, path: string): Promise<Map<string, string>> {
  const notes = new Map<string, string>();
  const parts = await openParts(bytes, DEFAULT_LIMITS);
  let cell = '';
  await parseXml(await parts.open(path), {
    open(name, attributes) {
      if (name === 'comment') cell = attributes['ref'] ?? '';
      if (name === 'comment') notes.set(cell, '');
    },
    text(text) {
      if (cell !== '') notes.set(cell, (notes.get(cell) ?? '') + text);
    },
    close(name) {
      if (name === 'comment') cell = '';
    },
  });
  return notes;
}

/** Fills by their colour, cell styles by their attributes, and what the lists say of their own length. */
async function itemsOf(styles: string): Promise<{
  readonly fills: readonly string[];
  readonly xfs: readonly Record<string, string>[];
  readonly counts: readonly (readonly [number, number])[];
}> {
  const fills: string[] = [];
  const xfs: Record<string, string>[] = [];
  const said = new Map<string, number>();
  let list = '';
  const { Readable } = await import('node:stream');
  await parseXml(Readable.from([Buffer.from(styles)]), {
    open(name, attributes) {
      if (name === 'fills' || name === 'cellXfs') {
        list = name;
        said.set(name, Number(attributes['count']));
      }
      if (name === 'fill' && list === 'fills') fills.push('');
      if (name === 'fgColor' && list === 'fills') fills[fills.length - 1] = attributes['rgb'] ?? '';
      if (name === 'xf' && list === 'cellXfs') xfs.push(attributes);
    },
    close(name) {
      if (name === list) list = '';
    },
    text() {},
  });
  return {
    fills,
    xfs,
    counts: [
      [said.get('fills') ?? -1, fills.length],
      [said.get('cellXfs') ?? -1, xfs.length],
    ],
  };
}
