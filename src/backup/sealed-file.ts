import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { access, constants, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import { Decrypter, Encrypter } from 'age-encryption';
import { AppError, BadInput, Conflict } from '../shared/errors.js';
import { damaged, notABackup, unreadable, wrongKey } from './refusals.js';

/**
 * Writes what `plain` gives, compressed and encrypted in the age format; a broken one leaves no file.
 *
 * @param recipients public keys `age1…`; who holds the secret of any of them opens the file.
 * @returns sha256 of the file, hex.
 * @throws Conflict `backup.file-exists`; BadInput `backup.recipient`.
 * @source age-encryption.org/v1
 */
export async function writeSealed(
  path: string,
  recipients: readonly string[],
  plain: AsyncIterable<Buffer>,
): Promise<string> {
  const encrypter = encrypterFor(recipients);
  mustBeNew(path);
  const unfinished = `${path}.unfinished`;
  const hash = createHash('sha256');
  try {
    await pipeline(
      Readable.from(plain),
      createGzip(),
      (zipped) => encrypted(encrypter, zipped as AsyncIterable<Buffer>),
      (sealed) => hashing(hash, sealed),
      createWriteStream(unfinished, { mode: 0o600, flush: true }),
    );
    mustBeNew(path);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return hash.digest('hex');
}

/**
 * Reads a file of `writeSealed`. What `work` does with the bytes counts only when this returns: the last of them tell whether
 * the file is whole.
 *
 * @param identities secret keys `AGE-SECRET-KEY-1…`; one of them must fit.
 * @throws BadInput `backup.file-missing`, `backup.not-a-backup`, `backup.wrong-key`, `backup.damaged`.
 */
export async function readSealed<T>(
  path: string,
  identities: readonly string[],
  work: (plain: AsyncIterable<Buffer>) => Promise<T>,
): Promise<T> {
  const decrypter = decrypterFor(identities);
  await access(path, constants.R_OK).catch(() => {
    throw unreadable(path);
  });
  try {
    return await pipeline(
      createReadStream(path),
      (sealed) => decrypted(decrypter, path, sealed as AsyncIterable<Buffer>),
      createGunzip(),
      (plain) => work(plain as AsyncIterable<Buffer>),
    );
  } catch (error) {
    if (isOfZlib(error)) throw damaged('phần nén không đọc được');
    throw error;
  }
}

/** sha256 of a file, hex: to compare what was kept with what was made. */
export async function fingerprint(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function* encrypted(
  encrypter: Encrypter,
  plain: AsyncIterable<Buffer>,
): AsyncGenerator<Uint8Array> {
  yield* await encrypter.encrypt(
    Readable.toWeb(Readable.from(plain)) as ReadableStream<Uint8Array>,
  );
}

async function* decrypted(
  decrypter: Decrypter,
  path: string,
  sealed: AsyncIterable<Buffer>,
): AsyncGenerator<Uint8Array> {
  const body = Readable.toWeb(Readable.from(sealed)) as ReadableStream<Uint8Array>;
  const plain = await decrypter.decrypt(body).catch((error: unknown) => {
    throw /no identity matched/.test(String(error)) ? wrongKey(path) : notABackup(path);
  });
  try {
    yield* plain;
  } catch (error) {
    // The cipher's own errors only say that a piece is not as it was written.
    throw error instanceof AppError ? error : damaged('mã xác thực không khớp');
  }
}

async function* hashing(
  hash: ReturnType<typeof createHash>,
  pieces: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient);
    } catch {
      throw new BadInput(
        'backup.recipient',
        `"${recipient}" không phải là khóa công khai. Khóa công khai bắt đầu bằng "age1" và do "bo-tri backup key" in ra.`,
      );
    }
  }
  return encrypter;
}

function decrypterFor(identities: readonly string[]): Decrypter {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  return decrypter;
}

function mustBeNew(path: string): void {
  if (!existsSync(path)) return;
  throw new Conflict('backup.file-exists', `Đã có tệp "${path}". Hãy chọn tên khác.`, { path });
}

function isOfZlib(error: unknown): boolean {
  return /^Z_/.test(String((error as { code?: unknown } | null)?.code));
}
