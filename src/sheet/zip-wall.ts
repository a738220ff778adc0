import type { SheetLimits } from './limits.js';
import {
  damaged,
  encrypted,
  macros,
  nestedFile,
  shortened,
  tooLarge,
  unsafeContainer,
} from './refusals.js';
import type { ZipDirectory, ZipEntry } from './zip-directory.js';

const LOCAL_MARK = 0x04034b50;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;
/** Bit 0: encrypted; bit 6: strongly; bit 13: with hidden local headers. */
const ENCRYPTED_FLAGS = 0x2041;
const LONGEST_PATH = 512;
const FILE_TYPE = 0xf000;
const REGULAR = 0x8000;
const FOLDER = 0x4000;
const ARCHIVE =
  /\.(?:zip|zipx|7z|rar|gz|tgz|bz2|xz|tar|cab|iso|jar|xls[xmb]?|xlt[xm]?|xla[m]?|doc[xm]?|ppt[xm]?|od[stp]|exe|dll|js|vbs|bat|cmd|ps1|lnk|msi|scr)$/i;

/**
 * Refuses a container for what its directory and local headers say, before anything is unpacked: too large, encrypted,
 * entries that are no plain files, lead out of the container, stand twice, overlap or hold a container themselves.
 *
 * @throws BadInput `sheet.too-large`, `sheet.encrypted`, `sheet.macros`, `sheet.nested-file`, `sheet.unsafe-container`,
 *   `sheet.damaged`
 */
export function mustBeHarmless(zip: Buffer, directory: ZipDirectory, limits: SheetLimits): void {
  const { entries, start } = directory;
  const seen = new Set<string>();
  let unpackedBytes = 0;
  for (const entry of entries) {
    mustBePlain(entry);
    const path = entry.path.toLowerCase();
    if (seen.has(path)) throw unsafeContainer(`mục "${shortened(entry.path)}" có hai lần`);
    seen.add(path);
    unpackedBytes += entry.unpackedBytes;
    if (unpackedBytes > limits.unpackedBytes)
      throw tooLarge(`nội dung giải nén trên ${limits.unpackedBytes} byte`);
  }
  mustNotOverlap(zip, entries, start);
}

function mustBePlain(entry: ZipEntry): void {
  if ((entry.flags & ENCRYPTED_FLAGS) !== 0) throw encrypted();
  if (leadsOut(entry.path))
    throw unsafeContainer(`đường dẫn "${shortened(entry.path)}" không hợp lệ`);
  const type = entry.unixMode & FILE_TYPE;
  if (type !== 0 && type !== REGULAR && type !== FOLDER)
    throw unsafeContainer(`mục "${shortened(entry.path)}" là liên kết, không phải tệp`);
  if (/vbaproject\.bin$/i.test(entry.path)) throw macros();
  if (ARCHIVE.test(entry.path)) throw nestedFile(shortened(entry.path));
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw damaged(`kiểu nén số ${entry.method} không đọc được`);
  if (entry.method === STORED && entry.compressedBytes !== entry.unpackedBytes)
    throw damaged(`kích thước của mục "${shortened(entry.path)}" không khớp`);
}

/** Absolute, upwards, of another system, with control characters, or too long to be meant. */
function leadsOut(path: string): boolean {
  return (
    path === '' ||
    path.length > LONGEST_PATH ||
    /^\/|^[a-z]:|\\|\p{Cc}/iu.test(path) ||
    path.split('/').some((part) => part === '..' || part === '.')
  );
}

/** Each entry has bytes of its own: what is unpacked twice is a bomb. */
function mustNotOverlap(zip: Buffer, entries: readonly ZipEntry[], directoryStart: number): void {
  let freeFrom = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const { start, end } = contentOf(zip, entry);
    if (entry.offset < freeFrom || end > directoryStart || end < start)
      throw unsafeContainer('các mục trong tệp nén chồng lên nhau');
    freeFrom = end;
  }
}

/**
 * Where the compressed bytes of an entry stand.
 *
 * @throws BadInput `sheet.damaged` where its local header is not there, `sheet.unsafe-container` where it tells of another
 */
export function contentOf(
  zip: Buffer,
  entry: ZipEntry,
): { readonly start: number; readonly end: number } {
  const { offset } = entry;
  if (offset + LOCAL_LENGTH > zip.length || zip.readUInt32LE(offset) !== LOCAL_MARK)
    throw damaged(`không thấy mục "${shortened(entry.path)}"`);
  const pathLength = zip.readUInt16LE(offset + 26);
  const start = offset + LOCAL_LENGTH + pathLength + zip.readUInt16LE(offset + 28);
  const flags = zip.readUInt16LE(offset + 6);
  if ((flags & ENCRYPTED_FLAGS) !== 0) throw encrypted();
  const name = zip.subarray(offset + LOCAL_LENGTH, offset + LOCAL_LENGTH + pathLength);
  const sameName = [name.toString('utf8'), name.toString('latin1')].includes(entry.path);
  if (!sameName || zip.readUInt16LE(offset + 8) !== entry.method)
    throw unsafeContainer(`mục "${shortened(entry.path)}" có hai tên`);
  return { start, end: start + entry.compressedBytes };
}
