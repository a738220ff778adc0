import { zipOf, type ZipPart } from './zip-builder.js';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
export const WORKBOOK_TYPE =
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml';

/** The parts of a workbook typed by hand; each may be given as it should not be. */
export interface RawWorkbook {
  /** All of `worksheet`, such as `<sheetData>…</sheetData>`. */
  readonly sheet?: string;
  /** Inside `sheets`. */
  readonly sheets?: string;
  readonly strings?: string | Buffer;
  readonly styles?: string;
  readonly contentType?: string;
  /** Beside those that are needed. */
  readonly relations?: string;
  /** Put in place of a part of the same path, or added. */
  readonly parts?: readonly ZipPart[];
}

export function sheetXml(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${content}</worksheet>`;
}

/** Rows of inline texts from row 1, column A. */
export function rowsXml(rows: readonly (readonly string[])[]): string {
  const cell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  return `<sheetData>${rows.map((texts) => `<row>${texts.map(cell).join('')}</row>`).join('')}</sheetData>`;
}

export function relationship(id: string, type: string, target: string, mode = ''): string {
  const outside = mode === '' ? '' : ` TargetMode="${mode}"`;
  return `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${outside}/>`;
}

export function relationsXml(content: string): string {
  return `<Relationships xmlns="${PACKAGE}">${content}</Relationships>`;
}

/** The parts in their order; a workbook of one sheet "Danh sách" with one text where nothing else is said. */
export function partsOf(book: RawWorkbook = {}): ZipPart[] {
  const type = book.contentType ?? WORKBOOK_TYPE;
  const sheets = book.sheets ?? '<sheet name="Danh sách" sheetId="1" r:id="rId1"/>';
  const own: ZipPart[] = [
    {
      path: '[Content_Types].xml',
      content: `<Types xmlns="${TYPES}"><Override PartName="/xl/workbook.xml" ContentType="${type}"/></Types>`,
    },
    {
      path: '_rels/.rels',
      content: relationsXml(relationship('rId1', 'officeDocument', 'xl/workbook.xml')),
    },
    {
      path: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets}</sheets></workbook>`,
    },
    {
      path: 'xl/_rels/workbook.xml.rels',
      content: relationsXml(
        relationship('rId1', 'worksheet', 'worksheets/sheet1.xml') +
          relationship('rId8', 'styles', 'styles.xml') +
          relationship('rId9', 'sharedStrings', 'sharedStrings.xml') +
          (book.relations ?? ''),
      ),
    },
    {
      path: 'xl/worksheets/sheet1.xml',
      content: sheetXml(book.sheet ?? rowsXml([['Lò Văn A']])),
    },
  ];
  if (book.styles !== undefined)
    own.push({
      path: 'xl/styles.xml',
      content: `<styleSheet xmlns="${MAIN}">${book.styles}</styleSheet>`,
    });
  if (book.strings !== undefined) own.push({ path: 'xl/sharedStrings.xml', content: book.strings });
  const replaced = new Map((book.parts ?? []).map((part) => [part.path, part]));
  const kept = own.map((part) => replaced.get(part.path) ?? part);
  const added = (book.parts ?? []).filter((part) => !own.some(({ path }) => path === part.path));
  return [...kept, ...added];
}

export function rawWorkbook(book: RawWorkbook = {}): Buffer {
  return zipOf(partsOf(book));
}

export function stringsXml(content: string): string {
  return `<sst xmlns="${MAIN}">${content}</sst>`;
}
