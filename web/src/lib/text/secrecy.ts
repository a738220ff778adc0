import { defineText } from './define-text.js';

/** From none to the highest, as the API has them. */
export const MARKS = ['none', 'mat', 'toi-mat', 'tuyet-mat'] as const;

export const secrecyText = defineText(
  {
    mat: 'MẬT',
    'toi-mat': 'TỐI MẬT',
    'tuyet-mat': 'TUYỆT MẬT',
    none: 'Không mật',
    help: 'Phương án này có dấu mật: in trên mọi bảng tải ra.',
    set: 'Đổi dấu mật',
    title: 'Dấu mật của phương án',
    about: (name: string) =>
      `Dấu được in trên mọi bảng và văn bản làm ra từ “${name}”. Việc đổi dấu được ghi vào nhật ký.`,
    mark: 'Dấu',
    refused: 'Chưa đổi được dấu mật',
    closedPeople: (count: string) =>
      `Còn ${count} người giữ chức danh thuộc diện cấp ủy quản lý; chỉ tài khoản có phạm vi kín thấy tên trong phương án.`,
  },
  {
    mat: 'MẬT (secret)',
    'toi-mat': 'TỐI MẬT (top secret)',
    'tuyet-mat': 'TUYỆT MẬT (highest secrecy)',
    none: 'Not secret',
    help: 'This scenario carries a mark of secrecy; it is printed on every workbook.',
    set: 'Change the mark',
    title: 'Mark of secrecy',
    about: (name: string) =>
      `The mark is printed on every workbook and letter made from “${name}”. Changing it is written to the audit trail.`,
    mark: 'Mark',
    refused: 'The mark was not changed',
    closedPeople: (count: string) =>
      `${count} more hold or are proposed for a title that the Party committee manages; only accounts with the closed scope see their names in a plan.`,
  },
);
