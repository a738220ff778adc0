import { KIND_NAMES, type KnownKey } from '../../../law/law-version.js';
import type { StandingRow } from '../../../law/versions.plan.js';
import { valueOutOfBounds } from '../../../rules/parameter-bounds.js';
import { scopesOf, unitOfScope, type ParameterRow } from '../../../rules/parameters.js';
import type { Evidence } from '../../../rules/vocabulary.js';
import { addDays, type Day, dayBefore, isInForce } from '../../../shared/day.js';
import type { Mark } from '../../mark.js';
import { FILE, REGISTRY } from '../../merge.plan.js';
import { verdictOf } from '../../three-way.rules.js';
import type { AskedColumn } from '../things/thing.plan.js';
import type { ThingFault, ThingValues } from '../things/thing-values.js';
import { textOfValue, valueOfText } from './parameter-texts.js';

export interface SaidParameter {
  readonly said: ThingValues;
  readonly mark: Mark | null;
  /** What its sender's last sheet said of the same parameter from the same day; null = nothing. */
  readonly before: ThingValues | null;
  /** To questions of the row, by column. */
  readonly answers: ReadonlyMap<string, string>;
}

/** What a row makes of the law. */
export interface ParameterStep {
  /** What holds on its first day: the unit's or the province's own, else what is wider. */
  readonly before: StandingRow | null;
  /** The version to be written; null = nothing new, or a fault. */
  readonly wanted: ParameterRow | null;
  readonly faults: readonly ThingFault[];
  readonly asked: readonly AskedColumn[];
}

export interface StandingLaw {
  readonly rows: readonly StandingRow[];
  readonly keys: ReadonlyMap<string, KnownKey>;
  readonly hasUnit: (code: string, on: Day) => boolean;
  readonly provinceCode: string;
  /** The first day of a row that names none. */
  readonly asOf: Day;
}

/** Columns that say what a version is, beside whose it is and from when. */
export const CONTENT = [
  ...['value', 'last_on', 'source_document', 'source_article', 'source_on', 'evidence', 'remark'],
] as const;

/** A version as a sheet gives it. */
export function valuesOfVersion(row: ParameterRow, provinceCode: string): ThingValues {
  return {
    key: row.key,
    own_unit: unitOfScope(provinceCode, row.scope) ?? '',
    value: textOfValue(row.value),
    starts_on: row.startsOn,
    last_on: row.endsOn === null ? null : dayBefore(row.endsOn),
    ...{ source_document: row.source.document, source_article: row.source.article },
    ...{ source_on: row.source.date || null, evidence: row.evidence, remark: row.note },
  };
}

/**
 * What rows make of the law, each by itself. A row that says what holds already makes nothing; one whose version was changed
 * since it was exported says only what was typed anew.
 */
export function parameterSteps(
  rows: readonly SaidParameter[],
  law: StandingLaw,
): readonly ParameterStep[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    const step = stepOf(row, law);
    const { said } = row;
    const place = [said['key'], said['own_unit'], said['starts_on'] ?? law.asOf].join('|');
    const isTwice = seen.has(place);
    seen.add(place);
    return isTwice ? { ...step, faults: [...step.faults, TWICE] } : step;
  });
}

function stepOf(
  { said, mark, before: earlier, answers }: SaidParameter,
  law: StandingLaw,
): ParameterStep {
  const key = String(said['key']);
  const unit = String(said['own_unit'] ?? '');
  const startsOn = (said['starts_on'] as Day | null | undefined) ?? law.asOf;
  const known = law.keys.get(key);
  if (known === undefined) return faulty([unknownKey(key)]);
  const before = holding(law, { key, unit, startsOn });
  const typed = valueOfText(String(said['value']), known.kind, before?.value);
  const faults = [
    ...otherKind(known, typed),
    ...(unit !== '' && !known.byUnit ? [notByUnit(known)] : []),
    ...(unit !== '' && !law.hasUnit(unit, startsOn) ? [unknownUnit(unit)] : []),
  ];
  if (faults.length > 0) return faulty(faults);
  const spoken = { ...said, value: textOfValue(typed) };
  const was = before === null ? {} : valuesOfVersion(before, law.provinceCode);
  const went =
    mark?.went ?? saidAs(earlier, (text) => valueOfText(text, known.kind, before?.value));
  const since = mark === null ? 'last-sheet' : 'export';
  const { values, asked } = met(spoken, was, { went, since, answers });
  if (CONTENT.every((column) => values[column] === (was[column] ?? null)))
    return { before, wanted: null, faults: [], asked };
  const last = values['last_on'] as Day | null;
  if (last !== null && last < startsOn) return faulty([ORDER]);
  const scopes = scopesOf(law.provinceCode, unit === '' ? null : unit);
  const wanted: ParameterRow = {
    ...{ key, startsOn, endsOn: last === null ? null : addDays(last, 1) },
    value: valueOfText(String(values['value']), known.kind, before?.value),
    scope: scopes.at(-1) ?? '',
    source: {
      document: String(values['source_document']),
      article: String(values['source_article'] ?? ''),
      date: String(values['source_on'] ?? ''),
    },
    evidence: evidenceOf(values, was),
    note: String(values['remark'] ?? ''),
  };
  return { before, wanted, faults: [], asked };
}

/** The narrowest version that holds on the day. */
function holding(
  { rows, provinceCode }: StandingLaw,
  { key, unit, startsOn }: { readonly key: string; readonly unit: string; readonly startsOn: Day },
): StandingRow | null {
  const scopes = scopesOf(provinceCode, unit === '' ? null : unit);
  const own = rows.filter((row) => row.key === key && isInForce(row, startsOn));
  const found = scopes.map((scope) => own.find((row) => row.scope === scope));
  return found.findLast((row) => row !== undefined) ?? null;
}

/** What the sender's last sheet said, its value as the law writes it; a column that it lacked says nothing. */
function saidAs(earlier: ThingValues | null, read: (text: string) => unknown): Mark['went'] {
  if (earlier === null) return () => null;
  const typed = read(String(earlier['value'] ?? ''));
  const said: ThingValues =
    typed === undefined ? earlier : { ...earlier, value: textOfValue(typed) };
  return (column, value) =>
    column in said ? JSON.stringify(said[column] ?? null) === JSON.stringify(value ?? null) : null;
}

interface Compared extends Pick<AskedColumn, 'since'> {
  readonly went: Mark['went'];
  readonly answers: SaidParameter['answers'];
}

/** The row's values over those that hold, but for edits that an older export or the sender's last sheet lacks. */
function met(
  said: ThingValues,
  was: ThingValues,
  { went, since, answers }: Compared,
): { readonly values: ThingValues; readonly asked: ParameterStep['asked'] } {
  const asked: AskedColumn[] = [];
  const values = CONTENT.map((column): readonly [string, ThingValues[string]] => {
    const known = was[column] ?? null;
    const value = said[column] ?? null;
    if (!(column in said) || (column === 'evidence' && value === null)) return [column, known];
    const verdict = verdictOf(
      JSON.stringify(value),
      JSON.stringify(known),
      went(column, value) === null ? null : (text) => went(column, JSON.parse(text)) === true,
    );
    const stays = verdict === 'registry' && since === 'last-sheet';
    const answer = answers.get(column) ?? (stays ? REGISTRY : null);
    const isAsked = verdict === 'question' || stays;
    if (isAsked) asked.push({ column, answer, since, stays });
    return [column, verdict === 'file' || (isAsked && answer === FILE) ? value : known];
  });
  return { values: Object.fromEntries(values), asked };
}

/** Another value than the one that was confirmed is not confirmed by that. */
function evidenceOf(values: ThingValues, was: ThingValues): Evidence {
  const evidence = (values['evidence'] as Evidence | null) ?? 'found';
  const isOther = values['value'] !== was['value'];
  return isOther && evidence === 'confirmed' && was['evidence'] === 'confirmed'
    ? 'found'
    : evidence;
}

function faulty(faults: readonly ThingFault[]): ParameterStep {
  return { before: null, wanted: null, faults, asked: [] };
}

function unknownKey(key: string): ThingFault {
  return {
    ...{ column: 'key', code: 'law.unknown-parameter' },
    message: `Không có tham số mã "${key}". Hãy lấy mã trong tệp mẫu.`,
  };
}

/** @param typed undefined = the cell cannot be of the kind. */
function otherKind({ key, kind }: KnownKey, typed: unknown): ThingFault[] {
  const wanted = typed === undefined ? KIND_NAMES[kind] : valueOutOfBounds(key, typed);
  if (wanted === null) return [];
  return [
    {
      ...{ column: 'value', code: 'law.other-kind' },
      message: `Giá trị của tham số này phải là ${wanted}; danh sách cách nhau bằng dấu chấm phẩy, số không có dấu phân cách hàng nghìn.`,
    },
  ];
}

function notByUnit({ nameVi }: KnownKey): ThingFault {
  return {
    ...{ column: 'own_unit', code: 'law.not-by-unit' },
    message: `"${nameVi}" chỉ đặt được cho cả tỉnh. Hãy để trống ô này.`,
  };
}

function unknownUnit(unit: string): ThingFault {
  return {
    ...{ column: 'own_unit', code: 'law.unknown-unit' },
    message: `Ngày có hiệu lực, tỉnh không có đơn vị mã "${unit}". Hãy sửa mã, hoặc để trống nếu áp dụng cả tỉnh.`,
  };
}

const ORDER: ThingFault = {
  ...{ column: 'last_on', code: 'law.span-reversed' },
  message: 'Ngày cuối đứng trước ngày bắt đầu. Hãy sửa một trong hai ô.',
};
const TWICE: ThingFault = {
  ...{ column: '', code: 'registry.row-twice' },
  message:
    'Dòng này nói về cùng tham số, cùng đơn vị và cùng ngày bắt đầu với một dòng khác. Hãy chỉ giữ một dòng.',
};
