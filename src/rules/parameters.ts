import { isInForce, type Day } from '../shared/day.js';
import { BadInput, Conflict, NotFound } from '../shared/errors.js';
import { byCodePoint } from '../shared/text.js';
import { EVIDENCE, type Evidence } from './vocabulary.js';

/** Parameters as they stand on one day in one place, by key. */
export type ParameterValues = Readonly<Record<string, unknown>>;

/** One dated legal figure. `scope` is `nation`, `province:<code>` or `unit:<province>:<code>`; the narrower scope wins. */
export interface ParameterRow {
  readonly key: string;
  readonly value: unknown;
  readonly scope: string;
  readonly startsOn: Day;
  readonly endsOn: Day | null;
  readonly source: { readonly document: string; readonly article: string; readonly date: string };
  readonly evidence: Evidence;
  readonly note: string;
}

/** What is in force, and the row behind each value. */
export interface ParameterSet {
  readonly values: ParameterValues;
  readonly rows: ReadonlyMap<string, ParameterRow>;
}

/** The scopes that hold in a province, or in one unit of it, the widest first. */
export function scopesOf(provinceCode: string, unit: string | null = null): readonly string[] {
  const wide = ['nation', `province:${provinceCode}`];
  return unit === null ? wide : [...wide, unitScope(provinceCode, unit)];
}

/** The scope of a unit; codes of units count inside their province. */
export function unitScope(provinceCode: string, unit: string): string {
  return `unit:${provinceCode}:${unit}`;
}

/** The unit of a scope; null = it is wider, or of another province. */
export function unitOfScope(provinceCode: string, scope: string): string | null {
  const start = unitScope(provinceCode, '');
  return scope.startsWith(start) ? scope.slice(start.length) : null;
}

/** Whether a scope has a say anywhere in the province. */
export function isScopeOf(provinceCode: string, scope: string): boolean {
  return scopesOf(provinceCode).includes(scope) || unitOfScope(provinceCode, scope) !== null;
}

/**
 * A parameter has one value a day: that of the narrowest scope which has one.
 *
 * @param scopes the widest first; rows of other scopes do not count.
 * @throws Conflict when two rows of one key and scope are in force on the same day.
 */
export function parametersOn(
  rows: readonly ParameterRow[],
  day: Day,
  scopes: readonly string[],
): ParameterSet {
  const chosen = new Map<string, ParameterRow>();
  for (const scope of scopes) {
    const seen = new Set<string>();
    for (const row of rows) {
      if (row.scope !== scope || !isInForce(row, day)) continue;
      if (seen.has(row.key)) throw twice(row, day);
      seen.add(row.key);
      chosen.set(row.key, row);
    }
  }
  const sorted = [...chosen].sort(([a], [b]) => byCodePoint(a, b));
  return {
    values: Object.fromEntries(sorted.map(([key, row]) => [key, row.value])),
    rows: new Map(sorted),
  };
}

/** The law of a day: for the province, and for each unit that has values of its own. */
export interface LawOnDay {
  readonly province: ParameterSet;
  /** That of the province where the unit has none. */
  readonly of: (unit: string) => ParameterSet;
}

/** @throws as `parametersOn` */
export function lawOnDay(rows: readonly ParameterRow[], provinceCode: string, day: Day): LawOnDay {
  const province = parametersOn(rows, day, scopesOf(provinceCode));
  const codes = rows.flatMap(({ scope }) => unitOfScope(provinceCode, scope) ?? []);
  const units = new Map(
    [...new Set(codes)].map((code) => [
      code,
      parametersOn(rows, day, scopesOf(provinceCode, code)),
    ]),
  );
  return { province, of: (unit) => units.get(unit) ?? province };
}

/** The evidence marks behind the given keys, the weakest first to tell; keys that are not in force do not count. */
export function evidenceOf(set: ParameterSet, keys: Iterable<string>): readonly Evidence[] {
  const marks = new Set([...keys].map((key) => set.rows.get(key)?.evidence));
  const weakestFirst: readonly Evidence[] = ['recalled', 'derived', 'found', 'confirmed'];
  return weakestFirst.filter((mark) => marks.has(mark));
}

/** Whether a figure of this mark may decide without being shown as an assumption. */
export function isSettled(mark: Evidence): boolean {
  return mark === 'found' || mark === 'confirmed';
}

/** @throws NotFound when missing, BadInput when it is no finite number. */
export function numberOf(values: ParameterValues, key: string): number {
  const value = valueOf(values, key);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw wrongType(key, 'một số');
}

/** @throws NotFound when missing, BadInput when it is no whole number from 0. */
export function wholeNumberOf(values: ParameterValues, key: string): number {
  const value = valueOf(values, key);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
  throw wrongType(key, 'số nguyên từ 0 trở lên');
}

/** @throws NotFound when missing, BadInput when it is neither true nor false. */
export function booleanOf(values: ParameterValues, key: string): boolean {
  const value = valueOf(values, key);
  if (typeof value === 'boolean') return value;
  throw wrongType(key, 'đúng hoặc sai');
}

/** @throws NotFound when missing, BadInput when it is no text. */
export function textOf(values: ParameterValues, key: string): string {
  const value = valueOf(values, key);
  if (typeof value === 'string') return value;
  throw wrongType(key, 'văn bản');
}

/** @throws NotFound when missing, BadInput when it is no list of texts. */
export function textsOf(values: ParameterValues, key: string): readonly string[] {
  const value: unknown = valueOf(values, key);
  if (isTexts(value)) return value;
  throw wrongType(key, 'danh sách văn bản');
}

/** @throws NotFound when missing, BadInput when it is no list of whole numbers from 0. */
export function wholeNumbersOf(values: ParameterValues, key: string): readonly number[] {
  const value: unknown = valueOf(values, key);
  if (isWholeNumbers(value)) return value;
  throw wrongType(key, 'danh sách số nguyên từ 0 trở lên');
}

function isWholeNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((item) => Number.isSafeInteger(item) && item >= 0);
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}

/** Whether `text` is an evidence mark. */
export function isEvidence(text: unknown): text is Evidence {
  return EVIDENCE.some((mark) => mark === text);
}

function valueOf(values: ParameterValues, key: string): unknown {
  if (Object.hasOwn(values, key)) return values[key];
  throw new NotFound(
    'law.parameter-missing',
    `Thiếu tham số ${key} vào ngày áp dụng. Bổ sung tham số này, kèm căn cứ, trong bộ tham số pháp luật.`,
    { key },
  );
}

function wrongType(key: string, expected: string): BadInput {
  return new BadInput(
    'law.parameter-type',
    `Tham số ${key} phải là ${expected}. Sửa giá trị trong bộ tham số pháp luật.`,
    { key },
  );
}

function twice(row: ParameterRow, day: Day): Conflict {
  return new Conflict(
    'law.parameter-twice',
    `Tham số ${row.key} (${row.scope}) có hai giá trị cùng hiệu lực ngày ${day}. Sửa ngày hiệu lực của một trong hai.`,
    { key: row.key, scope: row.scope, day },
  );
}
