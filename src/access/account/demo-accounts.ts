import type { NewAccount, ScopeSpan } from './account.js';

/** Stands on the sign-in page of the demo; nowhere else is there such an account. */
export const DEMO_PASSWORD = 'ban-do-minh-hoa-2025';

/** One account per role, and a second officer who approves what the first submits; they are invented too. */
export const DEMO_ACCOUNTS: readonly Pick<NewAccount, 'login' | 'name' | 'role' | 'block'>[] = [
  { login: 'canbo', name: 'Cán bộ Sở Nội vụ (minh họa)', role: 'officer', block: null },
  { login: 'phoso', name: 'Phó Giám đốc Sở Nội vụ (minh họa)', role: 'officer', block: null },
  { login: 'canbo.dang', name: 'Cán bộ Ban Tổ chức (minh họa)', role: 'officer', block: 'party' },
  { login: 'quanly', name: 'Quản lý đơn vị (minh họa)', role: 'manager', block: null },
  { login: 'lanhdao', name: 'Lãnh đạo xã (minh họa)', role: 'leader', block: null },
  { login: 'kiemtoan', name: 'Người kiểm tra nhật ký (minh họa)', role: 'auditor', block: null },
  { login: 'quantri', name: 'Quản trị viên (minh họa)', role: 'administrator', block: null },
];

/** Phường Mường Thanh and phường Điện Biên Phủ as they are since 1 July 2025 (`data/dien-bien/units_new.csv`). */
export const DEMO_SCOPES: Readonly<Record<string, readonly ScopeSpan[]>> = {
  quanly: [
    { unitCode: '03334', startsOn: '2025-07-01', endsOn: null },
    { unitCode: '03127', startsOn: '2025-07-01', endsOn: null },
  ],
  lanhdao: [{ unitCode: '03334', startsOn: '2025-07-01', endsOn: null }],
};
