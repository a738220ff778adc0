import type { CellInput, ColumnSpec } from '../../src/sheet/sheet-spec.js';
import type { DemoPerson } from './person.js';

/** The columns of the working roster, in the order the reader is built on. */
export const COLUMNS: readonly ColumnSpec[] = [
  { label: 'TT', width: 5, kind: 'number', align: 'center' },
  { label: 'Số định danh cá nhân (CCCD)', width: 15 },
  { label: 'Họ và tên', width: 22 },
  {
    label: 'Ngày, tháng, năm sinh',
    columns: [
      { label: 'Nam', width: 11, kind: 'date' },
      { label: 'Nữ', width: 11, kind: 'date' },
    ],
  },
  { label: 'Dân tộc', width: 9 },
  { label: 'Tôn giáo', width: 9 },
  { label: 'Quê quán (xã, huyện)', width: 30 },
  { label: 'Nơi ở hiện nay', width: 30 },
  { label: 'Đơn vị công tác', width: 22 },
  { label: 'Chức vụ, chức danh', width: 32 },
  { label: 'Ngày tuyển dụng', width: 11, kind: 'date' },
  {
    label: 'Ngày vào Đảng',
    columns: [
      { label: 'Dự bị', width: 11, kind: 'date' },
      { label: 'Chính thức', width: 11, kind: 'date' },
    ],
  },
  {
    label: 'Trình độ',
    columns: [
      { label: 'Văn hóa', width: 8, align: 'center' },
      { label: 'Chuyên môn', width: 11 },
      { label: 'Chuyên ngành', width: 22 },
      { label: 'Hình thức đào tạo', width: 14 },
      { label: 'Trường đào tạo', width: 34 },
      { label: 'Lý luận chính trị', width: 10 },
      { label: 'Quản lý nhà nước', width: 14 },
      { label: 'Ngoại ngữ', width: 12 },
      { label: 'Tin học', width: 16 },
    ],
  },
  { label: 'Tiếng dân tộc thiểu số', width: 16 },
  { label: 'Chứng chỉ', width: 20 },
  {
    label: 'Ngạch',
    columns: [
      { label: 'Mã ngạch', width: 9, align: 'center' },
      { label: 'Bậc', width: 6, kind: 'number', align: 'center' },
      { label: 'Hệ số', width: 7, kind: 'number', format: '0.00' },
      { label: 'Ngày hưởng', width: 11, kind: 'date' },
    ],
  },
  { label: 'Phụ cấp chức vụ', width: 8, kind: 'number', format: '0.00' },
  { label: 'Vượt khung (%)', width: 8, kind: 'number' },
  {
    label: 'Kết quả xếp loại',
    columns: [
      { label: '2022', width: 24 },
      { label: '2023', width: 24 },
      { label: '2024', width: 24 },
    ],
  },
  { label: 'Quy hoạch', width: 24 },
  { label: 'Số năm đóng BHXH', width: 8, kind: 'number' },
  { label: 'CCCD của vợ/chồng', width: 15 },
  { label: 'Trường hợp chưa điều động', width: 30 },
  { label: 'Nguyện vọng', width: 34 },
  {
    label: 'Dự kiến bố trí',
    columns: [
      { label: 'Đơn vị', width: 20 },
      { label: 'Vị trí', width: 30 },
    ],
  },
  { label: 'Ghi chú', width: 20 },
];

function workCells(person: DemoPerson): CellInput[] {
  return [
    person.unitText,
    person.positionText,
    person.recruitedShown,
    person.party?.probationaryOn ?? null,
    person.party?.officialOn ?? null,
  ];
}

function schoolCells(person: DemoPerson): CellInput[] {
  return [
    person.generalEducation,
    person.degreeText,
    person.major,
    person.studyMode,
    person.school,
    person.politicalTheory,
    person.stateManagement,
    person.foreignLanguage,
    person.informatics,
    person.languages.join('; '),
    person.certificates.join('; '),
  ];
}

function payCells(person: DemoPerson): CellInput[] {
  return [
    person.rank,
    person.pay.step,
    person.pay.coefficient,
    person.pay.stepOn,
    person.positionAllowance,
    person.pay.overGradePercent,
  ];
}

/** One person's cells, in the order of `COLUMNS`. */
export function cellsOf(person: DemoPerson, number: number): CellInput[] {
  const isMale = person.sex === 'male';
  return [
    number,
    person.personalNumber,
    person.fullName,
    isMale ? person.bornShown : null,
    isMale ? null : person.bornShown,
    person.ethnicity,
    person.religion,
    person.homeText,
    person.addressText,
    ...workCells(person),
    ...schoolCells(person),
    ...payCells(person),
    ...person.ratings,
    person.plannedTitle,
    person.insuranceYears,
    person.spousePersonalNumber,
    person.condition?.text ?? null,
    person.wishText,
    person.proposedUnit,
    person.proposedPosition,
    person.note,
  ];
}
