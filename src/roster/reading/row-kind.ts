import { normalised } from '../../shared/text.js';
import type { Header } from './header.js';
import { filledTexts, type GridRow, type SheetGrid } from './sheet-grid.js';
import { namesPeople, type Field } from './fields.js';
import { namesUnit } from './unit-words.js';

/** What a row below the header is. */
export type RowKind = 'blank' | 'numbering' | 'totals' | 'section' | 'footer' | 'person';

const TOTALS =
  /^(tổng cộng|tổng số|tổng|cộng)\s*($|[:(.,\d]|(số|cộng|toàn|khối|xã|phường|huyện|chung|các|nhóm|theo)\s)/u;
const NUMBER_OR_LETTER = /^\(?(\d{1,3}|[A-Z])\)?$/;
const ORDINAL_OF_SECTION = /^([IVXLC]+|[A-Z]|\d{1,2}(\.\d+)+)[.)]?$/;
const SECTION_TEXT =
  /^(([IVXLC]+|[A-Z]|\d{1,3})\s*[.):/-]\s*)?(khối|cụm|xã|phường|thị trấn|huyện|thị xã|thành phố|ubnd|hđnd|đảng|văn phòng|phòng|ban|trung tâm|mttq|mặt trận|ủy ban|uỷ ban|hội|đoàn|công an|quân sự|cơ quan|đơn vị|trường|trạm)(?![\p{L}])/iu;
const FOOTER =
  /^(người lập|thủ trưởng|giám đốc|chủ tịch|chánh văn phòng|t[mlq]\.|kt\.|nơi nhận|xác nhận|\(ký|ghi chú\s*:|.{0,40},? ngày .{1,10} tháng )/iu;

/** Columns whose content makes a row one of a person. */
const SOLID: readonly Field[] = [
  'born',
  'bornMale',
  'bornFemale',
  'personalNumber',
  'position',
  'recruitedOn',
  'rank',
];

/** The columns that tell rows apart, found once for a sheet. */
export interface RowColumns {
  readonly name: readonly number[];
  readonly ordinal: number | null;
  readonly solid: readonly number[];
}

export function rowColumns(header: Header): RowColumns {
  const of = (field: Field): number[] =>
    header.columns.filter((each) => each.field === field).map((each) => each.column);
  return { name: of('fullName'), ordinal: of('ordinal')[0] ?? null, solid: SOLID.flatMap(of) };
}

function textIn(row: GridRow, column: number): string {
  return row.texts[column] ?? '';
}

/** Tells what a row is; a row that could be a person is one, so that nobody is lost. */
export function rowKind(row: GridRow, columns: RowColumns, grid: SheetGrid): RowKind {
  const filled = filledTexts(row);
  const first = filled[0];
  if (first === undefined) return 'blank';
  if (isNumbering(filled) || isHeaderAgain(row, columns)) return 'numbering';
  const solid = columns.solid.some((column) => textIn(row, column) !== '');
  if (isTotals(row, columns, solid)) return 'totals';
  if (solid) return 'person';
  if (FOOTER.test(first)) return 'footer';
  return isSection(row, columns, grid) ? 'section' : 'person';
}

function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3 || !texts.every((text) => NUMBER_OR_LETTER.test(text))) return false;
  const numbers = texts.map((text) => Number(text.replace(/[()]/g, ''))).filter((n) => n > 0);
  return numbers.length >= 2 && numbers.every((n, at) => at === 0 || n > (numbers[at - 1] ?? 0));
}

/** The column of names says "Họ và tên": a header repeated on a new page. */
function isHeaderAgain(row: GridRow, columns: RowColumns): boolean {
  return columns.name.some((column) => namesPeople(textIn(row, column)));
}

/** "Tổng cộng" in the column of names or before it; "Tống Văn A" is a person. */
function isTotals(row: GridRow, columns: RowColumns, solid: boolean): boolean {
  const last = Math.max(1, columns.ordinal ?? 1, ...columns.name);
  const texts = row.texts.slice(0, last + 1).map((text) => (text ?? '').toLowerCase());
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  const numbered = /^\d+$/.test(ordinal) && solid;
  return !numbered && texts.some((text) => TOTALS.test(`${text}`) || TOTALS.test(`${text} `));
}

/** The words of a section row: its longest text, an ordinal in a cell of its own left out. */
export function sectionText(row: GridRow, columns: RowColumns): string {
  const texts = filledTexts(row)
    .filter((text) => /\p{L}/u.test(text))
    .filter((text, at) => !(at === 0 && columns.ordinal !== null && ORDINAL_OF_SECTION.test(text)));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}

function isSection(row: GridRow, columns: RowColumns, grid: SheetGrid): boolean {
  const text = sectionText(row, columns);
  if (text === '') return false;
  const inName = columns.name.some((column) => textIn(row, column) !== '');
  const ordinal = columns.ordinal === null ? '' : textIn(row, columns.ordinal);
  if (ORDINAL_OF_SECTION.test(ordinal)) return true;
  if (/^\d+$/.test(ordinal) && inName) return SECTION_TEXT.test(text) && namesUnit(text);
  return !inName || SECTION_TEXT.test(text) || isMergedOver(row, grid);
}

/** Merged from the first columns over at least half of the table. */
function isMergedOver(row: GridRow, grid: SheetGrid): boolean {
  return grid.merges.some(
    (each) =>
      each.firstRow === row.row &&
      each.firstColumn <= 3 &&
      each.lastColumn - each.firstColumn + 1 >= grid.lastColumn / 2,
  );
}

const LEADING_ORDINAL =
  /^((?:[IVXLC]+|[A-Z]|\d{1,3}(?:\.\d+)*)\s*[.):/-]+\s*|[IVXLC]+\s+(?=\p{Lu}))/u;
const TRAILING_COUNT = /\s*[:(]\s*\d+\s*(người|đồng chí|đ\/c)?\s*\)?$/iu;

/** "II. Xã Mường Phăng (25 người)" → "Xã Mường Phăng". */
export function withoutOrdinal(text: string): string {
  return normalised(text.replace(LEADING_ORDINAL, '').replace(TRAILING_COUNT, ''));
}
