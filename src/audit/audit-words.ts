import type { AuditKind } from '../access/audit-entry.entity.js';

export const AUDIT_KIND_NAMES: Readonly<Record<AuditKind, string>> = {
  write: 'Ghi',
  'sign-in': 'Đăng nhập',
  refusal: 'Từ chối',
  reveal: 'Mở trường che',
  export: 'Xuất tệp',
  read: 'Xem hồ sơ',
};

export const ROLE_NAMES: Readonly<Partial<Record<string, string>>> = {
  officer: 'Cán bộ tổ chức',
  manager: 'Quản lý đơn vị',
  leader: 'Lãnh đạo xã',
  auditor: 'Kiểm toán',
  administrator: 'Quản trị',
  operator: 'Vận hành máy chủ',
  gate: 'Cửa đăng nhập',
};

/** `30/06/2025 08:05:09` in Vietnam. @param instant ISO. */
export function vietnamTime(instant: string): string {
  const local = new Date(new Date(instant).getTime() + 7 * 3_600_000).toISOString();
  const [day = '', time = ''] = local.split('T');
  return `${day.split('-').reverse().join('/')} ${time.slice(0, 8)}`;
}
