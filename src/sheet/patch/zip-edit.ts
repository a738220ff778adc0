import { crc32, deflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ZIP64 = 0xffffffff;
const UTF8_NAME = 0x0800;
const DEFLATED = 8;
/** 1 January 1980: equal content, equal bytes. */
const FIXED_DATE = 0x0021;
const VERSION = 20;

/** A zip without entries. */
export const EMPTY_ZIP = Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)]);

/** A zip's directory: where each entry begins, and its record as it stands. */
interface Directory {
  readonly entries: readonly Entry[];
  readonly start: number;
}

interface Entry {
  readonly name: string;
  readonly offset: number;
  readonly record: Buffer;
}

/** What changes; names as they stand in the directory. A new name is put behind the others. */
export interface ZipChanges {
  readonly written: ReadonlyMap<string, Buffer>;
  readonly removed: ReadonlySet<string>;
}

/** Whether a zip is plain enough to be edited: no ZIP64 and a directory that accounts for every byte before it. */
export function canEditZip(zip: Buffer): boolean {
  return directoryOf(zip) !== null;
}

/**
 * The zip with some parts changed: every other entry keeps its bytes, compressed as they were, and its place.
 *
 * @throws Error where `canEditZip` says no.
 */
export function editZip(zip: Buffer, { written, removed }: ZipChanges): Buffer {
  const directory = directoryOf(zip);
  if (directory === null) throw new Error('a zip that cannot be edited');
  const output = new Output();
  const ends = endsOf(directory);
  for (const entry of directory.entries.toSorted((a, b) => a.offset - b.offset)) {
    const bytes = written.get(entry.name);
    if (removed.has(entry.name)) continue;
    if (bytes === undefined)
      output.copy(entry, zip.subarray(entry.offset, ends.get(entry.offset) ?? directory.start));
    else output.write(entry.name, bytes);
  }
  const known = new Set(directory.entries.map(({ name }) => name));
  for (const [name, bytes] of written) if (!known.has(name)) output.write(name, bytes);
  return output.finish(directory.entries.map(({ name }) => name));
}

/** Where each entry's bytes end: where the next begins. */
function endsOf({ entries }: Directory): ReadonlyMap<number, number> {
  const offsets = entries.map(({ offset }) => offset).sort((a, b) => a - b);
  return new Map(offsets.slice(0, -1).map((offset, at) => [offset, offsets[at + 1]!]));
}

class Output {
  private readonly pieces: Buffer[] = [];
  private readonly records = new Map<string, Buffer>();
  private length = 0;

  copy({ name, record }: Entry, bytes: Buffer): void {
    const moved = Buffer.from(record);
    moved.writeUInt32LE(this.length, 42);
    this.records.set(name, moved);
    this.push(bytes);
  }

  write(name: string, content: Buffer): void {
    const packed = deflateRawSync(content);
    const shared = sharedFields(name, content, packed.length);
    const nameBytes = Buffer.from(name, 'utf8');
    const local = Buffer.alloc(LOCAL_LENGTH);
    local.writeUInt32LE(LOCAL_ENTRY, 0);
    shared.copy(local, 4);
    const record = Buffer.alloc(ENTRY_LENGTH);
    record.writeUInt32LE(DIRECTORY_ENTRY, 0);
    record.writeUInt16LE(VERSION, 4);
    shared.copy(record, 6);
    record.writeUInt32LE(this.length, 42);
    this.records.set(name, Buffer.concat([record, nameBytes]));
    this.push(local, nameBytes, packed);
  }

  /** The directory keeps the order that it had. */
  finish(order: readonly string[]): Buffer {
    const names = new Set([...order, ...this.records.keys()]);
    const records = [...names].flatMap((name) => this.records.get(name) ?? []);
    const start = this.length;
    this.push(...records);
    const end = Buffer.alloc(END_LENGTH);
    end.writeUInt32LE(END_OF_DIRECTORY, 0);
    end.writeUInt16LE(records.length, 8);
    end.writeUInt16LE(records.length, 10);
    end.writeUInt32LE(this.length - start, 12);
    end.writeUInt32LE(start, 16);
    this.push(end);
    return Buffer.concat(this.pieces);
  }

  private push(...pieces: Buffer[]): void {
    for (const piece of pieces) {
      this.pieces.push(piece);
      this.length += piece.length;
    }
  }
}

/** The fields from "version needed" to "extra length" that local header and directory share. */
function sharedFields(name: string, content: Buffer, packedLength: number): Buffer {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(VERSION, 0);
  fields.writeUInt16LE(UTF8_NAME, 2);
  fields.writeUInt16LE(DEFLATED, 4);
  fields.writeUInt16LE(FIXED_DATE, 8);
  fields.writeUInt32LE(crc32(content), 10);
  fields.writeUInt32LE(packedLength, 14);
  fields.writeUInt32LE(content.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(name, 'utf8'), 22);
  return fields;
}

function directoryOf(zip: Buffer): Directory | null {
  const end = endOfDirectory(zip);
  if (end < 0) return null;
  const count = zip.readUInt16LE(end + 10);
  const start = zip.readUInt32LE(end + 16);
  if (start === ZIP64 || count === LONGEST_COMMENT || start > end) return null;
  const entries: Entry[] = [];
  for (let at = start; entries.length < count; at += entries.at(-1)!.record.length) {
    const entry = entryAt(zip, at, end);
    if (entry === null) return null;
    entries.push(entry);
  }
  return { entries, start };
}

function entryAt(zip: Buffer, at: number, end: number): Entry | null {
  if (at + ENTRY_LENGTH > end || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return null;
  const nameEnd = at + ENTRY_LENGTH + zip.readUInt16LE(at + 28);
  const length = nameEnd - at + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  const offset = zip.readUInt32LE(at + 42);
  if (offset >= at || zip.readUInt32LE(offset) !== LOCAL_ENTRY) return null;
  const name = zip.subarray(at + ENTRY_LENGTH, nameEnd).toString('utf8');
  return { name, offset, record: zip.subarray(at, at + length) };
}

function endOfDirectory(zip: Buffer): number {
  const lowest = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= lowest; at--)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  return -1;
}
