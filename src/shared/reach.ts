import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import type { Reading } from './configuration-readers.js';
import { isLoopback } from './loopback.js';

/** A certificate with its key, both PEM. */
export interface TlsFiles {
  readonly cert: string;
  readonly key: string;
}

/** Who can reach the program, and by which way. */
export interface Reach {
  /** Others than this machine can: by the address it listens on, or by a name that is not this machine's. */
  readonly production: boolean;
  /** null = the program speaks no TLS of its own. */
  readonly tls: TlsFiles | null;
  /** How many proxies stand in front, or their addresses; null = none, and what they would say is not believed. */
  readonly trustProxy: number | readonly string[] | null;
  /** Origin by which people reach it, `https://bo-tri.example.vn`; null = this machine's names only. */
  readonly publicUrl: string | null;
}

const MOST_PROXIES = 5;

export function readReach(reading: Reading, host: string): Reach {
  const publicUrl = readPublicUrl(reading);
  const isKnownOutside = publicUrl !== null && !isLoopback(new URL(publicUrl).hostname);
  return {
    production: !isLoopback(host) || isKnownOutside,
    tls: readTls(reading),
    trustProxy: readTrustProxy(reading),
    publicUrl,
  };
}

/** What keeps an installation that others can reach from being safe on the way. */
export function reachFaults({ production, tls, trustProxy, publicUrl }: Reach): string[] {
  if (!production) return [];
  const faults: string[] = [];
  if (tls === null && trustProxy === null)
    faults.push(
      'Máy khác truy cập được nhưng chưa có TLS: đặt TLS_CERT và TLS_KEY (tệp PEM), hoặc TRUST_PROXY nếu có máy chủ proxy lo TLS.',
    );
  if (publicUrl === null)
    faults.push(
      'Chưa đặt PUBLIC_URL: cần địa chỉ mà mọi người gõ vào trình duyệt, ví dụ https://bo-tri.dienbien.gov.vn.',
    );
  else if (!publicUrl.startsWith('https:'))
    faults.push(`PUBLIC_URL đang là "${publicUrl}": phải bắt đầu bằng https://.`);
  return faults;
}

function readPublicUrl(reading: Reading): string | null {
  const text = reading.text('PUBLIC_URL');
  if (text === null) return null;
  const url = URL.canParse(text) ? new URL(text) : null;
  const isOrigin = url !== null && url.href === `${url.origin}/` && /^https?:$/.test(url.protocol);
  if (isOrigin) return url.origin;
  return reading.fault(
    'PUBLIC_URL chưa đúng: chỉ gồm https:// và tên máy (thêm cổng nếu có), không có đường dẫn, tên hay mật khẩu.',
  );
}

function readTls(reading: Reading): TlsFiles | null {
  const [cert, key] = ['TLS_CERT', 'TLS_KEY'].map((name) => readPem(reading, name));
  const names = ['TLS_CERT', 'TLS_KEY'].filter((name) => reading.text(name) !== null);
  if (names.length === 1)
    return reading.fault(`Chỉ đặt ${names[0]}: TLS_CERT và TLS_KEY phải đi cùng nhau.`);
  if (!cert || !key) return null;
  return tlsOf(reading, { cert, key });
}

function readPem(reading: Reading, name: string): string | null {
  const path = reading.text(name);
  if (path === null) return null;
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return reading.fault(`${name}: không đọc được tệp "${path}".`);
  }
}

function tlsOf(reading: Reading, files: TlsFiles): TlsFiles | null {
  try {
    const certificate = new X509Certificate(files.cert);
    if (!certificate.checkPrivateKey(createPrivateKey(files.key)))
      return reading.fault('TLS_KEY không phải khóa của chứng thư trong TLS_CERT.');
    if (new Date(certificate.validTo) < new Date())
      return reading.fault(`Chứng thư trong TLS_CERT đã hết hạn (${certificate.validTo}).`);
    return files;
  } catch {
    return reading.fault('TLS_CERT và TLS_KEY phải là chứng thư và khóa không mật khẩu, dạng PEM.');
  }
}

function readTrustProxy(reading: Reading): number | readonly string[] | null {
  const text = reading.text('TRUST_PROXY');
  if (text === null) return null;
  if (/^\d+$/.test(text)) {
    const count = Number(text);
    if (count >= 1 && count <= MOST_PROXIES) return count;
  } else {
    const addresses = text.split(',').map((each) => each.trim());
    if (addresses.every(isAddressOrNetwork)) return addresses;
  }
  return reading.fault(
    `TRUST_PROXY đang là "${text}": cần số máy chủ proxy (1 đến ${MOST_PROXIES}), hoặc các địa chỉ của chúng cách nhau bằng dấu phẩy.`,
  );
}

/** `10.1.2.3`, `10.1.0.0/16`, `fd00::/8`, or one of Express' own names of networks. */
function isAddressOrNetwork(text: string): boolean {
  if (/^(loopback|linklocal|uniquelocal)$/.test(text)) return true;
  const [address = '', bits, ...rest] = text.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (bits === undefined) return true;
  // A network of everybody would believe everybody.
  return /^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128);
}
