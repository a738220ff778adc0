import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { rosterFile } from '../../support/demo-sources-roster.js';
import { type Program, startDemo } from '../../support/program.js';
import { readWorkbook } from '../../../src/sheet/xlsx-reader.js';
import { Client, type Problem } from '../client.js';
import { askForRun, until } from '../run-placement.js';
import type { Batch, Person, Proposal, Scenario, Unit } from '../shapes.js';
import { inFours } from './asking.js';
import {
  NamedThings,
  OF_SCENARIO,
  ANSWERS_SCENARIO,
  ASKS_RUN,
  WRITES_SCENARIO,
  OF_RUN,
  OF_RUNS,
  OF_BATCH,
  OF_JOB,
  OF_LAW_DRAFT,
  OF_LETTER,
  OF_LETTER_KIND,
  OF_MOVEMENT,
  OF_PAYOUT,
  OF_PERSON,
  OF_WISH,
  OF_CAMPAIGN,
  OF_REGISTER,
  OF_TREATMENT,
  FORM_OF_PERSON,
  REVEAL,
  OF_ACCOUNT,
  FILTERED,
  OF_UPLOAD,
  OPEN_TO_ALL,
  REPAIRS_BATCH,
} from './named-things.js';
import { addressOf, type Description, NOWHERE, type Route, routesOf } from './routes.js';

const DAY = '2025-07-01';
/** The leader's commune; the manager has it too, and the sibling. */
const OWN = '03334';
const SIBLING = '03127';
const PROVINCE = '11';
/** What a workbook is taken for. */
const TAKING = { purpose: 'Kiểm tra phạm vi' };
const OTHER_PROVINCE = '12';

let program: Program;
let officer: Client;
let party: Client;
let manager: Client;
let leader: Client;
let administrator: Client;
let routes: Route[];
let things: NamedThings;
/** By name of the commune: people who work there, by the officer's list. */
let people: Record<'own' | 'sibling' | 'far', Person[]>;
let applied: Scenario;
let draft: Scenario;

beforeAll(async () => {
  program = await startDemo();
  [officer, party, manager, leader, administrator] = [
    ...['canbo', 'canbo.dang', 'quanly', 'lanhdao', 'quantri'],
  ].map((login) => new Client(program.url, login)) as [Client, Client, Client, Client, Client];
  routes = routesOf(await officer.get<Description>('/api/docs-json'));
  things = new NamedThings(routes);
  const far = (await officer.get<Unit[]>(`/api/units?on=${DAY}&level=commune`)).find(
    ({ code }) => code !== OWN && code !== SIBLING,
  );
  const of = (code: string): Promise<Person[]> => officer.all(`/api/people?on=${DAY}&unit=${code}`);
  people = { own: await of(OWN), sibling: await of(SIBLING), far: await of(far!.code) };
  const scenarios = await officer.get<Scenario[]>('/api/scenarios');
  applied = scenarios.find(({ state }) => state === 'applied')!;
  draft = scenarios.find(({ state }) => state === 'draft')!;
}, 180_000);

afterAll(() => program?.stop());

const ids = (list: readonly { readonly staffId: number }[]): Set<number> =>
  new Set(list.map(({ staffId }) => staffId));

describe('the routes that name one thing', () => {
  it('are all held below', () => {
    const naming = routes.filter(({ parameters }) =>
      parameters.some(
        ({ in: place, name }) =>
          place === 'path' ||
          /^(id|run|runs|unit|commune|person|scenario|batch|account)$/.test(name),
      ),
    );
    const held = [
      ...[
        ...OF_SCENARIO,
        ...OF_RUN,
        ...OF_RUNS,
        ...OF_BATCH,
        ...OF_JOB,
        ...OF_PAYOUT,
        ...OF_PERSON,
        ...OF_CAMPAIGN,
        ...OF_REGISTER,
        ...OF_TREATMENT,
        FORM_OF_PERSON,
        ...FILTERED,
        ...OPEN_TO_ALL,
      ],
      ...[...OF_UPLOAD, ...REPAIRS_BATCH.map(([route]) => route)],
      ...[ANSWERS_SCENARIO, ...WRITES_SCENARIO, ...ASKS_RUN, ...OF_ACCOUNT].map(([name]) => name),
      ...[...OF_MOVEMENT, ...OF_WISH, ...OF_LAW_DRAFT, ...OF_LETTER].map(([name]) => name),
      ...OF_LETTER_KIND,
    ];
    expect(naming.map(({ name }) => name).sort()).toEqual(held.sort());
  });

  it.each(['0', '-1', '1.5', '1e3', '0x1', '+1', ' 1', '１', '9223372036854775808', 'null', '*'])(
    'refuse what is no number of a row: %s',
    async (id) => {
      const named = routes.filter(({ path }) => path.includes('{id}'));
      const answers = await inFours(named, (route) => {
        const client = /accounts/.test(route.path) ? administrator : officer;
        const body = route.json === null ? undefined : bodyOf(route.name);
        return client.ask<Problem>(route.method, addressOf(route, { id }), body);
      });
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
        named.map(() => [400, 'request.id']),
      );
    },
  );
});

function bodyOf(name: string): object {
  const all = [
    ...[ANSWERS_SCENARIO, ...WRITES_SCENARIO, ...ASKS_RUN, ...OF_ACCOUNT, ...REPAIRS_BATCH],
    ...[...OF_MOVEMENT, ...OF_WISH, ...OF_LAW_DRAFT, ...OF_LETTER],
  ];
  const known = all.find(([route]) => route === name)?.[1];
  return known ?? REVEAL;
}

describe('a person', () => {
  const file = (client: Client, { staffId }: Person) =>
    client.ask<Problem & { staffId: number }>('GET', `/api/people/${staffId}?on=${DAY}`);

  it('in scope is shown to the leader, the manager and the officer', async () => {
    for (const client of [leader, manager, officer]) {
      const { status, body } = await file(client, people.own[0]!);
      expect([status, body.staffId]).toEqual([200, people.own[0]!.staffId]);
    }
    expect((await file(manager, people.sibling[0]!)).status).toBe(200);
  });

  it('of another commune is for the leader as if there were nobody', async () => {
    for (const { staffId: given } of [people.sibling[0]!, people.sibling.at(-1)!, people.far[0]!])
      await things.mustBeAsIfNotThere(leader, 'GET /api/people/{id}', 'id', { given });
    const { staffId: given } = people.far[0]!;
    await things.mustBeAsIfNotThere(manager, 'GET /api/people/{id}', 'id', { given });
    expect(await things.refusal(leader, 'GET /api/people/{id}', { id: String(given) })).toMatch(
      /^404/,
    );
  });

  it('of the other block is for an officer of one block as if there were nobody', async () => {
    const inParty = ids(await party.all<Person>(`/api/people?on=${DAY}`));
    const outside = [...people.own, ...people.sibling].find(({ staffId }) => !inParty.has(staffId));
    const inside = [...people.own, ...people.sibling].find(({ staffId }) => inParty.has(staffId));
    expect((await file(party, inside!)).status).toBe(200);
    const given = outside!.staffId;
    for (const [route, body] of [
      [OF_PERSON[0]!, undefined],
      [OF_PERSON[1]!, REVEAL],
    ] as const)
      await things.mustBeAsIfNotThere(party, route, 'id', { given, body });
    await things.mustBeAsIfNotThere(party, FORM_OF_PERSON, 'person', { given, body: TAKING });
  });

  it('out of scope has no wish to read, record or take back', async () => {
    const [ask, record, takeBack] = OF_WISH;
    for (const client of [manager, party]) {
      const seen = ids(await client.all<Person>(`/api/people?on=${DAY}`));
      const all = await officer.all<Person>(`/api/people?on=${DAY}`);
      const given = all.find(({ staffId }) => !seen.has(staffId))!.staffId;
      for (const [route, body] of [ask!, record!])
        await things.mustBeAsIfNotThere(client, route, 'id', { given, body });
      const path = `/api/people/${given}/wishes`;
      const kept = await officer.ask<{ id: number }>('POST', path, record![1]);
      expect(kept.status).toBe(200);
      await things.mustBeAsIfNotThere(client, takeBack![0], 'id', { given: kept.body.id });
      expect((await officer.ask('DELETE', `/api/wish-records/${kept.body.id}`)).status).toBe(200);
    }
  });

  it('outside is opened by nobody, and nobody learns that there is one', async () => {
    const route = 'POST /api/people/{id}/reveals';
    const given = people.far[0]!.staffId;
    await things.mustBeAsIfNotThere(manager, route, 'id', { given, body: REVEAL });
    await things.mustBeAsIfNotThere(leader, route, 'id', { given, body: REVEAL });
    const own = String(people.own[0]!.staffId);
    expect(await things.refusal(manager, route, { id: own }, REVEAL)).toMatch(/^200/);
    expect(await things.refusal(leader, route, { id: own }, REVEAL)).toMatch(/^403/);
  });

  it('is not found by the name of a unit outside, of one above, or of another province', async () => {
    const own = ids(people.own);
    expect(own.size).toBeGreaterThan(20);
    const found = (unit: string) => leader.all<Person>(`/api/people?on=${DAY}&unit=${unit}`);
    expect(ids(await found(OWN))).toEqual(own);
    for (const unit of [SIBLING, people.far[0]!.unitCode, OTHER_PROVINCE, '94', 'khong-co', '%'])
      expect([unit, await found(unit)]).toEqual([unit, []]);
    for (const above of [await found(PROVINCE), await leader.all<Person>(`/api/people?on=${DAY}`)])
      expect([...ids(above)].filter((id) => !own.has(id))).toEqual([]);
    const before = await leader.all<Person>('/api/people?on=2025-06-30');
    expect([...ids(before)].filter((id) => !own.has(id))).toEqual([]);
  });

  it('is not told of by the question why', async () => {
    const why = async (person: number | string, unit = SIBLING): Promise<unknown> =>
      leader.get(`/api/access/why?permission=people.read&unit=${unit}&person=${person}`);
    expect(await why(people.sibling[0]!.staffId)).toEqual(await why(NOWHERE));
    expect(await why(people.sibling[0]!.staffId, OWN)).toEqual(await why(NOWHERE, OWN));
    expect(await why(people.own[0]!.staffId, OWN)).toEqual({ allowed: true, reasons: [] });
    const other = `/api/access/why?permission=people.read&login=`;
    const answers = [
      await leader.refusal(403, 'GET', `${other}quanly`),
      await leader.refusal(403, 'GET', `${other}khong.co`),
    ];
    expect(answers[0]).toEqual(answers[1]);
  });
});

describe('a person whose roster was taken back', () => {
  it('is for everybody as if they had never been, and so is what hung on them', async () => {
    const row = {
      name: 'Lò Văn Tạm',
      number: '011085000117',
      position: people.own[0]!.positionName,
    };
    const file = await rosterFile('tam.xlsx', [{ ...row, unit: people.own[0]!.unitName }]);
    const { id } = (await officer.upload<Batch>([file], { asOf: DAY })).body;
    const promotion = `/api/imports/${id}/promotion`;
    expect((await officer.ask('POST', promotion)).status).toBe(201);
    const found = (): Promise<Person[]> =>
      officer.all<Person>(`/api/people?on=${DAY}&search=${encodeURIComponent(row.name)}`);
    const given = (await found())[0]!.staffId;
    expect(await things.refusal(leader, OF_PERSON[0]!, { id: String(given) })).toMatch(/^200/);
    expect((await officer.ask('DELETE', promotion)).status).toBe(200);
    expect(await found()).toEqual([]);
    for (const client of [officer, manager, leader])
      await things.mustBeAsIfNotThere(client, OF_PERSON[0]!, 'id', { given });
    for (const client of [officer, manager])
      await things.mustBeAsIfNotThere(client, OF_PERSON[1]!, 'id', { given, body: REVEAL });
    await things.mustBeAsIfNotThere(officer, FORM_OF_PERSON, 'person', { given, body: TAKING });
  });
});

describe('a batch of rosters', () => {
  it('is its sender’s and the province’s, for others as if there were none', async () => {
    const faulty = await rosterFile('ban-giao.xlsx', [{ unit: 'Xã Không Có', position: 'Thợ' }]);
    const sent = await manager.upload<Batch>([faulty], { asOf: DAY });
    expect(sent.status).toBe(201);
    const [byOperator] = (await officer.get<Batch[]>('/api/imports')).filter(
      ({ id }) => id !== sent.body.id,
    );
    for (const route of OF_BATCH) {
      const body = /\/marked$|\.xlsx$/.test(route) ? TAKING : undefined;
      await things.mustBeAsIfNotThere(manager, route, 'id', { given: byOperator!.id, body });
      await things.mustBeAsIfNotThere(party, route, 'id', { given: sent.body.id, body });
      await things.mustBeAsIfNotThere(leader, route, 'id', { given: sent.body.id, body });
    }
    for (const [route, body] of REPAIRS_BATCH) {
      await things.mustBeAsIfNotThere(manager, route, 'id', { given: byOperator!.id, body });
      await things.mustBeAsIfNotThere(party, route, 'id', { given: sent.body.id, body });
      await things.mustBeAsIfNotThere(leader, route, 'id', { given: sent.body.id, body });
    }
    const ids = async (client: Client): Promise<number[]> =>
      (await client.get<Batch[]>('/api/imports')).map(({ id }) => id);
    expect(await ids(manager)).toEqual([sent.body.id]);
    expect(await ids(party)).toEqual([]);
    for (const client of [manager, officer])
      expect(await things.refusal(client, OF_BATCH[2]!, { id: String(sent.body.id) })).toMatch(
        /^422/,
      );
  });
});

describe('a plan', () => {
  it('that is a draft is for others than the officer as if there were none', async () => {
    const run = draft.runs[0]!.id;
    const job = await askForRun(officer, draft.id, { kind: 'baseline' });
    await until(officer, job);
    draft = await officer.get<Scenario>(`/api/scenarios/${draft.id}`);
    for (const client of [leader, manager, party]) {
      for (const route of OF_SCENARIO) {
        const body = route.startsWith('POST') ? TAKING : undefined;
        await things.mustBeAsIfNotThere(client, route, 'id', { given: draft.id, body });
      }
      const [answers, said] = ANSWERS_SCENARIO;
      await things.mustBeAsIfNotThere(client, answers, 'id', { given: draft.id, body: said });
      for (const route of OF_RUN) {
        const body = route.startsWith('POST') ? TAKING : undefined;
        await things.mustBeAsIfNotThere(client, route, 'run', { given: run, body });
      }
      for (const route of OF_RUNS) {
        const body = route.startsWith('POST') ? TAKING : undefined;
        await things.mustBeAsIfNotThere(client, route, 'runs', { given: run, body });
      }
      await things.mustBeAsIfNotThere(client, 'GET /api/runs/{id}/proposals', 'id', { given: run });
      for (const route of OF_JOB)
        await things.mustBeAsIfNotThere(client, route, 'id', { given: job.id });
      expect(await client.get('/api/jobs')).toEqual([]);
      const seen = await client.get<Scenario[]>('/api/scenarios');
      expect(seen.map(({ id, runs }) => [id, runs.length])).toEqual([
        [applied.id, applied.runs.length],
      ]);
    }
  });

  it('is changed by the officer of the province only, whatever it is', async () => {
    for (const [route, body] of WRITES_SCENARIO) {
      for (const client of [leader, manager, party]) {
        await things.mustBeAsIfNotThere(client, route, 'id', { given: draft.id, body });
        await things.mustBeAsIfNotThere(client, route, 'id', { given: applied.id, body });
      }
      expect(await things.refusal(officer, route, { id: NOWHERE }, body)).toMatch(/^404/);
    }
    expect(await officer.get(`/api/scenarios/${draft.id}`)).toEqual(draft);
    expect(await officer.get(`/api/scenarios/${applied.id}`)).toEqual(applied);
  });

  it('is asked about by the officer of the province only', async () => {
    const given = draft.runs[0]!.id;
    for (const [route, body] of ASKS_RUN) {
      for (const client of [leader, manager, party])
        await things.mustBeAsIfNotThere(client, route, 'id', { given, body });
      expect(await things.refusal(officer, route, { id: NOWHERE }, body)).toMatch(/^404/);
    }
  });

  it('that is applied shows a leader the lines of the own commune, and no other', async () => {
    const own = ids(people.own);
    const lines = (client: Client, more: string) =>
      client.all<Proposal>(`/api/runs/${applied.runs[0]!.id}/proposals?${more}`, 5000);
    const mine = await lines(leader, '');
    const isMine = ({ staffId, communeCode }: Proposal): boolean =>
      own.has(staffId) || communeCode === OWN;
    expect(mine.length).toBeGreaterThan(20);
    expect(mine).toEqual((await lines(officer, '')).filter(isMine));
    for (const commune of [SIBLING, PROVINCE, OTHER_PROVINCE, 'khong-co'])
      expect((await lines(leader, `commune=${commune}`)).filter((line) => !isMine(line))).toEqual(
        [],
      );
    const [stranger] = people.far;
    const search = encodeURIComponent(stranger!.fullName);
    const found = await lines(leader, `search=${search}`);
    expect(found.filter((line) => !isMine(line))).toEqual([]);
  });
});

describe('figures', () => {
  const sources = (): string[] => [`on=${DAY}`, `run=${applied.runs[0]!.id}`];

  it('are of the own commune only', async () => {
    for (const source of sources()) {
      const cells = await leader.get<{ communeCode: string }[]>(`/api/gap/cells?${source}`);
      expect(new Set(cells.map(({ communeCode }) => communeCode))).toEqual(new Set([OWN]));
      const { communes, total } = await leader.get<{
        communes: { communeCode: string; people: number }[];
        total: { people: number };
      }>(`/api/gap/summary?${source}&block=all`);
      const others = communes.filter(({ communeCode, people: n }) => communeCode !== OWN && n > 0);
      expect(others).toEqual([]);
      expect(total.people).toBe(people.own.length);
    }
    for (const path of ['seats', 'norms']) {
      const rows = await leader.get<{ unitCode: string }[]>(`/api/${path}?on=${DAY}`);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter(({ unitCode }) => !unitCode.startsWith(OWN))).toEqual([]);
    }
  });

  it('name no person behind a cell of another commune', async () => {
    const behind = (client: Client, source: string, commune: string, position: string) =>
      client.get<{ items: { staffId: number }[] }>(
        `/api/gap/people?${source}&commune=${commune}&position=${position}`,
      );
    const { positionCode } = people.own.find(({ positionCode: code }) =>
      people.sibling.some((person) => person.positionCode === code),
    )!;
    for (const source of sources()) {
      for (const commune of [SIBLING, PROVINCE, OTHER_PROVINCE, 'khong-co'])
        expect((await behind(leader, source, commune, positionCode)).items).toEqual([]);
      expect((await behind(officer, source, SIBLING, positionCode)).items).not.toEqual([]);
      const { items } = await behind(leader, source, OWN, positionCode);
      expect(items.length).toBeGreaterThan(0);
      expect([...ids(items)].filter((id) => !ids(people.own).has(id))).toEqual([]);
    }
  });

  it('leave in workbooks with the rows of the own commune only', async () => {
    const run = applied.runs[0]!.id;
    const lines = await leader.all<Proposal>(`/api/runs/${run}/proposals?`, 5000);
    const names = (client: Client): Promise<Set<string>> =>
      textsIn(client, `/api/reports/plan.xlsx?run=${run}`);
    const [mine, all] = [await names(leader), await names(officer)];
    const wanted = new Set(lines.map(({ fullName }) => fullName));
    const others = [...new Set(people.far.map(({ fullName }) => fullName))];
    expect([...wanted].filter((name) => !mine.has(name))).toEqual([]);
    expect(others.filter((name) => mine.has(name) && !wanted.has(name))).toEqual([]);
    expect(others.filter((name) => !all.has(name))).toEqual([]);
  });
});

async function textsIn(client: Client, path: string): Promise<Set<string>> {
  const { sheets } = await readWorkbook((await client.bytes(path, TAKING)).bytes);
  return new Set(
    sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => [...cells.values()].map(({ text }) => text)),
    ),
  );
}

describe('an account', () => {
  it('is nobody’s but the administrator’s, whether it is there or not', async () => {
    const [account] = await administrator.get<{ id: number }[]>('/api/accounts');
    for (const [route, body] of OF_ACCOUNT) {
      for (const client of [officer, leader])
        await things.mustBeAsIfNotThere(client, route, 'id', { given: account!.id, body });
      expect(await things.refusal(administrator, route, { id: NOWHERE }, body)).toMatch(/^404/);
    }
  });
});

/** Names of the titles that the Party committee manages, of all days: a plan not applied yet names nobody in them. */
async function managedTitles(): Promise<ReadonlySet<string>> {
  const days = ['2025-06-30', DAY].map((on) =>
    officer.get<{ name: string; partyManaged: boolean }[]>(`/api/positions?on=${on}`),
  );
  const positions = (await Promise.all(days)).flat();
  return new Set(positions.filter((each) => each.partyManaged).map(({ name }) => name));
}

describe('once a draft is submitted', () => {
  it('a leader sees who comes and who of the own people goes, until it is taken back', async () => {
    const move = async (to: string): Promise<void> => {
      const { version } = await officer.get<Scenario>(`/api/scenarios/${draft.id}`);
      const sent = await officer.ask('POST', `/api/scenarios/${draft.id}/state`, { to, version });
      expect(sent.status).toBe(200);
    };
    const run = draft.runs[0]!.id;
    const path = `/api/runs/${run}/proposals?`;
    await move('submitted');
    const own = ids(people.own);
    const mine = await leader.all<Proposal>(path, 5000);
    const all = await officer.all<Proposal>(path, 5000);
    const { closed } = await leader.get<{ closed: number }>(path);
    // Whoever comes by one run of the plan is seen in every run of it; a run by seniority is there to be compared only.
    const coming = new Set<number>();
    for (const { id } of draft.runs.filter(({ kind }) => kind !== 'seniority'))
      for (const line of await officer.all<Proposal>(`/api/runs/${id}/proposals?`, 5000))
        if (line.communeCode === OWN) coming.add(line.staffId);
    const wanted = all.filter(({ staffId }) => own.has(staffId) || coming.has(staffId));
    const seen = ids(mine);
    const managed = await managedTitles();
    const unseen = wanted.filter(({ staffId }) => !seen.has(staffId));
    expect(mine).toEqual(wanted.filter(({ staffId }) => seen.has(staffId)));
    expect(unseen).toHaveLength(closed);
    for (const { oldPositionName, positionName } of unseen)
      expect([managed.has(oldPositionName), managed.has(positionName ?? '')]).toContain(true);
    expect(mine.some(({ staffId }) => !own.has(staffId))).toBe(true);
    expect(mine.length).toBeLessThan(all.length / 4);
    for (const [route, body] of WRITES_SCENARIO)
      await things.mustBeAsIfNotThere(leader, route, 'id', { given: draft.id, body });
    await move('draft');
    for (const route of OF_SCENARIO) {
      const body = route.startsWith('POST') ? TAKING : undefined;
      await things.mustBeAsIfNotThere(leader, route, 'id', { given: draft.id, body });
    }
    await things.mustBeAsIfNotThere(leader, 'GET /api/runs/{id}/proposals', 'id', { given: run });
  });
});
