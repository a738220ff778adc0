import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip, and where it may lie: what is not given is as it should be. */
export interface ZipPart {
  readonly path: string;
  readonly content: string | Buffer;
  /** 0 = stored, 8 = deflated (default); any other is written as stored bytes under that number. */
  readonly method?: number;
  readonly flags?: number;
  readonly unixMode?: number;
  /** The name in the local header. */
  readonly localPath?: string;
  /** What the directory claims. */
  readonly claimedBytes?: number;
  readonly claimedCrc?: number;
  /** Sizes stand in the 64-bit fields. */
  readonly zip64?: boolean;
  /** Points to the local header of that other part instead of one of its own. */
  readonly sameAs?: number;
}

interface Placed {
  readonly part: ZipPart;
  readonly offset: number;
  readonly packed: Buffer;
  readonly bytes: number;
  readonly crc: number;
}

const UTF8 = 0x0800;
const IN_EXTRA = 0xffffffff;

/** A zip as its parts say. `promised` = the number of entries that the end of the directory claims. */
export function zipOf(parts: readonly ZipPart[], promised = parts.length): Buffer {
  const chunks: Buffer[] = [];
  const placed: Placed[] = [];
  let offset = 0;
  for (const part of parts) {
    const twin = part.sameAs === undefined ? undefined : placed[part.sameAs];
    if (twin !== undefined) {
      placed.push({ ...twin, part });
      continue;
    }
    const content = Buffer.from(part.content);
    const packed = (part.method ?? 8) === 8 ? deflateRawSync(content, { level: 1 }) : content;
    const entry = { part, offset, packed, bytes: content.length, crc: crc32(content) };
    placed.push(entry);
    const local = localHeader(entry);
    chunks.push(local, packed);
    offset += local.length + packed.length;
  }
  const directory = Buffer.concat(placed.map(directoryRecord));
  return Buffer.concat([...chunks, directory, endRecord(promised, directory.length, offset)]);
}

function localHeader({ part, packed, bytes, crc }: Placed): Buffer {
  const path = Buffer.from(part.localPath ?? part.path);
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(UTF8 | (part.flags ?? 0), 6);
  header.writeUInt16LE(part.method ?? 8, 8);
  header.writeUInt32LE(crc, 14);
  header.writeUInt32LE(packed.length, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(path.length, 26);
  return Buffer.concat([header, path]);
}

function directoryRecord({ part, offset, packed, bytes, crc }: Placed): Buffer {
  const path = Buffer.from(part.path);
  const size = part.claimedBytes ?? bytes;
  const extra = part.zip64 === true ? extra64(size, packed.length) : Buffer.alloc(0);
  const record = Buffer.alloc(46);
  record.writeUInt32LE(0x02014b50, 0);
  record.writeUInt16LE(part.unixMode === undefined ? 20 : 0x0314, 4);
  record.writeUInt16LE(20, 6);
  record.writeUInt16LE(UTF8 | (part.flags ?? 0), 8);
  record.writeUInt16LE(part.method ?? 8, 10);
  record.writeUInt32LE(part.claimedCrc ?? crc, 16);
  record.writeUInt32LE(part.zip64 === true ? IN_EXTRA : packed.length, 20);
  record.writeUInt32LE(part.zip64 === true ? IN_EXTRA : size, 24);
  record.writeUInt16LE(path.length, 28);
  record.writeUInt16LE(extra.length, 30);
  record.writeUInt32LE(((part.unixMode ?? 0) << 16) >>> 0, 38);
  record.writeUInt32LE(offset, 42);
  return Buffer.concat([record, path, extra]);
}

function extra64(size: number, packed: number): Buffer {
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(0x0001, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(BigInt(size), 4);
  extra.writeBigUInt64LE(BigInt(packed), 12);
  return extra;
}

function endRecord(count: number, length: number, start: number): Buffer {
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(start, 16);
  return end;
}
