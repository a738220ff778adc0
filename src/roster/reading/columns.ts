import { columnLetters } from '../../sheet/cell-reference.js';
import type { Cell } from '../../sheet/workbook.js';
import { birthParts } from './birth-parts.js';
import { isCodeLabel, isOutdatedLabel, LABEL_JOIN, type Field } from './fields.js';
import type { KnownLabels } from './known-labels.js';
import { degreeColumns } from './marked-columns.js';
import type { GridRow, SheetGrid } from './sheet-grid.js';
import { isMark } from './values/mark.js';

/** A column of the table and what it means; `field` null = kept with the row under its label. */
export interface RosterColumn {
  readonly column: number;
  readonly letters: string;
  readonly label: string;
  readonly field: Field | null;
}

/** The rows of labels, and those of people below that tell what a label leaves open. */
export interface LabelRows {
  readonly grid: SheetGrid;
  readonly firstRow: number;
  readonly lastRow: number;
  readonly below: readonly GridRow[];
}

/** A column with what stands over it; no other column of its table has the same label. */
export interface Labelled {
  readonly column: number;
  readonly label: string;
  /** The labels over it from the top; '' = none. */
  readonly path: string;
}

/** Every column of a table up to the last; a field is given to one of them, the name and the position to several. */
export function columnsOf(rows: LabelRows, known: KnownLabels): readonly RosterColumn[] {
  const labelled = labelsOf(rows);
  const automatic = byContent(labelled, rows, known);
  const meant = labelled.map((each): Meant => {
    const choice = known.choiceOf(each.label);
    const field = choice === undefined ? (automatic.get(each.column) ?? null) : choice;
    const preferred = field !== null && known.isPreferred(field, each.path);
    const doubt = field !== null && isLast(field, each.path) ? 3 : preferred ? 1 : 2;
    return { ...each, field, preferred, trust: choice !== undefined ? 0 : doubt };
  });
  const taken = new Map<Field, number>();
  for (const { field, column } of [...meant].sort(byTrust))
    if (field !== null && !taken.has(field)) taken.set(field, column);
  return meant.map((each) => {
    const { field, column, label } = each;
    const isFree = field !== null && (taken.get(field) === column || isSeveral(each));
    return { column, letters: columnLetters(column), label, field: isFree ? field : null };
  });
}

function isLast(field: Field, path: string): boolean {
  return isCodeLabel(field, path) || isOutdatedLabel(field, path);
}

/** A column with what it may mean, and how surely. */
interface Meant extends Labelled {
  readonly field: Field | null;
  readonly preferred: boolean;
  readonly trust: number;
}

function byTrust(a: Meant, b: Meant): number {
  return a.trust - b.trust || a.column - b.column;
}

/** A name may stand in two columns under one label; where "Chức vụ" is empty, "Chức danh" beside it tells. */
function isSeveral({ field, preferred }: Meant): boolean {
  return field === 'fullName' || (field === 'position' && preferred);
}

/** What the labels say; where "Nam" and "Nữ" leave open whether dates or marks stand below, the cells decide. */
function byContent(
  labelled: readonly Labelled[],
  { below }: LabelRows,
  known: KnownLabels,
): ReadonlyMap<number, Field | null> {
  const fields = new Map(
    labelled.map(({ column, path }) => [
      column,
      known.fieldOf(path) ?? known.fieldOf(inOneLine(path)),
    ]),
  );
  for (const { column, path } of labelled)
    if (path === '' && fields.get(column - 1) === 'fullName' && holdsNames(below, column))
      fields.set(column, 'fullName');
  for (const column of repeatedNames(labelled, fields, below)) fields.set(column, null);
  for (const { column, path } of labelled)
    if (NAME_OF_RELATIVE.test(path) && fields.get(column + 1) === 'born')
      fields.set(column + 1, null);
  const hasBirth = [...fields.values()].includes('born');
  const hasSex = [...fields.values()].includes('sex');
  for (const [column, field] of fields) {
    const male = field === 'maleMark' || field === 'bornMale';
    if (!male && field !== 'femaleMark' && field !== 'bornFemale') continue;
    const { dates, marks } = countsIn(below, column);
    if (dates > marks && !hasBirth) fields.set(column, male ? 'bornMale' : 'bornFemale');
    if (marks > dates) fields.set(column, male ? 'maleMark' : 'femaleMark');
    else if (hasSex && dates === 0 && holdsFigures(below, column)) fields.set(column, null);
  }
  for (const column of degreeColumns(labelled, below))
    if (fields.get(column) === null) fields.set(column, 'degree');
  for (const [column, field] of birthParts(labelled, fields, below)) fields.set(column, field);
  return fields;
}

/** Beside a column of the sex "Nữ" over figures counts women. */
function holdsFigures(rows: readonly GridRow[], column: number): boolean {
  const texts = rows.flatMap(({ texts: all }) => all[column] || []);
  return texts.length > 0 && texts.every((text) => /^\d{1,4}$/.test(text));
}

/** "Trình độ > Chuyên > môn": a label that was typed over two rows. */
function inOneLine(path: string): string {
  const parts = path.split(LABEL_JOIN);
  const ending = parts.splice(-2).join(' ');
  return [...parts, ending].join(LABEL_JOIN);
}

/** A "1" among dates is the count of a section or of totals. */
function countsIn(
  rows: readonly GridRow[],
  column: number,
): { readonly dates: number; readonly marks: number } {
  const cells = rows.flatMap(({ cells: all }) => all[column] ?? []);
  const dates = cells.filter(looksLikeDate).length;
  const marks = cells.filter(({ text }) => isMark(text) && (dates === 0 || !/\d/.test(text)));
  return { dates, marks: marks.length };
}

/** A given name in most rows, under a label that stands over its family name only. */
function holdsNames(rows: readonly GridRow[], column: number): boolean {
  const before = rows.filter(({ texts }) => (texts[column - 1] ?? '') !== '');
  const named = before.filter(({ texts }) => /^\p{Lu}\p{L}*$/u.test(texts[column] ?? ''));
  return named.length > before.length / 2;
}

/** Beside "Họ tên vợ (chồng)" a year of birth is the relative's. */
const NAME_OF_RELATIVE = /t[eê]n.*(?<!\p{L})(vợ|chồng|bố|cha|mẹ|con|thân nhân)(?!\p{L})/iu;
const WHOLE_NAME = /h[oọ]( v[aà])?,? t[eê]n/iu;

/** Columns that give the last word of the whole name once more, to sort by. */
function repeatedNames(
  labelled: readonly Labelled[],
  fields: ReadonlyMap<number, Field | null>,
  rows: readonly GridRow[],
): readonly number[] {
  const [whole, ...others] = labelled.filter(({ column }) => fields.get(column) === 'fullName');
  if (whole === undefined || !WHOLE_NAME.test(whole.path)) return [];
  return others.map(({ column }) => column).filter((at) => isLastWord(rows, whole.column, at));
}

function isLastWord(rows: readonly GridRow[], whole: number, column: number): boolean {
  const named = rows.filter(({ texts }) => texts[whole] && texts[column]);
  return (
    named.length > 0 &&
    named.every(({ texts }) => texts[whole]?.endsWith(` ${texts[column] ?? ''}`))
  );
}

function looksLikeDate(cell: Cell): boolean {
  return cell.kind === 'date' || /\d{4}|\d[/.-]\d/.test(cell.text);
}

/** Every column up to the last with its label, which no other column has. */
export function labelsOf(rows: LabelRows): readonly Labelled[] {
  const labels = new Set<string>();
  return Array.from({ length: rows.grid.lastColumn }, (_none, index) => {
    const column = index + 1;
    const letters = columnLetters(column);
    const path = pathAt(rows, column);
    return {
      column,
      path,
      label: distinct(path === '' ? `Cột ${letters}` : path, letters, labels),
    };
  });
}

/** The labels over a column from the top, each once; a blank one is continued from the left where it is a parent. */
function pathAt(rows: LabelRows, column: number): string {
  const { grid, firstRow, lastRow } = rows;
  const path: string[] = [];
  for (let row = firstRow; row <= lastRow; row++) {
    const own = grid.textAt(row, column);
    const text = own === '' && row < lastRow ? parentFromLeft(rows, row, column) : own;
    if (text !== '' && text !== path[path.length - 1]) path.push(text);
  }
  return path.join(LABEL_JOIN);
}

/** Without merged cells a parent stands over its first column only: the others have a label of their own below. */
function parentFromLeft({ grid, lastRow }: LabelRows, row: number, column: number): string {
  const isLabelledBelow = (at: number): boolean => {
    for (let below = row + 1; below <= lastRow; below++)
      if ((grid.rowAt(below)?.texts[at] ?? '') !== '') return true;
    return false;
  };
  for (let left = column; left > 0 && isLabelledBelow(left); left--) {
    const text = grid.textAt(row, left);
    if (text !== '') return text;
  }
  return '';
}

function distinct(label: string, letters: string, labels: Set<string>): string {
  const result = labels.has(label) ? `${label} (cột ${letters})` : label;
  labels.add(result);
  return result;
}
