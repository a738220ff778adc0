import type { Cell, DataValidation, Font, PaperSize, Row, Style, Worksheet } from 'exceljs';
import { columnLetters } from './cell-reference.js';
import {
  headerCells,
  headerDepth,
  headerHeights,
  leavesOf,
  type HeaderCell,
} from './header-layout.js';
import { LINE_HEIGHT, mergedHeight, rowHeight } from './row-height.js';
import { footerOf, headerOf } from './footer.js';
import type { LeafColumn, RowSpec, SheetSpec, Stamp } from './sheet-spec.js';
import {
  bodyStyle,
  centred,
  fontOf,
  HEADER_STYLE,
  MARK_STYLE,
  NUMBERING_STYLE,
  SECTION_STYLE,
  STAMP_STYLE,
} from './sheet-style.js';
import { textValue, typedCell } from './typed-cell.js';
import { ValueLists } from './value-lists.js';

const DEFAULT_WIDTH = 12;
const SIGNATURE_GAP = 4;
const PAPER = { A3: 8, A4: 9 } as const;
const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập – Tự do – Hạnh phúc';
const AGENCY_SHARE = 0.4;
/** Width that a page takes before its print becomes too small to read: then the sheet goes over several pages. */
const UNITS_A_PAGE = { A3: 380, A4: 270 } as const;
const MARGINS = { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 };

/** Columns from and to, inclusive. */
type Span = readonly [number, number];

/** Paints one sheet from the top down: agency and motto, title, header, rows, signatures. */
export class SheetPainter {
  private readonly leaves: readonly LeafColumn[];
  private readonly styles = new Map<string, Partial<Style>>();
  /** The last row painted. */
  private row = 0;

  constructor(
    private readonly sheet: Worksheet,
    private readonly spec: SheetSpec,
    private readonly stamp: Stamp | null,
    private readonly values: ValueLists = new ValueLists(),
  ) {
    this.leaves = leavesOf(spec.columns);
    sheet.columns = this.leaves.map(({ width = DEFAULT_WIDTH, hidden = false }) => ({
      width,
      hidden,
    }));
  }

  paint(): void {
    if (this.stamp !== null) this.paintStamp(this.stamp);
    this.paintTop();
    const headerStart = this.row + 1;
    this.paintHeader();
    this.setPage(headerStart, this.row);
    const firstRow = this.row + 1;
    for (const row of this.spec.rows) this.paintRow(row);
    for (let left = this.spec.emptyRows ?? 0; left > 0; left--)
      this.paintRow({ kind: 'cells', cells: [] });
    this.paintDropDowns(firstRow);
    this.paintSignature();
  }

  private get width(): number {
    return this.leaves.length;
  }

  /** Pages that the sheet takes from left to right. */
  private get pages(): number {
    return Math.ceil(unitsOf(this.leaves) / UNITS_A_PAGE[this.spec.paper]);
  }

  /** Columns that surely stand on the first page: what is over the table is not cut by its edge. */
  private get topWidth(): number {
    const room = unitsOf(this.leaves) / this.pages;
    let width = this.width;
    while (width > 1 && unitsOf(this.leaves.slice(0, width)) > room) width--;
    return width;
  }

  /** The text over most of the width, the mark at the right of it. */
  private paintStamp({ mark, text }: Stamp): void {
    this.row++;
    const marked = mark === null ? 0 : Math.max(1, Math.floor(this.width / 4));
    const last = Math.max(1, this.width - marked);
    if (last > 1) this.sheet.mergeCells(this.row, 1, this.row, last);
    const cell = this.sheet.getCell(this.row, 1);
    cell.value = textValue(text);
    cell.style = STAMP_STYLE;
    const units = unitsOf(this.leaves.slice(0, last));
    this.sheet.getRow(this.row).height = mergedHeight(text, units);
    if (mark === null) return;
    const end = Math.max(this.width, last + 1);
    if (end > last + 1) this.sheet.mergeCells(this.row, last + 1, this.row, end);
    for (let column = last + 1; column <= end; column++)
      this.sheet.getCell(this.row, column).style = MARK_STYLE;
    this.sheet.getCell(this.row, last + 1).value = textValue(mark);
  }

  private paintTop(): void {
    const { agency, title, notice = [] } = this.spec;
    if (agency !== undefined) {
      this.paintAgency(
        agency.superior === undefined ? [agency.name, ''] : [agency.superior, agency.name],
        agency.name,
      );
      this.row++;
    }
    if (title !== undefined) this.put([1, this.topWidth], title, { bold: true, size: 14 });
    const units = unitsOf(this.leaves.slice(0, this.topWidth));
    for (const line of notice) {
      this.put([1, this.topWidth], line, { italic: true });
      this.sheet.getRow(this.row).height = mergedHeight(line, units);
    }
    if (this.row > 0 && (title !== undefined || notice.length > 0)) this.row++;
  }

  private paintAgency(left: readonly string[], bold: string): void {
    const width = this.topWidth;
    const half = this.columnAt(
      (AGENCY_SHARE * unitsOf(this.leaves.slice(0, width))) / unitsOf(this.leaves),
    );
    [NATION, MOTTO].forEach((right, index) => {
      const text = left[index] ?? '';
      this.put([1, half], text, { bold: text === bold });
      this.row--;
      this.put([half + 1, Math.max(width, half + 1)], right, { bold: true });
    });
  }

  /** A text centred over a span of the next row. */
  private put([from, to]: Span, text: string, font: Partial<Font>): void {
    this.row++;
    if (to > from) this.sheet.mergeCells(this.row, from, this.row, to);
    const cell = this.sheet.getCell(this.row, from);
    cell.value = textValue(text);
    cell.style = centred(font);
  }

  private paintHeader(): void {
    const depth = headerDepth(this.spec.columns);
    const cells = headerCells(this.spec.columns);
    for (const cell of cells) this.paintLabel(cell);
    headerHeights(cells, this.leaves).forEach((height, index) => {
      this.sheet.getRow(this.row + 1 + index).height = height;
    });
    this.row += depth;
    this.leaves.forEach(({ note }, index) => {
      if (note !== undefined) this.sheet.getCell(this.row, index + 1).note = note;
    });
    if (this.spec.numbering !== false) this.paintNumbering();
  }

  private paintLabel({ label, firstRow, lastRow, firstColumn, lastColumn }: HeaderCell): void {
    const [top, bottom] = [this.row + firstRow, this.row + lastRow];
    for (let row = top; row <= bottom; row++)
      for (let column = firstColumn; column <= lastColumn; column++)
        this.sheet.getCell(row, column).style = HEADER_STYLE;
    if (bottom > top || lastColumn > firstColumn)
      this.sheet.mergeCells(top, firstColumn, bottom, lastColumn);
    this.sheet.getCell(top, firstColumn).value = textValue(label);
  }

  private paintNumbering(): void {
    this.row++;
    this.leaves.forEach((_leaf, index) => {
      const cell = this.sheet.getCell(this.row, index + 1);
      cell.value = `(${index + 1})`;
      cell.style = NUMBERING_STYLE;
    });
  }

  private paintRow(spec: RowSpec): void {
    this.row++;
    if (spec.kind === 'section') this.paintSection(spec.text);
    else this.paintCells(this.sheet.getRow(this.row), spec);
  }

  private paintSection(text: string): void {
    for (let column = 1; column <= this.width; column++)
      this.sheet.getCell(this.row, column).style = SECTION_STYLE;
    if (this.width > 1) this.sheet.mergeCells(this.row, 1, this.row, this.width);
    this.sheet.getCell(this.row, 1).value = textValue(text);
  }

  private paintCells(row: Row, spec: Extract<RowSpec, { kind: 'cells' }>): void {
    if (spec.hidden === true) row.hidden = true;
    row.height = rowHeight(spec.cells, this.leaves);
    this.leaves.forEach((leaf, index) => {
      const { value, format, align } = typedCell(spec.cells[index], leaf);
      const cell: Cell = row.getCell(index + 1);
      if (value !== null) cell.value = value;
      const key = `${align} ${spec.bold === true} ${format}`;
      const style = this.styles.get(key) ?? bodyStyle(align, spec.bold === true, format);
      this.styles.set(key, style);
      cell.style = style;
    });
  }

  /** Drop-downs over all rows of a column. */
  private paintDropDowns(firstRow: number): void {
    this.leaves.forEach(({ choices = [] }, index) => {
      if (choices.length === 0 || this.row < firstRow) return;
      const letters = columnLetters(index + 1);
      const rule: DataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [this.values.sourceOf(choices)],
        showErrorMessage: true,
        errorStyle: 'warning',
        error: 'Giá trị này không có trong danh sách.',
      };
      for (let row = firstRow; row <= this.row; row++)
        this.sheet.getCell(`${letters}${row}`).dataValidation = rule;
    });
  }

  private paintSignature(): void {
    const { signature } = this.spec;
    if (signature === undefined || signature.signers.length === 0) return;
    const count = signature.signers.length;
    this.row++;
    if (signature.placeAndDay === undefined) this.row++;
    else this.put(this.signerSpan(count - 1, count), signature.placeAndDay, { italic: true });
    const start = this.row;
    signature.signers.forEach(({ title, name }, index) => {
      const span = this.signerSpan(index, count);
      this.row = start;
      this.put(span, title, { bold: true });
      this.put(span, '(Ký, ghi rõ họ tên)', { italic: true, size: 11 });
      this.row += SIGNATURE_GAP - 1;
      if (name !== undefined) this.put(span, name, { bold: true });
    });
  }

  private signerSpan(index: number, count: number): Span {
    const from = index === 0 ? 1 : this.columnAt(index / count) + 1;
    return [
      from,
      index === count - 1 ? Math.max(this.width, from) : this.columnAt((index + 1) / count),
    ];
  }

  /** The column behind which about this share of the sheet's width ends; never the last where there are two. */
  private columnAt(share: number): number {
    const wanted = unitsOf(this.leaves) * share;
    let best = 1;
    for (let column = 1; column < this.width; column++) {
      const distance = Math.abs(unitsOf(this.leaves.slice(0, column)) - wanted);
      if (distance < Math.abs(unitsOf(this.leaves.slice(0, best)) - wanted)) best = column;
    }
    return best;
  }

  private setPage(headerStart: number, headerEnd: number): void {
    this.sheet.properties.defaultRowHeight = LINE_HEIGHT;
    const xSplit = this.spec.frozenColumns ?? 0;
    this.sheet.views = [{ state: 'frozen', xSplit, ySplit: headerEnd, showGridLines: false }];
    this.sheet.pageSetup = {
      paperSize: PAPER[this.spec.paper] as PaperSize,
      orientation: this.spec.orientation ?? 'landscape',
      fitToPage: true,
      fitToWidth: this.pages,
      fitToHeight: 0,
      horizontalCentered: true,
      printTitlesRow: `${headerStart}:${headerEnd}`,
      ...(xSplit > 0 ? { printTitlesColumn: `A:${columnLetters(xSplit)}` } : {}),
      margins: MARGINS,
    };
    const font = fontOf().name ?? '';
    const header = headerOf(font, this.stamp);
    if (header !== null) this.sheet.headerFooter.oddHeader = header;
    this.sheet.headerFooter.oddFooter = footerOf(font, this.stamp);
  }
}

function unitsOf(leaves: readonly LeafColumn[]): number {
  return leaves.reduce((sum, { width }) => sum + (width ?? DEFAULT_WIDTH), 0);
}
