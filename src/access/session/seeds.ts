import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditKey } from '../audit-key.js';

const SCHEME = 'aes256gcm';
const CIPHER = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Seeds of second factors as the database keeps them: `aes256gcm:<id of the key>:<iv>:<text and tag>`, base64url, bound to
 * the login. The key is one of those that come from the key of the trail, and stands in no table.
 */
@Injectable()
export class Seeds {
  constructor(private readonly key: AuditKey) {}

  seal(login: string, seed: string): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv(CIPHER, this.key.bytes('second-factor'), iv);
    cipher.setAAD(Buffer.from(login));
    const sealed = Buffer.concat([
      cipher.update(seed, 'utf8'),
      cipher.final(),
      cipher.getAuthTag(),
    ]);
    return [SCHEME, this.key.id, iv.toString('base64url'), sealed.toString('base64url')].join(':');
  }

  /** @returns null where another key sealed it, or somebody changed it. */
  open(login: string, stored: string): string | null {
    const [scheme, keyId, iv = '', text = ''] = stored.split(':');
    if (scheme !== SCHEME || keyId !== this.key.id) return null;
    const sealed = Buffer.from(text, 'base64url');
    const [body, tag] = [sealed.subarray(0, -TAG_BYTES), sealed.subarray(-TAG_BYTES)];
    try {
      const key = this.key.bytes('second-factor');
      const decipher = createDecipheriv(CIPHER, key, Buffer.from(iv, 'base64url'), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(Buffer.from(login)).setAuthTag(tag);
      return decipher.update(body, undefined, 'utf8') + decipher.final('utf8');
    } catch {
      return null;
    }
  }
}

export const SEALED = `${SCHEME}:`;
