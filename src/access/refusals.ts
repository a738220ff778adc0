import { Forbidden } from '../shared/errors.js';
import { PERMISSIONS, type Permission } from './permissions.js';

export function notAllowed(permission: Permission): Forbidden {
  return new Forbidden(
    'access.not-allowed',
    `Tài khoản của bạn không có quyền "${PERMISSIONS[permission].what}".`,
    { permission },
  );
}
