import { isIPv4 } from 'node:net';

/** Whether a host name or address means this machine only: 127.0.0.0/8, ::1, localhost and names under it (RFC 6761). */
export function isLoopback(host: string): boolean {
  const name = host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/^::ffff:/, '');
  if (isIPv4(name)) return name.startsWith('127.');
  return name === '::1' || name === 'localhost' || name.endsWith('.localhost');
}
