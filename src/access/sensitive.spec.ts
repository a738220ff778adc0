import { describe, expect, it } from '@jest/globals';
import { AuditKey, keyBytes } from './audit-key.js';
import { hashed, SENSITIVE } from './sensitive.js';

const key = AuditKey.of(Buffer.alloc(32, 7));

describe('hashed', () => {
  it('keeps the name of a sensitive field and not its value, at any depth', () => {
    const text = JSON.stringify(
      hashed(key, 'person/7', {
        religion: 'Công giáo',
        rows: [{ personal_number: '011085000001', fullName: 'Lò Văn Một' }],
      }),
    );
    expect(text).toMatch(/"religion":"hmac:[0-9a-f]{12}"/);
    expect(text).toMatch(/"personal_number":"hmac:[0-9a-f]{12}","fullName":"Lò Văn Một"/);
    expect(text).not.toMatch(/Công giáo|011085000001/);
  });

  it('shows that a value changed, and not that two people have the same', () => {
    const of = (subject: string, ethnicity: string): unknown =>
      hashed(key, subject, { ethnicity })['ethnicity'];
    expect(of('person/7', 'Thái')).toBe(of('person/7', 'Thái'));
    expect(of('person/7', 'Thái')).not.toBe(of('person/7', 'Mông'));
    expect(of('person/7', 'Thái')).not.toBe(of('person/8', 'Thái'));
  });

  it('needs the key to be guessed', () => {
    const other = AuditKey.of(Buffer.alloc(32, 8));
    const fields = { religion: 'Không' };
    expect(hashed(key, 'person/7', fields)).not.toEqual(hashed(other, 'person/7', fields));
  });

  it('leaves an empty value empty and other fields as they are', () => {
    const fields = { partyOfficialOn: null, degree: 'university', seats: 3, units: ['A'] };
    expect(hashed(key, 'person/7', fields)).toEqual(fields);
  });

  it('knows the fields of the law by column and by key', () => {
    for (const field of ['ethnicity', 'party_official_on', 'spousePersonalNumber', 'conditions'])
      expect(SENSITIVE).toContain(field);
    expect(SENSITIVE).toContain('rating');
    expect(SENSITIVE.has('full_name')).toBe(false);
  });
});

describe('keyBytes', () => {
  const bytes = Buffer.alloc(32, 200);

  it('reads 32 bytes as hexadecimal digits and as base64', () => {
    expect(keyBytes(bytes.toString('hex'))).toEqual(bytes);
    expect(keyBytes(bytes.toString('base64'))).toEqual(bytes);
  });

  it('refuses a key that is too short, too long, or no key', () => {
    expect(keyBytes(bytes.subarray(1).toString('base64'))).toBeNull();
    expect(keyBytes(`${bytes.toString('hex')}00`)).toBeNull();
    expect(keyBytes('mật khẩu')).toBeNull();
  });
});
