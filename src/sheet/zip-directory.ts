import { damaged } from './refusals.js';

/** An entry of a zip as its directory describes it, and where its bytes begin. */
export interface ZipEntry {
  /** As written; folders end in a slash. */
  readonly path: string;
  readonly method: number;
  readonly flags: number;
  readonly crc32: number;
  readonly compressedBytes: number;
  /** As declared: nothing is believed before it has been unpacked. */
  readonly unpackedBytes: number;
  /** Type and rights where a Unix system wrote the entry; 0 = none given. */
  readonly unixMode: number;
  /** Where its local header begins. */
  readonly offset: number;
}

export interface ZipDirectory {
  readonly entries: readonly ZipEntry[];
  /** Where the directory begins: no entry reaches it. */
  readonly start: number;
}

const END_MARK = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_MARK = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCATOR_MARK = 0x07064b50;
const LOCATOR_LENGTH = 20;
const END64_MARK = 0x06064b50;
const END64_LENGTH = 56;
const EXTRA_64 = 0x0001;
const IN_EXTRA = 0xffffffff;
const UTF8_FLAG = 0x0800;
const UNIX = 3;
const DAMAGED = 'mục lục của tệp nén bị cắt hoặc sai';

/** How many entries the end of the file promises. @throws BadInput `sheet.damaged` */
export function countOfEntries(zip: Buffer): number {
  return endOf(zip).count;
}

/** Reads the directory at the end of the file, also of ZIP64. @throws BadInput `sheet.damaged` */
export function directoryOf(zip: Buffer): ZipDirectory {
  const { count, start, length } = endOf(zip);
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_LENGTH > start + length || zip.readUInt32LE(at) !== ENTRY_MARK)
      throw damaged(DAMAGED);
    const [pathLength, extraLength, commentLength] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    ) as [number, number, number];
    const pathEnd = at + ENTRY_LENGTH + pathLength;
    const end = pathEnd + extraLength + commentLength;
    if (end > start + length) throw damaged(DAMAGED);
    entries.push(entryAt(zip, at, zip.subarray(pathEnd, pathEnd + extraLength)));
    at = end;
  }
  return { entries, start };
}

interface End {
  readonly count: number;
  readonly start: number;
  readonly length: number;
}

/** The record that ends the file, found from behind: a comment may follow it. */
function endOf(zip: Buffer): End {
  const first = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= first; at--) {
    if (zip.readUInt32LE(at) !== END_MARK) continue;
    if (at + END_LENGTH + zip.readUInt16LE(at + 20) !== zip.length) continue;
    const end = end64Of(zip, at) ?? {
      count: zip.readUInt16LE(at + 10),
      length: zip.readUInt32LE(at + 12),
      start: zip.readUInt32LE(at + 16),
    };
    if (zip.readUInt16LE(at + 4) !== 0 || end.start + end.length > at) throw damaged(DAMAGED);
    return end;
  }
  throw damaged(DAMAGED);
}

/** The wider record of ZIP64, which a locator just before the end points to; null = there is none. */
function end64Of(zip: Buffer, end: number): End | null {
  const locator = end - LOCATOR_LENGTH;
  if (locator < 0 || zip.readUInt32LE(locator) !== LOCATOR_MARK) return null;
  const at = wide(zip, locator + 8);
  if (at + END64_LENGTH > locator || zip.readUInt32LE(at) !== END64_MARK) throw damaged(DAMAGED);
  return { count: wide(zip, at + 32), length: wide(zip, at + 40), start: wide(zip, at + 48) };
}

function entryAt(zip: Buffer, at: number, extra: Buffer): ZipEntry {
  const pathStart = at + ENTRY_LENGTH;
  const path = zip.subarray(pathStart, pathStart + zip.readUInt16LE(at + 28));
  const flags = zip.readUInt16LE(at + 8);
  const wider = widerFields(extra);
  const sized = (field: number): number => {
    const size = zip.readUInt32LE(at + field);
    return size === IN_EXTRA ? (wider.shift() ?? size) : size;
  };
  return {
    path: path.toString((flags & UTF8_FLAG) === 0 ? 'latin1' : 'utf8'),
    method: zip.readUInt16LE(at + 10),
    flags,
    crc32: zip.readUInt32LE(at + 16),
    unpackedBytes: sized(24),
    compressedBytes: sized(20),
    offset: sized(42),
    unixMode: zip[at + 5] === UNIX ? zip.readUInt16LE(at + 40) : 0,
  };
}

/** The 64-bit fields of an entry in their order: unpacked size, compressed size, offset, as far as they are there. */
function widerFields(extra: Buffer): number[] {
  const fields: number[] = [];
  let at = 0;
  while (at + 4 <= extra.length) {
    const end = at + 4 + extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === EXTRA_64)
      for (let field = at + 4; field + 8 <= Math.min(end, extra.length); field += 8)
        fields.push(wide(extra, field));
    at = end;
  }
  return fields;
}

/** A 64-bit number; beyond 2^53 it is larger than any file and refused as such. */
function wide(bytes: Buffer, at: number): number {
  return Number(bytes.readBigUInt64LE(at));
}
