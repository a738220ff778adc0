import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Secret, TOTP } from 'otpauth';
import { AccountService } from '../../../src/access/account/account.service.js';
import { Installation } from '../../../src/access/installation.js';
import { OldSeeds } from '../../../src/access/session/old-seeds.js';
import { KnownSessions } from '../../../src/access/session/known-sessions.js';
import { httpApplication } from '../../../src/http.js';
import { DEFAULT_LIMITS } from '../../../src/shared/request-limits.js';
import { PASSWORD, signedInByPassword } from '../../support/account-of-role.js';
import { SMALL_PROVINCE } from '../../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.js';
import { Client } from '../client.js';

let database: FreshDatabase;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  database = await freshDatabase();
  // The lock of an account is looked at here, not the limit of an address.
  const limits = { ...DEFAULT_LIMITS, signInFailuresPerMinute: 100_000 };
  app = await httpApplication(database, { provinceCode: SMALL_PROVINCE, demo: false, limits });
  await app.listen(0, '127.0.0.1');
  url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

let made = 0;

/** The login of a new officer. */
async function aLogin(): Promise<string> {
  const login = `nguoi.thu-${++made}`;
  await signedInByPassword(app, { login, role: 'officer' });
  return login;
}

const clientOf = (): Client => new Client(url, null);
const signIn = (login: string, password: string) =>
  clientOf().sign('/api/session', { login, password });
const isIn = async (client: Client): Promise<boolean> =>
  (await client.fetched('/api/scenarios')).status === 200;
/** What the door remembers of sessions for some seconds. */
const forgetRemembered = (): void => app.get(KnownSessions).forget();

/** A client that has given its password. */
async function entered(login: string): Promise<Client> {
  const client = clientOf();
  await client.sign('/api/session', { login, password: PASSWORD });
  return client;
}

describe('the cookie', () => {
  it('is for this place and no script, and its value stands nowhere else', async () => {
    const client = clientOf();
    const login = await aLogin();
    const { headers, body } = await client.sign('/api/session', { login, password: PASSWORD });
    const [pair = '', ...attributes] = headers.getSetCookie()[0]!.split('; ');
    expect(attributes).toEqual(expect.arrayContaining(['HttpOnly', 'SameSite=Strict', 'Path=/']));
    expect(attributes.join()).not.toMatch(/Domain/i);
    const token = pair.split('=')[1]!;
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(JSON.stringify(body)).not.toContain(token);
    const kept = await database.query<object[]>('SELECT * FROM sessions');
    expect(JSON.stringify(kept)).not.toContain(token);
  });
});

describe('a wrong sign-in', () => {
  it('in a burst locks too: of many guesses at one time five are compared', async () => {
    const login = await aLogin();
    const guesses = Array.from({ length: 20 }, (_each, at) => `doan lan ${at}`);
    const answers = await Promise.all(guesses.map((guess) => signIn(login, guess)));
    expect(answers.map(({ status }) => status).sort()).toEqual([
      ...Array.from({ length: 5 }, () => 401),
      ...Array.from({ length: 15 }, () => 429),
    ]);
    expect((await signIn(login, PASSWORD)).status).toBe(429);
  });

  it('of somebody who is right each time is none, also where a step is still to come', async () => {
    const login = await aLogin();
    await database.query('UPDATE accounts SET password_is_one_time = true WHERE login = $1', [
      login,
    ]);
    for (let time = 0; time < 7; time++) expect((await signIn(login, PASSWORD)).status).toBe(200);
    const wrong = await Promise.all([1, 2, 3, 4].map(() => signIn(login, 'doan sai')));
    expect(wrong.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect((await signIn(login, PASSWORD)).status).toBe(200);
    expect([
      (await signIn(login, 'doan sai')).status,
      (await signIn(login, PASSWORD)).status,
    ]).toEqual([401, 429]);
  });

  it('leaves a line with the login of an account, and nothing that may be a password', async () => {
    const [login, typed] = [await aLogin(), 'mat-khau-cua-toi-9'];
    await signIn(login, 'sai');
    await signIn(typed, 'sai');
    const entries = await database.query<{ subject: string }[]>(
      `SELECT * FROM audit_entries WHERE action = 'access.sign-in-failed' ORDER BY id DESC LIMIT 2`,
    );
    expect(entries.map(({ subject }) => subject)).toEqual(['account/?', `account/${login}`]);
    expect(JSON.stringify(entries)).not.toContain(typed);
  });
});

/** What the program cannot be asked for from outside: the other steps of a sign-in are in `sign-in.spec.ts`. */
describe('a session', () => {
  it.each(['idle_until', 'expires_at'])('ends by its time: %s', async (column) => {
    const login = await aLogin();
    const client = await entered(login);
    await database.query(
      `UPDATE sessions SET ${column} = now() - interval '1 second'
       WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`,
      [login],
    );
    forgetRemembered();
    expect(await isIn(client)).toBe(false);
  });

  it('is kept from idling by a request, which is told to the database once a minute', async () => {
    const login = await aLogin();
    const client = await entered(login);
    const seenBefore = async (ago: string): Promise<void> => {
      await database.query(
        `UPDATE sessions SET seen_at = now() - $2::interval, idle_until = now() + interval '5 minutes'
         WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`,
        [login, ago],
      );
      forgetRemembered();
      expect(await isIn(client)).toBe(true);
    };
    const minutes = async (): Promise<number> => {
      const [left] = await database.query<{ minutes: number }[]>(
        `SELECT round(extract(epoch FROM max(idle_until) - now()) / 60)::integer AS minutes
         FROM sessions WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`,
        [login],
      );
      return left?.minutes ?? 0;
    };
    await seenBefore('50 seconds');
    expect(await minutes()).toBe(5);
    await seenBefore('70 seconds');
    expect(await minutes()).toBe(30);
  });

  it('lasts half an hour without a request and twelve hours in any case', async () => {
    const login = await aLogin();
    const [times] = await database.query<object[]>(
      `SELECT extract(epoch FROM idle_until - created_at)::integer AS idle,
         extract(epoch FROM expires_at - created_at)::integer AS whole
       FROM sessions WHERE account_id = (SELECT id FROM accounts WHERE login = $1)`,
      [login],
    );
    expect(times).toEqual({ idle: 30 * 60, whole: 12 * 3600 });
  });
});

describe('a browser in which somebody signed in before', () => {
  const tryIn = async (login: string, password: string, cookie = ''): Promise<number> => {
    const headers = { 'content-type': 'application/json', cookie };
    const body = JSON.stringify({ login, password });
    return (await fetch(`${url}/api/session`, { method: 'POST', headers, body })).status;
  };

  async function deviceOf(login: string): Promise<string> {
    const { headers } = await signIn(login, PASSWORD);
    const cookies = headers.getSetCookie();
    const cookie = cookies.find((each) => each.startsWith('bo_tri_device=')) ?? '';
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict$/);
    return cookie.split(';')[0]!;
  }

  it('is not locked out by who guesses elsewhere, and has five guesses of its own', async () => {
    const login = await aLogin();
    const device = await deviceOf(login);
    for (let time = 0; time < 5; time++) expect(await tryIn(login, 'sai')).toBe(401);
    expect(await tryIn(login, PASSWORD)).toBe(429);
    expect(await tryIn(login, PASSWORD, device)).toBe(200);
    // Signing in here forgives nothing elsewhere.
    expect(await tryIn(login, PASSWORD)).toBe(429);
    for (let time = 0; time < 5; time++) expect(await tryIn(login, 'sai', device)).toBe(401);
    expect(await tryIn(login, PASSWORD, device)).toBe(429);
  });

  it('is a stranger to every other login', async () => {
    const [login, other] = [await aLogin(), await aLogin()];
    const device = await deviceOf(other);
    for (let time = 0; time < 5; time++) await tryIn(login, 'sai', device);
    expect(await tryIn(login, PASSWORD)).toBe(429);
    expect(await tryIn(other, PASSWORD)).toBe(200);
  });
});

describe('the second factor', () => {
  it('is begun by nobody who only found the page open', async () => {
    const client = await entered(await aLogin());
    const begin = (body?: object) => client.ask('POST', '/api/session/totp', body);
    expect((await begin()).status).toBe(400);
    expect((await begin({ password: 'khong phai mat khau' })).status).toBe(401);
    expect(await isIn(client)).toBe(true);
  });

  it('stands sealed in the database; one of before is sealed at the start and goes on', async () => {
    const login = await aLogin();
    const client = await entered(login);
    const begun = await client.ask<{ secret: string }>('POST', '/api/session/totp', {
      password: PASSWORD,
    });
    const { secret } = begun.body;
    const totp = new TOTP({ secret: Secret.fromBase32(secret) });
    const seed = async (): Promise<string> => {
      const [row] = await database.query<{ totp_secret: string }[]>(
        'SELECT totp_secret FROM accounts WHERE login = $1',
        [login],
      );
      return row!.totp_secret;
    };
    expect(await seed()).toMatch(/^aes256gcm:/);
    await database.query('UPDATE accounts SET totp_secret = $2 WHERE login = $1', [login, secret]);
    await app.get(OldSeeds).seal();
    const sealed = await seed();
    expect(sealed).toMatch(/^aes256gcm:/);
    expect(sealed).not.toContain(secret);
    const code = totp.generate();
    expect((await client.sign('/api/session/totp', { code }, 'PUT')).status).toBe(200);
    await app.get(OldSeeds).seal();
    expect(await seed()).toBe(sealed);
  });

  it('sealed by another key is told apart from a wrong code', async () => {
    const login = await aLogin();
    const client = await entered(login);
    await client.ask('POST', '/api/session/totp', { password: PASSWORD });
    await database.query(
      `UPDATE accounts SET totp_secret = 'aes256gcm:0123456789abcdef:x:x', totp_confirmed_at = now() WHERE login = $1`,
      [login],
    );
    const next = await entered(login);
    const refused = await next.sign('/api/session/second-factor', { code: '123456' });
    expect([refused.status, refused.body]).toMatchObject([
      409,
      { code: 'access.second-factor-unreadable' },
    ]);
  });

  it('once set ends other sessions, is asked for, takes a code once, and locks after five wrong ones', async () => {
    const login = await aLogin();
    const [client, other] = [await entered(login), await entered(login)];
    const begun = await client.ask<{ secret: string }>('POST', '/api/session/totp', {
      password: PASSWORD,
    });
    const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
    const codeIn = (steps: number): string =>
      totp.generate({ timestamp: Date.now() + steps * 30_000 });
    expect((await client.sign('/api/session/totp', { code: codeIn(0) }, 'PUT')).status).toBe(200);
    expect([await isIn(client), await isIn(other)]).toEqual([true, false]);

    const next = await entered(login);
    expect(await isIn(next)).toBe(false);
    const code = codeIn(1);
    const passed = await next.sign('/api/session/second-factor', { code });
    expect(passed.body).toMatchObject({ signedIn: true });
    const again = await entered(login);
    expect((await again.sign('/api/session/second-factor', { code })).status).toBe(401);
    const wrong = String((Number(code) + 1) % 1_000_000).padStart(6, '0');
    for (let time = 0; time < 4; time++)
      expect((await again.sign('/api/session/second-factor', { code: wrong })).status).toBe(401);
    expect((await again.sign('/api/session/second-factor', { code: codeIn(1) })).status).toBe(429);
    expect(await isIn(again)).toBe(false);
  });

  it('is asked for before a password that an administrator has issued anew', async () => {
    const login = await aLogin();
    const client = await entered(login);
    const begun = await client.ask<{ secret: string }>('POST', '/api/session/totp', {
      password: PASSWORD,
    });
    const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
    await client.sign('/api/session/totp', { code: totp.generate() }, 'PUT');
    const { oneTimePassword } = await app
      .get(AccountService)
      .resetPassword(app.get(Installation).operator(), await idOf(login));
    expect((await signIn(login, oneTimePassword)).body).toMatchObject({ stage: 'second-factor' });
  });
});

async function idOf(login: string): Promise<number> {
  const [found] = await database.query<{ id: number }[]>(
    'SELECT id FROM accounts WHERE login = $1',
    [login],
  );
  return found!.id;
}
