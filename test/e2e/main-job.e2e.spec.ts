import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { startProgram, type Program } from '../support/program.js';
import { approve } from './approve.js';
import { Client, problemIn, VIETNAMESE } from './client.js';
import { rosterFile } from '../support/demo-sources-roster.js';
import type {
  Applied,
  Batch,
  Cell,
  Person,
  Proposal,
  Run,
  Scenario,
  Summary,
  Unit,
} from './shapes.js';

const EVE = '2025-06-30';
const DAY = '2025-07-01';

/** What the province published and what the demo assumes (data/demo/figures.json). */
const PEOPLE = 3567;
const REMAINING = 2952;
const OVER_NORM = 98;
const SHORTAGE = 240;
const SHORTAGE_BY_FIELD = {
  it: 60,
  'industry-trade': 38,
  education: 36,
  transport: 34,
  land: 30,
  construction: 26,
};

let program: Program;
let client: Client;
/** Another officer, who approves what the first submits. */
let second: Client;

beforeAll(async () => {
  program = await startProgram();
  client = new Client(program.url);
  second = new Client(program.url, 'phoso');
}, 180_000);

afterAll(() => program?.stop());

const scenarios = (): Promise<Scenario[]> => client.get('/api/scenarios');

async function scenarioCalled(start: string): Promise<Scenario> {
  const found = (await scenarios()).find((each) => each.name.startsWith(start));
  if (found === undefined) throw new Error(`no scenario is called ${start}`);
  return found;
}

const asItWas = (): Promise<Scenario> => scenarioCalled('Theo nguyên trạng');
const couldHaveBeen = (): Promise<Scenario> => scenarioCalled('Bố trí tối ưu');

function runOf(scenario: Scenario, kind: Run['kind']): Run {
  const run = scenario.runs.find((each) => each.kind === kind);
  if (run === undefined) throw new Error(`${scenario.name} has no run ${kind}`);
  return run;
}

/** Lines never change once a run is stored. */
const linesOf = new Map<number, Promise<Proposal[]>>();

function lines({ id }: Run): Promise<Proposal[]> {
  const known = linesOf.get(id) ?? client.all<Proposal>(`/api/runs/${id}/proposals?`, 5000);
  linesOf.set(id, known);
  return known;
}

const cells = (source: string): Promise<Cell[]> => client.get(`/api/gap/cells?${source}`);
const summary = (source: string): Promise<Summary> =>
  client.get(`/api/gap/summary?${source}&block=all`);
const units = (on: string, level: string): Promise<Unit[]> =>
  client.get(`/api/units?on=${on}&level=${level}`);
const people = (on: string): Promise<Person[]> => client.all(`/api/people?on=${on}`);

function government(of: Summary): Summary['blocks'][number] {
  const found = of.blocks.find((each) => each.block === 'government');
  if (found === undefined) throw new Error('no government block');
  return found;
}

/** Everything that the program tells of a day. */
async function registry(on: string) {
  const all = await Promise.all(
    ['province', 'district', 'commune', 'division'].map((level) => units(on, level)),
  );
  return { units: all.flat(), people: await people(on), cells: await cells(`on=${on}`) };
}

/** A unit without its end: that lies after the day. */
function stillOpen(unit: Unit): Unit {
  return { ...unit, endsOn: null };
}

describe('the demo', () => {
  it('stands ready with two proven scenarios, one applied and one a draft', async () => {
    const [first, second] = await scenarios();
    expect(first).toMatchObject({ state: 'applied', effectiveOn: DAY, rulesOn: '2026-01-01' });
    expect(second).toMatchObject({ state: 'draft', effectiveOn: DAY, rulesOn: '2026-01-01' });
    const baseline = runOf(first!, 'baseline');
    expect(baseline).toMatchObject({ status: 'optimal', proven: true });
    expect(baseline.levels['moved']).toBe(0);
    expect(first!.chosenRunId).toBe(baseline.id);
    expect(runOf(second!, 'best')).toMatchObject({ status: 'optimal', proven: true });
    expect(await scenarios()).toHaveLength(2);
  });

  it('promoted one batch of ten workbooks, counted in the database', async () => {
    const batches = await client.get<(Batch & { files: string[] })[]>('/api/imports');
    expect(batches).toHaveLength(1);
    expect(batches[0]!.files).toHaveLength(10);
    expect(batches[0]).toMatchObject({
      state: 'promoted',
      rows: PEOPLE,
      people: PEOPLE,
      added: PEOPLE,
      changed: 0,
      unchanged: 0,
      errors: 0,
    });
  });

  it('has 129 communes in 10 districts and 3,567 people on the eve', async () => {
    expect(await units(EVE, 'commune')).toHaveLength(129);
    expect(await units(EVE, 'district')).toHaveLength(10);
    expect(await units(EVE, 'division')).toHaveLength(0);
    const staff = await people(EVE);
    expect(staff).toHaveLength(PEOPLE);
    expect(new Set(staff.map((person) => person.staffId)).size).toBe(PEOPLE);
  });

  it('has 45 communes, no district and 2,952 people from the day on', async () => {
    for (const day of [DAY, '2026-06-01']) {
      expect(await units(day, 'commune')).toHaveLength(45);
      expect(await units(day, 'district')).toHaveLength(0);
      expect(await people(day)).toHaveLength(REMAINING);
    }
  });

  it('finds names without their diacritics and with them', async () => {
    const staff = await people(EVE);
    const { fullName } = staff.find((person) => /[Đđ]/.test(person.fullName))!;
    const plain = fullName
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/Đ/g, 'D')
      .toLowerCase();
    expect(plain).toMatch(/^[a-z ]+$/);
    for (const search of [plain, fullName]) {
      const found = await client.all<Person>(
        `/api/people?on=${EVE}&search=${encodeURIComponent(search)}`,
      );
      expect(found.map((person) => person.fullName)).toContain(fullName);
      expect(found.length).toBeLessThan(PEOPLE);
    }
    const none = await client.all<Person>(`/api/people?on=${EVE}&search=khong%20ai%20ten%20the`);
    expect(none).toEqual([]);
  });

  it('shows which old unit became which, every person carried and nobody lost', async () => {
    const { id } = await asItWas();
    const merger = await client.get<{
      createdUnits: number;
      closedUnits: number;
      communes: { people: number; oldUnits: { code: string }[] }[];
      breaches: { severity: string }[];
    }>(`/api/scenarios/${id}/merger`);
    expect(merger).toMatchObject({ createdUnits: 45, closedUnits: 139 });
    const old = merger.communes.flatMap((commune) => commune.oldUnits.map((unit) => unit.code));
    expect(old).toHaveLength(129);
    expect(new Set(old).size).toBe(129);
    expect(merger.communes.reduce((sum, commune) => sum + commune.people, 0)).toBe(PEOPLE);
    expect(merger.breaches.filter((breach) => breach.severity === 'error')).toEqual([]);
  });
});

describe('the gap', () => {
  it('is 98 over the norm and 240 short in the government block, from the run and from the registry', async () => {
    const { id } = runOf(await asItWas(), 'baseline');
    for (const source of [`run=${id}`, `on=${DAY}`]) {
      const figures = await summary(source);
      expect(government(figures)).toMatchObject({
        headcount: 1633,
        overNorm: OVER_NORM,
        shortage: SHORTAGE,
      });
      const fields = figures.fields.filter((field) => field.block === 'government');
      const short = Object.fromEntries(
        fields.map((field): [string, number] => [field.fieldCode ?? '', field.shortage]),
      );
      expect(short).toMatchObject(SHORTAGE_BY_FIELD);
      const others = fields
        .filter(({ fieldCode }) => !Object.hasOwn(SHORTAGE_BY_FIELD, fieldCode ?? ''))
        .reduce((sum, { shortage }) => sum + shortage, 0);
      expect(others).toBe(16);
    }
  });

  it('is the same in the run and in the registry, in every cell, block, field, zone and commune', async () => {
    const { id } = runOf(await asItWas(), 'baseline');
    const inRun = await cells(`run=${id}`);
    expect(inRun.length).toBeGreaterThan(45 * 20);
    expect(await cells(`on=${DAY}`)).toEqual(inRun);
    const figures = await summary(`run=${id}`);
    expect(await summary(`on=${DAY}`)).toEqual(figures);
    expect(figures.communes).toHaveLength(45);
    expect(figures.blocks.reduce((sum, block) => sum + block.headcount, 0)).toBe(REMAINING);
  });

  it('has surplus less vacant equal to people less seats in every cell, and its sums in the summary', async () => {
    for (const scenario of await scenarios()) {
      for (const run of scenario.runs) {
        const all = await cells(`run=${run.id}`);
        for (const cell of all) {
          expect(cell.surplus - cell.vacant).toBe(cell.people - cell.seats);
          expect(cell.seated).toBeLessThanOrEqual(cell.seats);
          expect(cell.shortage).toBe(Math.max(0, cell.vacant + cell.misfit - cell.cover));
        }
        const sum = (of: (cell: Cell) => number, where: (cell: Cell) => boolean): number =>
          all.filter(where).reduce((total, cell) => total + of(cell), 0);
        const figures = await summary(`run=${run.id}`);
        for (const figure of ['seats', 'people', 'surplus', 'vacant', 'shortage'] as const) {
          expect(figures.total[figure]).toBe(
            sum(
              (cell) => cell[figure],
              () => true,
            ),
          );
          for (const block of figures.blocks)
            expect(block[figure]).toBe(
              sum(
                (cell) => cell[figure],
                (cell) => cell.block === block.block,
              ),
            );
        }
      }
    }
  });

  it('names the people behind a cell, as many as the cell says', async () => {
    const { id } = runOf(await asItWas(), 'baseline');
    const all = await cells(`run=${id}`);
    const over = all.find((cell) => cell.surplus > 1 && cell.seated > 0)!;
    const unqualified = all.find((cell) => cell.misfit > 0)!;
    for (const { communeCode, positionCode, people: count, seated } of [over, unqualified]) {
      for (const source of [`run=${id}`, `on=${DAY}`]) {
        const { items } = await client.get<{ items: { seated: boolean }[] }>(
          `/api/gap/people?${source}&commune=${communeCode}&position=${positionCode}`,
        );
        expect(items).toHaveLength(count);
        expect(items.filter((person) => person.seated)).toHaveLength(seated);
      }
    }
  });
});

describe('the best placement', () => {
  it('repairs at least 150 of the 240 and leaves at least 30, over the norm by as many people as before', async () => {
    const { id } = runOf(await couldHaveBeen(), 'best');
    const { shortage, overNorm } = government(await summary(`run=${id}`));
    expect(SHORTAGE - shortage).toBeGreaterThanOrEqual(150);
    expect(shortage).toBeGreaterThanOrEqual(30);
    expect(overNorm).toBe(OVER_NORM);
  });

  it('is no worse than the baseline at the first level where they differ', async () => {
    const baseline = runOf(await asItWas(), 'baseline').levels;
    const best = runOf(await couldHaveBeen(), 'best').levels;
    const levels = ['requiredUnfilled', 'withoutSeat', 'fit', 'wishes', 'distanceKm'];
    const first = levels.find((level) => baseline[level] !== best[level])!;
    expect(best[first]).toBeLessThan(baseline[first]!);
  });

  it('gives every person one line with a reason in words', async () => {
    for (const scenario of await scenarios()) {
      const [run] = scenario.runs;
      const all = await lines(run!);
      expect(all).toHaveLength(PEOPLE);
      expect(new Set(all.map((line) => line.staffId)).size).toBe(PEOPLE);
      expect(all.filter((line) => line.outcome === 'leaving')).toHaveLength(PEOPLE - REMAINING);
      const unexplained = all.filter(
        ({ reason }) => !VIETNAMESE.test(reason) || /undefined|null|NaN|\[object/.test(reason),
      );
      expect(unexplained).toEqual([]);
      const lost = all.filter(
        (line) => (line.outcome === 'leaving') !== (line.communeCode === null),
      );
      expect(lost).toEqual([]);
      const seated = all.filter((line) => line.outcome === 'seated').length;
      const { total } = await summary(`run=${run!.id}`);
      expect(seated).toBe(total.seated);
    }
  });

  it('is searched by outcome, commune and name without diacritics', async () => {
    const run = runOf(await couldHaveBeen(), 'best');
    const path = `/api/runs/${run.id}/proposals`;
    const surplus = (await lines(run)).filter((line) => line.outcome === 'surplus');
    expect(surplus).toHaveLength((await summary(`run=${run.id}`)).total.surplus);
    const { communeCode } = surplus[0]!;
    const here = await client.all<Proposal>(`${path}?outcome=surplus&commune=${communeCode}`);
    expect(here).toEqual(surplus.filter((line) => line.communeCode === communeCode));
    const { staffId, personKey } = surplus[0]!;
    expect(personKey).toMatch(/^•{9}\d{3}$/);
    const number = await numberOf(staffId);
    const headers = { 'x-personal-number': number };
    const byNumber = await client.request<{ items: Proposal[] }>(path, { headers });
    expect(byNumber.body.items.map((line) => line.staffId)).toEqual([staffId]);
    const inAddress = await client.refusal(400, 'GET', `${path}?search=${number}`);
    expect(inAddress.detail).toContain('địa chỉ');
    expect(JSON.stringify(inAddress)).not.toContain(number);
    const wrong = await client.request(path, { headers: { 'x-personal-number': '12345678' } });
    expect(problemIn(400, wrong).code).toBe('placement.personal-number');
    const found = await client.all<Proposal>(`${path}?search=lo%20van`);
    expect(found.length).toBeGreaterThan(0);
    for (const { fullName } of found) expect(fullName).toMatch(/Lò Văn|Lo Van|Lô Văn|Lộ Văn/);
  });
});

/** The personal number of somebody, opened as the page does it. */
async function numberOf(staffId: number): Promise<string> {
  const asked = { fields: 'personal_number', purpose: 'Tìm người theo số định danh' };
  const answer = await client.ask<{ values: { value: string }[] }>(
    'POST',
    `/api/people/${staffId}/reveals`,
    asked,
  );
  expect(answer.status).toBe(200);
  return answer.body.values[0]!.value;
}

describe('the workbooks', () => {
  it('come as downloads whose rows are the people of the run', async () => {
    const run = runOf(await couldHaveBeen(), 'best');
    const all = await lines(run);
    const surplus = all.filter((line) => line.outcome === 'surplus');
    expect(await namesIn(`/api/reports/plan.xlsx?run=${run.id}`)).toEqual(sortedNames(all));
    expect(await namesIn(`/api/reports/surplus.xlsx?run=${run.id}`)).toEqual(sortedNames(surplus));
    const gap = await client.bytes(`/api/reports/gap.xlsx?run=${run.id}`, TAKING);
    const { sheets } = await readWorkbook(gap.bytes);
    expect(sheets.length).toBeGreaterThan(0);
    expect(sheets.flatMap((sheet) => sheet.rows).length).toBeGreaterThan(45);
  });
});

/** What a workbook is taken for. */
const TAKING = { purpose: 'Kiểm tra phương án' };

/** Names in the rows of people: those with a number in the first column and a text in the second. */
async function namesIn(path: string): Promise<string[]> {
  const { headers, bytes } = await client.bytes(path, TAKING);
  expect(headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(headers.get('content-disposition')).toMatch(/^attachment; filename=.+\.xlsx/);
  const { sheets } = await readWorkbook(bytes);
  const names = sheets.flatMap((sheet) =>
    sheet.rows.flatMap(({ cells: [first, second] }) =>
      first?.column === 1 && first.kind === 'number' && second?.column === 2 ? [second.text] : [],
    ),
  );
  return names.filter((name) => !/^\(?\d+\)?$/.test(name)).sort();
}

function sortedNames(people: readonly Proposal[]): string[] {
  return people.map((line) => line.fullName).sort();
}

describe('the states of a scenario', () => {
  it('lead from draft to submitted and back, each step under the version that was seen', async () => {
    const draft = await couldHaveBeen();
    const path = `/api/scenarios/${draft.id}/state`;
    const move = (to: string, version: number) =>
      client.ask<Scenario>('POST', path, { to, version });
    const submitted = await move('submitted', draft.version);
    expect(submitted).toMatchObject({ status: 200, body: { state: 'submitted' } });
    expect(submitted.body.version).toBeGreaterThan(draft.version);
    const stale = await client.refusal(409, 'POST', path, { to: 'draft', version: draft.version });
    expect(stale.code).toBe('scenario.changed-meanwhile');
    const back = await move('draft', submitted.body.version);
    expect(back).toMatchObject({ status: 200, body: { state: 'draft' } });
    const wrong = await client.refusal(422, 'POST', path, {
      to: 'approved',
      version: back.body.version,
    });
    expect(wrong.code).toBe('scenario.state-may-not-follow');
    expect(await couldHaveBeen()).toMatchObject({ state: 'draft', version: back.body.version });
  });

  it('keep an applied scenario from being moved or run again by hand', async () => {
    const { id, version } = await asItWas();
    const path = `/api/scenarios/${id}`;
    const moved = await client.refusal(422, 'POST', `${path}/state`, { to: 'draft', version });
    expect(moved.code).toBe('scenario.state-may-not-follow');
    const run = await client.refusal(422, 'POST', `${path}/runs`, { kind: 'best' });
    expect(run.code).toBe('placement.scenario-is-closed');
  });
});

describe('applying', () => {
  const apply = (scenario: Scenario, more: object = {}) =>
    client.ask<Applied>('POST', `/api/scenarios/${scenario.id}/application`, {
      version: scenario.version,
      ...more,
    });
  const takeBack = (scenario: Scenario) =>
    client.ask<Applied>('DELETE', `/api/scenarios/${scenario.id}/application`, {
      version: scenario.version,
    });

  it('twice is a no-op that says so', async () => {
    const before = await asItWas();
    const answer = await apply(before);
    expect(answer).toMatchObject({
      status: 200,
      body: { state: 'applied', applied: false, version: before.version },
    });
    expect(answer.body.message).toContain('đã được áp dụng từ trước');
    expect(await asItWas()).toEqual(before);
    expect(await people(DAY)).toHaveLength(REMAINING);
  });

  it('is refused to a draft, and whoever submits does not approve', async () => {
    const draft = await couldHaveBeen();
    const path = `/api/scenarios/${draft.id}/application`;
    const refused = await client.refusal(422, 'POST', path, { version: draft.version });
    expect(refused.code).toBe('decision.not-approved');
    await expect(
      approve({ officer: client, second: client }, draft.id, runOf(draft, 'best').id),
    ).rejects.toThrow('approval.second-person');
    const { version } = await couldHaveBeen();
    const body = { to: 'draft', version };
    expect(await client.ask('POST', `/api/scenarios/${draft.id}/state`, body)).toMatchObject({
      status: 200,
    });
  });

  it('is refused to a second scenario while the first stands, and nothing is written', async () => {
    const draft = await couldHaveBeen();
    const path = `/api/scenarios/${draft.id}`;
    const best = runOf(draft, 'best').id;
    const version = await approve({ officer: client, second }, draft.id, best);
    const before = await registry(DAY);
    const refused = await client.refusal(409, 'POST', `${path}/application`, {
      version,
      runId: best,
    });
    expect(refused.code).toBe('decision.units-merged-already');
    expect(refused.detail).toContain('139 trong 139 đơn vị');
    expect(await registry(DAY)).toEqual(before);
    expect(await couldHaveBeen()).toMatchObject({ state: 'approved', version });
  });

  it('can be taken back to exactly the registry of before, and done again to exactly the same', async () => {
    const [eve, day] = [await registry(EVE), await registry(DAY)];
    const taken = await takeBack(await asItWas());
    expect(taken).toMatchObject({ status: 200, body: { state: 'approved', applied: false } });

    const eveWithout = await registry(EVE);
    expect(eveWithout).toEqual({ ...eve, units: eve.units.map(stillOpen) });
    expect(await registry(DAY)).toEqual(eveWithout);
    const twice = await client.refusal(
      422,
      'DELETE',
      `/api/scenarios/${taken.body.scenarioId}/application`,
      { version: taken.body.version },
    );
    expect(twice.code).toBe('decision.not-applied');

    const applied = await apply(await asItWas());
    expect(applied).toMatchObject({ status: 200, body: { state: 'applied', applied: true } });
    expect(await registry(EVE)).toEqual(eve);
    expect(await registry(DAY)).toEqual(day);
  });

  it('puts the best placement into the registry with the figures of its run', async () => {
    const best = runOf(await couldHaveBeen(), 'best');
    await takeBack(await asItWas());
    const applied = await apply(await couldHaveBeen(), { runId: best.id });
    expect(applied).toMatchObject({ status: 200, body: { applied: true } });
    expect(await cells(`on=${DAY}`)).toEqual(await cells(`run=${best.id}`));
    expect(await people(DAY)).toHaveLength(REMAINING);
    await takeBack(await couldHaveBeen());
    expect(await apply(await asItWas())).toMatchObject({ body: { applied: true } });
  });

  it('cannot be taken back once a roster stands on a new unit, and the refusal says what does', async () => {
    const [unit] = await units(DAY, 'commune');
    const position = 'Chuyên viên về khoa học, công nghệ, chuyển đổi số';
    const file = await rosterFile('mot-nguoi.xlsx', [
      { number: '011085999999', unit: unit!.name, position, major: 'Công nghệ thông tin' },
    ]);
    const { body: batch } = await client.upload<Batch>([file], { asOf: '2025-08-01' });
    expect(batch).toMatchObject({ state: 'staged', rows: 1, errors: 0 });
    const promoted = await client.ask<Batch>('POST', `/api/imports/${batch.id}/promotion`);
    expect(promoted.body).toMatchObject({ state: 'promoted', added: 1, people: 1 });
    expect(await people('2025-08-01')).toHaveLength(REMAINING + 1);

    const before = await asItWas();
    const path = `/api/scenarios/${before.id}/application`;
    const refused = await client.refusal(409, 'DELETE', path, { version: before.version });
    expect(refused).toMatchObject({ code: 'decision.stands-on' });
    expect(refused.detail).toContain('1 vị trí công tác đã được ghi sau đó tại các đơn vị mới');
    expect(await asItWas()).toEqual(before);
    expect(await people(DAY)).toHaveLength(REMAINING);
  });
});

describe('a copy of a scenario', () => {
  it('is a draft on the same facts, under a name of its own', async () => {
    const source = await asItWas();
    const path = `/api/scenarios/${source.id}/copies`;
    const made = await client.ask<Scenario>('POST', path, { name: 'Thử ghim người khác' });
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'draft', description: '', factsHash: source.factsHash, runs: [] },
    });
    expect(await scenarioCalled('Thử ghim')).toEqual(made.body);
    const taken = await client.refusal(409, 'POST', path, { name: source.name });
    expect(taken.code).toBe('scenario.name-taken');
  });
});

describe('the HTTP face', () => {
  it('serves the page under a content policy of default-src self', async () => {
    for (const path of ['/', '/api/health', '/api/nothing-here']) {
      const { headers } = await client.ask('GET', path);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy.split(';').map((rule) => rule.trim())).toContain("default-src 'self'");
      expect(policy).not.toContain('unsafe');
    }
    const { status, headers } = await client.ask('GET', '/gap');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('text/html');
  });

  it('describes itself at /api/docs and /api/docs-json as docs/openapi.json says', async () => {
    const docs = await client.ask<string>('GET', '/api/docs');
    expect(docs.status).toBe(200);
    expect(docs.body).toContain('swagger-ui');
    const served = await client.get<object>('/api/docs-json');
    const kept: unknown = JSON.parse(
      await readFile(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
    );
    expect(served).toEqual(kept);
  });

  it.each([
    [404, 'http.404', 'GET', '/api/nothing-here', undefined],
    [404, 'http.404', 'GET', '/api/reports/nothing.xlsx?run=1', undefined],
    [404, 'scenario.unknown', 'GET', '/api/scenarios/9999', undefined],
    [404, 'placement.no-run', 'GET', '/api/runs/9999/proposals', undefined],
    [404, 'gap.unknown-run', 'GET', '/api/gap/cells?run=9999', undefined],
    [404, 'report.unknown-run', 'POST', '/api/reports/plan.xlsx?run=9999', TAKING],
    [400, 'http.400', 'POST', '/api/reports/plan.xlsx?run=1', {}],
    [400, 'http.400', 'POST', '/api/reports/plan.xlsx?run=1&purpose=trong+dia+chi', TAKING],
    [404, 'roster.no-batch', 'GET', '/api/imports/9999', undefined],
    [404, 'roster.no-batch', 'POST', '/api/imports/9999/promotion', undefined],
    [404, 'site.no-boundaries', 'GET', '/api/boundaries/99', undefined],
    [404, 'site.no-boundaries', 'GET', '/api/boundaries/..%2F..%2Fpackage.json', undefined],
    [400, 'gap.run-or-day', 'GET', '/api/gap/cells', undefined],
    [400, 'http.400', 'GET', '/api/units', undefined],
    [400, 'http.400', 'GET', '/api/units?on=01/07/2025', undefined],
    [400, 'http.400', 'GET', '/api/gap/cells?run=x', undefined],
    [400, 'http.400', 'GET', '/api/units?on=2025-02-30', undefined],
    [400, 'http.400', 'GET', '/api/gap/cells?on=2025-02-30', undefined],
    [400, 'http.400', 'GET', '/api/units?on=2025-07-01&colour=red', undefined],
    [400, 'http.400', 'GET', '/api/people?on=2025-07-01&search=%00', undefined],
    [400, 'http.400', 'GET', '/api/people?on=2025-07-01&offset=-1', undefined],
    [400, 'http.400', 'GET', '/api/people?on=2025-07-01&offset=99999999999999999999', undefined],
    [400, 'http.400', 'GET', '/api/runs/1/proposals?outcome=lost', undefined],
    [400, 'request.id', 'GET', '/api/scenarios/abc', undefined],
    [400, 'request.id', 'GET', '/api/scenarios/99999999999999999999', undefined],
    [400, 'http.400', 'POST', '/api/scenarios/1/runs', { kind: 'fastest' }],
    [400, 'http.400', 'POST', '/api/scenarios/1/copies', { name: '' }],
    [404, 'scenario.unknown', 'POST', '/api/scenarios/9999/copies', { name: 'Bản sao' }],
    [400, 'http.400', 'POST', '/api/scenarios/1/state', { to: 'gone', version: 1 }],
    [400, 'http.400', 'POST', '/api/scenarios/1/application', { version: 'x' }],
  ])('refuses with %d %s: %s %s', async (status, code, method, path, body) => {
    expect(await client.refusal(status, method, path, body)).toMatchObject({ code });
  });

  it('refuses an upload over the limit with 413', async () => {
    const file = { name: 'lon.xlsx', bytes: new Uint8Array(26 * 1024 * 1024) };
    const answer = await client.upload([file], { asOf: EVE });
    expect(problemIn(413, answer).detail).toContain('dung lượng');
  });
});
