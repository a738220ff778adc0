import type { Sex } from '../../rules/vocabulary.js';
import { folded, normalised } from '../../shared/text.js';
import type { Issue } from '../../shared/issue.js';
import type { Cell } from '../../sheet/workbook.js';
import type { Field } from './fields.js';
import type { Header } from './header.js';
import type { RowValues } from './row-values.js';
import type { GridRow } from './sheet-grid.js';
import { bad, good, type Fault, type Reading } from './values/fault.js';
import { isMark } from './values/mark.js';

/** What an empty cell means where only one of the sexes is marked: "x" under "Nữ", nothing for men. */
export interface BlankMeaning {
  readonly sex: Sex;
  readonly note: Omit<Issue, 'file' | 'sheet' | 'row'>;
}

/** Figures that stand for the sexes where the label says so: "Giới tính (Nam: 1, Nữ: 0)". */
export type SexCodes = ReadonlyMap<string, Sex>;

/** What the sheet says of all its rows. */
export interface ToldBySheet {
  /** What no mark means; null = nothing. */
  readonly blank: Sex | null;
  readonly codes: SexCodes;
}

const MALE_CODE = /\bnam\s*[:=]?\s*(\d)\b/;
const FEMALE_CODE = /\bnu\s*[:=]?\s*(\d)\b/;
/** "1: Nam, 0: Nữ". */
const CODED_MALE = /\b(\d)\s*[:=-]\s*(?:la )?nam\b/;
const CODED_FEMALE = /\b(\d)\s*[:=-]\s*(?:la )?nu\b/;

export function sexCodes({ columns }: Header): SexCodes {
  const label = folded(columns.find(({ field }) => field === 'sex')?.label ?? '');
  const isBefore = CODED_MALE.test(label) && CODED_FEMALE.test(label);
  const [ofMale, ofFemale] = isBefore ? [CODED_MALE, CODED_FEMALE] : [MALE_CODE, FEMALE_CODE];
  const [male, female] = [ofMale.exec(label)?.[1], ofFemale.exec(label)?.[1]];
  if (male === undefined || female === undefined || male === female) return new Map();
  return new Map([
    [male, 'male'],
    [female, 'female'],
  ]);
}

const OTHER: Readonly<Record<Sex, Sex>> = { male: 'female', female: 'male' };
const NAMES: Readonly<Record<Sex, string>> = { male: 'Nam', female: 'Nữ' };

/** Only where the table has a column of marks for one sex, none for the other, and marks in it; the reader is told. */
export function meaningOfBlank(header: Header, rows: readonly GridRow[]): BlankMeaning | null {
  const of = (field: string) => header.columns.find((each) => each.field === field);
  const [male, female] = [of('maleMark'), of('femaleMark')];
  const tells = header.columns.some(({ field }) => TELLING.includes(field));
  const column = male ?? female;
  if (tells || column === undefined || (male && female)) return null;
  if (!rows.some((row) => isMark(row.texts[column.column] ?? ''))) return null;
  const marked: Sex = male ? 'male' : 'female';
  const message = `Chỉ có cột "${NAMES[marked]}" được đánh dấu: ô để trống trong cột này được hiểu là ${NAMES[OTHER[marked]]}. Nếu không đúng, hãy ghi giới tính của từng người.`;
  return {
    sex: OTHER[marked],
    note: { column: column.letters, code: 'roster.sex-by-blank', severity: 'note', message },
  };
}

/** Columns for marks in which no row has any: nobody's sex is known by them, and the reader is told. */
export function nothingMarked(header: Header, rows: readonly GridRow[]): BlankMeaning['note'][] {
  const columns = header.columns.filter(({ field }) => MARKED.includes(field));
  const tells = header.columns.some(({ field }) => TELLING.includes(field));
  const [first] = columns;
  if (tells || first === undefined || rows.length === 0) return [];
  if (rows.some(({ texts }) => columns.some(({ column }) => isTold(texts[column] ?? ''))))
    return [];
  const named = columns.map(({ field }) => `"${NAMES[field === 'maleMark' ? 'male' : 'female']}"`);
  const message = `Cột ${named.join(' và ')} không có dấu nào nên không biết giới tính của những người trong bảng. Hãy đánh dấu "x", hoặc ghi giới tính của từng người.`;
  return [{ column: first.letters, code: 'roster.sex-unmarked', severity: 'note', message }];
}

function isTold(text: string): boolean {
  return text !== '' && !NO_MARK.test(folded(text));
}

/** Whether the table states the sex of anybody: then a row without is a gap. */
export function tellsSex(header: Header, rows: readonly GridRow[]): boolean {
  const columns = header.columns.filter(({ field }) => field === 'sex' || MARKED.includes(field));
  return rows.some(({ texts }) => columns.some(({ column }) => isTold(texts[column] ?? '')));
}

const SAYING = ['sex', 'femaleMark', 'maleMark'] as const;

/** Whether a row leaves open what columns of its table ask for. */
export function sexIsMissing(values: RowValues): boolean {
  const fields = SAYING.filter((field) => values.has(field));
  const isByBirth = values.has('bornMale') || values.has('bornFemale');
  return fields.length > 0 && !isByBirth && !fields.some((field) => values.isFilled(field));
}

export function reportMissingSex(values: RowValues): void {
  const first = SAYING.find((field) => values.has(field)) ?? 'sex';
  const message =
    'Chưa ghi giới tính. Hãy ghi "Nam" hoặc "Nữ", hoặc đánh dấu vào cột của giới tính.';
  values.reportAt(first, { code: 'roster.sex-missing', severity: 'warning', message });
}

const MARKED: readonly (Field | null)[] = ['maleMark', 'femaleMark'];
const TELLING: readonly (Field | null)[] = ['sex', 'bornMale', 'bornFemale'];

/**
 * The sex that a row states: by the column of the birth date, by a mark, by a word. Statements that differ are an error and
 * nothing is chosen.
 *
 * @param byBirth of the column that the birth date stands in; null = the date does not tell.
 */
export function sexOf(values: RowValues, byBirth: Sex | null, told: ToldBySheet): Sex | null {
  const { blank, codes } = told;
  const [male, female] = [markOf(values, 'maleMark'), markOf(values, 'femaleMark')];
  const stated: readonly (Sex | null)[] = [
    byBirth,
    male ? 'male' : null,
    female ? 'female' : null,
    values.value('sex', (cell) => sexIn(cell, codes)),
  ];
  const different = new Set(stated.filter((sex) => sex !== null));
  if (different.size > 1) {
    values.reportAt(contradicted(values), contradiction());
    return null;
  }
  const [sex] = different;
  if (sex !== undefined) return sex;
  return isUnread(values, 'maleMark', male) || isUnread(values, 'femaleMark', female)
    ? null
    : blank;
}

function contradicted(values: RowValues): 'sex' | 'femaleMark' | 'maleMark' {
  return values.has('sex') ? 'sex' : values.has('femaleMark') ? 'femaleMark' : 'maleMark';
}

type MarkField = 'maleMark' | 'femaleMark';

function isUnread(values: RowValues, field: MarkField, mark: boolean | null): boolean {
  return mark === null && values.isFilled(field);
}

/** A mark, or the word of the column itself; false = it is said that there is none. */
function markOf(values: RowValues, field: MarkField): boolean | null {
  return values.value(field, (cell) => markIn(cell, field === 'maleMark' ? 'nam' : 'nu'));
}

function markIn(cell: Cell, word: string): Reading<boolean> {
  const text = folded(cell.text);
  if (isMark(text) || text === word || cell.value === true) return good(true);
  if (NO_MARK.test(text) || cell.value === false) return good(false);
  return unknown(cell.text);
}

const NO_MARK = /^(0|-|\/|khong)$/;

function sexIn(cell: Cell, codes: SexCodes): Reading<Sex> {
  const text = folded(cell.text).replace(/^[(\s]+|[).,;\s]+$/g, '');
  const code = codes.get(text);
  if (code !== undefined) return good<Sex>(code);
  if (MALE.test(text)) return good<Sex>('male');
  return FEMALE.test(text) ? good<Sex>('female') : unknown(cell.text);
}

/** In one language or in two: "Male/Nam". */
const MALE = /^(?:(?:nam(?: gioi)?|ong|male|m)(?:\s*[/(|-]\s*|$))+$/;
const FEMALE = /^(?:(?:nu(?: gioi)?|ba|female|f)(?:\s*[/(|-]\s*|$))+$/;

function unknown<T>(typed: string): Reading<T> {
  return bad(
    'roster.sex-unknown',
    `Không hiểu giới tính "${normalised(typed)}". Hãy ghi "Nam" hoặc "Nữ".`,
  );
}

function contradiction(): Fault {
  const message =
    'Các cột của dòng này cho hai giới tính khác nhau. Hãy sửa cột giới tính hoặc chuyển ngày sinh sang cột đúng.';
  return { code: 'roster.sex-contradiction', severity: 'error', message };
}
