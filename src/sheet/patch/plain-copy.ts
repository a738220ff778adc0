import { columnLetters } from '../cell-reference.js';
import { sheetNames } from '../sheet-name.js';
import type { Range, Sheet, Workbook } from '../workbook.js';
import { isOwnSheet } from './own-sheets.js';
import { OFFICE_RELATIONS } from './package-edit.js';
import { PLAIN_STYLES } from './styles-patch.js';
import { escapedAttribute, escapedText } from './xml-tags.js';
import { EMPTY_ZIP, editZip } from './zip-edit.js';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/**
 * A workbook of ours with the text of every cell at its place, for a file that cannot be marked itself: nothing of its looks,
 * all of its words. Every cell is text, so nothing becomes a formula.
 */
export function plainCopy(book: Workbook): Buffer {
  const sheets = book.sheets.filter(({ name }) => !isOwnSheet(name));
  const names = sheetNames(sheets.map(({ name }) => name));
  const written = new Map<string, string>([
    ['[Content_Types].xml', contentTypes(sheets.length)],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(names)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_sheet, at) => ['worksheet', `worksheets/sheet${at + 1}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', PLAIN_STYLES],
    ...sheets.map((sheet, at) => [`xl/worksheets/sheet${at + 1}.xml`, sheetXml(sheet)] as const),
  ]);
  const bytes = new Map([...written].map(([path, text]) => [path, Buffer.from(text)]));
  return editZip(EMPTY_ZIP, { written: bytes, removed: new Set() });
}

function contentTypes(sheets: number): string {
  const parts = Array.from({ length: sheets }, (_none, at) => [
    `/xl/worksheets/sheet${at + 1}.xml`,
    `${KIND}.worksheet+xml`,
  ]);
  const overrides = [
    ['/xl/workbook.xml', `${KIND}.sheet.main+xml`],
    ['/xl/styles.xml', `${KIND}.styles+xml`],
    ...parts,
  ].map(([name, type]) => `<Override PartName="${name}" ContentType="${type}"/>`);
  return (
    `${DECLARATION}<Types xmlns="${PACKAGE}/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

function relations(targets: readonly (readonly [type: string, path: string])[]): string {
  const all = targets.map(
    ([type, path], at) =>
      `<Relationship Id="rId${at + 1}" Type="${OFFICE_RELATIONS}/${type}" Target="${path}"/>`,
  );
  return `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, at) =>
      `<sheet name="${escapedAttribute(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`,
  );
  return `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE_RELATIONS}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function sheetXml({ rows, merges }: Sheet): string {
  const lines = rows.map(({ row, cells }) => {
    const texts = cells
      .filter(({ text }) => text !== '')
      .map(
        ({ column, text }) =>
          `<c r="${columnLetters(column)}${row}" t="inlineStr"><is><t xml:space="preserve">${escapedText(text)}</t></is></c>`,
      );
    return `<row r="${row}">${texts.join('')}</row>`;
  });
  const merged = merges.map((range) => `<mergeCell ref="${referenceOf(range)}"/>`).join('');
  const after = merged === '' ? '' : `<mergeCells count="${merges.length}">${merged}</mergeCells>`;
  return `${DECLARATION}<worksheet xmlns="${MAIN}"><sheetData>${lines.join('')}</sheetData>${after}</worksheet>`;
}

function referenceOf({ firstRow, lastRow, firstColumn, lastColumn }: Range): string {
  return `${columnLetters(firstColumn)}${firstRow}:${columnLetters(lastColumn)}${lastRow}`;
}
