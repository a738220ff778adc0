import type { Role } from '../shared/actor.js';

/** Who may do it: the roles, and whether an officer of one block only may not. */
interface Grant {
  readonly what: string;
  readonly roles: readonly Role[];
  /** Needs an officer of the whole province: the act touches every block. */
  readonly wholeProvince?: true;
}

const EVERYBODY: readonly Role[] = ['officer', 'manager', 'leader', 'auditor', 'administrator'];
const STAFFING: readonly Role[] = ['officer', 'manager', 'leader'];

/**
 * The one table of rights. A route names its permission by `@Needs`; which rows a permission then shows is decided by
 * scope, in the database. The administrator keeps accounts and reads no roster; the auditor reads the trail only.
 */
export const PERMISSIONS = {
  'law.read': { what: 'Xem quy định và nguồn', roles: EVERYBODY },
  'law.write': {
    what: 'Sửa, xác nhận tham số quy định của tỉnh',
    roles: ['officer'],
    wholeProvince: true,
  },
  'catalogue.read': { what: 'Xem đơn vị, vị trí việc làm, bản đồ', roles: EVERYBODY },
  'catalogue.load': {
    what: 'Nạp đơn vị và vị trí việc làm',
    roles: ['officer'],
    wholeProvince: true,
  },
  'seats.read': { what: 'Xem chỉ tiêu và định mức', roles: STAFFING },
  'people.read': { what: 'Xem danh sách và hồ sơ', roles: STAFFING },
  'fields.reveal': {
    what: 'Mở một trường thông tin nhạy cảm, có lý do',
    roles: ['officer', 'manager'],
  },
  'gap.read': { what: 'Xem thừa, thiếu theo vị trí', roles: STAFFING },
  'payout.read': { what: 'Xem ước tính chế độ khi nghỉ', roles: ['officer'] },
  'roster.import': { what: 'Gửi danh sách và ghi vào sổ', roles: ['officer', 'manager'] },
  'scenario.read': { what: 'Xem phương án', roles: STAFFING },
  'scenario.write': {
    what: 'Lập, chuyển trạng thái phương án',
    roles: ['officer'],
    wholeProvince: true,
  },
  'scenario.answer': {
    what: 'Trả lời ý kiến về phương án thay mặt đơn vị',
    roles: ['officer', 'leader'],
    wholeProvince: true,
  },
  'scenario.approve': {
    what: 'Phê duyệt phương án do người khác trình',
    roles: ['officer'],
    wholeProvince: true,
  },
  'placement.run': { what: 'Chạy bố trí', roles: ['officer'], wholeProvince: true },
  'decision.apply': {
    what: 'Áp dụng, hoàn tác phương án',
    roles: ['officer'],
    wholeProvince: true,
  },
  'movement.read': { what: 'Xem điều động, biệt phái, bổ nhiệm từng người', roles: STAFFING },
  'movement.write': {
    what: 'Lập, quyết định, hoàn tác việc điều chuyển từng người',
    roles: ['officer'],
    wholeProvince: true,
  },
  'letter.read': { what: 'Xem, tải quyết định của người trong phạm vi', roles: STAFFING },
  'letter.write': {
    what: 'Mở dải số, sửa mẫu, lập và kiểm tra quyết định',
    roles: ['officer'],
    wholeProvince: true,
  },
  'gap-plan.write': { what: 'Lập kế hoạch bù từng chỗ thiếu', roles: ['officer', 'manager'] },
  'request.ask': {
    what: 'Đề nghị cử chuyên môn về xã',
    roles: ['officer', 'manager', 'leader'],
    wholeProvince: true,
  },
  'request.answer': {
    what: 'Trả lời đề nghị của xã',
    roles: ['officer'],
    wholeProvince: true,
  },
  'report.export': { what: 'Tải báo cáo Excel', roles: STAFFING },
  'treatment.read': {
    what: 'Xem, tải bảng đối xử bình đẳng giữa các nhóm',
    roles: ['officer'],
    wholeProvince: true,
  },
  'account.manage': { what: 'Quản lý tài khoản và phạm vi', roles: ['administrator'] },
  'audit.read': { what: 'Xem và tải nhật ký', roles: ['auditor'] },
} as const satisfies Readonly<Record<string, Grant>>;

export type Permission = keyof typeof PERMISSIONS;

/** @param block the one block of an officer; null = the whole province. */
export function may(permission: Permission, role: Role, block: string | null): boolean {
  const grant: Grant = PERMISSIONS[permission];
  return grant.roles.includes(role) && !(grant.wholeProvince === true && block !== null);
}

/** The permissions of a role, for its page. */
export function permissionsOf(role: Role, block: string | null): Permission[] {
  return (Object.keys(PERMISSIONS) as Permission[]).filter((each) => may(each, role, block));
}
