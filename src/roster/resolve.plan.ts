import type { Issue } from '../shared/issue.js';
import { Matcher, MOST_ASKED, type Candidate, type Matches } from './reading/match.js';
import { UnitFinder, type KnownUnit } from './reading/unit-finder.js';
import { wholeRecord } from './reading/record-fields.js';
import { PositionFinder } from './reading/position-finder.js';
import type { RosterRecord, RowPlace } from './record.js';

/** What the registry knows on the roster's day, as the resolver needs it. */
export interface ResolveContext {
  /** "Tỉnh Điện Biên"; null = not known. */
  readonly provinceName: string | null;
  /** Provinces that its units lay in before. */
  readonly formerProvinceNames?: readonly string[];
  readonly units: readonly (KnownUnit & { readonly id: number })[];
  readonly positions: readonly Candidate[];
  readonly majors: readonly { readonly spelling: string; readonly majorGroup: string }[];
  readonly ranks: readonly KnownRank[];
}

/** A rank of the catalogue. */
export interface KnownRank {
  readonly code: string;
  readonly name: string;
  /** Other spellings: "CVC". */
  readonly aliases?: readonly string[];
}

/** What stands around a row: it tells units of one name apart, and whose "Văn phòng" a row speaks of. */
export interface Surroundings {
  /** Section rows, title and name of the sheet, the nearest first. */
  readonly around?: readonly string[];
  /** Offices at the head of the sheet; they only tell apart. */
  readonly hints?: readonly string[];
  /** The block or division of the section above. */
  readonly blockText?: string | null;
}

/** A row with its texts turned into codes; null where nobody may decide but the reader. */
export interface ResolvedRow {
  readonly record: RosterRecord;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly homeUnitId: number | null;
  readonly majorGroup: string | null;
}

/** Letters of the column that a field of a row was read from; '' where unknown. */
export type ColumnOf = (row: RowPlace, field: keyof RosterRecord) => string;

/**
 * Turns the sender's words into codes of the day: exactly, or by a known alias; never by a guess.
 *
 * @returns one row a record, in order, and what could not be resolved: unit and position as errors, home, major and rank
 * as warnings.
 */
export function resolveRecords(
  records: readonly (RosterRecord & Surroundings)[],
  context: ResolveContext,
  columnOf: ColumnOf,
): { readonly rows: readonly ResolvedRow[]; readonly issues: readonly Issue[] } {
  const units = new UnitFinder(context.units, context.provinceName, context.formerProvinceNames);
  const positions = new PositionFinder(context.positions);
  const majors = matcherOf(context.majors.map((each) => [each.majorGroup, [each.spelling]]));
  const ranks = matcherOf(
    context.ranks.map(({ code, name, aliases = [] }) => [code, [code, name, ...aliases]]),
  );
  const idOf = new Map(context.units.map((unit) => [unit.code, unit.id]));
  const nameOf = new Map(context.units.map(({ code, name }) => [code, name]));
  const issues: Issue[] = [];
  const withoutMajors = new Map<string, Set<string>>();
  const isWithoutMajors = majorsMissing(columnOf, withoutMajors);
  const rows = records.map((record): ResolvedRow => {
    const complain = complaints(record, columnOf, issues);
    const { around = [], hints = [], blockText = null } = record;
    const unit = units.find(record.unitText, around, hints);
    const home = record.homeText === null ? null : units.find(record.homeText);
    const rank = answer(record, 'rank', given(ranks, record.rank), complain, RANK);
    const homeCode = answer(record, 'homeText', home, complain, HOME);
    return {
      record: rank === null || rank === record.rank ? record : { ...wholeRecord(record), rank },
      unitCode: answer(record, 'unitText', isNothing(unit, record) ? null : unit, complain, UNIT),
      positionCode: answer(
        record,
        'positionText',
        positions.find(
          record.positionText,
          [record.unitText, blockText],
          nameOf.get(unit.answer?.code ?? '') ?? null,
        ),
        complain,
        POSITION,
      ),
      homeUnitId: homeCode === null ? null : (idOf.get(homeCode) ?? null),
      majorGroup: isWithoutMajors(record)
        ? null
        : answer(record, 'major', given(majors, record.major), complain, MAJOR),
    };
  });
  return { rows, issues: [...issues, ...majorsNotes(withoutMajors)] };
}

/** Where a table has no column of majors one note of its file says so, not every row. */
function majorsMissing(
  columnOf: ColumnOf,
  missing: Map<string, Set<string>>,
): (record: RosterRecord) => boolean {
  return (record) => {
    if (record.major !== null || columnOf(record, 'major') !== '') return false;
    const { file, sheet } = record;
    const sheets = missing.get(file) ?? new Set();
    missing.set(file, sheets.add(sheet));
    return true;
  };
}

const MOST_SHEETS = 5;

function majorsNotes(missing: ReadonlyMap<string, ReadonlySet<string>>): Issue[] {
  return [...missing].map(([file, all]) => {
    const [sheet = '', ...others] = all;
    if (others.length === 0) return { ...NO_MAJORS, file, sheet };
    const names = [...all].slice(0, MOST_SHEETS).map((each) => `"${each}"`);
    const more = all.size > MOST_SHEETS ? `, … (${all.size} sheet)` : '';
    const message = `Các sheet ${names.join(', ')}${more} không có cột chuyên ngành: không xét được sự phù hợp với vị trí việc làm. Hãy thêm cột "Chuyên ngành".`;
    return { ...NO_MAJORS, file, sheet: '', message };
  });
}

function matcherOf(candidates: readonly (readonly [string, readonly string[]])[]): Matcher {
  return new Matcher(candidates.map(([code, spellings]) => ({ code, spellings })));
}

/** Neither the row nor what surrounds it names a unit. */
function isNothing({ answer, suggestions }: Matches, { unitText }: RosterRecord): boolean {
  return unitText === null && answer === null && suggestions.length === 0;
}

interface Wording {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly missing: string | null;
  readonly unknown: (text: string) => string;
  /** What to do where nothing is like it. */
  readonly otherwise?: string;
  /** Said instead where several bear that very name. */
  readonly several?: (text: string, names: string) => string;
}

const UNIT: Wording = {
  code: 'roster.unit',
  severity: 'error',
  missing:
    'Không biết đơn vị công tác. Hãy ghi vào cột đơn vị hoặc thêm dòng tên đơn vị phía trên.',
  unknown: (text) => `Không có đơn vị "${text}" trong danh sách đơn vị vào ngày của danh sách này.`,
  otherwise: ' Hãy ghi tên như trong danh sách đơn vị.',
  several: (text, names) =>
    `Có nhiều đơn vị tên "${text}" vào ngày của danh sách này: ${names}. Hãy ghi thêm tên huyện hoặc ghi mã đơn vị.`,
};
const POSITION: Wording = {
  code: 'roster.position',
  severity: 'error',
  missing: 'Thiếu chức vụ, chức danh. Hãy bổ sung vào dòng này.',
  unknown: (text) => `Không có chức danh "${text}" trong danh mục vị trí việc làm vào ngày này.`,
  otherwise: ' Hãy ghi tên như trong danh mục vị trí việc làm.',
};
const HOME: Wording = {
  code: 'roster.home',
  severity: 'note',
  missing: null,
  unknown: (text) =>
    `Không xác định được xã của quê quán "${text}"; khoảng cách sẽ tính từ đơn vị cũ.`,
};
const MAJOR: Wording = {
  code: 'roster.major',
  severity: 'warning',
  missing: 'Chưa ghi chuyên ngành: không xét được sự phù hợp với vị trí việc làm.',
  unknown: (text) =>
    `Chưa xếp được chuyên ngành "${text}" vào nhóm ngành nào; người này bị coi là trái ngành.`,
};

const UNASKED = ` Đã có hơn ${MOST_ASKED} tên khác nhau không có trong danh mục, nên tên này không được gợi ý tên gần giống.`;

const NO_MAJORS = {
  row: 0,
  column: '',
  code: 'roster.majors-missing',
  severity: 'note',
  message:
    'Bảng không có cột chuyên ngành: không xét được sự phù hợp với vị trí việc làm. Hãy thêm cột "Chuyên ngành".',
} as const;
const RANK: Wording = {
  code: 'roster.rank',
  severity: 'warning',
  missing: null,
  unknown: (text) =>
    `Không có ngạch "${text}" trong danh mục. Hãy ghi mã ngạch (ví dụ 01.003) hoặc tên ngạch (Chuyên viên).`,
};

/** Fields that hold the sender's words. */
type TextField = 'unitText' | 'positionText' | 'homeText' | 'major' | 'rank';

type Complain = (
  field: keyof RosterRecord,
  code: string,
  severity: Issue['severity'],
  message: string,
) => void;

function answer(
  record: RosterRecord,
  field: TextField,
  matches: Matches | null,
  complain: Complain,
  wording: Wording,
): string | null {
  if (matches === null) {
    if (wording.missing !== null)
      complain(field, `${wording.code}-missing`, wording.severity, wording.missing);
    return null;
  }
  if (matches.answer !== null) return matches.answer.code;
  const names = matches.suggestions.map((each) => `${each.spelling} (${each.code})`).join('; ');
  const near = names === '' ? '' : ` Gần giống: ${names}. Chương trình không tự chọn.`;
  const unlike = (matches.unasked === true ? UNASKED : '') + (wording.otherwise ?? '');
  const text = record[field] ?? '';
  const isShared = names !== '' && matches.suggestions.every(({ kind }) => kind !== 'suggested');
  const message =
    isShared && wording.several !== undefined
      ? wording.several(text, names)
      : wording.unknown(text) + (near === '' ? unlike : near);
  complain(field, `${wording.code}-unknown`, wording.severity, message);
  return null;
}

function complaints(record: RosterRecord, columnOf: ColumnOf, issues: Issue[]): Complain {
  const { file, sheet, row } = record;
  return (field, code, severity, message) =>
    issues.push({ file, sheet, row, column: columnOf(record, field), code, severity, message });
}

function given(matcher: Matcher, text: string | null): Matches | null {
  return text === null || text === '' ? null : matcher.match(text);
}
