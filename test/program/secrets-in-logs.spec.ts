import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { type Program, startProgram } from '../support/program.js';
import { askRaw } from '../support/raw-http.js';
import { Client, DEMO_PASSWORD, problemIn, type SignedIn } from '../e2e/client.js';

/** Texts that nobody but this test writes: each must be found nowhere in what the program prints. */
const CANARY = {
  wrongPassword: 'canary-wrong-password-7310',
  newPassword: 'canary-con-meo-tren-mai-nha-42',
  login: 'canary.login.7310',
  personalNumber: '011199887766',
  purpose: 'canary-purpose-7310 kiểm tra',
  query: 'canary-query-7310',
  header: 'canary-header-7310',
};

let program: Program;
let secrets: Record<string, string>;

beforeAll(async () => {
  program = await startProgram();
  secrets = { ...CANARY, demoPassword: DEMO_PASSWORD, ...(await liveThrough()) };
});

afterAll(() => program?.stop());

/** The code of a second factor at a step of 30 s (RFC 6238). */
function codeAt(secret: string, step: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  const bits = [...secret].map((each) => letters.indexOf(each).toString(2).padStart(5, '0'));
  const key = Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => parseInt(byte, 2)));
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', key).update(counter).digest();
  const number = mac.readUInt32BE(mac.at(-1)! & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** A day of somebody with secrets. @returns those that the program made. */
async function liveThrough(): Promise<Record<string, string>> {
  const stranger = new Client(program.url, null);
  await stranger.sign('/api/session', { login: 'canbo', password: CANARY.wrongPassword });
  await stranger.sign('/api/session', { login: CANARY.login, password: CANARY.wrongPassword });
  const port = Number(new URL(program.url).port);
  const signedIn = await askRaw(port, '/api/session', {
    method: 'POST',
    json: { login: 'quantri', password: DEMO_PASSWORD },
  });
  const cookie = signedIn.headers['set-cookie']![0]!.split(';')[0]!;
  const { csrfToken } = JSON.parse(signedIn.text) as SignedIn;
  const asAdministrator = (method: string, path: string, json: unknown) =>
    askRaw(port, path, { method, json, headers: { cookie, 'x-csrf-token': csrfToken! } });
  const account = { login: 'lan.nguyen', name: 'Lan', role: 'officer', scope: [] };
  const made = await asAdministrator('POST', '/api/accounts', account);
  const { oneTimePassword } = JSON.parse(made.text) as { oneTimePassword: string };

  const lan = new Client(program.url, null);
  await lan.sign('/api/session', { login: account.login, password: oneTimePassword });
  const change = { current: oneTimePassword, password: CANARY.newPassword };
  expect((await lan.sign('/api/session/password', change)).body.stage).toBe('full');
  const { body } = await lan.ask<{ secret: string }>('POST', '/api/session/totp', {
    password: CANARY.newPassword,
  });
  const code = codeAt(body.secret, Math.floor(Date.now() / 30_000));
  expect((await lan.sign('/api/session/totp', { code }, 'PUT')).status).toBe(200);

  const row = { ...SMALL_PEOPLE[0]!, number: CANARY.personalNumber, born: CANARY.query };
  const roster = await rosterFile('canary.xlsx', [row]);
  expect((await lan.upload([roster], { asOf: '2025-06-30' })).status).toBe(201);
  const { items } = await lan.get<{ items: { staffId: number }[] }>(
    '/api/people?on=2025-06-30&limit=1',
  );
  const reveal = { fields: 'personal_number', purpose: CANARY.purpose };
  const opened = await lan.ask('POST', `/api/people/${items[0]?.staffId}/reveals`, reveal);
  expect([opened.status, opened.body]).toEqual([200, expect.anything()]);
  await lan.ask('GET', `/api/people?on=2025-06-30&search=${CANARY.personalNumber}`);
  await lan.fetched(`/api/nowhere?${CANARY.query}`, { headers: { 'x-test': CANARY.header } });
  return {
    oneTimePassword,
    cookie: cookie.split('=')[1]!,
    csrfToken: csrfToken!,
    totp: body.secret,
    code,
  };
}

/** Names of the secrets that stand in a text. */
const foundIn = (text: string): string[] =>
  Object.entries(secrets)
    .filter(([, value]) => value.length < 6 || text.includes(value))
    .map(([name]) => name);

describe('what the program prints', () => {
  it('holds no password, code, token, cookie, number or query', () => {
    expect(program.output()).toContain('Bố Trí đang chạy');
    expect(foundIn(program.output())).toEqual([]);
  });

  it('would be found out', () => {
    const leak = `${program.output()} Cookie: x=${secrets['cookie']}; ${CANARY.personalNumber}`;
    expect(foundIn(leak)).toEqual(['personalNumber', 'cookie']);
  });
});

describe('an answer to nonsense', () => {
  const NONSENSE = [
    `'; DROP TABLE staff; --`,
    '${7*7}{{7*7}}',
    '\\u0000\\ud800',
    '../../../etc/passwd',
    '9'.repeat(400),
    '-1e309',
    '__proto__',
  ];
  const PATHS = ['/api/units?on=', '/api/people?on=2025-06-30&search=', '/api/scenarios/', '/api/'];

  it('holds no stack and no SQL, whatever is asked', async () => {
    const client = new Client(program.url);
    for (const path of PATHS)
      for (const text of NONSENSE) {
        const answer = await client.ask('GET', path + encodeURIComponent(text));
        if (answer.status !== 200) problemIn(answer.status, answer);
        expect([path, text, answer.status < 500]).toEqual([path, text, true]);
      }
  });

  it('is a problem document also where the body is broken', async () => {
    const client = new Client(program.url, null);
    for (const body of ['{', '[1,2', 'null', '"x"', '{"login":{"$gt":""},"password":[1]}']) {
      const response = await client.fetched('/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      expect([body, response.status]).toEqual([body, 400]);
      expect(await response.text()).not.toMatch(/\bat .*\.js|SELECT|SyntaxError|JSON\.parse/);
    }
  });
});
