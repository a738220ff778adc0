import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import { AppError } from '../shared/errors.js';
import { mustBeZip } from './container.js';
import type { SheetLimits } from './limits.js';
import { damaged, encrypted, forbiddenContent, tooLarge } from './refusals.js';

/** The parts of an opened container, by their path without a leading slash; looked up without regard to case. */
export interface Parts {
  has(path: string): boolean;
  /** @throws BadInput `sheet.damaged` where there is no such part */
  open(path: string): Promise<Readable>;
  readonly paths: readonly string[];
}

/**
 * Opens a zip by its central directory.
 *
 * @throws BadInput when it is no zip, is encrypted, is larger than `limits`, names a part twice or carries macros
 */
export async function openParts(bytes: Buffer, limits: SheetLimits): Promise<Parts> {
  mustBeZip(bytes);
  if (bytes.length > limits.compressedBytes)
    throw tooLarge(`${bytes.length} byte, cho phép ${limits.compressedBytes}`);
  try {
    const zip = await fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true });
    return partsOf(zip, await entriesOf(zip, limits));
  } catch (error) {
    throw asRefusal(error);
  }
}

/** Turns what the zip, the inflater or the XML parser throws into a refusal; refusals and our own bugs pass unchanged. */
export function asRefusal(error: unknown): unknown {
  if (error instanceof AppError) return error;
  const { name, code, message } = error as NodeJS.ErrnoException;
  const isBug = code === undefined && name !== 'Error';
  return isBug ? error : damaged(message);
}

async function entriesOf(zip: ZipFile, limits: SheetLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries)
    throw tooLarge(`${zip.entryCount} mục trong tệp nén, cho phép ${limits.entries}`);
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  for await (const entry of zip.eachEntry()) {
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > limits.unpackedBytes)
      throw tooLarge(`nội dung giải nén trên ${limits.unpackedBytes} byte`);
    mustBeAllowed(entry, entries);
    entries.set(entry.fileName.toLowerCase(), entry);
  }
  return entries;
}

function mustBeAllowed(entry: Entry, earlier: ReadonlyMap<string, Entry>): void {
  const path = entry.fileName.toLowerCase();
  if (entry.isEncrypted()) throw encrypted();
  if (earlier.has(path)) throw damaged(`mục "${entry.fileName}" có hai lần`);
  if (path.endsWith('vbaproject.bin')) throw forbiddenContent('macro');
}

function partsOf(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Parts {
  return {
    has: (path) => entries.has(path.toLowerCase()),
    open: (path) => {
      const entry = entries.get(path.toLowerCase());
      if (entry === undefined) return Promise.reject(damaged(`thiếu phần "${path}"`));
      return zip.openReadStreamPromise(entry);
    },
    paths: [...entries.values()].map((entry) => entry.fileName),
  };
}
