import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { clientFor, inFours } from './asking.js';
import { minimalBody, withJson, withText, type TextPlace } from './bodies.js';
import { addressOf, type Description, type Route, routesOf, type Schema } from './routes.js';
import { type SmallProgram, smallProgram } from './small-program.js';

let small: SmallProgram;
let routes: Route[];

beforeAll(async () => {
  small = await smallProgram();
  routes = routesOf(await small.stranger.get<Description>('/api/docs-json'));
}, 180_000);

afterAll(() => small?.stop());

/** Every property of a body, and every item of its lists, by its path from the top. */
function placesOf({ properties = {}, items }: Schema, path: TextPlace = []): TextPlace[] {
  const inside = Object.entries(properties).flatMap(([name, each]) =>
    placesOf(each, [...path, name]),
  );
  const inItems = items === undefined ? [] : placesOf(items, [...path, 0]);
  return [...(path.length === 0 ? [] : [path]), ...inside, ...inItems];
}

it('is an answer or a clean refusal where a body says null, in every place of every body', async () => {
  const cases = withJson(routes).flatMap((route) =>
    placesOf(route.json).map((place) => ({
      what: `${route.name} ${place.join('.')}`,
      ask: () =>
        clientFor(small, route).ask(
          route.method,
          addressOf(route),
          withText(minimalBody(route.json), place, null),
        ),
    })),
  );
  expect(cases.length).toBeGreaterThan(200);
  const statuses = await inFours(cases, async ({ ask }) => (await ask()).status);
  expect(cases.filter((_each, at) => statuses[at]! >= 500).map(({ what }) => what)).toEqual([]);
  // Some of what is asked must come through, else only the door was tried.
  expect(statuses.filter((status) => status < 300).length).toBeGreaterThan(5);
}, 180_000);
