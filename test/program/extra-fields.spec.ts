import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Answer, problemIn, type Problem } from '../e2e/client.js';
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
import {
  addressOf,
  type Description,
  NOWHERE,
  type Route,
  routesOf,
} from '../e2e/access/routes.js';
import { type SmallProgram, smallProgram } from '../e2e/access/small-program.js';

let small: SmallProgram;
let routes: Route[];
let before: unknown;

beforeAll(async () => {
  small = await smallProgram();
  routes = routesOf(await small.stranger.get<Description>('/api/docs-json'));
  before = await counts(small);
}, 180_000);

afterAll(() => small?.stop());

/** What somebody might add who hopes that it is written as it comes. */
const EXTRA = [
  ...['id', 'unitId', 'provinceCode', 'province_code', 'role', 'actor', 'createdBy', 'created_by'],
  ...['version', 'isAdmin', 'session', 'account', 'state', 'passwordHash', 'disabledAt', 'demo'],
  ...['__proto__', 'constructor', 'prototype', 'toString', '$where', ''],
];

/** The first account that is let through; steps of a sign-in take any. */
const send = (route: Route, init: RequestInit): Promise<Answer<Problem>> =>
  clientFor(small, route).request(addressOf(route, { id: NOWHERE }), {
    method: route.method,
    ...init,
  });

const sendJson = (route: Route, body: string): Promise<Answer<Problem>> =>
  send(route, { headers: { 'content-type': 'application/json' }, body });

const ADDED = JSON.stringify({ role: 'administrator', isAdmin: true });

/** Written by hand: an object literal with `__proto__` would hold no such property. */
function jsonWith(body: object, extra: string): string {
  const inside = JSON.stringify(body).slice(1, -1);
  return `{${[inside, `${JSON.stringify(extra)}: ${ADDED}`].filter(Boolean).join(', ')}}`;
}

describe('a body with a property that it does not have', () => {
  it.each(EXTRA)('is refused by its name, and nothing is written: "%s"', async (extra) => {
    const asked = withJson(routes).filter(({ json }) => !(extra in own(json.properties)));
    expect(asked.length).toBeGreaterThan(8);
    const answers = await inFours(asked, (route) =>
      sendJson(route, jsonWith(minimalBody(route.json), extra)),
    );
    const found = answers.map(({ status, body }, at) => [
      asked[at]!.name,
      status,
      String(body.detail).includes(`${extra}: không có tham số này`),
    ]);
    expect(found).toEqual(asked.map(({ name }) => [name, 400, true]));
  });

  it('is refused in the parts of a list too', async () => {
    const scope = (extra: string) =>
      `{"scope": [${jsonWith({ unitCode: '90001', startsOn: '2025-07-01' }, extra)}]}`;
    const route = routes.find(({ name }) => name === 'PUT /api/accounts/{id}/scope')!;
    for (const extra of EXTRA)
      expect([extra, problemIn(400, await sendJson(route, scope(extra))).code]).toEqual([
        extra,
        'http.400',
      ]);
  });

  it('is hidden deep in what should be a text, and is refused', async () => {
    const deep = `${'{"a":'.repeat(9_000)}{"__proto__": 1}${'}'.repeat(9_000)}`;
    for (const body of [
      `{"name": ${deep}}`,
      `{"scope": [${deep}]}`,
      `{"name": ${deep.replaceAll('__proto__', 'b')}}`,
    ]) {
      const answers = await inFours(withJson(routes), (route) => sendJson(route, body));
      expect(answers.map((answer) => problemIn(400, answer).status)).not.toContain(500);
    }
  });

  it('is no object, or another kind of value, and is refused', async () => {
    const others = ['[]', '"text"', '1', 'null', 'true', '[{"scope": []}]', '', '{', '{"a":1}{}'];
    for (const body of others) {
      const asked = withJson(routes).filter(({ json }) => (json.required ?? []).length > 0);
      const answers = await inFours(asked, (route) => sendJson(route, body));
      const found = answers.map((answer, at) => [asked[at]!.name, problemIn(400, answer).status]);
      expect([body, found]).toEqual([body, asked.map(({ name }) => [name, 400])]);
    }
  });

  it('holds a list, an object or a number in place of a text, and is refused', async () => {
    const cases = withJson(routes).flatMap((route) =>
      textsOf(route.json).flatMap((place) =>
        [['a'], { a: 1 }, { $ne: null }, { toString: 'x' }, 7, true].map((value) => ({
          route,
          place,
          body: JSON.stringify(withText(minimalBody(route.json), place, value)),
        })),
      ),
    );
    expect(cases.length).toBeGreaterThan(60);
    const answers = await inFours(cases, ({ route, body }) => sendJson(route, body));
    const found = answers.map(({ status }, at) => [cases[at]!.body, status]);
    expect(found).toEqual(cases.map(({ body }) => [body, 400]));
  });

  it('holds a text beyond all measure, and is refused without saying it again', async () => {
    const long = 'dài '.repeat(20_000);
    const cases = withJson(routes).flatMap((route) =>
      textsOf(route.json).map((place) => ({
        route,
        place: place.join('.'),
        body: JSON.stringify(withText(minimalBody(route.json), place, long)),
      })),
    );
    const answers = await inFours(cases, ({ route, body }) => sendJson(route, body));
    const found = answers.map(({ status, body }, at) => {
      const { route, place } = cases[at]!;
      return [route.name, place, status, JSON.stringify(body).length < 2000];
    });
    expect(found).toEqual(cases.map(({ route, place }) => [route.name, place, 400, true]));
  });

  it('is larger than any body may be, and is refused', async () => {
    const answers = await inFours(withJson(routes), (route) =>
      sendJson(route, JSON.stringify({ name: 'x'.repeat(3_000_000) })),
    );
    expect(answers.map((answer) => problemIn(413, answer).status)).toEqual(
      withJson(routes).map(() => 413),
    );
  });
});

function own(properties: object | undefined): object {
  return Object.assign(Object.create(null) as object, properties);
}

describe('a form', () => {
  it('with a text or a file that it does not have is refused', async () => {
    for (const route of withForm(routes)) {
      for (const extra of EXTRA) {
        const [text, file] = [minimalForm(route.form), minimalForm(route.form)];
        text.append(extra, 'administrator');
        file.append(extra, new Blob(['a,b\n']), 'them.csv');
        for (const body of [text, file]) {
          const { status } = await send(route, { method: route.method, body });
          expect([route.name, extra, status]).toEqual([route.name, extra, 400]);
        }
      }
    }
  });

  it('with a text twice, or with a list or an object by its name, is refused', async () => {
    for (const route of withForm(routes)) {
      for (const field of ['name', 'sender', 'legalBasis'].filter(
        (each) => each in own(route.form.properties),
      ))
        for (const name of [field, `${field}[]`, `${field}[a]`, `${field}[__proto__][role]`]) {
          const body = minimalForm(route.form);
          body.append(name, 'hai');
          const { status } = await send(route, { method: route.method, body });
          expect([route.name, name, status]).toEqual([route.name, name, 400]);
        }
    }
  });
});

describe('an address', () => {
  const queried = () =>
    routes.filter(({ parameters }) => parameters.some((each) => each.in === 'query'));

  const ask = (route: Route, added: string): Promise<Answer<Problem>> => {
    const address = addressOf(route);
    const whole = `${address}${address.includes('?') ? '&' : '?'}${added}`;
    return clientFor(small, route).ask(route.method, whole);
  };

  it('with a parameter that the route does not have is refused by its name', async () => {
    for (const extra of EXTRA.filter((each) => each !== '')) {
      const asked = queried().filter((route) =>
        route.parameters.every(({ name }) => name !== extra),
      );
      const answers = await inFours(asked, (route) => ask(route, `${extra}=1`));
      const found = answers.map(({ status }, at) => [extra, asked[at]!.name, status]);
      expect(found).toEqual(asked.map(({ name }) => [extra, name, 400]));
    }
  });

  it('with a parameter twice, or as a list or an object, is refused', async () => {
    const cases = queried().flatMap((route) =>
      route.parameters
        .filter((each) => each.in === 'query')
        .flatMap(({ name }) =>
          [`${name}=1&${name}=2`, `${name}[]=1`, `${name}[a]=1`, `${name}[__proto__][role]=1`].map(
            (added) => ({ route, added }),
          ),
        ),
    );
    const answers = await inFours(cases, ({ route, added }) => ask(route, added));
    const found = answers.map(({ status }, at) => [
      cases[at]!.route.name,
      cases[at]!.added,
      status,
    ]);
    expect(found).toEqual(cases.map(({ route, added }) => [route.name, added, 400]));
  });

  it('with a parameter beyond all measure is refused', async () => {
    const cases = queried().flatMap((route) =>
      route.parameters
        .filter((each) => each.in === 'query')
        .map(({ name }) => ({ route, values: { [name]: '9'.repeat(8000) } })),
    );
    const answers = await inFours(cases, ({ route, values }) =>
      clientFor(small, route).ask<Problem>(route.method, addressOf(route, values)),
    );
    const found = answers.map(({ status }, at) => [cases[at]!.route.name, status]);
    expect(found).toEqual(cases.map(({ route }) => [route.name, 400]));
  });
});

describe('after all of it', () => {
  it('nothing has changed, and no account has more rights', async () => {
    expect(await counts(small)).toEqual(before);
  });
});
