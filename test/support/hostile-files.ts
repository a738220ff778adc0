import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { projectRoot } from '../../src/shared/project-root.js';
import type { Workbook } from '../../src/sheet/workbook.js';
import {
  partsOf,
  rawWorkbook,
  relationship,
  relationsXml,
  rowsXml,
  sheetXml,
  stringsXml,
  type RawWorkbook,
} from './raw-workbook.js';
import { zipOf, type ZipPart } from './zip-builder.js';

/** A file that somebody made to do harm, and what becomes of it: refused with a code, or read as it should be. */
export interface HostileFile {
  readonly name: string;
  readonly make: () => Buffer;
  readonly refused?: { readonly code: string; readonly words: string };
  /** For what is harmless: throws where the reading is not right. */
  readonly read?: (workbook: Workbook) => void;
}

const MEBIBYTE = 1_048_576;
const SHEET = 'xl/worksheets/sheet1.xml';
const STORED_NAMES = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];

function refused(name: string, code: string, words: string, make: () => Buffer): HostileFile {
  return { name, make, refused: { code: `sheet.${code}`, words } };
}

function read(name: string, make: () => Buffer, check: (workbook: Workbook) => void): HostileFile {
  return { name, make, read: check };
}

function book(more: RawWorkbook): () => Buffer {
  return () => rawWorkbook(more);
}

/** A good workbook with one more entry. */
function withPart(part: ZipPart): () => Buffer {
  return book({ parts: [part] });
}

/** The sheet's entry of a good workbook, otherwise than it should be. */
function withSheet(more: Partial<ZipPart>): () => Buffer {
  const content = sheetXml(rowsXml([['Lò Văn A']]));
  return withPart({ path: SHEET, content, ...more });
}

function fixture(name: string): () => Buffer {
  return () => readFileSync(join(projectRoot(), 'test/fixtures/not-ok/sheet', name));
}

function cellsOf({ sheets }: Workbook): number {
  return sheets.flatMap(({ rows }) => rows).reduce((sum, { cells }) => sum + cells.length, 0);
}

function must(claim: boolean, what: string): void {
  if (!claim) throw new Error(what);
}

function texts({ sheets }: Workbook): string[] {
  return sheets.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map((cell) => cell.text)));
}

const ROSTER_LABELS = ['Họ và tên', 'Ngày sinh', 'Giới tính', 'Chức vụ', 'Đơn vị', 'Ghi chú'];

function personOf(title: string): string[] {
  return ['Lò Văn A', '12/03/1980', 'Nam', title, 'Xã Nà Tấu', 'a'];
}

/** A roster of legal rows, as many as make a fault of it. */
function rosterBook(times: number, rowsAt: (at: number) => string[][]): Buffer {
  const rows = Array.from({ length: times }, (_none, at) => rowsAt(at)).flat();
  return rawWorkbook({ sheet: rowsXml([ROSTER_LABELS, ...rows]) });
}

function dtd(content: string): string {
  return `<!DOCTYPE r [${content}]>`;
}

const CONTAINERS: readonly HostileFile[] = [
  refused('declares 4 GB', 'too-large', 'giải nén', withSheet({ claimedBytes: 0xfffffffe })),
  refused(
    'declares a terabyte in 64 bits',
    'too-large',
    'giải nén',
    withSheet({ claimedBytes: 2 ** 40, zip64: true }),
  ),
  refused('unpacks to more than it says', 'too-large', 'đã khai', () => {
    const content = sheetXml(`<sheetData>${' '.repeat(100 * MEBIBYTE)}</sheetData>`);
    return withSheet({ content, claimedBytes: 1_000 })();
  }),
  refused(
    'unpacks to less than it says',
    'damaged',
    'mã kiểm tra',
    withSheet({ claimedBytes: 9_999 }),
  ),
  refused('a wrong checksum', 'damaged', 'mã kiểm tra', withSheet({ claimedCrc: 1 })),
  refused('entries that share their bytes', 'unsafe-container', 'hai tên', () =>
    zipOf([
      ...partsOf(),
      ...Array.from({ length: 500 }, (_none, index) => ({
        path: `xl/media/${index}.png`,
        content: '',
        sameAs: 4,
      })),
    ]),
  ),
  refused('entries that overlap', 'unsafe-container', 'chồng lên nhau', () =>
    withOverlap(zipOf(partsOf())),
  ),
  refused('one path twice', 'unsafe-container', 'hai lần', () =>
    zipOf([...partsOf(), { path: 'XL/Workbook.xml', content: '<workbook/>' }]),
  ),
  refused('2,001 entries', 'too-large', 'mục trong tệp nén', () =>
    zipOf(
      Array.from({ length: 2_001 }, (_none, index) => ({ path: `a/${index}.xml`, content: '' })),
    ),
  ),
  refused('promises 60,000 entries and has none of them', 'too-large', 'mục trong tệp nén', () =>
    zipOf(partsOf(), 60_000),
  ),
  refused('promises one entry more', 'damaged', 'mục lục', () => zipOf(partsOf(), 6)),
  ...(
    [
      ['a path upwards', '../../etc/passwd'],
      ['an absolute path', '/etc/passwd'],
      ['a path of Windows', 'xl\\..\\..\\system.ini'],
      ['a drive', 'C:/system.ini'],
      ['a path with a zero byte', 'xl/a\u0000.xml'],
      ['a path of 600 characters', `xl/${'a'.repeat(600)}.xml`],
    ] as const
  ).map(([name, path]) =>
    refused(name, 'unsafe-container', 'đường dẫn', withPart({ path, content: 'x' })),
  ),
  refused(
    'a link',
    'unsafe-container',
    'liên kết',
    withPart({ path: 'xl/link.xml', content: '/etc/passwd', unixMode: 0o120777 }),
  ),
  refused(
    'a device',
    'unsafe-container',
    'liên kết',
    withPart({ path: 'xl/pipe.xml', content: '', unixMode: 0o010644 }),
  ),
  refused('two names', 'unsafe-container', 'hai tên', withSheet({ localPath: 'xl/other.xml' })),
  ...['xl/media/bomb.zip', 'xl/embeddings/Sổ.xlsx', 'xl/embeddings/run.exe'].map((path) =>
    refused(`another file inside: ${path}`, 'nested-file', path, withPart({ path, content: 'PK' })),
  ),
  refused('an encrypted entry', 'encrypted', 'mật khẩu', withSheet({ flags: 1 })),
  refused('a hidden directory', 'encrypted', 'mật khẩu', withSheet({ flags: 0x2000 })),
  refused('AES without its flag', 'damaged', 'kiểu nén số 99', withSheet({ method: 99 })),
  refused('bzip2', 'damaged', 'kiểu nén số 12', withSheet({ method: 12 })),
];

/** The directory's last entry points a few bytes into the one before it. */
function withOverlap(zip: Buffer): Buffer {
  const start = zip.readUInt32LE(zip.length - 6);
  const records: number[] = [];
  for (let at = start; zip.readUInt32LE(at) === 0x02014b50;) {
    records.push(at);
    at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30);
  }
  const first = records[0] ?? 0;
  zip.writeUInt32LE(zip.readUInt32LE(first + 20) + 40, first + 20);
  return zip;
}

const OTHER_KINDS: readonly HostileFile[] = [
  refused('.xls', 'old-format', '.xls', fixture('old-xls-renamed.xlsx')),
  refused('a password', 'encrypted', 'mật khẩu', fixture('encrypted.xlsx')),
  refused('.ods', 'not-a-workbook', 'OpenDocument', fixture('ods-renamed.xlsx')),
  refused('.csv', 'csv', 'Từ văn bản/CSV', fixture('csv-renamed.xlsx')),
  refused('.xlsb', 'not-a-workbook', '.xlsb', () =>
    zipOf([
      {
        path: '_rels/.rels',
        content: relationsXml(relationship('r', 'officeDocument', 'xl/workbook.bin')),
      },
      { path: 'xl/workbook.bin', content: 'x' },
    ]),
  ),
  refused('.docx', 'not-a-workbook', 'Word', () =>
    zipOf([{ path: 'word/document.xml', content: '<document/>' }]),
  ),
  refused('a page of HTML', 'not-a-workbook', 'HTML', () => Buffer.from('<html><table></table>')),
  refused('XML of 2003', 'not-a-workbook', '2003', () =>
    Buffer.from('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
  ),
  refused('PDF', 'not-a-workbook', 'PDF', () => Buffer.from('%PDF-1.7')),
  refused('gzip', 'not-a-workbook', 'không nhận ra', () => gzipSync(Buffer.alloc(MEBIBYTE))),
  refused('nothing', 'not-a-workbook', 'tệp rỗng', () => Buffer.alloc(0)),
];

const CONTENT: readonly HostileFile[] = [
  refused(
    'a project of macros',
    'macros',
    'macro',
    withPart({ path: 'xl/vbaProject.bin', content: 'x' }),
  ),
  refused(
    '.xlsm renamed',
    'macros',
    'macro',
    book({ contentType: 'application/vnd.ms-excel.sheet.macroEnabled.main+xml' }),
  ),
  refused(
    'a macro sheet of 1992',
    'macros',
    'macro',
    withPart({
      path: '[Content_Types].xml',
      content:
        '<Types><Override PartName="/xl/macrosheets/sheet1.xml" ContentType="application/vnd.ms-excel.macrosheet+xml"/></Types>',
    }),
  ),
  ...(
    [
      ['another workbook', 'externalLinkPath', 'file:///C:/luong.xlsx'],
      ['a picture elsewhere', 'image', 'https://example.com/a.png'],
      ['a template elsewhere', 'attachedTemplate', 'https://example.com/a.dotm'],
      ['an object elsewhere', 'oleObject', 'file://example.com/share/a.doc'],
    ] as const
  ).map(([name, type, target]) =>
    refused(
      `needs ${name}`,
      'external-link',
      target,
      withPart({
        path: 'xl/worksheets/_rels/sheet1.xml.rels',
        content: relationsXml(relationship('rId1', type, target, 'External')),
      }),
    ),
  ),
  refused(
    'asks a program (DDE)',
    'external-link',
    'externalLinks/externalLink1.xml',
    book({
      relations: relationship('rId5', 'externalLink', 'externalLinks/externalLink1.xml'),
      parts: [{ path: 'xl/externalLinks/externalLink1.xml', content: '<externalLink/>' }],
    }),
  ),
  read(
    'a mail address as a link',
    withPart({
      path: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: relationsXml(relationship('rId1', 'hyperlink', 'mailto:a@example.com', 'External')),
    }),
    (workbook) => must(cellsOf(workbook) === 1, 'one cell'),
  ),
  refused(
    'a part outside of the container',
    'damaged',
    'thiếu phần',
    withPart({
      path: 'xl/_rels/workbook.xml.rels',
      content: relationsXml(relationship('rId1', 'worksheet', '../../../etc/passwd')),
    }),
  ),
  refused('a billion laughs', 'document-type', 'DTD', () => {
    const laughs = Array.from(
      { length: 9 },
      (_none, index) => `<!ENTITY l${index + 1} "${`&l${index};`.repeat(10)}">`,
    );
    const content = `${dtd(`<!ENTITY l0 "ha">${laughs.join('')}`)}<worksheet>&l9;</worksheet>`;
    return withSheet({ content })();
  }),
  refused(
    'an entity of a file',
    'document-type',
    'DTD',
    book({
      strings: `${dtd('<!ENTITY x SYSTEM "file:///etc/passwd">')}<sst><si><t>&x;</t></si></sst>`,
    }),
  ),
  refused(
    'a document type in UTF-16',
    'document-type',
    'DTD',
    withSheet({
      content: Buffer.from(`\ufeff<?xml version="1.0"?>${dtd('')}<worksheet/>`, 'utf16le'),
    }),
  ),
  ...['xxe', 'constructor', '__proto__', '#0', '#xD800FF', '#x110000', 'a'.repeat(200)].map(
    (entity) =>
      refused(
        `the entity ${entity.slice(0, 12)}`,
        'damaged',
        'thực thể',
        book({ sheet: rowsXml([[`&${entity};`]]) }),
      ),
  ),
  refused('an encoding that hides tags', 'damaged', 'bảng mã', () =>
    withSheet({ content: '<?xml version="1.0" encoding="UTF-7"?><worksheet/>' })(),
  ),
  refused('bytes that are no UTF-8', 'damaged', 'bảng mã', () =>
    withSheet({
      content: Buffer.concat([Buffer.from('<worksheet>'), Buffer.from([0xff, 0xfe, 0xc0])]),
    })(),
  ),
];

const MASSES: readonly HostileFile[] = [
  read(
    'a million empty rows',
    () =>
      rawWorkbook({
        sheet: `<sheetData>${Array.from({ length: 1_048_576 }, (_none, row) => `<row r="${row + 1}" ht="15"/>`).join('')}</sheetData>`,
      }),
    (workbook) => must(cellsOf(workbook) === 0, 'no cell'),
  ),
  refused('content in column 16,384', 'too-large', 'cột thứ 16384', () =>
    rawWorkbook({ sheet: '<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>' }),
  ),
  refused('content in row 1,000,000,000', 'too-large', 'dòng 1000000000', () =>
    rawWorkbook({ sheet: '<sheetData><row r="1000000000"><c><v>1</v></c></row></sheetData>' }),
  ),
  read(
    '16,384 empty columns in 200 rows',
    () =>
      rawWorkbook({
        sheet: `<sheetData>${`<row>${'<c s="1"/>'.repeat(16_384)}</row>`.repeat(200)}</sheetData>`,
      }),
    (workbook) => must(cellsOf(workbook) === 0, 'no cell'),
  ),
  refused('seven million empty cells', 'too-large', 'thẻ XML', () =>
    rawWorkbook({ sheet: `<sheetData><row>${'<c/>'.repeat(7_000_000)}</row></sheetData>` }),
  ),
  refused('two million cells', 'too-large', 'ô có nội dung', () =>
    rawWorkbook({
      sheet: `<sheetData>${`<row>${'<c><v>1</v></c>'.repeat(400)}</row>`.repeat(5_000)}</sheetData>`,
    }),
  ),
  refused('one text of 32,767 characters in 100,000 cells', 'too-large', 'ký tự', () =>
    rawWorkbook({
      strings: stringsXml(`<si><t>${'a'.repeat(32_767)}</t></si>`),
      sheet: `<sheetData>${`<row>${'<c t="s"><v>0</v></c>'.repeat(100)}</row>`.repeat(1_000)}</sheetData>`,
    }),
  ),
  refused('a hundred megabytes of different texts', 'too-large', 'ký tự dùng chung', () =>
    rawWorkbook({ strings: stringsXml(`<si><t>${'a'.repeat(30_000)}</t></si>`.repeat(3_500)) }),
  ),
  refused('two million texts', 'too-large', 'chuỗi dùng chung', () =>
    rawWorkbook({ strings: stringsXml('<si><t/></si>'.repeat(2_000_000)) }),
  ),
  refused('six hundred thousand references', 'too-large', 'C1', () =>
    rawWorkbook({ sheet: rowsXml([['a', 'b', '&amp;'.repeat(600_000)]]) }),
  ),
  refused('a text of a megabyte', 'too-large', 'A1 có', () =>
    rawWorkbook({ sheet: rowsXml([['a'.repeat(MEBIBYTE)]]) }),
  ),
  refused('a megabyte in pieces', 'too-large', 'A1 có', () =>
    rawWorkbook({ sheet: rowsXml([['a<!-- -->'.repeat(MEBIBYTE)]]) }),
  ),
  refused('an attribute of 100 megabytes', 'too-large', 'đoạn XML', () =>
    rawWorkbook({
      sheet: `<sheetData/><dataValidation sqref="${'A1:A2 '.repeat(17_000_000)}"/>`,
    }),
  ),
  refused('a comment of 100 megabytes', 'too-large', 'đoạn XML', () =>
    rawWorkbook({ sheet: `<!--${' '.repeat(100 * MEBIBYTE)}--><sheetData/>` }),
  ),
  refused('a tag of a million attributes', 'too-large', 'thuộc tính', () =>
    rawWorkbook({
      sheet: `<row ${Array.from({ length: 1_000_000 }, (_none, index) => `a${index}=""`).join(' ')}/>`,
    }),
  ),
  refused('a million tags inside each other', 'too-large', 'lồng nhau', () =>
    rawWorkbook({ sheet: '<a>'.repeat(1_000_000) }),
  ),
  read(
    'validations over whole columns',
    () =>
      rawWorkbook({
        sheet: `${rowsXml([['Lò Văn A']])}<dataValidations>${'<dataValidation type="list" sqref="A1:XFD1048576"><formula1>"a,b"</formula1></dataValidation>'.repeat(10_000)}</dataValidations>`,
      }),
    (workbook) => must(cellsOf(workbook) === 1, 'one cell'),
  ),
  read(
    'a hundred thousand times all columns hidden',
    () =>
      rawWorkbook({
        sheet: `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(100_000)}</cols>${rowsXml([['a']])}`,
      }),
    ({ sheets }) => must(sheets[0]?.hiddenColumns.length === 500, '500 columns'),
  ),
  read(
    'five thousand titles that nobody knows',
    () => rosterBook(5_000, (at) => [personOf(`Cán bộ phụ trách thôn ${at}`)]),
    ({ sheets }) => must(sheets[0]?.rows.length === 5_001, 'every row'),
  ),
  read(
    'a header over every row',
    () => rosterBook(5_000, () => [personOf('Kế toán'), ROSTER_LABELS]),
    ({ sheets }) => must(sheets[0]?.rows.length === 10_001, 'every row'),
  ),
  refused('two hundred thousand merged ranges', 'too-large', 'vùng gộp', () =>
    rawWorkbook({
      sheet: `<sheetData/><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(200_000)}</mergeCells>`,
    }),
  ),
  refused('a million cell styles', 'too-large', 'kiểu trình bày', () =>
    rawWorkbook({ styles: `<cellXfs>${'<xf numFmtId="0"/>'.repeat(1_000_000)}</cellXfs>` }),
  ),
  read(
    'a number format of a megabyte, and one of 500 decimals',
    () =>
      rawWorkbook({
        styles: `<numFmts><numFmt numFmtId="200" formatCode="${'['.repeat(MEBIBYTE)}"/><numFmt numFmtId="201" formatCode="0.${'0'.repeat(200)}"/></numFmts><cellXfs><xf numFmtId="200"/><xf numFmtId="201"/></cellXfs>`,
        sheet: '<sheetData><row><c s="0"><v>1</v></c><c s="1"><v>1</v></c></row></sheetData>',
      }),
    (workbook) => must(texts(workbook)[0] === '1', 'the number'),
  ),
  refused('three hundred sheets', 'too-large', '300 sheet', () =>
    rawWorkbook({
      sheets: Array.from(
        { length: 300 },
        (_none, index) => `<sheet name="${index}" r:id="rId1"/>`,
      ).join(''),
    }),
  ),
  refused(
    'a sheet twice under two names',
    'damaged',
    'sheet khác',
    book({ sheets: '<sheet name="A" r:id="rId1"/><sheet name="B" r:id="rId1"/>' }),
  ),
  refused(
    'two sheets of one name',
    'damaged',
    'cùng tên',
    book({ sheets: '<sheet name="A" r:id="rId1"/><sheet name="A" r:id="rId1"/>' }),
  ),
  refused('the name of a sheet of a megabyte', 'damaged', 'quá dài', () =>
    rawWorkbook({ sheets: `<sheet name="${'A'.repeat(MEBIBYTE)}" r:id="rId1"/>` }),
  ),
];

const CELLS: readonly HostileFile[] = [
  refused(
    'rows out of order',
    'damaged',
    'dòng 2 đứng sau dòng 3',
    book({
      sheet:
        '<sheetData><row r="3"><c><v>1</v></c></row><row r="2"><c><v>1</v></c></row></sheetData>',
    }),
  ),
  refused(
    'a cell twice',
    'damaged',
    'ô A1',
    book({
      sheet: '<sheetData><row><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row></sheetData>',
    }),
  ),
  ...['1e999', 'Infinity', 'NaN', '12,5', '--1'].map((value) =>
    refused(
      `the number ${value}`,
      'damaged',
      'không phải là số',
      book({ sheet: `<sheetData><row><c><v>${value}</v></c></row></sheetData>` }),
    ),
  ),
  ...['4', '-1', '1.5', '__proto__', 'length'].map((value) =>
    refused(
      `the shared text ${value}`,
      'damaged',
      'chuỗi dùng chung',
      book({
        strings: stringsXml('<si><t>a</t></si>'),
        sheet: `<sheetData><row><c t="s"><v>${value}</v></c></row></sheetData>`,
      }),
    ),
  ),
  read(
    'zero bytes, controls and halves of characters',
    book({ sheet: rowsXml([['Lò_x0000_ _xD800_Văn\u0001 A\ufffe']]) }),
    (workbook) => must(texts(workbook)[0] === 'Lò Văn A', JSON.stringify(texts(workbook))),
  ),
  read(
    'names that every object has, as labels, styles and attributes',
    book({
      sheet: `<sheetData><row constructor="1" __proto__="2"><c s="__proto__" t="inlineStr"><is><t>__proto__</t></is></c><c s="constructor" t="inlineStr"><is><t>constructor</t></is></c></row></sheetData>`,
    }),
    (workbook) => must(texts(workbook).join() === STORED_NAMES.slice(0, 2).join(), 'both'),
  ),
  refused(
    'a tag that is closed by another',
    'damaged',
    'đóng sai',
    book({ sheet: '<sheetData><row></sheetData></row>' }),
  ),
  refused(
    'text behind the end',
    'damaged',
    'thẻ gốc',
    withSheet({ content: '<worksheet/><worksheet/>' }),
  ),
];

/** A good workbook cut off at twenty places. */
const TRUNCATED: readonly HostileFile[] = Array.from({ length: 20 }, (_none, index) =>
  refused(`cut at ${index + 1} of 21 parts`, 'damaged', 'bị hỏng', () => {
    const whole = rawWorkbook({ sheet: rowsXml([['Lò Văn A', 'x'.repeat(500)]]) });
    return whole.subarray(0, Math.floor((whole.length * (index + 1)) / 21));
  }),
);

export const HOSTILE_FILES: readonly HostileFile[] = [
  ...CONTAINERS,
  ...OTHER_KINDS,
  ...CONTENT,
  ...MASSES,
  ...CELLS,
  ...TRUNCATED,
];
