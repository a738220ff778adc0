import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { PermissionGuard } from '../../../src/access/permission.guard.js';
import { httpApplication } from '../../../src/http.js';
import { DEFAULT_LIMITS } from '../../../src/shared/request-limits.js';
import type { JobResult } from '../../../src/terminal/whole-job.js';
import { PASSWORD, signedInByPassword } from '../../support/account-of-role.js';
import { registryDump, smallJob } from '../../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../../support/demo-sources.js';
import { smallRoster } from '../../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../../support/fresh-database.js';
import { Client } from '../client.js';
import type { Batch, Scenario } from '../shapes.js';
import { inFours } from './asking.js';
import { addressOf, type Description, type Route, routesOf } from './routes.js';
import { ACCOUNTS, DAY, EVE, type Login, LOGINS } from './small-program.js';

/** The whole program, but every route lets everybody in who has signed in: only the database is left to refuse. */
let database: FreshDatabase;
let app: NestExpressApplication;
let as: Record<Login, Client>;
let routes: Route[];
let job: JobResult;
let batch: Batch;
/** Names of those in the leader's commune, before the merger or after it, and of all others. */
const names = { own: new Set<string>(), others: new Set<string>() };

beforeAll(async () => {
  const open = jest.spyOn(PermissionGuard.prototype, 'canActivate').mockReturnValue(true);
  database = await freshDatabase();
  const limits = { ...DEFAULT_LIMITS, requestsPerMinute: 100_000, heavyPerMinute: 100_000 };
  app = await httpApplication(database, { provinceCode: SMALL_PROVINCE, demo: false, limits });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  job = await smallJob(app, TWO_COMMUNES);
  for (const login of LOGINS) {
    const { scope, ...account } = ACCOUNTS[login];
    const spans = scope.map((span) => ({ ...span, endsOn: null }));
    await signedInByPassword(app, { login, ...account, scope: spans });
  }
  as = Object.fromEntries(
    LOGINS.map((login) => [login, new Client(url, login, PASSWORD)]),
  ) as Record<Login, Client>;
  routes = routesOf(await as.canbo.get<Description>('/api/docs-json'));
  batch = (await as.canbo.upload<Batch>([await smallRoster()], { asOf: EVE })).body;
  for (const on of [EVE, DAY])
    for (const { fullName, unitCode } of await as.canbo.all<{ fullName: string; unitCode: string }>(
      `/api/people?on=${on}`,
    ))
      if (on === DAY && unitCode.startsWith('90001')) names.own.add(fullName);
      else names.others.add(fullName);
  for (const name of names.own) names.others.delete(name);
  expect(open).toHaveBeenCalled();
}, 180_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
  jest.restoreAllMocks();
});

/** Every read of every stage, on both days and for both plans. */
async function allThatIsRead(login: Login, without = /^\/api\/(session|docs)/): Promise<string> {
  const runs = [job.baseline.id, job.best.id].map(String);
  const given = ['1', '2', '3', '4', '5'].flatMap((id) =>
    runs.flatMap((run) => [EVE, DAY].map((on) => ({ id, run, on }))),
  );
  const paths = routes
    .filter(({ method, path }) => method === 'GET' && !without.test(path) && !/xlsx/.test(path))
    .flatMap((route) => given.map((values) => addressOf(route, values)));
  const answers = await inFours([...new Set(paths)], (path) => as[login].ask('GET', path));
  expect(answers.filter(({ status }) => status === 429)).toEqual([]);
  return JSON.stringify(answers.map(({ body }) => body));
}

const namesIn = (text: string, of: ReadonlySet<string>): string[] =>
  [...of].filter((name) => text.includes(`"${name}"`));

describe('with the check of the API switched off', () => {
  it('the officer reads everybody, so that what others read can be told', async () => {
    const text = await allThatIsRead('canbo');
    expect(names.own.size).toBeGreaterThan(0);
    expect(names.others.size).toBeGreaterThan(0);
    expect(namesIn(text, names.own)).toEqual([...names.own]);
    expect(namesIn(text, names.others)).toEqual([...names.others]);
  });

  it('a leader reads the own people, and nobody else', async () => {
    const text = await allThatIsRead('lanhdao');
    expect(namesIn(text, names.own)).toEqual([...names.own]);
    expect(namesIn(text, names.others)).toEqual([]);
  });

  it.each(['kiemtoan', 'quantri'] as const)('%s reads nobody and no plan', async (login) => {
    const text = await allThatIsRead(login, /^\/api\/(session|docs|audit|accounts)/);
    expect(namesIn(text, names.own)).toEqual([]);
    expect(namesIn(text, names.others)).toEqual([]);
    expect(text).not.toContain(job.couldHaveBeen.name);
    expect(await as[login].get('/api/scenarios')).toEqual([]);
    expect(await as[login].get('/api/imports')).toEqual([]);
  });

  it.each(['canbo', 'canbo.dang', 'quanly', 'lanhdao', 'kiemtoan'] as const)(
    '%s reads no account',
    async (login) => {
      expect(await as[login].get('/api/accounts')).toEqual([]);
    },
  );

  it.each(['canbo', 'canbo.dang', 'quanly', 'lanhdao', 'quantri'] as const)(
    '%s reads no line of the trail',
    async (login) => {
      expect(await as[login].get('/api/audit')).toMatchObject({ total: 0, items: [] });
    },
  );

  it('nobody without the right takes a workbook away', async () => {
    for (const login of ['kiemtoan', 'quantri'] as const)
      for (const report of ['plan', 'gap', 'surplus']) {
        const path = `/api/reports/${report}.xlsx?run=${job.baseline.id}`;
        const body = { purpose: 'kiem tra thu' };
        expect([login, (await as[login].ask('POST', path, body)).status]).toEqual([login, 404]);
      }
  });

  /** What would be done for who may. */
  const writes = (draft: Scenario): [method: string, path: string, body?: object][] => {
    const plan = `/api/scenarios/${draft.id}`;
    const { version } = draft;
    return [
      ['POST', `${plan}/state`, { to: 'submitted', version }],
      ['PUT', `${plan}/classification`, { mark: 'mat', version }],
      ['POST', `${plan}/copies`, { name: 'Bản sao trái phép' }],
      ['POST', `${plan}/runs`, { kind: 'baseline' }],
      ['POST', `${plan}/application`, { version }],
      ['DELETE', `/api/scenarios/${job.asItWas.scenario.id}/application`, { version: 4 }],
    ];
  };
  const ofAccounts = (id: number): [method: string, path: string, body?: object][] => [
    ['POST', '/api/accounts', { login: 'tu.tao', name: 'x', role: 'administrator', scope: [] }],
    ['PATCH', `/api/accounts/${id}`, { role: 'administrator' }],
    ['PUT', `/api/accounts/${id}/scope`, { scope: [] }],
    ['POST', `/api/accounts/${id}/password`],
    ['PUT', '/api/access/settings', { secondFactorRoles: ['officer'] }],
  ];

  /** All rows that could have been changed. */
  const everything = async (): Promise<unknown> => ({
    registry: await registryDump(database),
    plans: await database.query('SELECT * FROM scenarios ORDER BY id'),
    runs: await database.query('SELECT id, scenario_id FROM placement_runs ORDER BY id'),
    batches: await database.query('SELECT * FROM import_batches ORDER BY id'),
    accounts: await database.query('SELECT * FROM accounts ORDER BY id'),
    scopes: await database.query('SELECT * FROM account_scopes ORDER BY id'),
    settings: await database.query('SELECT * FROM access_settings'),
  });

  it.each(['quanly', 'lanhdao', 'canbo.dang', 'kiemtoan', 'quantri'] as const)(
    '%s changes no plan, and writes nobody’s roster',
    async (login) => {
      const before = await everything();
      const draft = await as.canbo.get<Scenario>(`/api/scenarios/${job.couldHaveBeen.id}`);
      for (const [method, path, body] of writes(draft)) {
        const { status } = await as[login].ask(method, path, body);
        expect([path, status >= 400 && status !== 429]).toEqual([path, true]);
      }
      const promoted = await as[login].ask('POST', `/api/imports/${batch.id}/promotion`);
      expect(promoted.status).toBe(404);
      expect(await everything()).toEqual(before);
    },
  );

  it.each(['lanhdao', 'kiemtoan', 'quantri'] as const)('%s sends no roster', async (login) => {
    const before = await everything();
    const { status } = await as[login].upload([await smallRoster()], { asOf: EVE });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(await everything()).toEqual(before);
  });

  it.each(['canbo', 'canbo.dang', 'quanly', 'lanhdao', 'kiemtoan'] as const)(
    '%s changes no account and no setting',
    async (login) => {
      const before = await everything();
      for (const [method, path, body] of ofAccounts(1)) {
        const { status } = await as[login].ask(method, path, body);
        expect([path, status >= 400 && status !== 429]).toEqual([path, true]);
      }
      expect(await everything()).toEqual(before);
    },
  );

  it('the officer’s own acts go through, so that the refusals above are the database’s', async () => {
    const draft = await as.canbo.get<Scenario>(`/api/scenarios/${job.couldHaveBeen.id}`);
    const [method, path, body] = writes(draft)[0]!;
    expect((await as.canbo.ask(method, path, body)).status).toBe(200);
    const account = await as.quantri.ask('PATCH', '/api/accounts/2', { name: 'Tên mới' });
    expect(account.status).toBe(200);
  });
});
