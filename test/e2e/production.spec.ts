import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { freshPlace, type Place, type Program, runToEnd, startOn } from '../support/program.js';
import { askRaw, type RawRequest } from '../support/raw-http.js';

const PUBLIC = {
  HOST: '0.0.0.0',
  PUBLIC_URL: 'https://bo-tri.example',
  AUDIT_KEY: Buffer.alloc(32, 7).toString('base64'),
};
const MAIN = ['dist/bundled/src/main.js'];

const cookieOf = ({ headers }: { headers: { 'set-cookie'?: string[] | undefined } }): string =>
  headers['set-cookie']?.[0]?.split(';')[0] ?? '';

let place: Place;
let oneTimePassword: string;

/** The operator makes the first administrator at the machine itself. */
beforeAll(async () => {
  place = await freshPlace();
  const made = await runToEnd(
    ['dist/bundled/src/cli.js', 'account', 'create', 'quan.tri'].concat([
      '--role',
      'administrator',
      '--name',
      'Quản trị viên',
    ]),
    place.env,
  );
  oneTimePassword = /dùng một lần.*: (\S+)/.exec(made.stdout)?.[1] ?? made.stderr;
});

afterAll(() => place?.remove());

describe('a program that others could reach', () => {
  let empty: Place;

  beforeAll(async () => {
    empty = await freshPlace();
  });

  afterAll(() => empty?.remove());

  it('does not start without TLS, name, account, or with the demo, and says all of it at once', async () => {
    const ended = await runToEnd(MAIN, { ...empty.env, HOST: '0.0.0.0', DEMO: '1' });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).toMatch(/có \d lỗi/);
    for (const words of ['TLS_CERT', 'PUBLIC_URL', 'DEMO=0', 'account create'])
      expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('makes no administrator by itself and prints no password', async () => {
    const ended = await runToEnd(MAIN, { ...empty.env, ...PUBLIC, TRUST_PROXY: '1' });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('có 1 lỗi');
    expect(ended.stderr).toContain('npm run bo-tri -- account create');
  });

  it('does not start on a server without a key of the trail', async () => {
    if (!empty.env['DATABASE_URL']) return; // Beside an embedded database the key is made with it.
    const folder = await mkdtemp(join(tmpdir(), 'bo-tri-no-key-'));
    const env = { ...place.env, ...PUBLIC, TRUST_PROXY: '1', AUDIT_KEY: '', DATA_DIR: folder };
    const ended = await runToEnd(MAIN, env);
    await rm(folder, { recursive: true, force: true });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('AUDIT_KEY');
  });

  it('does not start as the owner of its tables', async () => {
    const owner = place.env['DATABASE_OWNER_URL'];
    if (!owner) return; // The embedded engine has no such login.
    const env = { ...place.env, DATABASE_URL: owner, ...PUBLIC, TRUST_PROXY: '1' };
    const ended = await runToEnd(MAIN, env);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('là chủ sở hữu các bảng');
  });
});

describe('a program behind a proxy', () => {
  let program: Program;
  let port: number;
  /** Of a sign-in that still lacks its second factor. */
  let waiting: Record<string, string>;

  beforeAll(async () => {
    program = await startOn({ ...place.env, ...PUBLIC, TRUST_PROXY: '1' });
    port = Number(new URL(program.url).port);
  });

  afterAll(() => program?.stop());

  /** As the proxy hands a request on. */
  const ask = (path: string, { headers, ...rest }: RawRequest = {}) =>
    askRaw(port, path, {
      headers: { host: 'bo-tri.example', 'x-forwarded-proto': 'https', ...headers },
      ...rest,
    });

  it('tells its public address', () => {
    expect(program.output()).toContain('https://bo-tri.example');
    expect(program.output()).not.toMatch(/Mật khẩu|minh họa/);
  });

  it('signs in with a cookie that only TLS and this host can have', async () => {
    const json = { login: 'quan.tri', password: oneTimePassword };
    const answer = await ask('/api/session', { method: 'POST', json });
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers['set-cookie'] ?? [];
    expect(cookie).toMatch(/^__Host-bo_tri_session=[\w-]{43};/);
    expect(cookie).toMatch(/; Path=\/;.*; HttpOnly; Secure; SameSite=Strict$/);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    const { csrfToken } = JSON.parse(answer.text) as { csrfToken: string };
    const changed = await ask('/api/session/password', {
      method: 'POST',
      headers: { cookie: cookie.split(';')[0]!, 'x-csrf-token': csrfToken },
      json: { current: oneTimePassword, password: 'bon-con-voi-tim-2025' },
    });
    const after = JSON.parse(changed.text) as { stage: string; csrfToken: string };
    expect(after).toMatchObject({ stage: 'enrol-second-factor', demoAccounts: [] });
    waiting = { cookie: cookieOf(changed), 'x-csrf-token': after.csrfToken };
  });

  it('lets an administrator do nothing before a second factor, and nobody switch that off', async () => {
    const settings = (headers: Record<string, string>, secondFactorRoles: string[]) =>
      ask('/api/access/settings', { method: 'PUT', headers, json: { secondFactorRoles } });
    expect((await settings(waiting, [])).status).toBe(401);
    const begun = await ask('/api/session/totp', { method: 'POST', headers: waiting });
    const { secret } = JSON.parse(begun.text) as { secret: string };
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const json = { code };
    const passed = await ask('/api/session/totp', { method: 'PUT', headers: waiting, json });
    const { stage, csrfToken } = JSON.parse(passed.text) as { stage: string; csrfToken: string };
    expect(stage).toBe('full');
    const inside = { cookie: cookieOf(passed), 'x-csrf-token': csrfToken };
    const refused = await settings(inside, ['leader', 'administrator']);
    expect(refused.status).toBe(422);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'access.second-factor-always' });
    const widened = await settings(inside, ['leader', 'administrator', 'officer']);
    expect(JSON.parse(widened.text)).toEqual({
      secondFactorRoles: ['officer', 'leader', 'administrator'],
      alwaysSecondFactor: ['officer', 'administrator'],
    });
  });

  it('refuses what did not come by TLS', async () => {
    const answer = await ask('/api/session', { headers: { 'x-forwarded-proto': 'http' } });
    expect(answer.status).toBe(421);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'access.not-secure' });
    expect(answer.headers).not.toHaveProperty('strict-transport-security');
  });

  it.each(['evil.example', `evil.example:3000`, 'bo-tri.example.evil.example', '10.1.2.3'])(
    'refuses the name "%s", which is not its own',
    async (host) => {
      for (const path of ['/', '/api/session', '/api/docs']) {
        const answer = await ask(path, { headers: { host } });
        expect(answer.status).toBe(421);
        expect(JSON.parse(answer.text)).toMatchObject({ code: 'access.foreign-host' });
      }
    },
  );

  it('believes no stranger who calls it localhost', async () => {
    const headers = { host: 'localhost', 'x-forwarded-for': '10.9.8.7' };
    expect((await ask('/api/session', { headers })).status).toBe(421);
    const own = await askRaw(port, '/api/session', { headers: { host: `localhost:${port}` } });
    expect(own.status).toBe(200);
  });

  it('tells its health to whoever asks by any name', async () => {
    const answer = await askRaw(port, '/api/health', { headers: { host: '10.1.2.3' } });
    expect(answer).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it('forbids what its page does not use, and keeps no answer', async () => {
    const { headers } = await ask('/api/session');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['permissions-policy']).toContain('camera=()');
    expect(headers['content-security-policy']).toContain("default-src 'self'");
    expect(headers['content-security-policy']).not.toContain('unsafe');
    expect(headers).not.toHaveProperty('x-powered-by');
    const docs = await ask('/api/docs');
    expect(docs.headers['content-security-policy']).not.toMatch(/script-src|unsafe-eval/);
    expect(docs.text).not.toMatch(/<script>|<script [^>]*(?<!src=".*)>[^<]/);
  });
});

describe('a program with a certificate of its own', () => {
  let folder: string;
  let program: Program;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bo-tri-tls-'));
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
    execFileSync('openssl', [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-keyout', key, '-out', cert, '-subj', '/CN=bo-tri.example'],
    ]);
    program = await startOn({ ...place.env, ...PUBLIC, TLS_CERT: cert, TLS_KEY: key });
  });

  afterAll(async () => {
    await program?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('serves its page over TLS', async () => {
    const port = Number(new URL(program.url).port);
    const headers = { host: 'bo-tri.example' };
    const answer = await askRaw(port, '/api/session', { tls: true, headers });
    expect(answer.status).toBe(200);
    expect(answer.headers['strict-transport-security']).toBe('max-age=31536000');
    await expect(askRaw(port, '/api/session', { headers })).rejects.toThrow();
  });

  it('does not believe a header that only a proxy may send', async () => {
    const port = Number(new URL(program.url).port);
    const headers = { host: 'evil.example', 'x-forwarded-host': 'bo-tri.example' };
    const answer = await askRaw(port, '/api/session', { tls: true, headers });
    expect(answer.status).toBe(421);
  });
});
