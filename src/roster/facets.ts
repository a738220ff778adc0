import type { FieldClass } from '../access/fields/field-classes.js';
import { classesOfField, isClosedField } from '../access/fields/fields.rules.js';
import {
  CASE_NAMES,
  DEGREE_NAMES,
  SEX_NAMES,
  WISH_NAMES,
} from '../registry/person/person-words.js';
import type { StaffRow } from '../registry/staff-row.js';
import type { Degree, Fit, NoGoCase, Sex } from '../rules/vocabulary.js';
import { dayText } from '../shared/day.js';
import type { Field } from './reading/fields.js';
import type { RosterWish } from './record.js';

/** What a roster says of a person, piece by piece: names are those of `FACETS`, `rating:2024` and `unknown:<label>`. */
export type Facets = Readonly<Record<string, unknown>>;

/** A condition without its day: a roster only says that it stands. */
export interface FacetCase {
  readonly case: NoGoCase;
  readonly liftedByRequest: boolean;
  readonly note: string;
}

/** What is known of codes, for people. */
export interface CodeNames {
  readonly unit: (code: string) => string;
  readonly position: (code: string) => string;
}

interface FacetKind {
  readonly label: string;
  /** Columns of a roster that say it; it counts where one of them is there. */
  readonly fields: readonly Field[];
  /** As the table of protected fields names it in a roster's record; default the facet's own name. */
  readonly record?: string;
  readonly text?: (value: never, names: CodeNames) => string;
}

const figure = (value: number): string => String(value).replace('.', ',');
const list = (value: readonly string[]): string => value.join('; ');

/** The columns of `staff` that a roster fills, but for the unknown ones. */
export type StaffFacet = Exclude<keyof StaffRow, 'key' | 'unknownColumns'>;

const OF_STAFF: Readonly<Record<StaffFacet, FacetKind>> = {
  fullName: { label: 'Họ và tên', fields: ['fullName'] },
  personalNumber: { label: 'Số định danh cá nhân', fields: [] },
  sex: {
    label: 'Giới tính',
    fields: ['sex', 'maleMark', 'femaleMark', 'bornMale', 'bornFemale'],
    text: (value: Sex) => SEX_NAMES[value],
  },
  bornOn: { label: 'Ngày sinh', fields: ['born', 'bornMale', 'bornFemale'], text: dayText },
  ethnicity: { label: 'Dân tộc', fields: ['ethnicity'] },
  religion: { label: 'Tôn giáo', fields: ['religion'] },
  homeText: { label: 'Quê quán', fields: ['home'] },
  homeUnitId: { label: 'Quê quán: xã xác định được', fields: ['home'], text: () => 'đã xác định' },
  addressText: { label: 'Nơi ở', fields: ['address'] },
  recruitedOn: { label: 'Ngày tuyển dụng', fields: ['recruitedOn'], text: dayText },
  partyProbationaryOn: {
    label: 'Ngày kết nạp Đảng',
    fields: ['partyProbationaryOn'],
    text: dayText,
  },
  partyOfficialOn: {
    label: 'Ngày vào Đảng chính thức',
    fields: ['partyOfficialOn'],
    text: dayText,
  },
  generalEducation: { label: 'Trình độ văn hóa', fields: ['generalEducation'] },
  degree: {
    label: 'Trình độ chuyên môn',
    fields: ['degree'],
    text: (value: Degree) => DEGREE_NAMES[value],
  },
  major: { label: 'Chuyên ngành', fields: ['major'] },
  majorGroup: { label: 'Nhóm ngành', fields: ['major'], record: 'major' },
  studyMode: { label: 'Hình thức đào tạo', fields: ['studyMode'] },
  school: { label: 'Nơi đào tạo', fields: ['school'] },
  politicalTheory: { label: 'Lý luận chính trị', fields: ['politicalTheory'] },
  stateManagement: { label: 'Quản lý nhà nước', fields: ['stateManagement'] },
  foreignLanguage: { label: 'Ngoại ngữ', fields: ['foreignLanguage'] },
  informatics: { label: 'Tin học', fields: ['informatics'] },
  certificates: { label: 'Chứng chỉ', fields: ['certificates'], text: list },
  rankCode: { label: 'Ngạch', fields: ['rank'], record: 'rank' },
  step: { label: 'Bậc', fields: ['step'] },
  coefficient: { label: 'Hệ số', fields: ['coefficient'], text: figure },
  stepOn: { label: 'Hưởng bậc từ', fields: ['stepOn'], text: dayText },
  positionAllowance: { label: 'Phụ cấp chức vụ', fields: ['positionAllowance'], text: figure },
  overGradePercent: {
    label: 'Phụ cấp vượt khung (%)',
    fields: ['overGradePercent'],
    text: figure,
  },
  plannedTitle: { label: 'Quy hoạch chức danh', fields: ['plannedTitle'] },
  insuranceYears: { label: 'Số năm đóng bảo hiểm', fields: ['insuranceYears'], text: figure },
  spousePersonalNumber: {
    label: 'Số định danh của vợ hoặc chồng',
    fields: ['spousePersonalNumber'],
  },
  note: { label: 'Ghi chú', fields: ['note'] },
};

const FIT_WORDS: Readonly<Record<Fit, string>> = {
  exact: 'đúng chuyên môn',
  related: 'chuyên môn gần',
  'after-training': 'cần đào tạo thêm',
  'out-of-field': 'trái chuyên môn',
};

const OF_OTHERS: Readonly<Record<string, FacetKind>> = {
  languages: {
    label: 'Tiếng dân tộc',
    fields: ['minorityLanguages'],
    record: 'minorityLanguages',
    text: list,
  },
  conditions: {
    label: 'Trường hợp chưa được điều động',
    fields: ['conditions'],
    text: (value: readonly FacetCase[]) =>
      value.map((each) => `${CASE_NAMES[each.case]} (${each.note})`).join('; '),
  },
  wish: {
    label: 'Nguyện vọng',
    fields: ['wish'],
    text: ({ kind, communes, accepted }: RosterWish) =>
      [WISH_NAMES[kind], list(communes), accepted ? 'đã chấp thuận' : '']
        .filter((part) => part !== '')
        .join(', '),
  },
  unit: {
    label: 'Đơn vị công tác',
    fields: [],
    record: 'unitText',
    text: (code: string, names) => names.unit(code),
  },
  position: {
    label: 'Chức vụ, chức danh',
    fields: [],
    record: 'positionText',
    text: (code: string, names) => names.position(code),
  },
  proposedUnitText: { label: 'Dự kiến bố trí: đơn vị', fields: ['proposedUnit'] },
  proposedPositionText: { label: 'Dự kiến bố trí: vị trí', fields: ['proposedPosition'] },
  fit: {
    label: 'Phù hợp với vị trí',
    fields: [],
    record: 'degree',
    text: ({ fit }: { readonly fit: Fit }) => FIT_WORDS[fit],
  },
};

const FACETS: Readonly<Record<string, FacetKind>> = { ...OF_STAFF, ...OF_OTHERS };

export const STAFF_FACETS = Object.keys(OF_STAFF) as readonly StaffFacet[];
/** All but those of years and of unknown columns. */
export const FACET_NAMES: readonly string[] = Object.keys(FACETS);
export const RATING = 'rating:';
export const UNKNOWN = 'unknown:';

/** The columns of a roster that say a facet; empty = it counts wherever it is not empty. */
export function fieldsOf(facet: string): readonly Field[] {
  if (facet.startsWith(RATING)) return [facet as Field];
  return FACETS[facet]?.fields ?? [];
}

export function labelOf(facet: string): string {
  if (facet.startsWith(RATING)) return `Xếp loại năm ${facet.slice(RATING.length)}`;
  if (facet.startsWith(UNKNOWN)) return facet.slice(UNKNOWN.length);
  return FACETS[facet]?.label ?? facet;
}

export function classesOf(facet: string): FieldClass[] {
  return classesOfField('record', recordField(facet));
}

export function isClosed(facet: string): boolean {
  return isClosedField('record', recordField(facet));
}

function recordField(facet: string): string {
  if (facet.startsWith(RATING)) return 'ratings';
  if (facet.startsWith(UNKNOWN)) return 'unknown';
  return FACETS[facet]?.record ?? facet;
}

/** As the page shows a value; null = empty. */
export function textOf(facet: string, value: unknown, names: CodeNames): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0))
    return null;
  const write = FACETS[facet]?.text as ((value: unknown, names: CodeNames) => string) | undefined;
  if (write !== undefined) return write(value, names);
  return typeof value === 'string' ? value : JSON.stringify(value);
}
