import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TOTP, Secret } from 'otpauth';
import { startProgram, type Program } from '../../support/program.js';
import { type Answer, Client, problemIn, type Problem, type SignedIn } from '../client.js';
import { mustBe, PASSWORD, withOwnPassword } from './small-program.js';

let program: Program;
let administrator: Client;

beforeAll(async () => {
  program = await startProgram({ DEMO: '0', PROVINCE: '12' });
  const printed = /dùng một lần:\s+(\S+)/.exec(program.output())?.[1] ?? '';
  administrator = await withOwnPassword(program.url, 'quantri', printed);
}, 180_000);

afterAll(() => program?.stop());

interface Issued {
  readonly account: { readonly id: number; readonly login: string };
  readonly oneTimePassword: string;
}

/** An account that nobody has used yet. */
async function made(login: string, role = 'officer'): Promise<Issued> {
  const body = { login, name: 'Người thử', role, scope: [] };
  return mustBe(201, await administrator.ask<Issued>('POST', '/api/accounts', body));
}

/** An account with a password of its own, and a client that is signed in with it. */
async function working(login: string, role = 'officer'): Promise<{ id: number; client: Client }> {
  const { account, oneTimePassword } = await made(login, role);
  const client = await withOwnPassword(program.url, login, oneTimePassword);
  return { id: account.id, client };
}

const stranger = (): Client => new Client(program.url, null);

const signIn = (client: Client, login: string, password: string): Promise<Answer<SignedIn>> =>
  client.sign('/api/session', { login, password });

/** Whether an account may work: a read that every signed-in role has. */
async function works(client: Client): Promise<number> {
  return (await client.request<unknown>('/api/law/parameters?on=2025-07-01')).status;
}

/** The value of a cookie that an answer set. */
function cookieOf({ headers }: { readonly headers: Headers }): string {
  const found = headers.getSetCookie().find((each) => each.startsWith('bo_tri_session='));
  return found?.split(';')[0] ?? '';
}

const withCookie = (cookie: string): Promise<Response> =>
  fetch(`${program.url}/api/law/parameters?on=2025-07-01`, { headers: { cookie } });

describe('a wrong sign-in', () => {
  it('is answered in the same words for a login that is not there, a wrong password and a disabled account', async () => {
    const { id } = await working('bi.khoa');
    await working('dang.lam');
    mustBe(200, await administrator.ask('PATCH', `/api/accounts/${id}`, { disabled: true }));
    const tries = [
      ['khong.co', PASSWORD],
      ['dang.lam', 'mat-khau-sai-hoan-toan'],
      ['bi.khoa', PASSWORD],
      ['bi.khoa', 'mat-khau-sai-hoan-toan'],
    ] as const;
    const answers = [];
    for (const [login, password] of tries) answers.push(await signIn(stranger(), login, password));
    const [first, ...others] = answers.map((answer) => problemIn(401, answer));
    expect(first).toMatchObject({ code: 'access.wrong-sign-in' });
    for (const other of others) expect(other).toEqual(first);
    const names = answers.map(({ headers }) => [...headers.keys()].sort().join());
    expect(new Set(names).size).toBe(1);
    expect(answers.map(cookieOf)).toEqual(['', '', '', '']);
  });

  it('takes as long for nobody as for somebody', async () => {
    const { account } = await made('lau.khong');
    await made('lau.khong.2');
    const times: Record<'there' | 'nowhere', number[]> = { there: [], nowhere: [] };
    const timed = async (kind: 'there' | 'nowhere', login: string): Promise<void> => {
      const start = performance.now();
      await signIn(stranger(), login, 'mat-khau-sai-hoan-toan');
      times[kind].push(performance.now() - start);
    };
    for (let round = 0; round < 4; round++) {
      await timed('there', account.login);
      await timed('nowhere', 'chua.tung.co');
      await timed('there', 'lau.khong.2');
      await timed('nowhere', 'chua.tung.co.2');
    }
    // The quickest of eight is hardly disturbed by other work; without a hash it would be a tenth.
    const quickest = { there: Math.min(...times.there), nowhere: Math.min(...times.nowhere) };
    expect(quickest.nowhere).toBeGreaterThan(quickest.there / 3);
    expect(quickest.there).toBeGreaterThan(quickest.nowhere / 3);
  });

  it('locks the login after the fifth, with the right password too, and says for how long', async () => {
    await working('hay.quen');
    const statuses: number[] = [];
    for (let failures = 0; failures < 5; failures++)
      statuses.push((await signIn(stranger(), 'hay.quen', `sai-lan-thu-${failures}`)).status);
    expect(statuses).toEqual([401, 401, 401, 401, 401]);
    const locked = await signIn(stranger(), 'hay.quen', PASSWORD);
    const { code, details } = problemIn(429, locked);
    expect(code).toBe('access.locked');
    const seconds = Number(details?.['retryAfterSeconds']);
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
    expect(locked.headers.get('retry-after')).toBe(String(seconds));
    expect(cookieOf(locked)).toBe('');
  });

  it('locks a login that is not there as well', async () => {
    for (let failures = 0; failures < 5; failures++)
      await signIn(stranger(), 'khong.he.co', `sai-lan-thu-${failures}`);
    problemIn(429, await signIn(stranger(), 'khong.he.co', PASSWORD));
  });
});

describe('a one-time password', () => {
  it('opens nothing but the change of it, which ends the old cookie', async () => {
    const { oneTimePassword } = await made('moi.vao');
    const client = stranger();
    const first = await signIn(client, 'moi.vao', oneTimePassword);
    expect(first.body).toMatchObject({ signedIn: false, stage: 'new-password', permissions: [] });
    for (const path of ['/api/units?on=2025-07-01', '/api/people?on=2025-07-01', '/api/scenarios'])
      expect([path, (await client.request(path)).status]).toEqual([path, 401]);
    for (const path of ['/api/session/second-factor', '/api/session/totp'])
      expect((await client.ask('POST', path, { code: '123456' })).status).toBeGreaterThanOrEqual(
        400,
      );
    const change = (password: string) =>
      client.sign('/api/session/password', { current: oneTimePassword, password });
    const changed = await change('con-ga-di-xe-dap-qua-song');
    expect(changed.body).toMatchObject({ signedIn: true, stage: 'full' });
    expect(cookieOf(changed)).not.toBe(cookieOf(first));
    expect((await withCookie(cookieOf(first))).status).toBe(401);
    expect((await withCookie(cookieOf(changed))).status).toBe(200);
    problemIn(401, await signIn(stranger(), 'moi.vao', oneTimePassword));
  });

  it.each([
    ['short', 'qua.ngan', 'ngan7!'],
    ['known to everybody', 'ai.cung.biet', 'password12345'],
    ['one sign again and again', 'lap.lai', 'aaaaaaaaaaaaaaaa'],
    ['the own login', 'lay.ten.minh', 'lay.ten.minh'],
    ['beyond measure', 'qua.dai', 'x'.repeat(300)],
  ])('is not replaced by a password that is %s', async (_what, login, password) => {
    const { oneTimePassword } = await made(login);
    const client = stranger();
    await signIn(client, login, oneTimePassword);
    const body = { current: oneTimePassword, password };
    const refused = await client.sign('/api/session/password', body);
    expect(problemIn(400, refused).code).toBe('access.weak-password');
    expect(await works(client)).toBe(401);
  });

  it('is not replaced by itself, or without knowing it', async () => {
    const { oneTimePassword } = await made('nhu.cu');
    const client = stranger();
    await signIn(client, 'nhu.cu', oneTimePassword);
    const same = { current: oneTimePassword, password: oneTimePassword };
    problemIn(422, await client.sign('/api/session/password', same));
    const unknown = { current: 'khong-biet-mat-khau', password: PASSWORD };
    problemIn(401, await client.sign('/api/session/password', unknown));
    expect(await works(client)).toBe(401);
  });
});

describe('a session', () => {
  it('has a cookie that no script reads and no other site sends', async () => {
    await working('banh.quy');
    const client = stranger();
    const { headers } = await signIn(client, 'banh.quy', PASSWORD);
    const [cookie] = headers.getSetCookie();
    expect(cookie).toMatch(/^bo_tri_session=[\w-]{43}; /);
    for (const attribute of ['HttpOnly', 'SameSite=Strict', 'Path=/'])
      expect(cookie).toContain(attribute);
  });

  it('is not taken over from a cookie that somebody set before', async () => {
    await working('co.dinh');
    const planted = `bo_tri_session=${'B'.repeat(43)}`;
    const response = await fetch(`${program.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie: planted },
      body: JSON.stringify({ login: 'co.dinh', password: PASSWORD }),
    });
    expect(response.status).toBe(200);
    expect(cookieOf(response)).not.toBe(planted);
    expect((await withCookie(planted)).status).toBe(401);
  });

  it('ends by signing in again in the same browser', async () => {
    const { client } = await working('lai.vao');
    const first = await signIn(client, 'lai.vao', PASSWORD);
    const second = await signIn(client, 'lai.vao', PASSWORD);
    expect((await withCookie(cookieOf(first))).status).toBe(401);
    expect((await withCookie(cookieOf(second))).status).toBe(200);
  });

  it('ends by signing out, and only this one', async () => {
    const { client } = await working('ra.ve');
    const other = stranger();
    await signIn(other, 'ra.ve', PASSWORD);
    const { headers } = await signIn(client, 'ra.ve', PASSWORD);
    const cookie = cookieOf({ headers });
    expect((await client.ask('DELETE', '/api/session')).status).toBe(204);
    expect((await withCookie(cookie)).status).toBe(401);
    expect(await works(other)).toBe(200);
  });

  it('ends everywhere at once', async () => {
    const { client } = await working('nhieu.may');
    const others = [stranger(), stranger()];
    for (const other of others) await signIn(other, 'nhieu.may', PASSWORD);
    expect(await Promise.all(others.map(works))).toEqual([200, 200]);
    expect((await client.ask('DELETE', '/api/session/all')).status).toBe(204);
    expect(await Promise.all([client, ...others].map(works))).toEqual([401, 401, 401]);
  });

  it('ends for the others by a new password', async () => {
    const { client } = await working('doi.moi');
    const other = stranger();
    await signIn(other, 'doi.moi', PASSWORD);
    const body = { current: PASSWORD, password: 'mot-cau-khac-han-cau-cu-69' };
    mustBe(200, await client.sign('/api/session/password', body));
    expect([await works(client), await works(other)]).toEqual([200, 401]);
  });

  it.each<[string, (id: number) => Promise<Answer<unknown>>]>([
    ['disables', (id) => administrator.ask('PATCH', `/api/accounts/${id}`, { disabled: true })],
    ['ends its sessions', (id) => administrator.ask('DELETE', `/api/accounts/${id}/sessions`)],
    ['gives it a new password', (id) => administrator.ask('POST', `/api/accounts/${id}/password`)],
  ])('ends at once when the administrator %s', async (what, act) => {
    const { id, client } = await working(`mat.phien.${what.length}`);
    expect(await works(client)).toBe(200);
    expect((await act(id)).status).toBeLessThan(300);
    expect(await works(client)).toBe(401);
  });

  it('has the rights of the role from the next request on', async () => {
    const { id, client } = await working('doi.vai');
    expect((await client.request('/api/people?on=2025-07-01')).status).toBe(200);
    mustBe(200, await administrator.ask('PATCH', `/api/accounts/${id}`, { role: 'auditor' }));
    expect((await client.request('/api/people?on=2025-07-01')).status).toBe(403);
  });
});

describe('a request that writes', () => {
  const write = (client: Client, headers: Record<string, string>) =>
    client.request<Problem>('/api/imports/1/promotion', { method: 'POST', headers });

  it('without the token of the session, or with another, is refused', async () => {
    const { client } = await working('ma.phien');
    const { body } = await (await working('ma.khac')).client.request<SignedIn>('/api/session');
    expect(body.csrfToken).toMatch(/^[\w-]{43}$/);
    for (const token of ['', 'sai', 'A'.repeat(43), body.csrfToken!]) {
      const { code } = problemIn(403, await write(client, { 'x-csrf-token': token }));
      expect([token, code]).toEqual([token, 'access.csrf']);
    }
    expect((await write(client, {})).status).toBe(404);
  });

  it.each<[string, Record<string, string>]>([
    ['noi.khac', { origin: 'https://trang-la.example' }],
    ['noi.an', { origin: 'null' }],
    ['noi.xa', { 'sec-fetch-site': 'cross-site' }],
    ['noi.gan', { 'sec-fetch-site': 'same-site' }],
    ['cua.khac', { origin: 'http://127.0.0.1:1' }],
  ])('from a page of another site is refused: %s', async (login, headers) => {
    const { client } = await working(login);
    expect(problemIn(403, await write(client, headers)).code).toBe('access.foreign-page');
    const body = JSON.stringify({ login: 'ai.do', password: PASSWORD });
    const signing = { method: 'POST', headers: { ...headers, 'content-type': 'application/json' } };
    const opened = await stranger().request<Problem>('/api/session', { ...signing, body });
    expect(problemIn(403, opened).code).toBe('access.foreign-page');
  });

  it('from the own page is let through', async () => {
    const { client } = await working('trang.nha');
    const headers = { origin: program.url, 'sec-fetch-site': 'same-origin' };
    expect((await write(client, headers)).status).toBe(404);
  });
});

describe('a second factor', () => {
  const codeOf = (secret: string, at = Date.now()): string =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at });
  const STEP = 30_000;

  /** Gives an account a second factor by the code of the step before, so that those of now and after are unused. */
  async function enrol(client: Client): Promise<string> {
    const begun = await client.ask<{ secret: string; uri: string }>('POST', '/api/session/totp', {
      password: PASSWORD,
    });
    const { secret, uri } = mustBe(201, begun);
    expect(uri).toMatch(/^otpauth:\/\/totp\//);
    const code = codeOf(secret, Date.now() - STEP);
    mustBe(200, await client.sign('/api/session/totp', { code }, 'PUT'));
    return secret;
  }

  it('is in force only once a code of it was given', async () => {
    const { client } = await working('chua.xong');
    const begun = mustBe(
      201,
      await client.ask<{ secret: string }>('POST', '/api/session/totp', { password: PASSWORD }),
    );
    const wrong = codeOf(begun.secret) === '000000' ? '000001' : '000000';
    problemIn(401, await client.sign('/api/session/totp', { code: wrong }, 'PUT'));
    const again = await signIn(stranger(), 'chua.xong', PASSWORD);
    expect(again.body).toMatchObject({ stage: 'full' });
  });

  it('is wanted at every sign-in, each code once', async () => {
    const { client } = await working('hai.lop');
    const secret = await enrol(client);
    expect(await works(client)).toBe(200);
    problemIn(422, await client.ask('POST', '/api/session/totp'));
    const step = Date.now();
    const next = stranger();
    const first = await signIn(next, 'hai.lop', PASSWORD);
    expect(first.body).toMatchObject({ signedIn: false, stage: 'second-factor', permissions: [] });
    expect(await works(next)).toBe(401);
    problemIn(
      401,
      await next.sign('/api/session/second-factor', { code: codeOf(secret, step - STEP) }),
    );
    const code = codeOf(secret, step);
    const passed = mustBe(200, await next.sign('/api/session/second-factor', { code }));
    expect(passed).toMatchObject({ signedIn: true, stage: 'full' });
    expect((await withCookie(cookieOf(first))).status).toBe(401);
    const replay = stranger();
    await signIn(replay, 'hai.lop', PASSWORD);
    const refused = await replay.sign('/api/session/second-factor', { code });
    expect(problemIn(401, refused).code).toBe('access.wrong-code');
    expect(await works(replay)).toBe(401);
  });

  it('locks after five wrong codes', async () => {
    const { client } = await working('doan.mo');
    const secret = await enrol(client);
    const guesser = stranger();
    await signIn(guesser, 'doan.mo', PASSWORD);
    const right = new Set([-1, 0, 1, 2].map((ahead) => codeOf(secret, Date.now() + ahead * STEP)));
    const wrong = ['111111', '222222', '333333', '444444', '555555', '666666'].filter(
      (code) => !right.has(code),
    );
    for (const code of wrong.slice(0, 5))
      problemIn(401, await guesser.sign('/api/session/second-factor', { code }));
    const code = codeOf(secret);
    problemIn(429, await guesser.sign('/api/session/second-factor', { code }));
    problemIn(429, await signIn(stranger(), 'doan.mo', PASSWORD));
  });

  it('is taken away by the administrator, for a lost phone', async () => {
    const { id, client } = await working('mat.may');
    await enrol(client);
    mustBe(200, await administrator.ask('DELETE', `/api/accounts/${id}/second-factor`));
    const again = await signIn(stranger(), 'mat.may', PASSWORD);
    expect(again.body).toMatchObject({ stage: 'full' });
  });

  it('required of a role lets it do nothing before it has one, and leaves other roles', async () => {
    await working('bat.buoc');
    await working('lanh.dao.xa', 'leader');
    const settings = (secondFactorRoles: string[]) =>
      administrator.ask('PUT', '/api/access/settings', { secondFactorRoles });
    mustBe(200, await settings(['officer', 'auditor']));
    const officer = stranger();
    const { body } = await signIn(officer, 'bat.buoc', PASSWORD);
    expect(body).toMatchObject({ signedIn: false, stage: 'enrol-second-factor', permissions: [] });
    expect(await works(officer)).toBe(401);
    await enrol(officer);
    expect(await works(officer)).toBe(200);
    const leader = await signIn(stranger(), 'lanh.dao.xa', PASSWORD);
    expect(leader.body).toMatchObject({ stage: 'full' });
    mustBe(200, await settings(['leader']));
    const required = await signIn(stranger(), 'lanh.dao.xa', PASSWORD);
    expect(required.body).toMatchObject({ stage: 'enrol-second-factor' });
    mustBe(200, await settings([]));
  });
});

describe('what was printed', () => {
  it('holds no password but the one that is told once, no code and no cookie', () => {
    const output = program.output();
    expect(output).not.toContain(PASSWORD);
    expect(output).not.toMatch(/bo_tri_session|argon2|mat-khau/);
  });
});
