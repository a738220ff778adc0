import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RouteNeeds } from '../../../src/access/route-needs.js';
import { openApp } from '../../support/demo-sources-app.js';
import { freshDatabase } from '../../support/fresh-database.js';
import type { Answer, Client, Problem } from '../client.js';
import { inFours, rawRequest } from './asking.js';
import { COLUMNS, EXPECTED } from './expected.js';
import { addressOf, type Description, NOWHERE, type Route, routesOf } from './routes.js';
import { type Login, LOGINS, type SmallProgram, smallProgram } from './small-program.js';

let small: SmallProgram;
let routes: Route[];

beforeAll(async () => {
  small = await smallProgram();
  routes = routesOf(await small.stranger.get<Description>('/api/docs-json'));
}, 180_000);

afterAll(() => small?.stop());

/** The routes without a row, and the rows without a route. */
function differences(table: Iterable<string>, described: readonly Route[]): string[] {
  const [rows, names] = [new Set(table), new Set(described.map(({ name }) => name))];
  return [
    ...[...names].filter((name) => !rows.has(name)).map((name) => `no row: ${name}`),
    ...[...rows].filter((name) => !names.has(name)).map((name) => `no route: ${name}`),
  ];
}

describe('the table of routes', () => {
  it('has a row for every route of the description, and no other', () => {
    expect(differences(EXPECTED.keys(), routes)).toEqual([]);
  });

  it('would miss a route without a row, and a row without a route', () => {
    const [first, ...others] = routes;
    const added: Route = { ...first!, name: 'GET /api/new' };
    expect(differences(EXPECTED.keys(), [...others, added])).toEqual([
      'no row: GET /api/new',
      `no route: ${first!.name}`,
    ]);
  });

  it('asks of every route what the program asks, and the description hides none', async () => {
    const database = await freshDatabase();
    const app = await openApp(database);
    const asked = app
      .get(RouteNeeds)
      .all()
      .map(({ method, path, need }) => [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`, need]);
    await app.close();
    await database.close();
    const wanted = [...EXPECTED].map(([name, { needs }]) => [name, needs]);
    expect(asked.sort()).toEqual(wanted.sort());
  });

  it('has a column for every account, and the stranger', () => {
    expect(COLUMNS).toEqual(['stranger', ...LOGINS]);
  });
});

/** Acts that end the session that asks: each has a sign-in of its own. */
const ENDS_SESSION = /^DELETE \/api\/session/;

/** Reads have an input that the program takes; what writes gets one that is refused once it is let through. */
function ask(client: Client, route: Route): Promise<Answer<Problem>> {
  if (route.method === 'GET') return client.ask('GET', addressOf(route));
  const body = route.json === null ? undefined : {};
  return client.ask(route.method, addressOf(route, { id: NOWHERE }), body);
}

/** What a route did to somebody who asked: `yes` = let through, else how it refused. */
function verdict({ status, body }: Answer<Problem>): string {
  if (status >= 500) return `fails with ${status}`;
  if (status !== 401 && status !== 403) return 'yes';
  const permission = String(body.details?.['permission']);
  return `${status} ${body.code} ${permission}`;
}

describe.each(LOGINS)('%s', (login: Login) => {
  it('is let through where the table says so, and refused by name of the right elsewhere', async () => {
    const last = routes.filter(({ name }) => ENDS_SESSION.test(name));
    const first = routes.filter((route) => !last.includes(route));
    const answers = await inFours(first, (route) => ask(small.as[login], route));
    for (const route of last) answers.push(await ask(small.client(login), route));
    small.as[login].forget();
    const found = [...first, ...last].map(({ name }, at) => [name, verdict(answers[at]!)]);
    const wanted = found.map(([name]) => {
      const { needs, lets } = EXPECTED.get(name!)!;
      return [name, lets[login] ? 'yes' : `403 access.not-allowed ${needs}`];
    });
    expect(found).toEqual(wanted);
  });
});

/** Inputs that would be refused by whoever looked at them. */
const SPOILED = {
  'no body': {},
  'broken JSON': { headers: { 'content-type': 'application/json' }, body: '{"a": [1, ' },
  'another kind of body': { headers: { 'content-type': 'application/xml' }, body: '<a/>' },
  'a form without an end': {
    headers: { 'content-type': 'multipart/form-data; boundary=x' },
    body: '--x\r\nContent-Disposition: form-data; name="files"; filename="a.xlsx"\r\n\r\nPK',
  },
  '30 MB announced': {
    headers: { 'content-type': 'application/json', 'content-length': String(30 * 1024 * 1024) },
  },
  'a cookie of nobody': { headers: { cookie: `bo_tri_session=${'A'.repeat(43)}` } },
} as const;

describe('a stranger', () => {
  it.each(Object.keys(SPOILED) as (keyof typeof SPOILED)[])(
    'is refused by 401 before the input is looked at: %s',
    async (kind) => {
      const closed = routes.filter(({ name }) => !EXPECTED.get(name)!.lets.stranger);
      expect(closed.length).toBeGreaterThan(50);
      const answers = await inFours(closed, ({ method, path }) => {
        const { headers = {}, body = '' } = SPOILED[kind] as { headers?: object; body?: string };
        const written = `${path.replace(/\{\w+\}/g, '..%2f%00')}?on=never&run=-1`;
        return rawRequest(small.program.url, {
          method,
          path: written,
          headers: { ...headers },
          body,
        });
      });
      const found = closed.map(({ name }, at) => {
        const { status, headers, body } = answers[at]!;
        const { code } = JSON.parse(body) as Problem;
        return [name, status, code, headers['content-type']];
      });
      const refusal = [401, 'access.signed-out', 'application/problem+json; charset=utf-8'];
      expect(found).toEqual(closed.map(({ name }) => [name, ...refusal]));
    },
  );

  it('gets what is open to all, and the description of the API', async () => {
    const open = [...EXPECTED].filter(([, { lets }]) => lets.stranger).map(([name]) => name);
    expect(open).toEqual([
      'GET /api/configuration',
      'GET /api/health',
      'GET /api/session',
      'POST /api/session',
      'POST /api/session/oidc',
      'GET /api/session/oidc/callback',
    ]);
    for (const path of ['configuration', 'health', 'session', 'docs-json', 'docs'])
      expect([path, (await small.stranger.ask('GET', `/api/${path}`)).status]).toEqual([path, 200]);
    const { status } = await small.stranger.ask('POST', '/api/session', {});
    expect(status).toBe(400);
  });

  it.each([
    ...['/api/units/?on=2025-07-01', '/API/units?on=2025-07-01', '/api/UNITS?on=2025-07-01'],
    ...['/api//units?on=2025-07-01', '//api/units?on=2025-07-01', '/api/%75nits?on=2025-07-01'],
    ...['/api/docs/../units?on=2025-07-01', '/api/docs-json/../units?on=2025-07-01'],
    ...['/api/health/../units?on=2025-07-01', '/api/health/../../api/units?on=2025-07-01'],
    ...['/./api/units?on=2025-07-01', '/%61pi/units?on=2025-07-01', '/api/none', '/api'],
    ...['/api/units;/api/health?on=2025-07-01', '/api/units%3fon=2025-07-01', '/api/session/all'],
  ])('gets nothing by writing the address otherwise: %s', async (path) => {
    for (const method of ['GET', 'HEAD', 'POST', 'TRACE', 'OPTIONS', 'PROPFIND']) {
      const answer = await rawRequest(small.program.url, {
        method,
        path,
        headers: { 'x-http-method-override': 'GET', 'x-original-url': '/api/health' },
      });
      expect(answer.body).not.toMatch(/90001|Xã Bản/);
      const isPage = /^text\/html/.test(String(answer.headers['content-type']));
      const refused = [400, 401, 404, 405, 501].includes(answer.status);
      expect([method, refused || isPage, answer.status]).toEqual([method, true, answer.status]);
    }
  });
});
