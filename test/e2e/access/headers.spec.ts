import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { httpApplication } from '../../../src/http.js';
import { SMALL_PROVINCE } from '../../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.js';

let database: FreshDatabase;
let app: NestExpressApplication;
let url: string;

beforeAll(async () => {
  database = await freshDatabase();
  app = await httpApplication(database, { provinceCode: SMALL_PROVINCE, demo: false });
  await app.listen(0, '127.0.0.1');
  url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

/** The description, an open and a closed route, and nothing. The page's: `test/browser`. */
const PLACES = ['/api/docs', '/api/docs-json', '/api/session', '/api/people', '/api/none'];

describe('every answer of the API', () => {
  it.each(PLACES)(
    'forbids guessing, framing and telling where one comes from: %s',
    async (path) => {
      const { headers } = await fetch(url + path);
      const policy = (headers.get('content-security-policy') ?? '').split(/; ?/);
      expect(policy).toEqual(
        expect.arrayContaining(["frame-ancestors 'none'", "object-src 'none'", "base-uri 'none'"]),
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('content-type')).toMatch(/; charset=utf-8$/i);
      expect(headers.get('access-control-allow-origin')).toBeNull();
    },
  );

  it('keeps the connection longer than browsers and proxies do', async () => {
    const { headers } = await fetch(`${url}/api/session`);
    expect(Number(/timeout=(\d+)/.exec(headers.get('keep-alive') ?? '')?.[1])).toBeGreaterThan(60);
  });

  it.each(['/api/session', '/API/session', '/api/people', '/Api/None'])(
    'is kept nowhere: %s',
    async (path) => expect((await fetch(url + path)).headers.get('cache-control')).toBe('no-store'),
  );
});
