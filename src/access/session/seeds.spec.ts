import { describe, expect, it } from '@jest/globals';
import { AuditKey } from '../audit-key.js';
import { Seeds } from './seeds.js';

const SEED = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const seeds = new Seeds(AuditKey.of(Buffer.alloc(32, 1)));

describe('Seeds', () => {
  it('gives back what it sealed, and tells nothing of it', () => {
    const [one, two] = [seeds.seal('lan', SEED), seeds.seal('lan', SEED)];
    expect(one).toMatch(/^aes256gcm:[0-9a-f]{16}:[\w-]{16}:[\w-]+$/);
    expect(one).not.toContain(SEED);
    expect(one).not.toBe(two);
    expect(seeds.open('lan', one)).toBe(SEED);
  });

  it('opens nothing of another login, of another key, changed, cut or unsealed', () => {
    const sealed = seeds.seal('lan', SEED);
    const last = sealed.at(-3) === 'A' ? 'B' : 'A';
    const changed = `${sealed.slice(0, -3)}${last}${sealed.slice(-2)}`;
    expect(seeds.open('minh', sealed)).toBeNull();
    expect(new Seeds(AuditKey.of(Buffer.alloc(32, 2))).open('lan', sealed)).toBeNull();
    for (const wrong of [
      changed,
      sealed.slice(0, -4),
      sealed.split(':').slice(0, 3).join(':'),
      SEED,
      '',
    ])
      expect(seeds.open('lan', wrong)).toBeNull();
  });
});
