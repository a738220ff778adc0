import { normalised } from '../../shared/text.js';
import type { Header } from './header.js';
import { isNumbering } from './numbering.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { namesPeople, type Field } from './fields.js';
import {
  isFooterText,
  isSectionText,
  isSignedText,
  isTotalsText,
  looksLikeName,
  ORDINAL_OF_SECTION,
} from './row-words.js';

/** What a row below the header is. */
export type RowKind = 'blank' | 'numbering' | 'totals' | 'section' | 'footer' | 'person';

/** What stands in the first cell of the row that shows how a template of ours is filled in. */
export const EXAMPLE_MARK = 'Ví dụ';
const EXAMPLE = new RegExp(`^${EXAMPLE_MARK}$`, 'iu');

/** Columns whose content makes a row one of a person, also below the signatures. */
const CERTAIN: readonly Field[] = [
  'born',
  'bornMale',
  'bornFemale',
  'personalNumber',
  'recruitedOn',
];
const SOLID: readonly Field[] = [...CERTAIN, 'position', 'rank'];

/** The columns that tell rows apart, found once for a sheet. */
export interface RowColumns {
  readonly name: readonly number[];
  readonly ordinal: number | null;
  readonly certain: readonly number[];
  readonly solid: readonly number[];
}

export function rowColumns(header: Header): RowColumns {
  const of = (field: Field): number[] =>
    header.columns.filter((each) => each.field === field).map((each) => each.column);
  return {
    name: of('fullName'),
    ordinal: of('ordinal')[0] ?? null,
    certain: CERTAIN.flatMap(of),
    solid: SOLID.flatMap(of),
  };
}

function textIn(row: GridRow, column: number): string {
  return row.texts[column] ?? '';
}

/**
 * Tells what a row is; a row that could be a person is one, so that nobody is lost.
 *
 * @param below a row below the signatures: names alone are signatures there.
 */
export function rowKind(
  row: GridRow,
  columns: RowColumns,
  { grid, below }: { readonly grid: SheetGrid; readonly below: boolean },
): RowKind {
  const filled = filledTexts(row);
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (EXAMPLE.test(first)) return 'numbering';
  if (isNumbering(filled) || isHeaderAgain(row, columns)) return 'numbering';
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  const isNumbered = /^\d+[.)]?$/.test(ordinal);
  const has = (some: readonly number[]): boolean =>
    some.some((column) => tellsOfPerson(textIn(row, column)));
  if (!(isNumbered && has(columns.solid)) && isTotals(row, columns)) return 'totals';
  if (!isNumbered && isFooter(first, has(columns.certain))) return 'footer';
  if (isSectionWithCounts(row, columns, ordinal)) return 'section';
  if (has(columns.certain) || (has(columns.solid) && (!below || isNumbered))) return 'person';
  if (below && !isNumbered) return 'footer';
  return isSection(row, columns, grid) ? 'section' : 'person';
}

function isFooter(first: string, isCertain: boolean): boolean {
  return isSignedText(first) || (!isCertain && isFooterText(first));
}

/** Counts of a section or of totals stand in these columns too: "12" is no date, no number and no title. */
function tellsOfPerson(text: string): boolean {
  return text !== '' && !/^\d{1,3}([.,]\d+)?%?$/.test(text) && !/^[-–—/.\s]+$/.test(text);
}

/** The column of names says "Họ và tên": a header repeated on a new page. */
function isHeaderAgain(row: GridRow, columns: RowColumns): boolean {
  return columns.name.some((column) => namesPeople(textIn(row, column)));
}

/** "Tổng cộng" in the column of names or before it; "Tống Văn A" is a person. */
function isTotals(row: GridRow, columns: RowColumns): boolean {
  const last = Math.max(1, columns.ordinal ?? 1, ...columns.name);
  return row.texts.slice(0, last + 1).some((text) => text !== undefined && isTotalsText(text));
}

/** The words of a section row: its longest text, an ordinal in a cell of its own left out. */
export function sectionText(row: GridRow, columns: RowColumns): string {
  const texts = filledTexts(row)
    .filter((text) => /\p{L}/u.test(text))
    .filter((text, at) => !(at === 0 && columns.ordinal !== null && ORDINAL_OF_SECTION.test(text)));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

/** The ordinal of a section, from its own cell or from the beginning of its text; '' = none. */
export function sectionOrdinal(row: GridRow, columns: RowColumns): string {
  const own = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  if (own !== '' && own.length <= LONGEST_ORDINAL) return own;
  return LEADING_ORDINAL.exec(sectionText(row, columns))?.[0].trim() ?? '';
}

const LONGEST_ORDINAL = 6;

/** "I | Xã Nà Tấu | 12 | 5": the counts of a section stand in the columns of dates. */
function isSectionWithCounts(row: GridRow, columns: RowColumns, ordinal: string): boolean {
  if (!ORDINAL_OF_SECTION.test(ordinal)) return false;
  const others = row.texts.filter((text, column) => text && column !== columns.ordinal);
  const words = others.filter((text) => /\p{L}/u.test(text ?? ''));
  return words.length === 1 && !others.some((text) => /\d{4}|\d[/.-]\d/.test(text ?? ''));
}

function isSection(row: GridRow, columns: RowColumns, grid: SheetGrid): boolean {
  const text = sectionText(row, columns);
  if (text === '') return false;
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  if (ORDINAL_OF_SECTION.test(ordinal)) return true;
  if (wordyCells(row, columns) > 1) return false;
  const inName = columns.name.some((column) => textIn(row, column) !== '');
  if (isSectionText(text)) return true;
  if (/^\d+[.)]?$/.test(ordinal) && inName) return false;
  return !inName || (isMergedOver(row, grid) && !looksLikeName(text));
}

/** Cells with words, an ordinal left out: a section says one thing. */
function wordyCells(row: GridRow, columns: RowColumns): number {
  return row.texts.filter((text, column) => column !== columns.ordinal && /\p{L}/u.test(text ?? ''))
    .length;
}

/** Merged from the first columns over at least half of the table. */
function isMergedOver(row: GridRow, grid: SheetGrid): boolean {
  return grid
    .mergesAt(row.row)
    .some(
      (each) =>
        each.firstRow === row.row &&
        each.firstColumn <= 3 &&
        each.lastColumn - each.firstColumn + 1 >= grid.lastColumn / 2,
    );
}

const LEADING_ORDINAL =
  /^((?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d+)*|[a-z])\s*[.):/-]+\s*|[IVXLC]+\s+(?=\p{Lu})|[A-H]\s+(?=(?:KHỐI|XÃ|PHƯỜNG|HUYỆN|THỊ|UBND|CƠ QUAN)))/u;
const TRAILING_COUNT =
  /\s*[:(,–-]\s*(tổng số\s*:?\s*|có\s*)?\d+\s*(người|đồng chí|đ\/?c|cán bộ|cb,?\s*cc|biên chế)?\s*\)?$/iu;

/** "II. Xã Mường Phăng (25 người)" → "Xã Mường Phăng". */
export function withoutOrdinal(text: string): string {
  return normalised(
    text
      .replace(LEADING_ORDINAL, '')
      .replace(TRAILING_COUNT, '')
      .replace(/[\s:.]+$/, ''),
  );
}
