import type { Role } from '../../shared/actor.js';
import { type Day, dayText, isInForce } from '../../shared/day.js';
import type { NamedScope } from '../account/account.js';
import { may, PERMISSIONS, type Permission } from '../permissions.js';

export interface Reason {
  /** `role`, `whole-province`, `no-scope`, `scope-not-yet`, `scope-ended`, `other-unit`, `closed-scope`, `person`. */
  readonly code: string;
  readonly message: string;
}

export interface Asked {
  readonly role: Role;
  readonly block: string | null;
  readonly scope: readonly NamedScope[];
  readonly permission: Permission;
  /** The unit and all above it; empty = not asked. */
  readonly unitCodes: readonly string[];
  readonly today: Day;
}

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  officer: 'cán bộ tỉnh',
  manager: 'quản lý đơn vị',
  leader: 'lãnh đạo xã',
  auditor: 'người kiểm tra nhật ký',
  administrator: 'quản trị viên',
};

/** What stands between an account and what it wants to see; empty = nothing does. */
export function reasonsAgainst(asked: Asked): Reason[] {
  const { permission, role, block } = asked;
  const { what, roles } = PERMISSIONS[permission];
  if (!(roles as readonly Role[]).includes(role)) {
    const who = roles.map((each) => ROLE_NAMES[each]).join(', ');
    return [
      {
        code: 'role',
        message: `Vai ${ROLE_NAMES[role]} không có quyền "${what}"; quyền này dành cho: ${who}.`,
      },
    ];
  }
  if (!may(permission, role, block))
    return [
      {
        code: 'whole-province',
        message: `"${what}" cần tài khoản của toàn tỉnh; tài khoản này chỉ phụ trách một khối.`,
      },
    ];
  return role === 'manager' || role === 'leader' ? scopeReasons(asked) : [];
}

function scopeReasons({ scope, unitCodes, today }: Asked): Reason[] {
  const inForce = scope.filter((span) => isInForce(span, today));
  if (inForce.length === 0) return [...notInForce(scope, today)];
  if (unitCodes.length === 0 || inForce.some(({ unitCode }) => unitCodes.includes(unitCode)))
    return [];
  const later = scope.filter((span) => unitCodes.includes(span.unitCode));
  if (later.length > 0) return notInForce(later, today);
  const own = inForce.map(({ unitCode, unitName }) => unitName ?? unitCode).join(', ');
  return [{ code: 'other-unit', message: `Đơn vị này ngoài phạm vi của tài khoản (${own}).` }];
}

function notInForce(scope: readonly NamedScope[], today: Day): Reason[] {
  if (scope.length === 0)
    return [{ code: 'no-scope', message: 'Tài khoản chưa được giao đơn vị nào.' }];
  return scope.map(({ unitCode, unitName, startsOn, endsOn }) => {
    const unit = unitName ?? unitCode;
    return startsOn > today
      ? { code: 'scope-not-yet', message: `Phạm vi tại ${unit} bắt đầu từ ${dayText(startsOn)}.` }
      : {
          code: 'scope-ended',
          message: `Phạm vi tại ${unit} đã hết từ ${endsOn === null ? '' : dayText(endsOn)}.`,
        };
  });
}
