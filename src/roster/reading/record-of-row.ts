import { normalised } from '../../shared/text.js';
import type { Sex } from '../../rules/vocabulary.js';
import type { DateSystem } from '../../sheet/date-serial.js';
import type { Cell } from '../../sheet/workbook.js';
import type { RosterWish, RowPlace } from '../record.js';
import type { Field } from './fields.js';
import { identityOf } from './identity.js';
import type { ReadRecord } from './roster-reading.js';
import { isBodyText } from './unit-finder.js';
import { isOfDistrict } from './office-of-district.js';
import { isPlaceName } from './place-names.js';
import { unitIn, unitWords } from './unit-words.js';
import type { RowValues } from './row-values.js';
import type { SexCodes } from './sex.js';
import { isSameAsAbove, takenFromAbove } from './values/same-as-above.js';
import { conditionsIn } from './values/conditions.js';
import { degree } from './values/degree.js';
import { good, withFault, type Reading } from './values/fault.js';
import { figure, type FigureBounds } from './values/figure.js';
import { partialDay } from './values/partial-day.js';
import { rank } from './values/rank.js';
import { wish } from './values/wish.js';

/** What the rows above a person and the sheet give. */
export interface RowContext {
  readonly place: RowPlace;
  readonly dateSystem: DateSystem;
  /** What the rows above say in the column of units; null = nothing yet. */
  readonly unitAbove: string | null;
  /** What the rows above say in the column of districts; null = nothing yet. */
  readonly districtAbove: string | null;
  /** A row without a unit is of the unit above. */
  readonly isCountedByUnit: boolean;
  /** What stands in a further column of posts, of the Party say; null = nothing. */
  readonly otherPosition: string | null;
  /** Most dates of birth of the table stand month first. */
  readonly isMonthFirst: boolean;
  /** Unit by section row, sheet name or title. */
  readonly unitText: string | null;
  readonly blockText: string | null;
  readonly around: readonly string[];
  /** The commune whose office heads the sheet, where units have a column; null = none. */
  readonly agency: string | null;
  /** The district whose office heads the sheet, where its own offices are named; null = none. */
  readonly district: string | null;
  readonly hints: readonly string[];
  /** The sex that is meant where nothing is marked. */
  readonly blankMeans: Sex | null;
  readonly sexCodes: SexCodes;
  /** Rows of the table state the sex. */
  readonly tellsSex: boolean;
  readonly ratingYears: readonly string[];
  readonly unknown: Readonly<Record<string, string>>;
}

const STEP: FigureBounds = { low: 1, high: 15, wanted: 'bậc lương từ 1 đến 15' };
const COEFFICIENT: FigureBounds = {
  low: 1,
  high: 13,
  wanted: 'hệ số lương từ 1 đến 13, ví dụ 3,33',
};
const ALLOWANCE: FigureBounds = { low: 0, high: 2, wanted: 'hệ số phụ cấp từ 0 đến 2, ví dụ 0,25' };
const OVER_GRADE: FigureBounds = {
  low: 0,
  high: 60,
  wanted: 'số phần trăm vượt khung từ 0 đến 60',
};
const INSURANCE: FigureBounds = { low: 0, high: 60, wanted: 'số năm đóng bảo hiểm từ 0 đến 60' };

/** One person's row as a record; whatever cannot be read is null and an issue says so. */
export function recordOfRow(values: RowValues, context: RowContext): ReadRecord {
  const day = (field: Field): string | null =>
    values.value(field, (cell) => partialDay(cell, context.dateSystem));
  const number = (field: Field, bounds: FigureBounds): number | null =>
    values.value(field, (cell) => figure(cell, bounds));
  const { place } = context;
  const who = identityOf(values, context);
  const wished = readWish(values);
  // every key by its name, not by spreading: an object of so many keys that is spread together is ten times as slow
  return {
    file: place.file,
    sheet: place.sheet,
    row: place.row,
    fullName: who.fullName,
    personalNumber: who.personalNumber,
    sex: who.sex,
    bornOn: who.bornOn,
    ethnicity: values.text('ethnicity'),
    religion: values.text('religion'),
    homeText: values.text('home'),
    addressText: values.text('address'),
    unitText: unitOf(values, context),
    positionText: values.text('position') ?? context.otherPosition,
    recruitedOn: day('recruitedOn'),
    partyProbationaryOn: day('partyProbationaryOn'),
    partyOfficialOn: day('partyOfficialOn'),
    generalEducation: values.value('generalEducation', grades),
    degree: values.value('degree', (cell) => degree(cell.text)),
    major: values.text('major'),
    studyMode: values.text('studyMode'),
    school: values.text('school'),
    politicalTheory: values.text('politicalTheory'),
    stateManagement: values.text('stateManagement'),
    foreignLanguage: values.text('foreignLanguage'),
    informatics: values.text('informatics'),
    minorityLanguages: listOf(values, 'minorityLanguages').map(withoutTieng),
    certificates: listOf(values, 'certificates'),
    rank: values.value('rank', rank),
    step: number('step', STEP),
    coefficient: number('coefficient', COEFFICIENT),
    stepOn: day('stepOn'),
    positionAllowance: number('positionAllowance', ALLOWANCE),
    overGradePercent: number('overGradePercent', OVER_GRADE),
    ratings: ratingsOf(values, context.ratingYears),
    plannedTitle: values.text('plannedTitle'),
    insuranceYears: number('insuranceYears', INSURANCE),
    spousePersonalNumber: who.spousePersonalNumber,
    conditions: conditionsIn(textWithLines(values, 'conditions')),
    wish: wished.wish,
    proposedUnitText: values.text('proposedUnit'),
    proposedPositionText: values.text('proposedPosition'),
    note: values.text('note'),
    unknown: withKept(context.unknown, wished.kept, who.nameRemark),
    blockText: context.blockText,
    around: aroundOf(values, context),
    hints: context.hints,
  };
}

/** Where no column names units, a title may: "Chủ tịch UBND xã Nà Tấu". */
function unitOf(values: RowValues, context: RowContext): string | null {
  const { unitText, unitAbove, isCountedByUnit } = context;
  const own = values.text('unit');
  if (own !== null && unitAbove !== null && isSameAsAbove(own)) {
    values.reportAt('unit', takenFromAbove(own, unitAbove, null));
    return unitAbove;
  }
  if (own !== null || values.has('unit'))
    return own ?? (isCountedByUnit ? unitAbove : null) ?? unitText;
  return unitInPost(values.text('position') ?? '') ?? unitText;
}

/** "P.CT UBND" is a deputy, no ward. */
const DEPUTY = /^p\.\s*(?=\p{L})/iu;

/** The unit that a post names; an abbreviated kind counts only before the name of a place: "CV P. Nội vụ" names none. */
function unitInPost(typed: string): string | null {
  const post = typed.replace(DEPUTY, '');
  const { phrases } = unitWords(post);
  const areTrue = phrases.every(({ isAbbreviated, name }) => !isAbbreviated || isPlaceName(name));
  return areTrue ? unitIn(post) : null;
}

/** A column of districts stands nearer than any section. */
function aroundOf(values: RowValues, context: RowContext): readonly string[] {
  const { isCountedByUnit, districtAbove } = context;
  const district = values.text('district') ?? (isCountedByUnit ? districtAbove : null);
  const agency = agencyOf(values.text('unit') ?? '', context);
  const above = agency === null ? context.around : [...context.around, agency];
  if (district === null) return above;
  return [unitWords(district).phrases.length > 0 ? district : `huyện ${district}`, ...above];
}

/** Whose office heads the sheet, for a row that says only a body of it. */
function agencyOf(unit: string, { agency, district }: RowContext): string | null {
  if (agency !== null) return isBodyText(unit) ? agency : null;
  return district !== null && isOfDistrict(unit) ? district : null;
}

/** "12/12" that a spreadsheet took for a date is given back as its day and month, with a warning. */
function grades(cell: Cell): Reading<string> {
  if (cell.kind !== 'date') return good(normalised(cell.text));
  const [, month = '', day = ''] = String(cell.value).split('-');
  const text = `${Number(day)}/${Number(month)}`;
  const message = `Trình độ văn hóa đã bị đổi thành ngày tháng, được hiểu là "${text}". Hãy nhập lại dưới dạng văn bản.`;
  return withFault(text, 'roster.text-became-date', message, 'warning');
}

/** Where the words in brackets behind a name are kept. */
const BESIDE_NAME = 'Ghi kèm họ và tên';

function withKept(
  unknown: RowContext['unknown'],
  wish: RowContext['unknown'] | null,
  remark: string | null,
): RowContext['unknown'] {
  if (wish === null && remark === null) return unknown;
  return { ...unknown, ...wish, ...(remark !== null && { [BESIDE_NAME]: remark }) };
}

function listOf(values: RowValues, field: Field): readonly string[] {
  return textWithLines(values, field)
    .split(/[;,\n]| và /)
    .map(normalised)
    .filter((part) => part !== '' && part !== '-' && part.toLowerCase() !== 'không');
}

function withoutTieng(language: string): string {
  return language.replace(/^tiếng\s+/iu, '');
}

/** The text with its line ends, which divide lists. */
function textWithLines(values: RowValues, field: Field): string {
  return values.value(field, (cell) => good(cell.text)) ?? '';
}

function ratingsOf(values: RowValues, years: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    years.flatMap((year) => {
      const text = values.text(`rating:${year}`);
      return text === null ? [] : [[year, text]];
    }),
  );
}

/** A wish that is not understood is kept among the unknown values, so that nothing typed is lost. */
function readWish(values: RowValues): {
  readonly wish: RosterWish | null;
  readonly kept: Readonly<Record<string, string>> | null;
} {
  const read = values.value('wish', (cell) => wish(cell.text));
  const text = read === null ? values.text('wish') : null;
  return { wish: read, kept: text === null ? null : { 'Nguyện vọng': text } };
}
