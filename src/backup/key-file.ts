import { readFile, writeFile } from 'node:fs/promises';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { BadInput, Conflict } from '../shared/errors.js';

const SECRET = /^AGE-SECRET-KEY-/;

/** A secret key and the public one that goes with it. */
export interface KeyPair {
  readonly identity: string;
  readonly recipient: string;
}

export async function newKey(): Promise<KeyPair> {
  const identity = await generateX25519Identity();
  return { identity, recipient: await identityToRecipient(identity) };
}

/**
 * Makes the officer's key as a file that `age` reads too, mode 0600.
 *
 * @returns the public key.
 * @throws Conflict `backup.key-exists`: a key is never overwritten, its backups would be lost.
 */
export async function writeKeyFile(path: string): Promise<string> {
  const { identity, recipient } = await newKey();
  const text = `# public key: ${recipient}\n${identity}\n`;
  try {
    await writeFile(path, text, { flag: 'wx', mode: 0o600, flush: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new Conflict(
      'backup.key-exists',
      `Đã có tệp "${path}". Không ghi đè khóa: các bản sao lưu cũ chỉ mở được bằng khóa đó.`,
      { path },
    );
  }
  return recipient;
}

/** The secret keys in a file. @throws BadInput `backup.identity` when it holds none. */
export async function readKeyFile(path: string): Promise<string[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new BadInput('backup.identity', `Không đọc được tệp khóa "${path}".`, { path });
  });
  const keys = text.split(/\r?\n/).filter((line) => SECRET.test(line));
  for (const key of keys) await identityToRecipient(key).catch(() => keys.splice(0));
  if (keys.length > 0) return keys;
  throw new BadInput(
    'backup.identity',
    `Tệp "${path}" không có khóa bí mật (dòng bắt đầu bằng AGE-SECRET-KEY-).`,
    { path },
  );
}
