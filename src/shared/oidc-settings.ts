import type { Reading } from './configuration-readers.js';
import { isLoopback } from './loopback.js';

/** The province's own sign-in, by OpenID Connect. */
export interface OidcSettings {
  /** Its address, as its own configuration document names it. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Words of the button. */
  readonly label: string;
}

const LABEL = 'tài khoản của tỉnh';
const NAMES = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET'] as const;

/** @returns null where none of its variables is set. */
export function readOidc(reading: Reading): OidcSettings | null {
  const [issuer, clientId, clientSecret] = NAMES.map((name) => reading.text(name));
  if (!issuer && !clientId && !clientSecret) return null;
  const missing = NAMES.filter((name) => reading.text(name) === null);
  if (missing.length > 0)
    reading.fault(`Đăng nhập qua OIDC còn thiếu: ${missing.join(', ')}. Đặt cả ba, hoặc bỏ cả ba.`);
  if (issuer && !isSafeIssuer(issuer))
    reading.fault(
      'OIDC_ISSUER chưa đúng: cần địa chỉ https:// của nơi cấp danh tính (http chỉ được dùng trên chính máy này).',
    );
  if (!issuer || !clientId || !clientSecret) return null;
  return { issuer, clientId, clientSecret, label: reading.text('OIDC_LABEL') ?? LABEL };
}

function isSafeIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username } = new URL(text);
  if (search !== '' || hash !== '' || username !== '') return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname));
}
