import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import { type IdentityProvider, startIdentityProvider } from '../support/identity-provider.js';
import { type Program, startDemo, startProgram } from '../support/program.js';
import { Client, DEMO_PASSWORD, problemIn, type SignedIn } from '../e2e/client.js';

const BEGIN = '/api/session/oidc';
const SUBJECT = 'subject-of-lan';

/** Follows redirects with the cookies of each host, as a browser does. */
class Browser {
  private readonly jar = new Map<string, Map<string, string>>();

  /** @returns where it was sent at last without going there: the first address that `stop` names. */
  async follow(from: string, stop: (url: URL) => boolean): Promise<URL> {
    let url = new URL(from);
    for (let hop = 0; hop < 12; hop++) {
      if (stop(url)) return url;
      const response = await this.get(url);
      const location = response.headers.get('location');
      if (location === null)
        throw new Error(`${url.href}: ${response.status} ${await response.text()}`);
      url = new URL(location, url);
    }
    throw new Error('sent round and round');
  }

  /** Begins as the page does. @returns where it was sent at last. */
  async begin(stop: (url: URL) => boolean, headers: Record<string, string> = {}): Promise<URL> {
    const response = await this.post(BEGIN, {}, headers);
    if (response.status !== 200) throw new Error(`${response.status} ${await response.text()}`);
    const { url } = (await response.json()) as { url: string };
    return this.follow(url, stop);
  }

  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Response> {
    const url = new URL(program.url + path);
    const type = { 'content-type': 'application/json' };
    return this.get(url, { ...type, ...headers }, { method: 'POST', body: JSON.stringify(body) });
  }

  async get(
    url: URL,
    headers: Record<string, string> = {},
    init: RequestInit = {},
  ): Promise<Response> {
    const jar = this.jar.get(url.host) ?? new Map<string, string>();
    this.jar.set(url.host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const all = { cookie, ...headers };
    const response = await fetch(url, { ...init, redirect: 'manual', headers: all });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const at = pair.indexOf('=');
      if (/expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(pair.slice(0, at));
      else jar.set(pair.slice(0, at), pair.slice(at + 1));
    }
    return response;
  }

  cookie(host: string, name: string): string | undefined {
    return this.jar.get(host)?.get(name);
  }
}

let provider: IdentityProvider;
let program: Program;
let administrator: Client;
let leader: number;

beforeAll(async () => {
  provider = await startIdentityProvider(() => `${program.url}${BEGIN}/callback`);
  program = await startDemo({
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_LABEL: 'Cổng tỉnh',
  });
  administrator = new Client(program.url, 'quantri');
  const accounts = await administrator.get<{ id: number; login: string }[]>('/api/accounts');
  leader = accounts.find(({ login }) => login === 'lanhdao')!.id;
  await change({ oidcSubject: SUBJECT });
});

afterAll(async () => {
  await program?.stop();
  await provider?.stop();
});

const change = (body: object, id = leader) =>
  administrator.ask('PATCH', `/api/accounts/${id}`, body);
const isBack = (url: URL): boolean => url.host === new URL(program.url).host;
const isCallback = (url: URL): boolean => isBack(url) && url.pathname === `${BEGIN}/callback`;
const isPage = (url: URL): boolean => isBack(url) && url.pathname === '/';

/** The whole way of a browser, there and back. */
async function goThrough(subject: string | null): Promise<{ browser: Browser; page: URL }> {
  provider.subject = subject;
  const browser = new Browser();
  return { browser, page: await browser.begin(isPage) };
}

async function sessionOf(browser: Browser): Promise<SignedIn> {
  const response = await browser.get(new URL(`${program.url}/api/session`));
  return (await response.json()) as SignedIn;
}

describe('the sign-in of the province', () => {
  it('is offered by its name', async () => {
    const session = await new Client(program.url, null).get('/api/session');
    expect(session).toMatchObject({ oidc: { label: 'Cổng tỉnh' } });
  });

  it('lets the person in whose subject the administrator has written down', async () => {
    const { browser, page } = await goThrough(SUBJECT);
    expect(page.href).toBe(`${program.url}/`);
    expect(await sessionOf(browser)).toMatchObject({
      stage: 'full',
      account: { login: 'lanhdao', role: 'leader' },
    });
    expect(browser.cookie(page.host, 'bo_tri_oidc')).toBeUndefined();
  });

  it('asks with PKCE, state and nonce, by a cookie for the way back only', async () => {
    const response = await new Browser().post(BEGIN, {});
    const { url } = (await response.json()) as { url: string };
    const { searchParams } = new URL(url);
    expect(searchParams.get('code_challenge_method')).toBe('S256');
    for (const name of ['code_challenge', 'state', 'nonce'])
      expect(searchParams.get(name)?.length).toBeGreaterThan(40);
    const [cookie] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^bo_tri_oidc=.*Path=\/api\/session\/oidc;.*HttpOnly; SameSite=Lax/);
  });

  it('is begun by no page of another site, and by no link', async () => {
    const foreign: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { origin: 'null' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' },
    ];
    for (const headers of foreign) {
      const response = await new Browser().post(BEGIN, {}, headers);
      expect([response.status, response.headers.getSetCookie()]).toEqual([403, []]);
    }
    const link = await new Browser().get(new URL(`${program.url}${BEGIN}`));
    expect(link.status).toBe(401);
  });

  it('ends the session that the browser had, and is told apart in the trail', async () => {
    provider.subject = SUBJECT;
    const browser = new Browser();
    await browser.post('/api/session', { login: 'quanly', password: DEMO_PASSWORD });
    const host = new URL(program.url).host;
    const former = browser.cookie(host, 'bo_tri_session')!;
    await browser.begin(isPage);
    expect(await sessionOf(browser)).toMatchObject({ account: { login: 'lanhdao' } });
    const old = await new Browser().get(new URL(`${program.url}/api/scenarios`), {
      cookie: `bo_tri_session=${former}`,
    });
    expect(old.status).toBe(401);
    const auditor = new Client(program.url, 'kiemtoan');
    const { items } = await auditor.get<{ items: { actor: string; details: object }[] }>(
      '/api/audit?action=access.signed-in&limit=50',
    );
    const by = (login: string) => items.find(({ actor }) => actor === login)?.details;
    expect(by('lanhdao')).toMatchObject({ by: 'oidc' });
    expect(by('quanly')).toMatchObject({ by: 'password' });
  });

  it('lets nobody in whom no account names, and makes no account', async () => {
    const before = await administrator.get<unknown[]>('/api/accounts');
    const { browser, page } = await goThrough('somebody-else');
    expect(page.search).toBe('?sign-in=failed&code=access.unknown-subject');
    expect((await sessionOf(browser)).signedIn).toBe(false);
    expect(await administrator.get<unknown[]>('/api/accounts')).toHaveLength(before.length);
  });

  it('is one factor: an account with a second one is asked for it all the same', async () => {
    const leaderNow = new Client(program.url, 'lanhdao');
    const begun = await leaderNow.ask<{ secret: string }>('POST', '/api/session/totp', {
      password: DEMO_PASSWORD,
    });
    const totp = new TOTP({ secret: Secret.fromBase32(begun.body.secret) });
    const earlier = totp.generate({ timestamp: Date.now() - 30_000 });
    expect((await leaderNow.sign('/api/session/totp', { code: earlier }, 'PUT')).status).toBe(200);
    const { browser } = await goThrough(SUBJECT);
    expect(await sessionOf(browser)).toMatchObject({ signedIn: false, stage: 'second-factor' });
    const people = new URL(`${program.url}/api/people?on=2025-07-01`);
    expect((await browser.get(people)).status).toBe(401);
    const { csrfToken } = await sessionOf(browser);
    const step = (code: string): Promise<Response> =>
      browser.post('/api/session/second-factor', { code }, { 'x-csrf-token': csrfToken! });
    expect((await step(earlier)).status).toBe(401);
    expect((await step(totp.generate())).status).toBe(200);
    expect((await browser.get(people)).status).toBe(200);
    const gone = await administrator.ask('DELETE', `/api/accounts/${leader}/second-factor`);
    expect(gone.status).toBe(200);
  });

  it('does not let a disabled account in', async () => {
    await change({ disabled: true });
    const { page } = await goThrough(SUBJECT);
    await change({ disabled: false });
    expect(page.searchParams.get('code')).toBe('access.unknown-subject');
  });

  it('lets nobody in by a token that somebody else signed', async () => {
    provider.forged = true;
    const { browser, page } = await goThrough(SUBJECT);
    provider.forged = false;
    expect(page.searchParams.get('code')).toBe('access.oidc-failed');
    expect((await sessionOf(browser)).signedIn).toBe(false);
  });

  it('tells who turned back there', async () => {
    const { page } = await goThrough(null);
    expect(page.searchParams.get('code')).toBe('access.oidc-refused');
  });

  it('refuses another state than it gave', async () => {
    provider.subject = SUBJECT;
    const browser = new Browser();
    const back = await browser.begin(isCallback);
    back.searchParams.set('state', 'x'.repeat(43));
    const page = await browser.follow(back.href, isPage);
    expect(page.searchParams.get('code')).toBe('access.oidc-failed');
    expect((await sessionOf(browser)).signedIn).toBe(false);
  });

  it('takes a code once, and from the browser that began only', async () => {
    provider.subject = SUBJECT;
    const browser = new Browser();
    const back = await browser.begin(isCallback);
    const stranger = await new Browser().follow(back.href, isPage);
    expect(stranger.searchParams.get('code')).toBe('access.oidc-expired');
    const key = browser.cookie(back.host, 'bo_tri_oidc')!;
    expect((await browser.follow(back.href, isPage)).search).toBe('');
    const replayed = await new Browser().get(back, { cookie: `bo_tri_oidc=${key}` });
    expect(replayed.headers.get('location')).toBe('/?sign-in=failed&code=access.oidc-expired');
    // A new way of the same browser, with the old code.
    const second = new Browser();
    const fresh = await second.begin(isCallback);
    fresh.searchParams.set('code', back.searchParams.get('code')!);
    const page = await second.follow(fresh.href, isPage);
    expect(page.searchParams.get('code')).toBe('access.oidc-failed');
  });

  it('belongs to one account', async () => {
    const accounts = await administrator.get<{ id: number; login: string }[]>('/api/accounts');
    const other = accounts.find(({ login }) => login === 'quanly')!.id;
    const refused = await change({ oidcSubject: SUBJECT }, other);
    expect(problemIn(409, refused).code).toBe('access.subject-taken');
    expect((await change({ oidcSubject: null }, other)).status).toBe(200);
  });

  it('prints no code, secret or token', () => {
    expect(program.output()).toContain('Sign-in by OpenID Connect failed');
    expect(program.output()).not.toMatch(/code=|eyJ|a-secret-of-32/);
  });
});

describe('a program without such a sign-in, or with one that does not answer', () => {
  it('has no such address', async () => {
    const other = await startProgram({ DEMO: '0' });
    try {
      const client = new Client(other.url, null);
      for (const [method, path] of [
        ['POST', BEGIN],
        ['GET', `${BEGIN}/callback`],
      ] as const)
        expect(problemIn(404, await client.ask(method, path)).code).toBe('access.no-oidc');
    } finally {
      await other.stop();
    }
  });

  it('starts all the same, and says that it cannot reach it', async () => {
    const other = await startProgram({
      DEMO: '0',
      OIDC_ISSUER: 'http://127.0.0.1:9',
      OIDC_CLIENT_ID: 'bo-tri',
      OIDC_CLIENT_SECRET: 'hush-hush',
    });
    try {
      const answer = await new Client(other.url, null).ask('POST', BEGIN);
      expect(problemIn(401, answer).code).toBe('access.oidc-unreachable');
      expect(other.output()).toContain('127.0.0.1:9 does not answer as OIDC_ISSUER');
      expect(other.output()).not.toContain('hush-hush');
    } finally {
      await other.stop();
    }
  });
});
