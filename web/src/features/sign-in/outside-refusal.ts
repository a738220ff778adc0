import { useEffect, useState } from 'react';

import { defineText, useText } from '../../lib/text/define-text.js';

/** Codes with which the program sends somebody back from the province's own sign-in. */
const outsideText = defineText(
  {
    'access.unknown-subject':
      'Danh tính này chưa gắn với tài khoản nào. Hãy đề nghị quản trị viên gắn vào tài khoản của bạn.',
    'access.oidc-refused':
      'Bạn chưa hoàn tất đăng nhập ở hệ thống kia. Hãy thử lại hoặc dùng mật khẩu.',
    'access.oidc-expired':
      'Lần đăng nhập này đã quá hạn hoặc bắt đầu ở trình duyệt khác. Hãy thử lại.',
    'access.oidc-unreachable':
      'Chưa kết nối được hệ thống đăng nhập của tỉnh. Hãy thử lại sau, hoặc dùng mật khẩu.',
    other: 'Không xác nhận được kết quả đăng nhập của hệ thống kia. Hãy đăng nhập lại.',
  },
  {
    'access.unknown-subject':
      'This identity belongs to no account. Ask the administrator to add it to yours.',
    'access.oidc-refused': 'You did not finish signing in there. Try again, or use a password.',
    'access.oidc-expired': 'This sign-in has expired or began in another browser. Try again.',
    'access.oidc-unreachable':
      'The sign-in of the province cannot be reached. Try again later, or use a password.',
    other: 'The answer of the other sign-in could not be confirmed. Sign in again.',
  },
);

/** Why somebody was sent back without being signed in; null = nobody was. The address forgets it at once. */
export function useOutsideRefusal(): string | null {
  const t = useText(outsideText);
  const [code] = useState(refusedCode);
  useEffect(() => {
    if (code !== null)
      window.history.replaceState(window.history.state, '', window.location.pathname);
  }, [code]);
  if (code === null) return null;
  return Object.hasOwn(t, code) ? t[code as keyof typeof t] : t.other;
}

function refusedCode(): string | null {
  const query = new URLSearchParams(window.location.search);
  return query.get('sign-in') === 'failed' ? (query.get('code') ?? 'other') : null;
}
