import { classesOfField } from '../../access/fields/fields.rules.js';
import { DEGREE_NAMES } from '../../registry/person/person-words.js';
import type { Field } from '../../roster/reading/fields.js';
import type { CellInput, ColumnSpec, LeafColumn } from '../../sheet/sheet-spec.js';
import type { ReportColumn } from '../report-column.js';
import type { RosterPerson } from './roster-person.js';

/** A column of the working roster: how it looks, what it means to the reader, and what a person has there. */
export interface RosterColumn extends LeafColumn {
  readonly key: string;
  readonly group?: string;
  readonly field: Field;
  /** As the table of protected fields names it in a roster. */
  readonly record: string;
  readonly cell: (person: RosterPerson) => CellInput;
}

const DAY = { width: 11, kind: 'date' } as const;
const BORN = 'Ngày, tháng, năm sinh';
const PARTY = 'Ngày vào Đảng';
const TRAINING = 'Trình độ';
const RANK = 'Ngạch';
const PROPOSED = 'Dự kiến bố trí';
const WISH = 'Nguyện vọng';

const DAY_NOTE =
  'Ghi ngày/tháng/năm, ví dụ 12/05/1980. Chỉ biết tháng thì ghi 05/1980, chỉ biết năm thì ghi 1980.';

/**
 * The usual columns of "Danh sách trích ngang", in their usual order.
 *
 * @source working practice, as DOMAIN 4.1 has it
 */
export const ROSTER_COLUMNS: readonly RosterColumn[] = [
  {
    ...{ key: 'personalNumber', label: 'Số định danh cá nhân (CCCD)', width: 16 },
    ...{ field: 'personalNumber', record: 'personalNumber', note: '12 chữ số, nhập dạng văn bản.' },
    cell: ({ personalNumber }) => personalNumber,
  },
  {
    ...{ key: 'fullName', label: 'Họ và tên', width: 24, field: 'fullName', record: 'fullName' },
    cell: ({ fullName }) => fullName,
  },
  {
    ...{ key: 'bornMale', label: 'Nam', group: BORN, ...DAY, note: DAY_NOTE },
    ...{ field: 'bornMale', record: 'bornOn' },
    cell: ({ sex, bornOn }) => (sex === 'male' ? bornOn : null),
  },
  {
    ...{ key: 'bornFemale', label: 'Nữ', group: BORN, ...DAY, note: DAY_NOTE },
    ...{ field: 'bornFemale', record: 'bornOn' },
    cell: ({ sex, bornOn }) => (sex === 'female' ? bornOn : null),
  },
  {
    ...{ key: 'ethnicity', label: 'Dân tộc', width: 10, field: 'ethnicity', record: 'ethnicity' },
    cell: (person) => person.ethnicity,
  },
  {
    ...{ key: 'religion', label: 'Tôn giáo', width: 10, field: 'religion', record: 'religion' },
    cell: (person) => person.religion,
  },
  {
    ...{ key: 'homeText', label: 'Quê quán (xã, huyện)', width: 28 },
    ...{ field: 'home', record: 'homeText' },
    cell: (person) => person.homeText,
  },
  {
    ...{ key: 'addressText', label: 'Nơi ở hiện nay', width: 28 },
    ...{ field: 'address', record: 'addressText' },
    cell: (person) => person.addressText,
  },
  {
    ...{ key: 'unit', label: 'Đơn vị công tác', width: 26, field: 'unit', record: 'unitText' },
    note: 'Chọn trong danh sách, hoặc ghi đúng tên đơn vị.',
    cell: ({ unit }) => unit,
  },
  {
    ...{ key: 'position', label: 'Chức vụ, chức danh', width: 32 },
    ...{ field: 'position', record: 'positionText' },
    note: 'Chọn trong danh sách vị trí việc làm.',
    cell: ({ position }) => position,
  },
  {
    ...{ key: 'recruitedOn', label: 'Ngày tuyển dụng', ...DAY, note: DAY_NOTE },
    ...{ field: 'recruitedOn', record: 'recruitedOn' },
    cell: (person) => person.recruitedOn,
  },
  {
    ...{ key: 'partyProbationaryOn', label: 'Dự bị', group: PARTY, ...DAY },
    ...{ field: 'partyProbationaryOn', record: 'partyProbationaryOn' },
    cell: (person) => person.partyProbationaryOn,
  },
  {
    ...{ key: 'partyOfficialOn', label: 'Chính thức', group: PARTY, ...DAY },
    ...{ field: 'partyOfficialOn', record: 'partyOfficialOn' },
    cell: (person) => person.partyOfficialOn,
  },
  {
    ...{ key: 'generalEducation', label: 'Văn hóa', group: TRAINING, width: 8, align: 'center' },
    ...{ field: 'generalEducation', record: 'generalEducation' },
    cell: (person) => person.generalEducation,
  },
  {
    ...{ key: 'degree', label: 'Chuyên môn', group: TRAINING, width: 11 },
    ...{ field: 'degree', record: 'degree' },
    cell: ({ degree }) => (degree === null ? null : capitalised(DEGREE_NAMES[degree])),
  },
  {
    ...{ key: 'major', label: 'Chuyên ngành', group: TRAINING, width: 22 },
    ...{ field: 'major', record: 'major' },
    cell: (person) => person.major,
  },
  {
    ...{ key: 'studyMode', label: 'Hình thức đào tạo', group: TRAINING, width: 14 },
    ...{ field: 'studyMode', record: 'studyMode' },
    cell: (person) => person.studyMode,
  },
  {
    ...{ key: 'school', label: 'Trường đào tạo', group: TRAINING, width: 30 },
    ...{ field: 'school', record: 'school' },
    cell: (person) => person.school,
  },
  {
    ...{ key: 'politicalTheory', label: 'Lý luận chính trị', group: TRAINING, width: 11 },
    ...{ field: 'politicalTheory', record: 'politicalTheory' },
    cell: (person) => person.politicalTheory,
  },
  {
    ...{ key: 'stateManagement', label: 'Quản lý nhà nước', group: TRAINING, width: 14 },
    ...{ field: 'stateManagement', record: 'stateManagement' },
    cell: (person) => person.stateManagement,
  },
  {
    ...{ key: 'foreignLanguage', label: 'Ngoại ngữ', group: TRAINING, width: 12 },
    ...{ field: 'foreignLanguage', record: 'foreignLanguage' },
    cell: (person) => person.foreignLanguage,
  },
  {
    ...{ key: 'informatics', label: 'Tin học', group: TRAINING, width: 14 },
    ...{ field: 'informatics', record: 'informatics' },
    cell: (person) => person.informatics,
  },
  {
    ...{ key: 'languages', label: 'Tiếng dân tộc thiểu số', width: 14 },
    ...{ field: 'minorityLanguages', record: 'minorityLanguages' },
    cell: ({ languages }) => languages.join('; '),
  },
  {
    ...{ key: 'certificates', label: 'Chứng chỉ', width: 20 },
    ...{ field: 'certificates', record: 'certificates' },
    cell: ({ certificates }) => certificates.join('; '),
  },
  {
    ...{ key: 'rank', label: 'Mã ngạch', group: RANK, width: 10, align: 'center' },
    ...{ field: 'rank', record: 'rank' },
    cell: ({ rankCode }) => rankCode,
  },
  {
    ...{ key: 'step', label: 'Bậc', group: RANK, width: 6, kind: 'number', align: 'center' },
    ...{ field: 'step', record: 'step' },
    cell: ({ step }) => step,
  },
  {
    ...{ key: 'coefficient', label: 'Hệ số', group: RANK, width: 7, kind: 'number' },
    ...{ format: '0.00##', field: 'coefficient', record: 'coefficient' },
    cell: ({ coefficient }) => coefficient,
  },
  {
    ...{ key: 'stepOn', label: 'Ngày hưởng', group: RANK, ...DAY },
    ...{ field: 'stepOn', record: 'stepOn' },
    cell: ({ stepOn }) => stepOn,
  },
  {
    ...{ key: 'positionAllowance', label: 'Phụ cấp chức vụ', width: 8, kind: 'number' },
    ...{ format: '0.00##', field: 'positionAllowance', record: 'positionAllowance' },
    cell: (person) => person.positionAllowance,
  },
  {
    ...{ key: 'overGradePercent', label: 'Vượt khung (%)', width: 8, kind: 'number' },
    ...{ field: 'overGradePercent', record: 'overGradePercent' },
    cell: (person) => person.overGradePercent,
  },
  {
    ...{ key: 'plannedTitle', label: 'Quy hoạch', width: 24 },
    ...{ field: 'plannedTitle', record: 'plannedTitle' },
    cell: (person) => person.plannedTitle,
  },
  {
    ...{ key: 'insuranceYears', label: 'Số năm đóng BHXH', width: 8, kind: 'number' },
    ...{ field: 'insuranceYears', record: 'insuranceYears' },
    cell: (person) => person.insuranceYears,
  },
  {
    ...{ key: 'spousePersonalNumber', label: 'CCCD của vợ/chồng', width: 16 },
    ...{ field: 'spousePersonalNumber', record: 'spousePersonalNumber' },
    cell: (person) => person.spousePersonalNumber,
  },
  {
    ...{ key: 'conditions', label: 'Trường hợp chưa điều động', width: 30 },
    ...{ field: 'conditions', record: 'conditions' },
    note: 'Mỗi trường hợp cách nhau bằng dấu chấm phẩy.',
    cell: ({ conditions }) => conditions.join('; '),
  },
  {
    ...{ key: 'wish', label: WISH, width: 34, field: 'wish', record: 'wish' },
    note: 'Ở lại; Nghỉ hưu trước tuổi; Thôi việc; hoặc 1. Xã …; 2. Xã …; 3. Xã …',
    cell: ({ wish, unknown }) => wish ?? unknown[WISH] ?? null,
  },
  {
    ...{ key: 'proposedUnit', label: 'Đơn vị', group: PROPOSED, width: 20 },
    ...{ field: 'proposedUnit', record: 'proposedUnitText' },
    cell: ({ proposedUnit }) => proposedUnit,
  },
  {
    ...{ key: 'proposedPosition', label: 'Vị trí', group: PROPOSED, width: 28 },
    ...{ field: 'proposedPosition', record: 'proposedPositionText' },
    cell: ({ proposedPosition }) => proposedPosition,
  },
  {
    ...{ key: 'note', label: 'Ghi chú', width: 20, field: 'note', record: 'note' },
    cell: ({ note }) => note,
  },
];

export const RATINGS = 'ratings';
export const UNKNOWN = 'unknown';

/** Of whom nobody wrote whether they are a man or a woman; there only where somebody needs it. */
export const BORN_OF_UNKNOWN_SEX: RosterColumn = {
  ...{ key: 'bornMale', label: 'Chưa rõ', group: BORN, ...DAY },
  ...{ field: 'born', record: 'bornOn' },
  cell: ({ sex, bornOn }) => (sex === null ? bornOn : null),
};

/** Columns by years and by the labels that senders used: as many as the people need. */
export function variableColumns(
  people: readonly RosterPerson[],
  latestYear: number,
): RosterColumn[] {
  const years = new Set(people.flatMap(({ ratings }) => Object.keys(ratings)));
  for (let year = latestYear - 2; year <= latestYear; year++) years.add(String(year));
  const labels = new Set(people.flatMap(({ unknown }) => Object.keys(unknown)));
  labels.delete(WISH);
  return [
    ...[...years].sort().map((year): RosterColumn => ({
      ...{ key: RATINGS, label: year, group: 'Kết quả xếp loại', width: 18 },
      ...{ field: `rating:${year}`, record: 'ratings' },
      cell: ({ ratings }) => ratings[year] ?? null,
    })),
    ...[...labels]
      .sort((a, b) => a.localeCompare(b, 'vi'))
      .map((label): RosterColumn => ({
        ...{ key: UNKNOWN, label, width: 20, field: 'note', record: 'unknown' },
        cell: ({ unknown }) => unknown[label] ?? null,
      })),
  ];
}

/** Leaf columns in their groups; columns of a group stand together. */
export function grouped(columns: readonly RosterColumn[]): ColumnSpec[] {
  const specs: ColumnSpec[] = [];
  let open: { readonly label: string; readonly columns: ColumnSpec[] } | undefined;
  for (const { group, ...column } of columns) {
    if (group !== open?.label) open = undefined;
    if (group === undefined) specs.push(column);
    else if (open !== undefined) open.columns.push(column);
    else {
      open = { label: group, columns: [column] };
      specs.push(open);
    }
  }
  return specs;
}

/** What may be chosen for a roster, with the protected classes of each column. */
export const ROSTER_CHOICES: readonly ReportColumn[] = [
  ...ROSTER_COLUMNS.map(({ key, label, group, record }) => ({
    key,
    label: group === undefined ? label : `${group}: ${label}`,
    classes: classesOfField('record', record),
  })),
  { key: RATINGS, label: 'Kết quả xếp loại', classes: classesOfField('record', 'ratings') },
  {
    key: UNKNOWN,
    label: 'Cột khác trong danh sách đã gửi',
    classes: classesOfField('record', 'unknown'),
  },
];

function capitalised(text: string): string {
  return text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
}
