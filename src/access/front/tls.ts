import type { TlsFiles } from '../../shared/reach.js';

/** Of TLS 1.2 only what has forward secrecy and authenticated encryption; TLS 1.3 has nothing else. RFC 9325, 4.2 */
const CIPHERS = [
  ...['TLS_AES_256_GCM_SHA384', 'TLS_CHACHA20_POLY1305_SHA256', 'TLS_AES_128_GCM_SHA256'],
  ...['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384'],
  ...['ECDHE-ECDSA-CHACHA20-POLY1305', 'ECDHE-RSA-CHACHA20-POLY1305'],
  ...['ECDHE-ECDSA-AES128-GCM-SHA256', 'ECDHE-RSA-AES128-GCM-SHA256'],
];

export interface TlsOptions extends TlsFiles {
  readonly minVersion: 'TLSv1.2';
  readonly ciphers: string;
  readonly honorCipherOrder: true;
}

/** How the program speaks TLS, whatever the defaults of the Node.js that runs it. */
export function tlsOptions({ cert, key }: TlsFiles): TlsOptions {
  const ciphers = CIPHERS.join(':');
  return { cert, key, minVersion: 'TLSv1.2', ciphers, honorCipherOrder: true };
}
