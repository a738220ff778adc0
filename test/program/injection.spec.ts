import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { type Answer, type Problem, VIETNAMESE } from '../e2e/client.js';
import type { Batch, FoundIssue, Scenario } from '../e2e/shapes.js';
import { clientFor, inFours } from '../e2e/access/asking.js';
import {
  minimalBody,
  minimalForm,
  textsOf,
  withForm,
  withJson,
  withText,
} from '../e2e/access/bodies.js';
import { counts } from '../e2e/access/counts.js';
import { asSent, PAYLOADS } from '../e2e/access/payloads.js';
import {
  addressOf,
  type Description,
  NOWHERE,
  type Route,
  routesOf,
  type Schema,
} from '../e2e/access/routes.js';
import {
  EVE,
  mustBe,
  type SmallProgram,
  smallProgram,
  withOwnPassword,
} from '../e2e/access/small-program.js';
import { partsOf } from '../e2e/access/workbook-text.js';

/** Far above what anything here takes on a busy machine, and below the minute that payloads ask for. */
const SOON_MS = 30_000;
/** What only the inside would say. */
const INSIDE =
  /node_modules|\bat \S+:\d+:\d+|QueryFailed|syntax error|invalid byte|relation "|column "|pg_sleep\(60\) is|TypeError|RangeError|root:x:0|\[fonts\]/i;

/** People whose names a workbook must not take for formulas or marks. */
const NAMED = ["=cmd|'/c calc'!A1", '+1+1', '@SUM(1)', '-2+3', '<b>&amp;</b>'].map((name, at) => ({
  number: `01208500010${at}`,
  name,
  unit: 'Xã Bản Một',
  position: 'Công chức Văn phòng - thống kê',
  note: name,
}));

let small: SmallProgram;
let routes: Route[];

beforeAll(async () => {
  small = await smallProgram({ people: [...SMALL_PEOPLE, ...NAMED] });
  routes = routesOf(await small.stranger.get<Description>('/api/docs-json'));
}, 180_000);

afterAll(() => small?.stop());

/** Null where the answer is a success or a clean refusal that came soon; else what is wrong with it. */
async function faultIn(ask: () => Promise<Answer<unknown>>): Promise<string | null> {
  const start = performance.now();
  const { status, headers, body } = await ask();
  const took = performance.now() - start;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  if (took > SOON_MS) return `took ${took} ms`;
  if (status >= 500) return `${status} ${text}`;
  if (INSIDE.test(text)) return `tells of the inside: ${text.slice(0, 300)}`;
  if ([...headers.values()].some((value) => /[\r\n]/.test(value)) || headers.has('x-evil'))
    return `headers ${JSON.stringify([...headers])}`;
  if (status < 400) return null;
  const { detail = '', code } = body as Problem;
  // A limit would hide what the payload does; a login that was tried too often is another matter.
  if (status === 429 && code !== 'access.locked') return `429 ${text}`;
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') === true;
  return isProblem && VIETNAMESE.test(detail) ? null : `${status} ${text.slice(0, 300)}`;
}

interface Case {
  readonly what: string;
  readonly ask: () => Promise<Answer<unknown>>;
}

/** A number, a choice or a day: refused by its shape, the same for all. */
const isClosed = (name: string, schema: Schema = {}): boolean =>
  schema.type !== 'string' || schema.enum !== undefined || /^(on|from|to|day|\w+On)$/.test(name);
/**
 * A payload goes to every place that takes a free text of its own; of the closed ones, of those that share their name with
 * many, and of forms it goes to one in so many, each in its turn. The first six payloads are of SQL: each place meets one.
 */
const IN_TURN = 6;

const isInTurn = (at: number, turn: number): boolean => (at + turn) % IN_TURN === 0;

/** A payload in parameters of routes; what writes is asked for a row that is not there. */
function inAddresses(payload: string, turn: number): Case[] {
  const places = routes.flatMap((route) => {
    const isRead = route.method === 'GET';
    const named = route.parameters.filter((each) => isRead || each.in !== 'header');
    return named.map(({ name, schema }) => ({ route, name, schema }));
  });
  return places
    .filter(({ name, schema }, at) => !isClosed(name, schema) || isInTurn(at, turn))
    .map(({ route, name }) => {
      const address = addressOf(route, { [name]: payload });
      const body = route.json === null ? undefined : minimalBody(route.json);
      return {
        what: `${route.name} ${name}`,
        ask: () => clientFor(small, route).ask(route.method, address, body),
      };
    });
}

/** Texts that are written as they come have a test of their own. */
const IS_WRITTEN = new Set([
  'POST /api/accounts name',
  'POST /api/accounts scope.0.unitCode',
  'POST /api/law/confirmations note',
  'POST /api/roster-campaigns name',
  ...['superior', 'body', 'place', 'authority', 'signerTitle', 'signerName'].map(
    (field) => `POST /api/number-blocks issuer.${field}`,
  ),
]);

/** A payload in texts of bodies. */
function inBodies(payload: string, turn: number): Case[] {
  const places = withJson(routes).flatMap((route) =>
    textsOf(route.json).map((place) => ({ route, place })),
  );
  const names = places.map(({ place }) => String(place.find((step) => step !== 0)));
  const isShared = (name: string): boolean =>
    names.filter((each) => each === name).length >= IN_TURN;
  return places
    .filter((_place, at) => {
      const name = names[at]!;
      return !(isClosed(name, TEXT) || isShared(name)) || isInTurn(at, turn);
    })
    .flatMap(({ route, place }) => {
      const what = `${route.name} ${place.join('.')}`;
      const body = withText(minimalBody(route.json), place, payload);
      const address = addressOf(route, { id: NOWHERE });
      const ask = () => clientFor(small, route).ask(route.method, address, body);
      return IS_WRITTEN.has(what) ? [] : [{ what, ask }];
    });
}

const TEXT: Schema = { type: 'string' };

/** A payload in texts of forms, and as the names of their files. */
function inForms(payload: string, turn: number): Case[] {
  const places = withForm(routes).flatMap((route) =>
    Object.entries(route.form.properties ?? {}).map(([name, schema]) => ({ route, name, schema })),
  );
  return places
    .filter((_place, at) => isInTurn(at, turn))
    .map(({ route, name, schema: { format, items } }) => {
      const isFile = format === 'binary' || items?.format === 'binary';
      const body = minimalForm(route.form, isFile ? payload : 'tep.csv');
      if (!isFile) body.set(name, payload);
      return {
        what: `${route.name} ${name}`,
        ask: () =>
          clientFor(small, route).request(addressOf(route), { method: route.method, body }),
      };
    });
}

describe('a text that does harm elsewhere', () => {
  const asked = new Set<string>();

  it.each(Object.entries(PAYLOADS).map(([kind, text], turn) => ({ kind, text, turn })))(
    'is a text here, in every place that takes one: $kind',
    async ({ text, turn }) => {
      const payload = asSent(text);
      const before = await counts(small);
      const cases = [
        ...inAddresses(payload, turn),
        ...inBodies(text, turn),
        ...inForms(payload, turn),
      ];
      expect(cases.length).toBeGreaterThan(100);
      for (const { what } of cases) asked.add(what);
      const faults = await inFours(cases, ({ ask }) => faultIn(ask));
      expect(
        faults.flatMap((fault, at) => (fault === null ? [] : `${cases[at]!.what}: ${fault}`)),
      ).toEqual([]);
      expect(await counts(small)).toEqual(before);
    },
  );

  it('was asked for in every place: after the payloads', () => {
    const named = routes.flatMap(({ name, method, parameters }) =>
      parameters
        .filter((each) => method === 'GET' || each.in !== 'header')
        .map((each) => `${name} ${each.name}`),
    );
    const texts = withJson(routes).flatMap(({ name, json }) =>
      textsOf(json).map((place) => `${name} ${place.join('.')}`),
    );
    const inForm = withForm(routes).flatMap(({ name, form }) =>
      Object.keys(form.properties ?? {}).map((each) => `${name} ${each}`),
    );
    const places = [...named, ...texts, ...inForm].filter((place) => !IS_WRITTEN.has(place));
    expect(places.filter((place) => !asked.has(place))).toEqual([]);
  });

  it('would be noticed: a program that says what its database said fails here', async () => {
    const said = (status: number, body: object, type = 'application/problem+json') =>
      faultIn(() =>
        Promise.resolve({ status, body, headers: new Headers({ 'content-type': type }) }),
      );
    expect(await said(400, { detail: 'Dữ liệu gửi lên chưa đúng' })).toBeNull();
    expect(await said(500, { detail: 'Lỗi ngoài dự kiến' })).toMatch(/^500/);
    expect(await said(400, { detail: 'syntax error at or near "OR"' })).toMatch(/inside/);
    expect(await said(400, { detail: 'Bad Request' })).toMatch(/^400/);
    expect(await said(400, { detail: 'Dữ liệu' }, 'text/html')).toMatch(/^400/);
  });
});

/** No sender has such a name. */
const UNSEEN = 'nothing that is seen';

describe('a text that is kept', () => {
  const texts = Object.entries(PAYLOADS).filter(([kind]) => kind !== 'a byte of zero');

  it('as the name of an account comes back as it was', async () => {
    const { quantri: administrator } = small.as;
    const [sent, logins] = [
      texts.map(([, text]) => asSent(text)),
      texts.map((_, at) => `ten.la-${at}`),
    ];
    for (const [at, name] of sent.entries()) {
      const body = { login: logins[at], name, role: 'leader', scope: [] };
      mustBe(201, await administrator.ask('POST', '/api/accounts', body));
    }
    const accounts = await administrator.get<{ login: string; name: string }[]>('/api/accounts');
    const names = new Map(accounts.map(({ login, name }) => [login, name]));
    expect(logins.map((login) => names.get(login))).toEqual(sent);
  });

  it('as the unit of a scope gives nothing', async () => {
    const { quantri: administrator } = small.as;
    const accounts = await administrator.get<{ id: number; login: string }[]>('/api/accounts');
    const { id } = accounts.find(({ login }) => login === 'ten.la-0')!;
    for (const text of ['%', `90001' OR 'a'='a`, '{90001,90002}', '90001.VP', '9000_']) {
      const scope = [{ unitCode: text, startsOn: '2025-01-01' }];
      mustBe(200, await administrator.ask('PUT', `/api/accounts/${id}/scope`, { scope }));
    }
    const scope = [{ unitCode: `90001' OR 'a'='a`, startsOn: '2025-01-01' }];
    const made = await administrator.ask<{ oneTimePassword: string }>('POST', '/api/accounts', {
      ...{ login: 'pham.vi.la', name: 'Phạm vi lạ', role: 'leader', scope },
    });
    const { oneTimePassword } = mustBe(201, made);
    const leader = await withOwnPassword(small.program.url, 'pham.vi.la', oneTimePassword);
    expect(await leader.ask('GET', '/api/people?on=2025-07-01')).toMatchObject({
      body: { total: 0 },
    });
  });

  it('as the note of a confirmed parameter comes back as it was', async () => {
    const { canbo: officer } = small.as;
    const on = '2026-01-01';
    const path = `/api/law/parameters?on=${on}`;
    const parameters = await officer.get<{ key: string; evidence: string }[]>(path);
    const open = parameters.filter(({ evidence }) => evidence !== 'confirmed');
    const keys = [...new Set(open.map(({ key }) => key))];
    expect(keys.length).toBeGreaterThanOrEqual(texts.length);
    for (const [at, [, text]] of texts.entries()) {
      const key = keys[at]!;
      const note = asSent(text);
      mustBe(204, await officer.ask('POST', '/api/law/confirmations', { key, on, note }));
      const versions = await officer.get<{ confirmedNote: string | null }[]>(
        `/api/law/versions?key=${encodeURIComponent(key)}`,
      );
      expect(versions.map(({ confirmedNote }) => confirmedNote)).toContain(note);
    }
  });

  it('as the name of a plan, of a sender or of a file comes back as it was', async () => {
    const { canbo: officer } = small.as;
    for (const [, text] of texts.slice(0, 8)) {
      const copy = { name: asSent(text), description: asSent(text) };
      const path = `/api/scenarios/${small.draft.id}/copies`;
      const { id } = mustBe(201, await officer.ask<Scenario>('POST', path, copy));
      expect(await officer.get(`/api/scenarios/${id}`)).toMatchObject(copy);
    }
    for (const [kind, text] of texts) {
      const row = { unit: 'Xã Không Có', position: asSent(text), name: asSent(text) };
      const { bytes } = await rosterFile('a.xlsx', [row]);
      const name = `${asSent(text)}.xlsx`;
      const send = (sender: string) =>
        officer.upload<Batch>([{ name, bytes }], { asOf: EVE, sender });
      const isSeen = kind !== UNSEEN;
      const told = await send(asSent(text));
      expect([kind, told.status]).toEqual([kind, isSeen ? 201 : 400]);
      const batch = isSeen ? told.body : mustBe(201, await send('Xã Thử'));
      const issues = await officer.get<{ items: FoundIssue[] }>(`/api/imports/${batch.id}/issues`);
      expect(issues.items.length).toBeGreaterThan(0);
      // The parser of forms keeps the last part of a path, and lines may end otherwise.
      const lines = (lined: string): string => lined.replace(/\r\n?/g, '\n');
      for (const { file } of issues.items) {
        expect(file).toMatch(/xlsx$/);
        expect([name, lines(name).endsWith(lines(file))]).toEqual([name, true]);
      }
    }
    expect((await officer.ask('GET', '/api/people?on=2025-07-01')).status).toBe(200);
  });

  it('as the name of a person stands in workbooks as text', async () => {
    const run = small.applied.runs[0]!.id;
    const asked = { purpose: 'kiem tra cong thuc' };
    const plan = await small.as.canbo.bytes(`/api/reports/plan.xlsx?run=${run}`, asked);
    const { sheets } = await readWorkbook(plan.bytes);
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    for (const { name } of NAMED)
      expect([name, cells.find(({ text }) => text === name)]).toMatchObject([
        name,
        { kind: 'text', value: name, formula: false },
      ]);
  });

  it('as the purpose of a workbook stands in it as text, and in no formula', async () => {
    const { canbo: officer } = small.as;
    const run = small.applied.runs[0]!.id;
    for (const [kind, text] of texts) {
      const purpose = `${asSent(text)} và lý do tải bảng`;
      const { bytes } = await officer.bytes(`/api/reports/surplus.xlsx?run=${run}`, { purpose });
      const parts = await partsOf(bytes);
      for (const [path, xml] of parts) {
        expect([kind, path, /<f[ >]|<script|<!ENTITY|DDEAUTO/.test(xml)]).toEqual([
          kind,
          path,
          false,
        ]);
        expect([kind, path, xml.includes('\u0000')]).toEqual([kind, path, false]);
      }
      const { sheets } = await readWorkbook(bytes);
      const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
      expect([kind, cells.filter(({ formula }) => formula)]).toEqual([kind, []]);
    }
  });
});
