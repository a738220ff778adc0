import { defineText } from '../lib/text/define-text.js';

export const accountMenuText = defineText(
  {
    open: (name: string) => `Tài khoản của ${name}`,
    login: 'Tên đăng nhập',
    role: 'Vai trò',
    scope: 'Phạm vi',
    changePassword: 'Đổi mật khẩu',
    secondFactor: 'Xác thực bước hai',
    secondFactorOn: 'Đã bật. Muốn đổi điện thoại, nhờ quản trị viên xóa mã cũ.',
    secondFactorOff: 'Chưa bật',
    secondFactorStart: 'Bật xác thực bước hai',
    signOut: 'Đăng xuất',
    signOutAll: 'Đăng xuất ở mọi nơi',
    signOutAllAbout: 'Kết thúc mọi phiên của bạn, trên mọi máy.',
    back: 'Quay lại',
  },
  {
    open: (name: string) => `Account of ${name}`,
    login: 'Login',
    role: 'Role',
    scope: 'Scope',
    changePassword: 'Change the password',
    secondFactor: 'Second step',
    secondFactorOn: 'On. For another phone, ask the administrator to remove it first.',
    secondFactorOff: 'Off',
    secondFactorStart: 'Turn on the second step',
    signOut: 'Sign out',
    signOutAll: 'Sign out everywhere',
    signOutAllAbout: 'Ends all your sessions, on every machine.',
    back: 'Back',
  },
);
