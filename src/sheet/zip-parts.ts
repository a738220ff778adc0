import { Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { AppError } from '../shared/errors.js';
import { mustBeZip } from './container.js';
import type { SheetLimits } from './limits.js';
import { damaged, shortened, tooLarge } from './refusals.js';
import { countOfEntries, directoryOf, type ZipEntry } from './zip-directory.js';
import { contentOf, mustBeHarmless } from './zip-wall.js';

/** The parts of an opened container, by their path without a leading slash; looked up without regard to case. */
export interface Parts {
  has(path: string): boolean;
  /** Unpacks as it is read. @throws BadInput `sheet.damaged` where there is no such part, or it is not what was declared */
  open(path: string): Promise<Readable>;
  readonly paths: readonly string[];
}

const PIECE_BYTES = 128 * 1024;

/**
 * Opens a zip by its directory, after the wall: see `mustBeHarmless`.
 *
 * @throws BadInput `sheet.*`
 */
export function openParts(bytes: Buffer, limits: SheetLimits): Promise<Parts> {
  return Promise.resolve().then(() => behindTheWall(bytes, limits));
}

function behindTheWall(bytes: Buffer, limits: SheetLimits): Parts {
  mustBeZip(bytes);
  if (bytes.length > limits.compressedBytes)
    throw tooLarge(`${bytes.length} byte, cho phép ${limits.compressedBytes}`);
  const count = countOfEntries(bytes);
  if (count > limits.entries)
    throw tooLarge(`${count} mục trong tệp nén, cho phép ${limits.entries}`);
  const directory = directoryOf(bytes);
  mustBeHarmless(bytes, directory, limits);
  return partsOf(bytes, directory.entries);
}

/** Turns what a stream throws into a refusal; refusals and our own bugs pass unchanged. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { name, code } = error as NodeJS.ErrnoException;
  const isBug = code === undefined && name !== 'Error';
  return isBug ? error : damaged('không giải nén được');
}

function partsOf(zip: Buffer, entries: readonly ZipEntry[]): Parts {
  const byPath = new Map(entries.map((entry) => [entry.path.toLowerCase(), entry]));
  return {
    has: (path) => byPath.has(path.toLowerCase()),
    open: (path) => {
      const entry = byPath.get(path.toLowerCase());
      if (entry === undefined) return Promise.reject(damaged(`thiếu phần "${shortened(path)}"`));
      return Promise.resolve(Readable.from(unpacked(zip, entry), { objectMode: false }));
    },
    paths: entries.map((entry) => entry.path),
  };
}

/** The bytes of an entry, counted and summed as they come: the directory may lie. */
async function* unpacked(zip: Buffer, entry: ZipEntry): AsyncGenerator<Buffer, void> {
  const { start, end } = contentOf(zip, entry);
  let bytes = 0;
  let sum = 0;
  for await (const piece of inflated(zip.subarray(start, end), entry.method)) {
    bytes += piece.length;
    if (bytes > entry.unpackedBytes)
      throw tooLarge(`phần "${entry.path}" giải nén ra nhiều hơn đã khai`);
    sum = crc32(piece, sum);
    yield piece;
  }
  if (bytes !== entry.unpackedBytes || sum !== entry.crc32)
    throw damaged(`phần "${entry.path}" không đúng mã kiểm tra`);
}

async function* inflated(content: Buffer, method: number): AsyncGenerator<Buffer, void> {
  if (method === 0) {
    yield content;
    return;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(content);
  try {
    yield* inflate as AsyncIterable<Buffer>;
  } catch (error) {
    throw asRefusal(error);
  }
}
