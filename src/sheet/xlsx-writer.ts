import exceljs from 'exceljs';
import type { Row as SheetRow, Worksheet } from 'exceljs';
import { headerCells, headerDepth, leavesOf } from './header-layout.js';
import { sheetNames } from './sheet-name.js';
import type { LeafColumn, RowSpec, SheetSpec, WorkbookSpec } from './sheet-spec.js';
import {
  bodyStyle,
  centred,
  fontOf,
  HEADER_STYLE,
  NUMBERING_STYLE,
  SECTION_STYLE,
} from './sheet-style.js';
import { typedCell } from './typed-cell.js';
import { fixZipTimes } from './zip-times.js';

const DEFAULT_WIDTH = 12;
const LINE_HEIGHT = 18;
const PAPER = { A3: 8, A4: 9 } as const;
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập – Tự do – Hạnh phúc';
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 };

/** Writes an .xlsx workbook in the look of Vietnamese offices. Equal specifications give equal bytes. */
export async function writeWorkbook(spec: WorkbookSpec): Promise<Buffer> {
  const book = new exceljs.Workbook();
  book.creator = spec.author ?? 'Bố Trí';
  book.lastModifiedBy = book.creator;
  book.created = new Date(spec.createdAt);
  book.modified = new Date(spec.createdAt);
  const names = sheetNames(spec.sheets.map((sheet) => sheet.name));
  spec.sheets.forEach((sheet, index) => addSheet(book, names[index] ?? sheet.name, sheet));
  return fixZipTimes(Buffer.from(await book.xlsx.writeBuffer()));
}

function addSheet(book: exceljs.Workbook, name: string, spec: SheetSpec): void {
  const sheet = book.addWorksheet(name, { state: spec.state ?? 'visible' });
  const leaves = leavesOf(spec.columns);
  sheet.columns = leaves.map((leaf) => ({ width: leaf.width ?? DEFAULT_WIDTH }));
  const top = addTop(sheet, spec, leaves.length);
  const headerEnd = addHeader(sheet, spec, top + 1, leaves);
  const bodyEnd = addBody(sheet, spec.rows, headerEnd + 1, leaves);
  addSignature(sheet, spec, bodyEnd + 2, leaves.length);
  setPage(sheet, spec, top + 1, headerEnd);
}

/** Agency and motto, title, notice; gives the last row used. */
function addTop(sheet: Worksheet, spec: SheetSpec, width: number): number {
  let row = 0;
  if (spec.agency !== undefined) {
    const half = Math.max(1, Math.floor(width * 0.4));
    const { superior, name } = spec.agency;
    const left = superior === undefined ? [name, ''] : [superior, name];
    [NATION, MOTTO].forEach((right, index) => {
      const boldLeft = left[index] === name;
      put(sheet, index + 1, 1, half, left[index] ?? '', { bold: boldLeft });
      put(sheet, index + 1, half + 1, Math.max(width, half + 1), right, { bold: true });
    });
    row = 3;
  }
  if (spec.title !== undefined) put(sheet, ++row, 1, width, spec.title, { bold: true, size: 14 });
  for (const line of spec.notice ?? []) put(sheet, ++row, 1, width, line, { italic: true });
  return row === 0 ? 0 : row + 1;
}

function put(
  sheet: Worksheet,
  row: number,
  from: number,
  to: number,
  text: string,
  font: Partial<exceljs.Font>,
): void {
  if (to > from) sheet.mergeCells(row, from, row, to);
  const cell = sheet.getCell(row, from);
  cell.value = text;
  cell.style = centred(font);
}

/** The merged header and the row of column numbers; gives the last row used. */
function addHeader(
  sheet: Worksheet,
  spec: SheetSpec,
  firstRow: number,
  leaves: readonly LeafColumn[],
): number {
  const depth = headerDepth(spec.columns);
  for (const cell of headerCells(spec.columns)) {
    const [top, bottom] = [firstRow + cell.firstRow - 1, firstRow + cell.lastRow - 1];
    for (let row = top; row <= bottom; row++)
      for (let column = cell.firstColumn; column <= cell.lastColumn; column++)
        sheet.getCell(row, column).style = HEADER_STYLE;
    if (bottom > top || cell.lastColumn > cell.firstColumn)
      sheet.mergeCells(top, cell.firstColumn, bottom, cell.lastColumn);
    sheet.getCell(top, cell.firstColumn).value = cell.label;
  }
  const lines = Math.max(...leaves.map((leaf) => linesOf(leaf)));
  for (let row = firstRow; row < firstRow + depth; row++)
    sheet.getRow(row).height = Math.max(LINE_HEIGHT, (LINE_HEIGHT * lines) / depth);
  if (spec.numbering === false) return firstRow + depth - 1;
  leaves.forEach((_leaf, index) => {
    const cell = sheet.getCell(firstRow + depth, index + 1);
    cell.value = `(${index + 1})`;
    cell.style = NUMBERING_STYLE;
  });
  return firstRow + depth;
}

function linesOf(leaf: LeafColumn): number {
  const width = leaf.width ?? DEFAULT_WIDTH;
  const longestWord = Math.max(...leaf.label.split(/\s+/).map((word) => word.length));
  return Math.ceil((leaf.label.length * 1.3) / Math.max(width, longestWord));
}

function addBody(
  sheet: Worksheet,
  rows: readonly RowSpec[],
  firstRow: number,
  leaves: readonly LeafColumn[],
): number {
  const styles = new Map<string, Partial<exceljs.Style>>();
  rows.forEach((spec, index) => {
    const row = sheet.getRow(firstRow + index);
    if (spec.kind === 'section') addSection(sheet, row.number, spec.text, leaves.length);
    else addCells(row, spec, leaves, styles);
  });
  return firstRow + rows.length - 1;
}

function addSection(sheet: Worksheet, row: number, text: string, width: number): void {
  for (let column = 1; column <= width; column++) sheet.getCell(row, column).style = SECTION_STYLE;
  if (width > 1) sheet.mergeCells(row, 1, row, width);
  sheet.getCell(row, 1).value = text;
}

function addCells(
  row: SheetRow,
  spec: Extract<RowSpec, { kind: 'cells' }>,
  leaves: readonly LeafColumn[],
  styles: Map<string, Partial<exceljs.Style>>,
): void {
  if (spec.hidden === true) row.hidden = true;
  leaves.forEach((leaf, index) => {
    const { value, format, align } = typedCell(spec.cells[index], leaf);
    const cell = row.getCell(index + 1);
    if (value !== null) cell.value = value;
    const key = `${align} ${spec.bold === true} ${format}`;
    const style = styles.get(key) ?? bodyStyle(align, spec.bold === true, format);
    styles.set(key, style);
    cell.style = style;
  });
}

const SIGNATURE_GAP = 4;

function addSignature(sheet: Worksheet, spec: SheetSpec, firstRow: number, width: number): void {
  if (spec.signature === undefined) return;
  const { placeAndDay, signers } = spec.signature;
  const share = Math.max(1, Math.floor(width / Math.max(1, signers.length)));
  const spanOf = (index: number): readonly [number, number] => {
    const from = index * share + 1;
    return [from, index === signers.length - 1 ? Math.max(width, from) : from + share - 1];
  };
  const [lastFrom, lastTo] = spanOf(Math.max(0, signers.length - 1));
  if (placeAndDay !== undefined)
    put(sheet, firstRow, lastFrom, lastTo, placeAndDay, { italic: true });
  signers.forEach(({ title, name }, index) => {
    const [from, to] = spanOf(index);
    put(sheet, firstRow + 1, from, to, title, { bold: true });
    put(sheet, firstRow + 2, from, to, '(Ký, ghi rõ họ tên)', { italic: true, size: 11 });
    if (name !== undefined)
      put(sheet, firstRow + 2 + SIGNATURE_GAP, from, to, name, { bold: true });
  });
}

function setPage(sheet: Worksheet, spec: SheetSpec, headerStart: number, headerEnd: number): void {
  sheet.properties.defaultRowHeight = LINE_HEIGHT;
  sheet.views = [
    { state: 'frozen', xSplit: spec.frozenColumns ?? 0, ySplit: headerEnd, showGridLines: false },
  ];
  sheet.pageSetup = {
    paperSize: PAPER[spec.paper] as exceljs.PaperSize,
    orientation: 'landscape',
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${headerStart}:${headerEnd}`,
    margins: MARGINS,
  };
  sheet.headerFooter.oddFooter = `&C&"${fontOf().name}"&11Trang &P/&N`;
}
