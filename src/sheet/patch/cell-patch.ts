import { columnLetters, columnOf } from '../cell-reference.js';
import { insertion, type Edit } from './edits.js';
import { opened } from './package-edit.js';
import { attributeOf, escapedText, prefixOf, tagsOf, withAttribute, type Tag } from './xml-tags.js';

/** What is to happen to one cell. */
export interface CellChange {
  /** From the style that the cell has, or would have by its row and column. */
  readonly style: (own: number) => number;
  /** undefined = the value stays; '' = it goes. */
  readonly text?: string;
}

/** Changes by row and column number. */
export type CellChanges = ReadonlyMap<number, ReadonlyMap<number, CellChange>>;

/** What `cellEdits` found on its way. */
export interface CellEdits {
  readonly edits: readonly Edit[];
  /** A formula was replaced by a text: the order of calculation must be found anew. */
  readonly formulaReplaced: boolean;
  /** Cells whose text could not be written: other cells' formulas stand on theirs. By reference. */
  readonly kept: readonly string[];
}

export interface CellEditing {
  readonly xml: string;
  readonly changes: CellChanges;
  /** For every cell that is not among the changes; null = they need not be looked at. */
  readonly otherStyles: ((own: number) => number) | null;
}

/** The edits of `sheetData` that change cells; rows and cells that are not there are made, in their order. */
export function cellEdits(editing: CellEditing): CellEdits {
  const walk = new CellWalk(editing);
  for (const tag of tagsOf(editing.xml)) if (walk.take(tag)) break;
  return walk.result;
}

type Rows = (readonly [number, ReadonlyMap<number, CellChange>])[];
type Cells = (readonly [number, CellChange])[];

class CellWalk {
  private readonly edits: Edit[] = [];
  private readonly kept: string[] = [];
  private formulaReplaced = false;
  private readonly rows: Rows;
  private readonly columnStyles: { first: number; last: number; style: number }[] = [];
  private inData = false;
  private row = 0;
  private rowTag: Tag | null = null;
  private cells: Cells = [];
  private column = 0;
  private cell: { tag: Tag; change: CellChange } | null = null;
  private formula: Tag | null = null;

  constructor(private readonly editing: CellEditing) {
    this.rows = [...editing.changes].sort(([a], [b]) => a - b);
  }

  get result(): CellEdits {
    const { edits, formulaReplaced, kept } = this;
    return { edits, formulaReplaced, kept };
  }

  /** true = the cells are behind. */
  take(tag: Tag): boolean {
    if (tag.local === 'sheetData') return this.takeData(tag);
    if (!this.inData) {
      if (tag.local === 'col') this.takeColumns(tag.text);
    } else if (tag.local === 'row') this.takeRow(tag);
    else if (tag.local === 'c') this.takeCell(tag);
    else if (tag.local === 'f' && this.cell !== null && tag.kind !== 'close') this.formula = tag;
    return false;
  }

  private takeData(tag: Tag): boolean {
    if (tag.kind === 'open') {
      this.inData = true;
      return false;
    }
    const missing = this.rowsBefore(Infinity, tag);
    if (missing === '') return true;
    if (tag.kind === 'close') this.edits.push(insertion(tag.start, missing));
    else this.replace(tag, opened(tag.text, missing));
    return true;
  }

  private takeColumns(tag: string): void {
    const [first, last, style] = ['min', 'max', 'style'].map((name) =>
      Number(attributeOf(tag, name) ?? 0),
    );
    this.columnStyles.push({ first: first ?? 0, last: last ?? 0, style: style ?? 0 });
  }

  private takeRow(tag: Tag): void {
    if (tag.kind === 'close') {
      const added = this.cellsBefore(Infinity, tag);
      if (added !== '') this.edits.push(insertion(tag.start, added));
      return;
    }
    this.row = Number(attributeOf(tag.text, 'r') ?? this.row + 1);
    const missing = this.rowsBefore(this.row, tag);
    if (missing !== '') this.edits.push(insertion(tag.start, missing));
    this.openRow(tag);
    if (tag.kind === 'empty' && this.cells.length > 0)
      this.replace(tag, opened(this.widened(tag.text), this.cellsBefore(Infinity, tag)));
    else if (this.cells.length > 0 && this.widened(tag.text) !== tag.text)
      this.replace(tag, this.widened(tag.text));
  }

  private openRow(tag: Tag): void {
    this.rowTag = tag;
    this.column = 0;
    this.cells = this.rows[0]?.[0] === this.row ? sorted(this.rows.shift()?.[1]) : [];
  }

  /** The row's hint of its first and last column, where it gives one. */
  private widened(tag: string): string {
    const spans = /^(\d+):(\d+)$/.exec(attributeOf(tag, 'spans') ?? '');
    if (spans === null) return tag;
    const columns = this.cells.map(([column]) => column);
    const first = Math.min(Number(spans[1]), ...columns);
    const last = Math.max(Number(spans[2]), ...columns);
    return withAttribute(tag, 'spans', `${first}:${last}`);
  }

  private takeCell(tag: Tag): void {
    if (tag.kind === 'close') return this.closeCell(tag);
    const reference = attributeOf(tag.text, 'r');
    this.column = reference === undefined ? this.column + 1 : columnOf(reference);
    const missing = this.cellsBefore(this.column, tag);
    if (missing !== '') this.edits.push(insertion(tag.start, missing));
    const change =
      this.cells[0]?.[0] === this.column ? this.cells.shift()?.[1] : this.otherCell(tag.text);
    if (change === undefined) return;
    this.cell = { tag, change };
    this.formula = null;
    if (tag.kind === 'empty') this.closeCell(tag);
  }

  private otherCell(tag: string): CellChange | undefined {
    const { otherStyles: style } = this.editing;
    if (style === null) return undefined;
    const own = Number(attributeOf(tag, 's') ?? 0);
    return style(own) === own ? undefined : { style };
  }

  private closeCell(end: Tag): void {
    if (this.cell === null) return;
    const { tag, change } = this.cell;
    this.cell = null;
    const own = Number(attributeOf(tag.text, 's') ?? 0);
    const styled = withStyle(tag.text, own, change.style(own));
    if (change.text === undefined || !this.mayReplace())
      return styled === tag.text ? undefined : this.replace(tag, styled);
    if (this.formula !== null) this.formulaReplaced = true;
    const text = this.written(tag, change.style(own), change.text);
    this.edits.push({ start: tag.start, end: end.end, text });
  }

  /** A formula that stands for several cells must not go: theirs would change. */
  private mayReplace(): boolean {
    const { formula } = this;
    const kind = formula === null ? undefined : attributeOf(formula.text, 't');
    const isMaster = formula !== null && attributeOf(formula.text, 'ref') !== undefined;
    if ((kind !== 'shared' || !isMaster) && kind !== 'array' && kind !== 'dataTable') return true;
    this.kept.push(`${columnLetters(this.column)}${this.row}`);
    return false;
  }

  private written(at: Tag, style: number, text: string | undefined): string {
    const prefix = prefixOf(at);
    const start = `<${prefix}c r="${columnLetters(this.column)}${this.row}" s="${style}"`;
    if (text === undefined || text === '') return `${start}/>`;
    const content = `<${prefix}t xml:space="preserve">${escapedText(withoutCodes(text))}</${prefix}t>`;
    return `${start} t="inlineStr"><${prefix}is>${content}</${prefix}is></${prefix}c>`;
  }

  /** New cells of the open row that stand left of a column. */
  private cellsBefore(column: number, at: Tag): string {
    let made = '';
    for (let next = this.cells[0]; next && next[0] < column; next = this.cells[0]) {
      this.cells.shift();
      const [own, { style, text }] = next;
      const before = this.column;
      this.column = own;
      made += this.written(at, style(this.defaultStyle(own)), text);
      this.column = before;
    }
    return made;
  }

  private defaultStyle(column: number): number {
    const row = this.rowTag === null ? '' : this.rowTag.text;
    if (/^(1|true)$/.test(attributeOf(row, 'customFormat') ?? ''))
      return Number(attributeOf(row, 's') ?? 0);
    const found = this.columnStyles.find(({ first, last }) => first <= column && column <= last);
    return found?.style ?? 0;
  }

  /** New rows that stand above a row. */
  private rowsBefore(row: number, at: Tag): string {
    const open = this.row;
    this.rowTag = null;
    const prefix = prefixOf(at);
    let made = '';
    for (let next = this.rows[0]; next && next[0] < row; next = this.rows[0]) {
      this.rows.shift();
      this.row = next[0];
      this.cells = sorted(next[1]);
      made += `<${prefix}row r="${next[0]}">${this.cellsBefore(Infinity, at)}</${prefix}row>`;
    }
    this.row = open;
    return made;
  }

  private replace(tag: Tag, text: string): void {
    this.edits.push({ start: tag.start, end: tag.end, text });
  }
}

function sorted(cells: ReadonlyMap<number, CellChange> | undefined): Cells {
  return [...(cells ?? [])].sort(([a], [b]) => a - b);
}

function withStyle(tag: string, own: number, style: number): string {
  return style === own ? tag : withAttribute(tag, 's', String(style));
}

/** `_x0041_` would be read as "A". */
function withoutCodes(text: string): string {
  return text.normalize('NFC').replace(/_(x[0-9A-Fa-f]{4}_)/g, '_x005F_$1');
}
