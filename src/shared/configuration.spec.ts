import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ConfigurationError, readConfiguration } from './configuration.js';
import { DEFAULT_LIMITS } from './request-limits.js';

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    return readConfiguration(env).unsafe;
  } catch (error) {
    if (error instanceof ConfigurationError) return error.faults;
    throw error;
  }
}

describe('readConfiguration', () => {
  it('answers an empty environment with the embedded demo on the loopback address', () => {
    expect(readConfiguration({})).toEqual({
      host: '127.0.0.1',
      port: 3000,
      dataDir: 'bo-tri-data',
      databaseUrl: null,
      databaseOwnerUrl: null,
      provinceCode: '11',
      demo: true,
      auditKey: null,
      reach: { production: false, tls: null, trustProxy: null, publicUrl: null },
      secondFactorOptional: false,
      oidc: null,
      limits: DEFAULT_LIMITS,
      worksJobs: true,
      jobTimeLimitSeconds: 900,
      unsafe: [],
    });
  });

  it('leaves background jobs to other processes only where there can be others', () => {
    const urls = {
      DATABASE_URL: 'postgresql://app@db/bo_tri',
      DATABASE_OWNER_URL: 'postgresql://owner@db/bo_tri',
    };
    expect(readConfiguration({ ...urls, WORK_JOBS: '0' }).worksJobs).toBe(false);
    expect(faultsOf({ WORK_JOBS: '0' })).toEqual([expect.stringContaining('WORK_JOBS=0')]);
    expect(readConfiguration({ JOB_TIME_LIMIT_SECONDS: '60' }).jobTimeLimitSeconds).toBe(60);
    expect(faultsOf({ JOB_TIME_LIMIT_SECONDS: '0' })).toHaveLength(1);
  });

  it('takes a key of the trail of 32 bytes, and does not repeat another', () => {
    const key = Buffer.alloc(32, 9);
    for (const text of [key.toString('hex'), key.toString('base64')])
      expect(readConfiguration({ AUDIT_KEY: text }).auditKey).toBe(text);
    const faults = faultsOf({ AUDIT_KEY: 'thirty-one-bytes' });
    expect(faults).toHaveLength(1);
    expect(faults.join(' ')).not.toContain('thirty-one-bytes');
  });

  it('has no demo on a server unless asked', () => {
    const urls = {
      DATABASE_URL: 'postgresql://app@db/bo_tri',
      DATABASE_OWNER_URL: 'postgresql://owner@db/bo_tri',
    };
    expect(readConfiguration(urls).demo).toBe(false);
    expect(readConfiguration({ ...urls, DEMO: '1' }).demo).toBe(true);
  });

  it('lists all faults together, in Vietnamese, and repeats no password', () => {
    const faults = faultsOf({
      PORT: '70000',
      DATABASE_OWNER_URL: 'mysql://root:secret@db',
      PROVINCE: 'eleven',
      DEMO: 'maybe',
      OIDC_CLIENT_SECRET: 'secret',
      PUBLIC_URL: 'https://me:secret@bo-tri.example/path',
      TRUST_PROXY: 'true',
      REQUESTS_PER_MINUTE: '0',
    });
    expect(faults).toHaveLength(8);
    for (const fault of faults) expect(fault).toMatch(/[ăâđêôơưạảấầẩặếềểệỉịọỏốồổộớờởợụủứừữự]/);
    expect(faults.join(' ')).not.toContain('secret');
    expect(new ConfigurationError(faults).message).toContain('có 8 lỗi');
  });

  it('takes the highest port and refuses the next', () => {
    expect(faultsOf({ PORT: '65535' })).toEqual([]);
    expect(faultsOf({ PORT: '65536' })).toHaveLength(1);
  });

  it('refuses one database address without the other', () => {
    expect(faultsOf({ DATABASE_URL: 'postgresql://app@db/x' })).toHaveLength(1);
    expect(faultsOf({ DATABASE_OWNER_URL: 'postgresql://app@db/x' })).toHaveLength(1);
  });

  it('refuses the demo of Điện Biên for another province', () => {
    expect(faultsOf({ PROVINCE: '12', DEMO: '1' })).toHaveLength(1);
    expect(readConfiguration({ PROVINCE: '12' }).demo).toBe(false);
  });
});

describe('an installation that others can reach', () => {
  const SAFE = { HOST: '0.0.0.0', TRUST_PROXY: '1', PUBLIC_URL: 'https://bo-tri.example' };

  it.each(['127.0.0.1', '127.9.8.7', '::1', 'localhost', 'LOCALHOST'])(
    'is not one that listens on %s',
    (HOST) => expect(readConfiguration({ HOST }).reach.production).toBe(false),
  );

  it.each(['0.0.0.0', '::', '10.1.2.3', 'bo-tri.example', '128.0.0.1', 'localhost.example'])(
    'is one that listens on %s',
    (HOST) => expect(readConfiguration({ HOST }).reach.production).toBe(true),
  );

  it('is one behind a proxy of the same machine, when it has a public name', () => {
    expect(readConfiguration({ ...SAFE, HOST: '127.0.0.1' }).reach.production).toBe(true);
  });

  it('lacks TLS and a public name', () => {
    const faults = faultsOf({ HOST: '0.0.0.0' });
    expect(faults).toHaveLength(2);
    expect(faults.join(' ')).toMatch(/TLS_CERT.*PUBLIC_URL/s);
  });

  it('has no demo, and is told so when it asks for it', () => {
    expect(readConfiguration(SAFE)).toMatchObject({ demo: false, unsafe: [] });
    expect(faultsOf({ ...SAFE, DEMO: '1' })).toEqual([expect.stringContaining('DEMO=0')]);
  });

  it.each([
    ['', 'DATABASE_URL và DATABASE_OWNER_URL'],
    ['?sslmode=require', 'verify-full'],
    ['?sslmode=disable', 'verify-full'],
    ['?host=db.example&sslmode=no-verify', 'verify-full'],
  ])(
    'reaches a database server elsewhere by TLS that knows the server, not by "%s"',
    (end, words) => {
      const urls = (host: string, query: string) => ({
        ...SAFE,
        DATABASE_URL: `postgresql://app:secret@${host}/x${query}`,
        DATABASE_OWNER_URL: `postgresql://owner:secret@${host}/x${query}`,
      });
      const faults = faultsOf(urls('db.example', end));
      expect(faults).toEqual([expect.stringContaining(words)]);
      expect(faults.join(' ')).not.toContain('secret');
      expect(faultsOf(urls('db.example', '?sslmode=verify-full'))).toEqual([]);
      expect(faultsOf(urls('127.0.0.1', end.replace(/host=[^&]*&?/, '')))).toEqual([]);
      expect(faultsOf({ ...urls('db.example', end), HOST: '127.0.0.1', PUBLIC_URL: '' })).toEqual(
        [],
      );
    },
  );

  it('names only the address that is open, and takes a socket of this machine', () => {
    const DATABASE_URL = 'postgresql://app@any/x?host=/var/run/postgresql';
    const DATABASE_OWNER_URL = 'postgresql://owner@db.example/x';
    const [fault = ''] = faultsOf({ ...SAFE, DATABASE_URL, DATABASE_OWNER_URL });
    expect(fault).toMatch(/^DATABASE_OWNER_URL:/);
  });

  it('has a public name with TLS', () => {
    expect(faultsOf({ ...SAFE, PUBLIC_URL: 'http://bo-tri.example' })).toEqual([
      expect.stringContaining('https://'),
    ]);
  });

  it('is told what it lacks together with what cannot be read', () => {
    expect(faultsOf({ HOST: '0.0.0.0', PORT: 'x', DEMO: '1' })).toHaveLength(4);
  });

  it('trusts a number of proxies or networks, and never everybody', () => {
    const trusted = (TRUST_PROXY: string) =>
      readConfiguration({ ...SAFE, TRUST_PROXY }).reach.trustProxy;
    expect(trusted('2')).toBe(2);
    expect(trusted('10.1.2.3, fd00::/8,loopback')).toEqual(['10.1.2.3', 'fd00::/8', 'loopback']);
    for (const wrong of ['0', '6', 'true', '0.0.0.0/0', '::/0', '10.0.0.0/33', 'proxy.example'])
      expect(faultsOf({ ...SAFE, TRUST_PROXY: wrong })).toContainEqual(
        expect.stringContaining('TRUST_PROXY'),
      );
  });
});

describe('TLS of its own', () => {
  let folder: string;
  const at = (name: string): string => join(folder, name);

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'bo-tri-tls-'));
    for (const name of ['one', 'two'])
      execFileSync('openssl', [
        ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
        ...['-keyout', at(`${name}.key`), '-out', at(`${name}.pem`), '-subj', '/CN=localhost'],
      ]);
    writeFileSync(at('text'), 'no certificate');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('reads a certificate with its key', () => {
    const { reach } = readConfiguration({ TLS_CERT: at('one.pem'), TLS_KEY: at('one.key') });
    expect(reach.tls?.cert).toContain('BEGIN CERTIFICATE');
  });

  it.each([
    ['a certificate without its key', 'one.pem', null, 'TLS_KEY'],
    ['a file that is not there', 'none.pem', 'one.key', 'none.pem'],
    ['the key of another', 'one.pem', 'two.key', 'không phải khóa'],
    ['a text', 'text', 'one.key', 'PEM'],
  ])('refuses %s', (_what, cert, key, words) => {
    const faults = faultsOf({
      TLS_CERT: at(cert),
      ...(key === null ? {} : { TLS_KEY: at(key) }),
    });
    expect(faults).toEqual([expect.stringContaining(words)]);
  });
});

describe('the sign-in of the province', () => {
  const OIDC = {
    OIDC_ISSUER: 'https://id.example/realm',
    OIDC_CLIENT_ID: 'bo-tri',
    OIDC_CLIENT_SECRET: 'hush',
  };

  it('has words for its button', () => {
    expect(readConfiguration(OIDC).oidc).toEqual({
      issuer: 'https://id.example/realm',
      clientId: 'bo-tri',
      clientSecret: 'hush',
      label: 'tài khoản của tỉnh',
    });
    expect(readConfiguration({ ...OIDC, OIDC_LABEL: 'VNeID' }).oidc?.label).toBe('VNeID');
  });

  it('names what is missing', () => {
    expect(faultsOf({ OIDC_ISSUER: OIDC.OIDC_ISSUER })).toEqual([
      expect.stringContaining('OIDC_CLIENT_ID, OIDC_CLIENT_SECRET'),
    ]);
  });

  it('is asked without TLS on this machine only', () => {
    expect(faultsOf({ ...OIDC, OIDC_ISSUER: 'http://127.0.0.1:9000' })).toEqual([]);
    expect(faultsOf({ ...OIDC, OIDC_ISSUER: 'http://id.example' })).toHaveLength(1);
    expect(faultsOf({ ...OIDC, OIDC_ISSUER: 'id.example' })).toHaveLength(1);
  });
});

describe('limits', () => {
  it('are read in their bounds', () => {
    expect(readConfiguration({ HEAVY_AT_ONCE: '4' }).limits.heavyAtOnce).toBe(4);
    expect(faultsOf({ HEAVY_AT_ONCE: '65' })).toHaveLength(1);
    expect(faultsOf({ HEAVY_AT_ONCE: '1.5' })).toHaveLength(1);
  });
});
