import { folded } from '../../shared/text.js';
import type { Header } from './header.js';
import { isNumbering } from './numbering.js';
import { LEADING_ORDINAL, withoutOrdinal } from './section-words.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { namesPeople, type Field } from './fields.js';
import { saysNothing } from './values/nothing.js';
import { beginsWithShortKind, isShortUnit, namesUnit, unitIn } from './unit-words.js';
import {
  isBlockText,
  isCountText,
  isFooterText,
  isHeadCount,
  isHints,
  isNoteText,
  isPageNumber,
  isSectionText,
  isSignedText,
  isTotalsText,
  isVacantText,
  looksLikeName,
  ORDINAL_OF_SECTION,
  withoutBullet,
} from './row-words.js';

/** What a row below the header is; `unused` = an ordinal typed in advance, or a vacant seat. */
export type RowKind = 'blank' | 'numbering' | 'unused' | 'totals' | 'section' | 'footer' | 'person';

/** What stands in the first cell of the row that shows how a template of ours is filled in. */
export const EXAMPLE_MARK = 'Ví dụ';
const EXAMPLE = new RegExp(`^(?:${EXAMPLE_MARK}|VD)[:.]?$`, 'iu');

/** Columns whose content makes a row one of a person, also below the signatures. */
const CERTAIN: readonly Field[] = [
  'born',
  'bornMale',
  'bornFemale',
  'personalNumber',
  'recruitedOn',
];
const SEX: readonly Field[] = ['sex', 'maleMark', 'femaleMark'];
const SOLID: readonly Field[] = [...CERTAIN, 'position', 'rank'];

/** The columns that tell rows apart, found once for a sheet. */
export interface RowColumns {
  readonly name: readonly number[];
  readonly ordinal: number | null;
  readonly certain: readonly number[];
  readonly solid: readonly number[];
  /** Who the person is. */
  readonly who: readonly number[];
  /** What a sender fills in for rows that wait for people. */
  readonly prepared: readonly number[];
}

export function rowColumns(header: Header): RowColumns {
  const of = (field: Field): number[] =>
    header.columns.filter((each) => each.field === field).map((each) => each.column);
  const ordinal = of('ordinal')[0] ?? besideName(header, of('fullName')[0]);
  return {
    name: of('fullName'),
    ordinal,
    certain: CERTAIN.flatMap(of),
    solid: SOLID.flatMap(of),
    who: [...CERTAIN, ...SEX].flatMap(of),
    prepared: [...(ordinal === null ? [] : [ordinal]), ...of('unit'), ...of('district')],
  };
}

const SHORT_LABEL = 6;

/** A column before the names whose short label says nothing that is known: "#", "A", no label at all. */
function besideName({ columns }: Header, name = 0): number | null {
  const left = columns.find(({ column, field }) => column === name - 1 && field === null);
  return left !== undefined && left.label.length <= SHORT_LABEL ? left.column : null;
}

function textIn(row: GridRow, column: number): string {
  return row.texts[column] ?? '';
}

/** What is known of the rows around a row. */
export interface RowPlaceInTable {
  readonly grid: SheetGrid;
  readonly below: boolean;
  readonly isPastLast: boolean;
}

/**
 * Tells what a row is; a row that could be a person is one, so that nobody is lost.
 *
 * @param below a row below the signatures: names alone are signatures there.
 * @param isPastLast no row from this one on has a day or a number of a person.
 */
export function rowKind(
  row: GridRow,
  columns: RowColumns,
  { grid, below, isPastLast }: RowPlaceInTable,
): RowKind {
  const filled = filledTexts(row);
  const [first] = filled;
  if (first === undefined) return 'blank';
  if (EXAMPLE.test(first)) return 'numbering';
  if (isNumbering(filled) || isPageNumber(filled)) return 'numbering';
  if (!isPastLast && isHints(filled)) return 'numbering';
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  const isNumbered = /^\d+[.)]?$/.test(ordinal);
  const isSolid =
    columns.solid.some((column) => tellsOfPerson(textIn(row, column))) && !isAlone(row);
  const isCertain = columns.certain.some((column) => tellsCertainly(textIn(row, column)));
  if (!isCertain && (isHeaderAgain(row, columns) || isInstruction(row, columns)))
    return 'numbering';
  if (isNumbered && isPrepared(row, columns)) return 'unused';
  if (!isCertain && isVacant(row, columns)) return 'unused';
  if (!(isNumbered && isSolid) && isTotals(row, columns)) return 'totals';
  if (!isNumbered && isFooter(row, isCertain)) return 'footer';
  if (isSectionWithCounts(row, columns, ordinal) || isSectionAlone(row, columns)) return 'section';
  if (isPastLast && isSignature(row, columns)) return 'footer';
  if (isCertain || (isSolid && (!below || isNumbered))) return 'person';
  if (below && (!isNumbered || isSentence(row, columns))) return 'footer';
  return isSection(row, columns, grid) ? 'section' : 'person';
}

/** The name says that nobody holds the seat, in words, or by a dash where nothing else tells of a person. */
function isVacant(row: GridRow, { name, who }: RowColumns): boolean {
  const names = name.map((column) => textIn(row, column)).filter((text) => text !== '');
  if (names.some(isVacantText)) return true;
  const isStruckOut = names.length > 0 && names.every((text) => saysNothing('fullName', text));
  return isStruckOut && who.every((column) => saysNothing('born', textIn(row, column)));
}

/** Words in the very first cell and nowhere else are over the whole table, whatever its first column is. */
function isAlone(row: GridRow): boolean {
  const filled = row.texts.findIndex((text) => (text ?? '') !== '');
  return filledTexts(row).length === 1 && filled <= 2;
}

function isFooter(row: GridRow, isCertain: boolean): boolean {
  const [first = '', ...others] = filledTexts(row);
  if (isSignedText(first)) return true;
  if (!isCertain && isFooterText(first)) return others.length > 0 || unitIn(first) === null;
  return others.length === 0 && isNoteText(first);
}

/** A day or a long number: words may stand in these columns where a signature or a section stands over them. */
const CERTAINLY = /^(?=.*\d)(?:sinh|sn|ngay|thang|nam|khoang|[\s\d/.,()'’+-])+$/;

export function tellsCertainly(text: string): boolean {
  return tellsOfPerson(text) && CERTAINLY.test(folded(text));
}

/** Counts of a section or of totals stand in these columns too: "12" is no date, no number and no title. */
function tellsOfPerson(text: string): boolean {
  return text !== '' && !/^\d{1,3}([.,]\d+)?%?$/.test(text) && !/^[-–—/.\s]+$/.test(text);
}

/** An ordinal, at most with the unit that all rows have, or with the zeros that formulas take from empty cells. */
function isPrepared({ texts }: GridRow, { prepared }: RowColumns): boolean {
  return texts.every((text = '', column) => /^0?$/.test(text) || prepared.includes(column));
}

/** Words below the people, in cells where no name stands, or names side by side. */
function isSignature(row: GridRow, columns: RowColumns): boolean {
  if (columns.ordinal !== null && textIn(row, columns.ordinal) !== '') return false;
  const filled = filledTexts(row);
  if (filled.length > 1 && filled.every(looksLikeName)) return true;
  return (
    columns.name.every((column) => textIn(row, column) === '') &&
    filled.every((text) => /\p{L}/u.test(text) && !/\d/.test(text))
  );
}

/** The one text of a row, an ordinal of a section left out, names a unit or a block: a section, whatever its column. */
function isSectionAlone(row: GridRow, columns: RowColumns): boolean {
  const others = row.texts.filter(
    (text, column) =>
      (text ?? '') !== '' && !(column === columns.ordinal && ORDINAL_OF_SECTION.test(text ?? '')),
  );
  const [text = ''] = others;
  if (others.length !== 1 || looksLikeName(text)) return false;
  return namesUnit(withoutBullet(text)) || isBlockText(withoutOrdinal(text));
}

const INSTRUCTION = /^(?:ghi|nhập|điền|viết|chọn)\s+\p{Ll}/iu;

/** "Ghi đầy đủ theo CCCD" in the column of names. */
function isInstruction(row: GridRow, { name }: RowColumns): boolean {
  const text = textIn(row, name[0] ?? 0);
  return INSTRUCTION.test(text) && !/^\p{Lu}\S*( \p{Lu}\S*)+$/u.test(text);
}

/** "1 | Lò Văn Ún: nghỉ từ 01/6/2025": a numbered note says one thing, and more than a name. */
function isSentence({ texts }: GridRow, { ordinal }: RowColumns): boolean {
  const said = texts.filter((text, column) => (text ?? '') !== '' && column !== ordinal);
  return said.length === 1 && /[:;\d]/.test(said[0] ?? '');
}

/** The column of names says "Họ và tên": a header repeated on a new page. */
function isHeaderAgain(row: GridRow, columns: RowColumns): boolean {
  return columns.name.some((column) => namesPeople(textIn(row, column)));
}

/** "Tổng cộng" in the column of names, before it, or as the first words of the row; "Tống Văn A" is a person. */
function isTotals(row: GridRow, columns: RowColumns): boolean {
  if (isCounts(row, columns)) return true;
  const last = Math.max(1, columns.ordinal ?? 1, ...columns.name);
  return [...row.texts.slice(0, last + 1), filledTexts(row)[0]].some(
    (text) => text !== undefined && isTotalsText(text),
  );
}

/** Nothing but counts, or one text that is one: "2", "Nữ: 01". */
function isCounts(row: GridRow, { ordinal }: RowColumns): boolean {
  const filled = filledTexts(row);
  if (ordinal !== null && textIn(row, ordinal) !== '' && !isCountText(textIn(row, ordinal)))
    return false;
  if (filled.length === 1 && isCountText(filled[0] ?? '')) return true;
  return (
    (ordinal === null || textIn(row, ordinal) === '') &&
    filled.every((text) => /^\d{1,3}(?:[.,]\d+)?%?$/.test(text))
  );
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
  if (OWN_ORDINAL.test(own)) return own;
  const text = sectionText(row, columns);
  return beginsWithShortKind(text) ? '' : (LEADING_ORDINAL.exec(text)?.[0].trim() ?? '');
}

const OWN_ORDINAL = /^(?:[IVXLC]+|\p{L}|\d{1,3}(?:\.\d+)*)\s*[.):/-]*$/u;

/** "I | Xã Nà Tấu | 12 | 5": the counts of a section stand in the columns of dates. */
function isSectionWithCounts(row: GridRow, columns: RowColumns, ordinal: string): boolean {
  if (!ORDINAL_OF_SECTION.test(ordinal)) return false;
  const others = [...row.texts.keys()].filter(
    (column) => textIn(row, column) !== '' && column !== columns.ordinal,
  );
  const words = others.filter((column) => isWords(textIn(row, column)));
  const isNamed = columns.name.some((column) => words.includes(column));
  if (isNamed && words.some((column) => looksLikeName(textIn(row, column)))) return false;
  const figures = isNamed ? others : others.filter((column) => !words.includes(column));
  return (
    words.length === 1 && !figures.some((column) => /\d{4}|\d[/.-]\d/.test(textIn(row, column)))
  );
}

function isWords(text: string): boolean {
  return /\p{L}/u.test(text) && !isHeadCount(text);
}

function isSection(row: GridRow, columns: RowColumns, grid: SheetGrid): boolean {
  const text = sectionText(row, columns);
  if (text === '') return false;
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  if (ORDINAL_OF_SECTION.test(ordinal)) return !looksLikeName(text);
  if (wordyCells(row, columns) > 1) return false;
  const inName = columns.name.some((column) => textIn(row, column) !== '');
  if (isSectionText(withoutBullet(text)) || isShortUnit(withoutBullet(text))) return true;
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
