import { createHash, createHmac, randomBytes } from 'node:crypto';
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

const BYTES = 32;

/** What the key is used for: each use has a key of its own, so that a value of one says nothing in another. */
export type KeyUse = 'seal' | 'witness' | 'field' | 'device' | 'second-factor';

/**
 * The key of the trail. It never stands in the database: whoever has only the database can neither seal an entry nor guess
 * a hashed value.
 */
export class AuditKey {
  /** Names the key and tells nothing of it; 16 hexadecimal digits. */
  readonly id: string;
  private readonly keys: Readonly<Record<KeyUse, Buffer>>;

  private constructor(secret: Buffer) {
    const derived = (use: string): Buffer => createHmac('sha256', secret).update(use).digest();
    this.id = createHash('sha256').update(derived('name')).digest('hex').slice(0, 16);
    this.keys = {
      seal: derived('seal'),
      witness: derived('witness'),
      field: derived('field'),
      device: derived('device'),
      'second-factor': derived('second-factor'),
    };
  }

  /** HMAC-SHA-256, 64 hexadecimal digits. */
  mac(use: KeyUse, text: string): string {
    return createHmac('sha256', this.keys[use]).update(text, 'utf8').digest('hex');
  }

  /** 32 bytes, for a cipher. */
  bytes(use: KeyUse): Buffer {
    return this.keys[use];
  }

  /** @param secret 32 bytes. */
  static of(secret: Buffer): AuditKey {
    if (secret.length !== BYTES) throw new Error(`The key of the trail has ${BYTES} bytes`);
    return new AuditKey(secret);
  }

  /** For a database in memory, which is gone with the program. */
  static ephemeral(): AuditKey {
    return new AuditKey(randomBytes(BYTES));
  }

  /** The key of a data folder, made where there is none: `keys/audit.key`, base64, for this user only. */
  static async inFolder(dataDir: string): Promise<AuditKey> {
    const file = keyFile(dataDir);
    try {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      const text = `${randomBytes(BYTES).toString('base64')}\n`;
      await writeFile(file, text, { flag: 'wx', mode: 0o600 });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      // A copied folder may have lost its rights.
      await chmod(file, 0o600);
    }
    const secret = keyBytes((await readFile(file, 'utf8')).trim());
    if (secret === null) throw new Error(`${file} holds no key of ${BYTES} bytes`);
    return new AuditKey(secret);
  }
}

export function keyFile(dataDir: string): string {
  return join(dataDir, 'keys', 'audit.key');
}

/** 32 bytes written as 64 hexadecimal digits or as base64; null = neither. */
export function keyBytes(text: string): Buffer | null {
  if (/^[0-9a-f]{64}$/i.test(text)) return Buffer.from(text, 'hex');
  if (!/^[A-Za-z0-9+/_-]{43}=?$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === BYTES ? bytes : null;
}
