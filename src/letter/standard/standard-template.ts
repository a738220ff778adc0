import { EMPTY_ZIP, editZip } from '../../sheet/patch/zip-edit.js';
import type { LetterKind } from '../letter.js';
import { columnsXml, paragraphXml, type Line } from './paragraphs.js';
import { bodyOf } from './wording.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

/** Widths of the two columns, in twentieths of a point: 16 cm between the margins. */
const COLUMNS: readonly [number, number] = [3970, 5386];

/**
 * The template that stands until the province sends its own: the layout of an administrative decision.
 *
 * @source Decree 30/2020/NĐ-CP, appendix I: A4, margins of 20 mm, left 30 mm, right 15 to 20 mm, Times New Roman; head in two
 * columns, place and day in italics, title, bases in italics, articles, recipients and signature in two columns
 */
export function standardTemplate(kind: LetterKind): Buffer {
  const written = new Map<string, string>([
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relations('officeDocument', 'word/document.xml')],
    ['word/document.xml', documentXml(kind)],
    ['word/_rels/document.xml.rels', relations('styles', 'styles.xml')],
    ['word/styles.xml', STYLES],
  ]);
  return editZip(EMPTY_ZIP, {
    written: new Map([...written].map(([path, xml]) => [path, Buffer.from(xml, 'utf8')])),
    removed: new Set(),
  });
}

const CONTENT_TYPES = `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${TYPE}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${TYPE}.styles+xml"/></Types>`;

const STYLES = `${DECLARATION}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:eastAsia="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="28"/><w:lang w:val="vi-VN"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style></w:styles>`;

function relations(type: string, target: string): string {
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/${type}" Target="${target}"/></Relationships>`;
}

function documentXml(kind: LetterKind): string {
  const body = [
    columnsXml([HEAD, NUMBER_AND_DAY], COLUMNS),
    ...bodyOf(kind).map(paragraphXml),
    columnsXml([foot(kind)], COLUMNS),
  ].join('');
  const page = `<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>`;
  // A table at the very end needs a paragraph behind it.
  const last = paragraphXml({ text: '', size: 2 });
  return `${DECLARATION}<w:document xmlns:w="${WORD}"><w:body>${body}${last}${page}</w:body></w:document>`;
}

const centred = (text: string, more: Partial<Line> = {}): Line => ({
  text,
  centred: true,
  size: 13,
  ...more,
});

const HEAD: readonly [readonly Line[], readonly Line[]] = [
  [
    centred('{co_quan_cap_tren}'),
    centred('{co_quan}', { bold: true }),
    centred('________', { size: 10 }),
  ],
  [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { bold: true, size: 12 }),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true }),
    centred('__________________', { size: 10 }),
  ],
];

const NUMBER_AND_DAY: readonly [readonly Line[], readonly Line[]] = [
  [
    centred('Số: {so_quyet_dinh}'),
    centred('{#do_mat}'),
    centred('{do_mat}', { bold: true }),
    centred('{/do_mat}'),
  ],
  [centred('{noi_ban_hanh}, ngày {ngay} tháng {thang} năm {nam}', { italic: true })],
];

function foot(kind: LetterKind): readonly [readonly Line[], readonly Line[]] {
  const unit = kind === 'leaving' ? '{don_vi_cu}' : '{don_vi_moi}';
  const small = (text: string): Line => ({ text, size: 11 });
  return [
    [
      { text: 'Nơi nhận:', bold: true, italic: true, size: 12 },
      small('- Như Điều 3;'),
      small(`- ${unit};`),
      small('- Lưu: VT, hồ sơ.'),
    ],
    [
      centred('{chuc_danh_ky}', { bold: true, size: 14 }),
      ...Array.from({ length: 4 }, () => centred('')),
      centred('{nguoi_ky}', { bold: true, size: 14 }),
    ],
  ];
}
