import { columnLetters, columnOf, rangeOf } from './cell-reference.js';
import { CellPool, type PlainCell } from './cell-pool.js';
import { cellOf, type CellContext } from './cell-value.js';
import type { Allowance, SheetLimits } from './limits.js';
import { damaged, tooLarge } from './refusals.js';
import { PLAIN_STYLE } from './styles.js';
import { TextBuilder } from './text-builder.js';
import type { Cell, Range, Row, SheetLayout } from './workbook.js';
import { WholeCell } from './whole-cell.js';
import type { XmlHandler, WholeElement } from './xml-tags.js';
import type { Attributes } from './xml-text.js';

/** Turns the tags of one worksheet part into rows. Finished rows wait in `takeRows`; the layout grows as it is met. */
export class SheetScanner implements XmlHandler {
  private readonly merges: Range[] = [];
  private readonly hiddenColumns = new Set<number>();
  private finished: Row[] = [];

  private row = 0;
  private lastRow = 0;
  private hidden = false;
  private cells: Cell[] = [];
  private inRow = false;

  private column = 0;
  private lastColumn = 0;
  private type = 'n';
  private style = PLAIN_STYLE;
  private raw: string | null = null;
  /** Characters between the tags of the cell. */
  private pieces = 0;
  private formula = false;
  private hasInline = false;
  private inCell = false;
  private inValue = false;
  private readonly inline = new TextBuilder();
  private readonly pool: CellPool;
  private readonly whole = new WholeCell();
  /** The same for all cells: made anew it would be a million objects. */
  private readonly taken = { end: 0, elements: 0 };

  constructor(
    private readonly context: CellContext,
    private readonly limits: SheetLimits,
    private readonly allowance: Allowance,
  ) {
    this.pool = new CellPool(context);
  }

  get layout(): SheetLayout {
    return { merges: this.merges, hiddenColumns: [...this.hiddenColumns].sort((a, b) => a - b) };
  }

  /** The rows finished since the last call, in the order of the file. */
  takeRows(): readonly Row[] {
    if (this.finished.length === 0) return [];
    const rows = this.finished;
    this.finished = [];
    return rows;
  }

  open(name: string, attributes: Attributes): void {
    if (this.inCell) this.openInCell(name, attributes);
    else if (this.inRow) {
      if (name === 'c') this.openCell(attributes);
    } else if (name === 'row') this.openRow(attributes);
    else if (name === 'col') this.openColumns(attributes);
    else if (name === 'mergeCell') this.openMerge(attributes);
  }

  text(text: string): void {
    if (this.inValue) this.raw = this.raw === null ? text : this.raw + text;
    else if (this.hasInline) this.inline.text(text);
    else return;
    this.pieces += text.length;
    if (this.pieces > this.limits.cellCharacters) throw this.tooLong(this.pieces);
  }

  close(name: string): void {
    if (!this.inRow) return;
    if (name === 'c') this.closeCell();
    else if (name === 'v') this.inValue = false;
    else if (this.hasInline) this.inline.close(name);
    else if (name === 'row') this.closeRow();
  }

  takeWhole(xml: string, at: number): WholeElement | null {
    if (!this.inRow || this.inCell) return null;
    const { whole, taken } = this;
    const end = whole.read(xml, at);
    if (end < 0) return null;
    if (whole.raw !== null && !this.knows(whole.raw)) return null;
    this.column = whole.column || this.column + 1;
    if (whole.raw !== null) this.keep(this.pool.cellOf(this.plain(whole.raw)));
    taken.end = end;
    taken.elements = whole.raw === null ? 1 : 2;
    return taken;
  }

  /** No: its tags say better what is wrong with it. */
  private knows(raw: string | number): boolean {
    return typeof raw === 'number'
      ? raw < this.context.strings.length
      : raw.length <= this.limits.cellCharacters;
  }

  private plain(raw: string | number): PlainCell {
    const { type, style } = this.whole;
    const own = style < 0 ? this.defaultStyle : (this.context.styles[style] ?? PLAIN_STYLE);
    return { column: this.column, type, raw, style: own };
  }

  private openRow(attributes: Attributes): void {
    const number = attributes['r'];
    this.row = number === undefined ? this.row + 1 : Number(number);
    if (!Number.isInteger(this.row) || this.row < 1) throw damaged(`số dòng "${number}"`);
    this.hidden = isOn(attributes['hidden']);
    this.inRow = true;
    this.column = 0;
    this.lastColumn = 0;
  }

  private closeRow(): void {
    this.inRow = false;
    if (this.cells.length === 0) return;
    if (this.row > this.limits.rows)
      throw tooLarge(`dòng ${this.row} có nội dung, cho phép đến dòng ${this.limits.rows}`);
    if (this.row <= this.lastRow) throw damaged(`dòng ${this.row} đứng sau dòng ${this.lastRow}`);
    this.lastRow = this.row;
    this.finished.push({ row: this.row, hidden: this.hidden, cells: this.cells });
    this.cells = [];
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes['r'];
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    if (this.column === 0) throw damaged(`ô "${reference}"`);
    this.type = attributes['t'] ?? 'n';
    const style = attributes['s'];
    this.style = style === undefined ? this.defaultStyle : this.styleOf(style);
    this.raw = null;
    this.pieces = 0;
    this.formula = false;
    this.inCell = true;
  }

  private get defaultStyle(): typeof PLAIN_STYLE {
    return this.context.styles[0] ?? PLAIN_STYLE;
  }

  private styleOf(index: string): typeof PLAIN_STYLE {
    return this.context.styles[Number(index)] ?? PLAIN_STYLE;
  }

  private openInCell(name: string, attributes: Attributes): void {
    if (name === 'v') this.inValue = true;
    else if (name === 'f') this.formula = true;
    else if (name === 'is') this.hasInline = true;
    else if (this.hasInline) this.inline.open(name, attributes);
  }

  private closeCell(): void {
    this.inCell = false;
    const inline = this.hasInline ? this.inline.take() : null;
    this.hasInline = false;
    const { column, type, raw, style, formula } = this;
    if (raw === null && inline === null && !formula) return;
    const cell =
      raw !== null && inline === null && !formula
        ? this.pool.cellOf({ column, type, raw, style })
        : cellOf({ column, type, raw, inline, style, formula }, this.context);
    this.keep(cell);
  }

  private keep(cell: Cell | null): void {
    if (cell === null) return;
    this.mustFit(cell);
    this.cells.push(cell);
  }

  private mustFit(cell: Cell): void {
    const { limits, allowance } = this;
    const { column, kind } = cell;
    const characters = kind === 'text' || kind === 'error' ? cell.text.length : 0;
    if (column > limits.columns)
      throw tooLarge(`cột thứ ${column} có nội dung, cho phép ${limits.columns} cột`);
    if (column <= this.lastColumn) throw damaged(`ô ${this.place} đứng sau ô khác`);
    this.lastColumn = column;
    if (characters > limits.cellCharacters) throw this.tooLong(characters);
    if (--allowance.cells < 0) throw tooLarge(`trên ${limits.cells} ô có nội dung`);
    allowance.characters -= characters;
    if (allowance.characters < 0) throw tooLarge(`trên ${limits.characters} ký tự`);
  }

  private tooLong(length: number): Error {
    return tooLarge(
      `ô ${this.place} có ${length} ký tự, cho phép ${this.limits.cellCharacters} ký tự`,
    );
  }

  private get place(): string {
    return `${columnLetters(this.column)}${this.row}`;
  }

  private openColumns(attributes: Attributes): void {
    if (!isOn(attributes['hidden'])) return;
    const last = Math.min(Number(attributes['max']), this.limits.columns);
    const first = Math.max(1, Number(attributes['min']));
    for (let column = first; column <= last; column++) this.hiddenColumns.add(column);
  }

  private openMerge(attributes: Attributes): void {
    const range = rangeOf(attributes['ref'] ?? '');
    if (range !== null) this.merges.push(range);
    if (this.merges.length > this.limits.merges)
      throw tooLarge(`trên ${this.limits.merges} vùng gộp ô`);
  }
}

function isOn(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true' || flag === 'on';
}
