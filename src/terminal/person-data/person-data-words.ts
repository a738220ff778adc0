import { PERSON_GROUPS } from '../../registry/person/person-fields.js';

/** What the tables are called in the workbook. A test holds that every table that names people is here. */
export const TABLE_NAMES: Readonly<Record<string, string>> = {
  staff: 'Hồ sơ',
  postings: 'Quá trình công tác',
  staff_ratings: 'Xếp loại chất lượng',
  staff_languages: 'Tiếng dân tộc',
  staff_conditions: 'Chưa được điều động',
  wishes: 'Nguyện vọng',
  import_rows: 'Dòng trong danh sách gửi',
  import_issues: 'Lỗi của dòng đã gửi',
  scenario_facts: 'Số liệu trong phương án',
  pins: 'Chỉ định trong phương án',
  proposals: 'Đề xuất bố trí',
  audit_entries: 'Ai đã xem, mở, xuất',
};

const COLUMNS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    PERSON_GROUPS.flatMap(({ fields }) => fields.map(({ column, label }) => [column, label])),
  ),
  id: 'Mã số',
  key: 'Mã người',
  staff_id: 'Mã hồ sơ',
  person_key: 'Mã người',
  home_unit_id: 'Mã đơn vị quê quán',
  created_in: 'Giao dịch đã ghi',
  unit_id: 'Mã đơn vị',
  position_id: 'Mã vị trí',
  unit_code: 'Mã đơn vị',
  position_code: 'Mã vị trí',
  kind: 'Loại',
  starts_on: 'Từ ngày',
  ends_on: 'Đến trước ngày',
  seated: 'Có vị trí',
  fit: 'Mức độ phù hợp',
  failed_tests: 'Tiêu chuẩn chưa đạt',
  absent: 'Đang vắng',
  title_text: 'Chức danh như đã ghi',
  proposed_unit_text: 'Dự kiến bố trí: đơn vị',
  proposed_position_text: 'Dự kiến bố trí: vị trí',
  source_kind: 'Nguồn',
  source_id: 'Số của nguồn',
  year: 'Năm',
  rating: 'Xếp loại',
  language: 'Tiếng',
  condition_case: 'Trường hợp',
  lifted_by_request: 'Tự nguyện đề nghị',
  campaign: 'Đợt',
  communes: 'Các xã đăng ký',
  accepted: 'Đã chấp thuận',
  batch_id: 'Lần nhập số',
  file: 'Tệp',
  sheet: 'Sheet',
  row_number: 'Dòng',
  row: 'Dòng',
  column_letters: 'Cột',
  code: 'Mã lỗi',
  severity: 'Mức độ',
  message: 'Nội dung',
  record: 'Nội dung dòng',
  state: 'Trạng thái',
  before_image: 'Giá trị trước khi ghi',
  scenario_id: 'Phương án số',
  run_id: 'Lần chạy số',
  fact: 'Số liệu đã chốt',
  hash: 'Mã kiểm tra',
  reason: 'Lý do',
  outcome: 'Kết quả',
  movement: 'Hình thức',
  pinned: 'Được chỉ định',
  terms: 'Thành phần mục tiêu',
  at: 'Lúc',
  actor: 'Tài khoản',
  role: 'Vai trò',
  action: 'Việc',
  subject: 'Đối tượng',
  why: 'Mục đích',
  details: 'Chi tiết',
};

/** The Vietnamese name of a column, or null where nobody named it. */
export function columnName(column: string): string | null {
  return COLUMNS[column] ?? null;
}

/** Keys inside JSON are the same words as columns in another spelling: `bornOn` is `born_on`. */
export function keyName(key: string): string {
  const snake = key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return COLUMNS[snake] ?? key;
}
