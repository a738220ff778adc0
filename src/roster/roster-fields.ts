import { classesOfField, isClosedField } from '../access/fields/fields.rules.js';
import type { Field } from './reading/fields.js';
import type { KindField } from './sheet-kind.js';

const YEARS = Array.from({ length: 12 }, (_none, index) => 2019 + index);

const LABELS: readonly (readonly [Field, string])[] = [
  ['ordinal', 'Số thứ tự'],
  ['personalNumber', 'Số định danh cá nhân'],
  ['fullName', 'Họ và tên'],
  ['born', 'Ngày, tháng, năm sinh'],
  ['bornMale', 'Ngày sinh (cột Nam)'],
  ['bornFemale', 'Ngày sinh (cột Nữ)'],
  ['bornDay', 'Ngày sinh (riêng ngày)'],
  ['bornMonth', 'Ngày sinh (riêng tháng)'],
  ['sex', 'Giới tính'],
  ['maleMark', 'Dấu x ở cột Nam'],
  ['femaleMark', 'Dấu x ở cột Nữ'],
  ['ethnicity', 'Dân tộc'],
  ['religion', 'Tôn giáo'],
  ['home', 'Quê quán'],
  ['address', 'Nơi ở'],
  ['unit', 'Đơn vị công tác'],
  ['position', 'Chức vụ, chức danh'],
  ['recruitedOn', 'Ngày tuyển dụng'],
  ['partyProbationaryOn', 'Ngày kết nạp Đảng'],
  ['partyOfficialOn', 'Ngày vào Đảng chính thức'],
  ['generalEducation', 'Trình độ văn hóa'],
  ['degree', 'Trình độ chuyên môn'],
  ['major', 'Chuyên ngành'],
  ['studyMode', 'Hình thức đào tạo'],
  ['school', 'Nơi đào tạo'],
  ['politicalTheory', 'Lý luận chính trị'],
  ['stateManagement', 'Quản lý nhà nước'],
  ['foreignLanguage', 'Ngoại ngữ'],
  ['informatics', 'Tin học'],
  ['minorityLanguages', 'Tiếng dân tộc'],
  ['certificates', 'Chứng chỉ'],
  ['rank', 'Ngạch'],
  ['step', 'Bậc'],
  ['coefficient', 'Hệ số'],
  ['stepOn', 'Ngày hưởng bậc lương'],
  ['positionAllowance', 'Phụ cấp chức vụ'],
  ['overGradePercent', 'Phụ cấp vượt khung (%)'],
  ...YEARS.map((year) => [`rating:${year}`, `Xếp loại năm ${year}`] as const),
  ['plannedTitle', 'Quy hoạch chức danh'],
  ['insuranceYears', 'Số năm đóng bảo hiểm xã hội'],
  ['spousePersonalNumber', 'Số định danh của vợ hoặc chồng'],
  ['conditions', 'Trường hợp chưa được điều động'],
  ['wish', 'Nguyện vọng'],
  ['proposedUnit', 'Dự kiến bố trí: đơn vị'],
  ['proposedPosition', 'Dự kiến bố trí: vị trí'],
  ['note', 'Ghi chú'],
];

/** What the columns of a roster may mean. */
export const ROSTER_FIELDS: readonly KindField[] = LABELS.map(([field, label]) => ({
  ...{ field, label },
  classes: classesOfField('record', field),
  closed: isClosedField('record', field.startsWith('rating:') ? 'ratings' : field),
}));
