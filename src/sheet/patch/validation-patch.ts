import { columnLetters, rangeOf } from '../cell-reference.js';
import type { Edit } from './edits.js';
import { insertion } from './edits.js';
import { opened } from './package-edit.js';
import { OUR_NAME } from './own-sheets.js';
import type { SheetChildren } from './sheet-children.js';
import {
  attributeOf,
  escapedText,
  tagsOf,
  unescapedText,
  withAttribute,
  type Tag,
} from './xml-tags.js';

/** A cell and where its legal values stand. */
export interface DropDown {
  readonly row: number;
  readonly column: number;
  /** A range on the sheet of values. */
  readonly source: string;
}

/**
 * Drop-downs added to those of a sheet. A cell that has a check of the sender's keeps it and gets none of ours; ours of an
 * earlier time go.
 */
export function validationEdits(
  xml: string,
  children: SheetChildren,
  wanted: readonly DropDown[],
): readonly Edit[] {
  const list = children.find('dataValidations');
  const own = list === undefined ? [] : ruleSpans(xml, list.open, list.close);
  const kept = own.filter(({ ours }) => !ours);
  const removed = own.filter(({ ours }) => ours);
  const taken = [
    ...kept.map(({ tag }) => attributeOf(tag.text, 'sqref') ?? ''),
    ...extendedRanges(xml),
  ];
  const free = wanted.filter((cell) => !taken.some((ranges) => covers(ranges, cell)));
  const rules = rulesFor(free, children.prefix);
  if (rules.length === 0 && removed.length === 0) return [];
  const content = rules.join('');
  const count = kept.length + rules.length;
  const { prefix } = children;
  if (list === undefined)
    return [
      children.put(
        'dataValidations',
        `<${prefix}dataValidations count="${count}">${content}</${prefix}dataValidations>`,
      ),
    ];
  const { open, close } = list;
  if (count === 0) return [{ start: open.start, end: close.end, text: '' }];
  const tag = withAttribute(open.text, 'count', String(count));
  if (open === close) return [{ start: open.start, end: open.end, text: opened(tag, content) }];
  return [
    { start: open.start, end: open.end, text: tag },
    ...removed.map(({ start, end }) => ({ start, end, text: '' })),
    insertion(close.start, content),
  ];
}

interface Rule {
  readonly tag: Tag;
  readonly start: number;
  readonly end: number;
  readonly ours: boolean;
}

function ruleSpans(xml: string, open: Tag, close: Tag): readonly Rule[] {
  const rules: Rule[] = [];
  let current: Tag | null = null;
  for (const tag of tagsOf(xml.slice(0, close.start), open.end)) {
    if (tag.local !== 'dataValidation') continue;
    if (tag.kind !== 'close') current = tag;
    if (tag.kind === 'open' || current === null) continue;
    const title = unescapedText(attributeOf(current.text, 'errorTitle') ?? '');
    rules.push({ tag: current, start: current.start, end: tag.end, ours: title === OUR_NAME });
  }
  return rules;
}

/** Ranges of the checks that newer versions of Excel keep in the sheet's extensions. */
function extendedRanges(xml: string): readonly string[] {
  const found = xml.matchAll(/<x14:dataValidation[\s>][^]*?<xm:sqref>([^<]*)<\/xm:sqref>/g);
  return [...found].map(([, ranges = '']) => ranges);
}

function covers(ranges: string, { row, column }: DropDown): boolean {
  return ranges.split(/\s+/).some((each) => {
    const range = rangeOf(each);
    if (range === null) return false;
    const inRows = range.firstRow <= row && row <= range.lastRow;
    return inRows && range.firstColumn <= column && column <= range.lastColumn;
  });
}

/** Cells that one rule names: more would make a line that some programs do not take. */
const CELLS_A_RULE = 500;

/** A rule for all cells with the same values. */
function rulesFor(cells: readonly DropDown[], prefix: string): readonly string[] {
  const bySource = new Map<string, DropDown[]>();
  for (const cell of cells) {
    const own = bySource.get(cell.source);
    if (own === undefined) bySource.set(cell.source, [cell]);
    else own.push(cell);
  }
  return [...bySource].flatMap(([source, own]) => {
    const references = own.map(({ row, column }) => `${columnLetters(column)}${row}`);
    const starts = Array.from(
      { length: Math.ceil(references.length / CELLS_A_RULE) },
      (_none, at) => at * CELLS_A_RULE,
    );
    return starts.map((start) =>
      ruleOf(source, references.slice(start, start + CELLS_A_RULE), prefix),
    );
  });
}

function ruleOf(source: string, references: readonly string[], prefix: string): string {
  return (
    `<${prefix}dataValidation type="list" allowBlank="1" showErrorMessage="1" errorStyle="warning"` +
    ` errorTitle="${OUR_NAME}" error="Giá trị này không có trong danh sách." sqref="${references.join(' ')}">` +
    `<${prefix}formula1>${escapedText(source)}</${prefix}formula1></${prefix}dataValidation>`
  );
}
