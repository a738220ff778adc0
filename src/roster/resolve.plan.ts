import type { Issue } from '../shared/issue.js';
import { Matcher, type Candidate, type Matches } from './reading/match.js';
import { spelling } from './reading/spelling.js';
import type { RosterRecord } from './record.js';

/** What the registry knows on the roster's day, as the resolver needs it. */
export interface ResolveContext {
  readonly units: readonly (Candidate & { readonly id: number })[];
  readonly positions: readonly Candidate[];
  readonly majors: readonly { readonly spelling: string; readonly majorGroup: string }[];
  readonly ranks: readonly KnownRank[];
}

/** A rank of the catalogue. */
export interface KnownRank {
  readonly code: string;
  readonly name: string;
}

/** A row with its texts turned into codes; null where nobody may decide but the reader. */
export interface ResolvedRow {
  readonly record: RosterRecord;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
  readonly homeUnitId: number | null;
  readonly majorGroup: string | null;
}

/** Columns that the resolver complains about, as letters, by sheet; '' where unknown. */
export type ColumnOf = (record: RosterRecord, field: keyof RosterRecord) => string;

/**
 * Turns the sender's words into codes of the day: exactly, or by a known alias; never by a guess.
 *
 * @returns one row a record, in order, and what could not be resolved: unit and position as errors, home, major and rank
 * as warnings.
 */
export function resolveRecords(
  records: readonly RosterRecord[],
  context: ResolveContext,
  columnOf: ColumnOf,
): { readonly rows: readonly ResolvedRow[]; readonly issues: readonly Issue[] } {
  const units = new Matcher(context.units);
  const positions = new Matcher(context.positions);
  const majors = new Matcher(
    context.majors.map((major) => ({ code: major.majorGroup, spellings: [major.spelling] })),
  );
  const idOf = new Map(context.units.map((unit) => [unit.code, unit.id]));
  const issues: Issue[] = [];
  const unitOf = remembered((text) => units.match(text));
  const positionOf = remembered((text) => positions.match(text));
  const majorOf = remembered((text) => majors.match(text));
  const rankOf = rankCodes(context.ranks);
  const rows = records.map((record): ResolvedRow => {
    const complain = complaints(record, columnOf, issues);
    const rank = record.rank === null ? null : rankOf(record.rank);
    if (record.rank !== null && rank === null)
      complain(
        'rank',
        'roster.rank-unknown',
        'warning',
        `Không có ngạch "${record.rank}" trong danh mục. Hãy ghi mã ngạch (ví dụ 01.003) hoặc tên ngạch (Chuyên viên).`,
      );
    const homeCode = answer(record, 'homeText', homeMatch(unitOf, record.homeText), complain, HOME);
    return {
      record: rank === null || rank === record.rank ? record : { ...record, rank },
      unitCode: answer(record, 'unitText', given(unitOf, record.unitText), complain, UNIT),
      positionCode: answer(
        record,
        'positionText',
        given(positionOf, record.positionText),
        complain,
        POSITION,
      ),
      homeUnitId: homeCode === null ? null : (idOf.get(homeCode) ?? null),
      majorGroup: answer(record, 'major', given(majorOf, record.major), complain, MAJOR),
    };
  });
  return { rows, issues };
}

interface Wording {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  readonly missing: string | null;
  readonly unknown: (text: string) => string;
}

const UNIT: Wording = {
  code: 'roster.unit',
  severity: 'error',
  missing:
    'Không rõ người này thuộc đơn vị nào: cần ghi ở cột đơn vị, hoặc ở dòng tên đơn vị phía trên.',
  unknown: (text) => `Không có đơn vị "${text}" trong danh sách đơn vị vào ngày của danh sách này.`,
};
const POSITION: Wording = {
  code: 'roster.position',
  severity: 'error',
  missing: 'Chưa ghi chức vụ, chức danh.',
  unknown: (text) => `Không có chức danh "${text}" trong danh mục vị trí việc làm vào ngày này.`,
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

/** Fields that hold the sender's words. */
type TextField = 'unitText' | 'positionText' | 'homeText' | 'major';

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
  const hint = names === '' ? '' : ` Gần giống: ${names}. Chương trình không tự chọn.`;
  complain(
    field,
    `${wording.code}-unknown`,
    wording.severity,
    wording.unknown(record[field] ?? '') + hint,
  );
  return null;
}

function complaints(record: RosterRecord, columnOf: ColumnOf, issues: Issue[]): Complain {
  const { file, sheet, row } = record;
  return (field, code, severity, message) =>
    issues.push({ file, sheet, row, column: columnOf(record, field), code, severity, message });
}

function given(match: (text: string) => Matches, text: string | null): Matches | null {
  return text === null || text === '' ? null : match(text);
}

/** "Xã X, huyện Y": whole, else its first part alone. */
function homeMatch(match: (text: string) => Matches, text: string | null): Matches | null {
  const whole = given(match, text);
  if (whole === null || whole.answer !== null || text === null) return whole;
  const [first = ''] = text.split(',');
  return first === text ? whole : match(first);
}

/** The code of a rank given by code or by name; null = the catalogue does not have it. */
function rankCodes(ranks: readonly KnownRank[]): (text: string) => string | null {
  const codes = new Map([
    ...ranks.toReversed().map(({ code, name }) => [spelling(name), code] as const),
    ...ranks.map(({ code }) => [spelling(code), code] as const),
  ]);
  return (text) => codes.get(spelling(text)) ?? null;
}

/** The same text occurs in hundreds of rows. */
function remembered(match: (text: string) => Matches): (text: string) => Matches {
  const known = new Map<string, Matches>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = match(text);
    known.set(text, found);
    return found;
  };
}
