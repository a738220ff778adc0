import { rangeOf } from '../cell-reference.js';
import type { Range } from '../workbook.js';
import type { SheetChildren } from './sheet-children.js';
import { attributeOf, tagsOf } from './xml-tags.js';

/** A merge higher than this is looked at for every row instead of being entered in each of its own. */
const TALL = 1_000;

/** The merged cells of a sheet, found by a cell inside them. */
export class Merges {
  private readonly byRow = new Map<number, Range[]>();
  private readonly tall: Range[] = [];

  constructor(xml: string, children: SheetChildren) {
    const list = children.find('mergeCells');
    if (list === undefined) return;
    for (const tag of tagsOf(xml.slice(0, list.close.start), list.open.end)) {
      const range = rangeOf(attributeOf(tag.text, 'ref') ?? '');
      if (range !== null) this.add(range);
    }
  }

  /** The merged range that a cell lies in; undefined = it stands for itself. */
  around(row: number, column: number): Range | undefined {
    return [...(this.byRow.get(row) ?? []), ...this.tall].find(
      (each) =>
        each.firstRow <= row &&
        row <= each.lastRow &&
        each.firstColumn <= column &&
        column <= each.lastColumn,
    );
  }

  private add(range: Range): void {
    if (range.lastRow - range.firstRow > TALL) {
      this.tall.push(range);
      return;
    }
    for (let row = range.firstRow; row <= range.lastRow; row++)
      this.byRow.set(row, [...(this.byRow.get(row) ?? []), range]);
  }
}
