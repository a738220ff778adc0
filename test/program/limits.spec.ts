import { once } from 'node:events';
import { type ClientRequest, type IncomingMessage, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Environment, type Program, startDemo } from '../support/program.js';
import { askRaw } from '../support/raw-http.js';
import { Client, DEMO_PASSWORD, type Problem, problemIn } from '../e2e/client.js';

let program: Program;

const starts = (env: Environment): void => {
  beforeAll(async () => {
    program = await startDemo(env);
  });
  afterAll(() => program?.stop());
};

/** Answers to the same question, asked again and again. */
async function statuses(times: number, ask: () => Promise<{ status: number }>): Promise<number[]> {
  const found: number[] = [];
  for (let time = 0; time < times; time++) found.push((await ask()).status);
  return found;
}

const port = (): number => Number(new URL(program.url).port);

describe('a caller who asks too much', () => {
  starts({ SIGN_IN_FAILURES_PER_MINUTE: '6', REQUESTS_PER_MINUTE: '40', HEAVY_PER_MINUTE: '3' });

  it('is refused after so many requests of one session; another session is not', async () => {
    const client = new Client(program.url);
    const asked = await statuses(42, () => client.ask('GET', '/api/units?on=2025-07-01'));
    expect(asked.slice(0, 39)).toEqual(Array(39).fill(200));
    expect(asked.at(-1)).toBe(429);
    const refused = await client.ask('GET', '/api/units?on=2025-07-01');
    expect(problemIn(429, refused).code).toBe('access.too-many');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await new Client(program.url).ask('GET', '/api/session')).status).toBe(200);
  });

  it('gets so many workbooks and no more, and may go on looking', async () => {
    const client = new Client(program.url);
    const path = '/api/reports/gap.xlsx?run=1';
    const purpose = 'Kiểm tra giới hạn';
    const asked = await statuses(4, () => client.ask('POST', path, { purpose }));
    expect(asked).toEqual([200, 200, 200, 429]);
    expect((await client.ask('GET', '/api/session')).status).toBe(200);
  });

  it('may guess at so many accounts from one address; who signs in rightly is not counted', async () => {
    const guess = (login: string, password: string) =>
      new Client(program.url, null).sign('/api/session', { login, password });
    const right = await statuses(8, () => guess('canbo', DEMO_PASSWORD));
    expect(right).toEqual(Array(8).fill(200));
    let tried = 0;
    const wrong = await statuses(7, () => guess(`nobody.${++tried}`, 'wrong'));
    expect(wrong).toEqual([401, 401, 401, 401, 401, 401, 429]);
    const refused = await guess('quanly', DEMO_PASSWORD);
    expect((refused.body as unknown as Problem).code).toBe('access.too-many');
  });
});

describe('a program with much to do', () => {
  starts({ REQUESTS_AT_ONCE: '2', REQUEST_TIMEOUT_SECONDS: '5' });

  it('answers so many at once, tells the rest to come back, and tells its health', async () => {
    const client = new Client(program.url);
    await client.get('/api/session');
    const path = '/api/gap/cells?on=2025-07-01';
    const answers = await Promise.all(Array.from({ length: 12 }, () => client.ask('GET', path)));
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(12);
    for (const answer of refused) {
      expect(problemIn(503, answer).code).toBe('access.busy');
      expect(answer.headers.get('retry-after')).toBe('2');
    }
    expect((await client.ask('GET', '/api/health')).status).toBe(200);
    expect((await client.ask('GET', path)).status).toBe(200);
  });

  it('gives up a request whose body does not come', async () => {
    const headers = { 'content-type': 'application/json', 'content-length': '100' };
    const begun = Date.now();
    const answer = await askRaw(port(), '/api/session', { method: 'POST', headers, body: '{' });
    expect(answer.status).toBe(503);
    expect(JSON.parse(answer.text)).toMatchObject({ code: 'access.too-slow' });
    expect(Date.now() - begun).toBeGreaterThan(900);
  });
});

describe('an upload', () => {
  starts({ UPLOADS_AT_ONCE: '1', UPLOAD_MEGABYTES: '2' });

  /** An upload whose body does not come. */
  async function begun(client: Client, length: string | null): Promise<ClientRequest> {
    const told = length === null ? {} : { 'content-length': length };
    const type = { 'content-type': 'multipart/form-data; boundary=x' };
    const headers = { ...(await client.credentials()), ...type, ...told };
    const asked = request({ port: port(), path: '/api/imports', method: 'POST', headers });
    asked.on('error', () => {});
    asked.write('--x\r\n');
    return asked;
  }

  const statusOf = async (asked: ClientRequest): Promise<number> => {
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    asked.destroy();
    return answer.statusCode ?? 0;
  };

  it('larger than all its files may be together is refused before it is sent', async () => {
    const client = new Client(program.url);
    expect(await statusOf(await begun(client, '2097153'))).toBe(413);
    expect(await statusOf(await begun(client, null))).toBe(411);
  });

  it('gets its place before its body is read, and gives it back when its client goes', async () => {
    const client = new Client(program.url);
    const slow = await begun(client, '1000');
    await sleep(200);
    const next = client.upload([{ name: 'a.xlsx', bytes: new Uint8Array(99) }], {
      asOf: '2025-06-30',
    });
    expect(await Promise.race([next, sleep(500)])).toBeUndefined();
    expect((await client.ask('GET', '/api/gap/cells?on=2025-07-01')).status).toBe(200);
    slow.destroy();
    expect((await next).status).toBeLessThan(500);
  });
});

describe('a body', () => {
  starts({});

  it('may have one megabyte of JSON and not more', async () => {
    const client = new Client(program.url, null);
    const body = (letters: number) => ({ login: 'canbo', password: 'x'.repeat(letters) });
    const ask = (letters: number) => client.ask('POST', '/api/session', body(letters));
    expect(problemIn(400, await ask(1_000_000)).code).toBe('http.400');
    expect(problemIn(413, await ask(1_100_000)).code).toBe('http.413');
  });

  it('is no form of another page', async () => {
    const answer = await askRaw(port(), '/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: `login=canbo&password=${DEMO_PASSWORD}`,
    });
    expect(answer.status).toBe(400);
    expect(answer.headers).not.toHaveProperty('set-cookie');
  });

  it('is compressed on its way out, unless it holds a secret', async () => {
    const gzip = { 'accept-encoding': 'gzip' };
    const client = new Client(program.url);
    await client.get('/api/session');
    const encoding = async (path: string) =>
      (await client.fetched(path, { headers: gzip })).headers.get('content-encoding');
    expect(await encoding('/api/units?on=2025-07-01')).toBe('gzip');
    expect(await encoding('/api/session')).toBeNull();
    const administrator = new Client(program.url, 'quantri');
    await administrator.get('/api/accounts');
    const accounts = await administrator.fetched('/api/accounts', { headers: gzip });
    expect(accounts.headers.get('content-encoding')).toBeNull();
  });
});
