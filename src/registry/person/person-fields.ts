import type { Degree, Sex } from '../../rules/vocabulary.js';
import { dayText } from '../../shared/day.js';
import { DEGREE_NAMES, SEX_NAMES } from './person-words.js';

/** A column of `staff` in a person's file. */
export interface StaffField {
  readonly column: string;
  readonly label: string;
  /** How a stored value reads; default as it is. */
  readonly text?: (stored: unknown) => string;
}

const field = (column: string, label: string, text?: StaffField['text']): StaffField =>
  text === undefined ? { column, label } : { column, label, text };

const day = (stored: unknown): string => dayText(String(stored));
const figure = (stored: unknown): string => String(stored).replace('.', ',');

/** The columns of `staff` by subject; a test holds that none is missing. */
export const PERSON_GROUPS: readonly {
  readonly key: string;
  readonly label: string;
  readonly fields: readonly StaffField[];
}[] = [
  {
    key: 'identity',
    label: 'Nhân thân',
    fields: [
      field('full_name', 'Họ và tên'),
      field('personal_number', 'Số định danh'),
      field('sex', 'Giới tính', (sex) => SEX_NAMES[sex as Sex]),
      field('born_on', 'Ngày sinh', day),
      field('ethnicity', 'Dân tộc'),
      field('religion', 'Tôn giáo'),
      field('home_text', 'Quê quán'),
      field('address_text', 'Nơi ở'),
      field('spouse_personal_number', 'Số định danh của vợ hoặc chồng'),
    ],
  },
  {
    key: 'work',
    label: 'Công tác',
    fields: [
      field('recruited_on', 'Ngày tuyển dụng', day),
      field('rank_code', 'Ngạch'),
      field('step', 'Bậc'),
      field('coefficient', 'Hệ số', figure),
      field('step_on', 'Hưởng từ', day),
      field('position_allowance', 'Phụ cấp chức vụ', figure),
      field('over_grade_percent', 'Phụ cấp vượt khung (%)', figure),
      field('insurance_years', 'Số năm đóng bảo hiểm xã hội', figure),
      field('planned_title', 'Quy hoạch chức danh'),
    ],
  },
  {
    key: 'party',
    label: 'Đảng',
    fields: [
      field('party_probationary_on', 'Ngày kết nạp Đảng', day),
      field('party_official_on', 'Ngày vào Đảng chính thức', day),
    ],
  },
  {
    key: 'training',
    label: 'Đào tạo',
    fields: [
      field('general_education', 'Trình độ văn hóa'),
      field('degree', 'Trình độ chuyên môn', (degree) => DEGREE_NAMES[degree as Degree]),
      field('major', 'Chuyên ngành'),
      field('major_group', 'Nhóm ngành'),
      field('study_mode', 'Hình thức đào tạo'),
      field('school', 'Nơi đào tạo'),
      field('political_theory', 'Lý luận chính trị'),
      field('state_management', 'Quản lý nhà nước'),
      field('foreign_language', 'Ngoại ngữ'),
      field('informatics', 'Tin học'),
      field('certificates', 'Chứng chỉ'),
    ],
  },
  {
    key: 'notes',
    label: 'Ghi chú',
    fields: [field('note', 'Ghi chú'), field('unknown_columns', 'Cột khác trong danh sách đã gửi')],
  },
];
