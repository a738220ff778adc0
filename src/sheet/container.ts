import type { BadInput } from '../shared/errors.js';
import { csv, encrypted, notAWorkbook, oldFormat } from './refusals.js';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
const EMPTY_ZIP = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
/** The compound file of old Office; an encrypted .xlsx is wrapped in one too. */
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
const UTF_16 = Buffer.from([0xff, 0xfe]);
/** Tab, line feed, form feed, carriage return. */
const LAYOUT_CHARACTERS = new Set([0x09, 0x0a, 0x0c, 0x0d]);
const CONTROLS_IN_TEXT = 0.02;

/**
 * Refuses what is no zip by its first bytes, never by its name.
 *
 * @throws BadInput `sheet.encrypted`, `sheet.old-format`, `sheet.csv`, `sheet.not-a-workbook`
 */
export function mustBeZip(bytes: Buffer): void {
  if (startsWith(bytes, ZIP) || startsWith(bytes, EMPTY_ZIP)) return;
  if (startsWith(bytes, COMPOUND))
    throw bytes.includes(ENCRYPTED_STREAM) ? encrypted() : oldFormat();
  throw refusalByContent(bytes);
}

function startsWith(bytes: Buffer, signature: Buffer): boolean {
  return bytes.subarray(0, signature.length).equals(signature);
}

function refusalByContent(bytes: Buffer): BadInput {
  if (bytes.length === 0) return notAWorkbook('tệp rỗng');
  const head = bytes.subarray(0, 1024);
  if (startsWith(head, Buffer.from('%PDF'))) return notAWorkbook('tệp PDF');
  if (looksBinary(head)) return notAWorkbook('không nhận ra định dạng');
  const text = head.toString('latin1').toLowerCase();
  if (text.includes('<html') || text.includes('<table')) return notAWorkbook('trang HTML đổi đuôi');
  if (text.includes('<?mso-application') || text.includes('<workbook'))
    return notAWorkbook('XML của Excel 2003');
  return /[,;\t]/.test(text) ? csv() : notAWorkbook('tệp văn bản');
}

/** Text has no zero bytes (UTF-16 says so in front) and hardly a control character; noise of any kind has one in ten. */
function looksBinary(head: Buffer): boolean {
  if (startsWith(head, UTF_16)) return false;
  const controls = head.filter((byte) => byte < 0x20 && !LAYOUT_CHARACTERS.has(byte));
  return head.includes(0) || controls.length > head.length * CONTROLS_IN_TEXT;
}
