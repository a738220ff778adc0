import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationService, type Applied } from '../../src/decision/application.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import {
  openApp,
  registryDump,
  SMALL_ACTOR,
  smallJob,
  trail,
} from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster } from '../support/demo-sources-roster.js';
import { approved } from '../support/approved.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const EVE = '2025-06-30';
const DAY = '2025-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const scenario = (id: number): Promise<Scenario> => app.get(ScenarioService).get(SMALL_ACTOR, id);
const dump = () => registryDump(database);

async function move(id: number, to: 'draft' | 'withdrawn'): Promise<void> {
  const { version } = await scenario(id);
  await app.get(ScenarioService).move(SMALL_ACTOR, { id, to, version });
}

/** @param more the run; by default the newest baseline. */
async function apply(scenarioId: number, more: { runId?: number } = {}): Promise<Applied> {
  const { version } = await scenario(scenarioId);
  return app.get(ApplicationService).apply(SMALL_ACTOR, { scenarioId, version, ...more });
}

async function takeBack(scenarioId: number): Promise<Applied> {
  const { version } = await scenario(scenarioId);
  return app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId, version });
}

const asItWas = (): number => job.asItWas.scenario.id;
const couldHaveBeen = (): number => job.couldHaveBeen.id;

describe('the whole job', () => {
  it('leaves an entry in the trail for every act, in order', async () => {
    expect(await trail(database)).toEqual([
      { action: 'law.loaded', subject: 'law' },
      { action: 'registry.loaded', subject: 'province/12' },
      { action: 'roster.staged', subject: `batch/${job.batch.id}` },
      { action: 'roster.promoted', subject: `batch/${job.batch.id}` },
      { action: 'scenario.created', subject: `scenario/${asItWas()}` },
      { action: 'scenario.copied', subject: `scenario/${couldHaveBeen()}` },
      { action: 'placement.run', subject: `run/${job.baseline.id}` },
      { action: 'scenario.moved', subject: `scenario/${asItWas()}` },
      { action: 'scenario.agreed', subject: `scenario/${asItWas()}` },
      { action: 'scenario.approved', subject: `scenario/${asItWas()}` },
      { action: 'scenario.applied', subject: `scenario/${asItWas()}` },
      { action: 'placement.run', subject: `run/${job.best.id}` },
      { action: 'placement.run', subject: `run/${job.seniority.id}` },
    ]);
  });

  it('keeps a trail that the application can neither change nor shorten', async () => {
    await expect(database.query(`UPDATE audit_entries SET actor = 'x'`)).rejects.toThrow();
    await expect(database.query('DELETE FROM audit_entries')).rejects.toThrow();
  });
});

describe('taking back', () => {
  it('gives the registry as it was before anything was applied', async () => {
    await takeBack(asItWas());
    const before = await dump();
    expect(before['units']!.map(({ code, ends_on: endsOn }) => [code, endsOn]).sort()).toEqual([
      ['12', null],
      ['90001', null],
      ['90002', null],
      ['901', null],
    ]);
    expect(before['unit_successions']).toEqual([]);
    expect(before['establishments']).toEqual([]);
    expect(before['norms']).toEqual([]);
    expect(before['postings']).toHaveLength(SMALL_PEOPLE.length);
    for (const posting of before['postings']!)
      expect(posting).toMatchObject({ starts_on: EVE, ends_on: null, source_kind: 'roster' });
    expect((await trail(database)).at(-1)).toEqual({
      action: 'scenario.taken-back',
      subject: `scenario/${asItWas()}`,
    });
    await apply(asItWas());
    await takeBack(asItWas());
    expect(await dump()).toEqual(before);
  });
});

describe('applying', () => {
  it('by two callers at once is done once; the other is told that it was done', async () => {
    const before = (await trail(database)).length;
    const { version } = await scenario(asItWas());
    const request = { scenarioId: asItWas(), version };
    const service = app.get(ApplicationService);
    const both = await Promise.all([
      service.apply(SMALL_ACTOR, request),
      service.apply(SMALL_ACTOR, request),
    ]);
    expect(both.map(({ applied }) => applied).sort()).toEqual([false, true]);
    const noOp = both.find(({ applied }) => !applied)!;
    expect(noOp.message).toContain('đã được áp dụng từ trước; không ghi gì thêm');
    expect(noOp.scenario.state).toBe('applied');
    const said = (await trail(database)).slice(before);
    expect(said.map(({ action }) => action)).toEqual(['scenario.applied']);
    const { postings } = await dump();
    expect(postings!.filter(({ starts_on: startsOn }) => startsOn === DAY)).toHaveLength(4);
  });

  it('again writes nothing, not even an entry in the trail', async () => {
    const [rows, said] = [await dump(), await trail(database)];
    expect(await apply(asItWas())).toMatchObject({ applied: false });
    expect(await dump()).toEqual(rows);
    expect(await trail(database)).toEqual(said);
  });

  it('a second plan for the same units is refused, naming how many were merged already', async () => {
    await approved(app, SMALL_ACTOR, { id: couldHaveBeen(), runId: job.best.id });
    const before = await dump();
    await expect(apply(couldHaveBeen(), { runId: job.best.id })).rejects.toMatchObject({
      code: 'decision.units-merged-already',
      message: expect.stringContaining('3 trong 3 đơn vị'),
    });
    expect(await dump()).toEqual(before);
    expect(await scenario(couldHaveBeen())).toMatchObject({ state: 'approved' });
    await takeBack(asItWas());
  });

  it('with a run of another scenario, or with none, is refused', async () => {
    const foreign = apply(couldHaveBeen(), { runId: job.baseline.id });
    await expect(foreign).rejects.toMatchObject({ code: 'decision.other-run' });
    const { id, version } = await app
      .get(ScenarioService)
      .copy(SMALL_ACTOR, { id: couldHaveBeen(), name: 'Chưa chạy', description: '' });
    const step = { id, to: 'submitted', version } as const;
    await expect(
      app.get(ScenarioService).move(SMALL_ACTOR, { ...step, runId: job.best.id }),
    ).rejects.toMatchObject({ code: 'scenario.no-run' });
    await expect(approved(app, SMALL_ACTOR, { id })).rejects.toMatchObject({
      code: 'decision.no-run',
    });
  });

  it.each([
    ['a seat of a position that nobody knows', 'seat', '{positionCode}'],
    ['a norm of a unit that nobody knows', 'norm', '{unitCode}'],
    ['a succession into a unit that nobody knows', 'succession', '{newCode}'],
  ])('leaves nothing when it fails half-way at %s', async (_what, kind, path) => {
    const [before, said] = [await dump(), await trail(database)];
    const spoil = `UPDATE scenario_facts SET fact = jsonb_set(fact, $3::text[], '"ZZ9"')
      WHERE scenario_id = $1 AND kind = $2 AND key = (
        SELECT min(key) FROM scenario_facts WHERE scenario_id = $1 AND kind = $2) RETURNING key`;
    const kept = await database.query<{ key: string; fact: unknown }[]>(
      'SELECT key, fact FROM scenario_facts WHERE scenario_id = $1 AND kind = $2 ORDER BY key LIMIT 1',
      [asItWas(), kind],
    );
    await database.query(spoil, [asItWas(), kind, path]);
    await expect(apply(asItWas())).rejects.toMatchObject({ code: 'decision.registry-moved' });
    expect(await dump()).toEqual(before);
    expect(await trail(database)).toEqual(said);
    expect(await scenario(asItWas())).toMatchObject({ state: 'approved' });
    await database.query(
      'UPDATE scenario_facts SET fact = $3 WHERE scenario_id = $1 AND kind = $2 AND key = $4',
      [asItWas(), kind, JSON.stringify(kept[0]!.fact), kept[0]!.key],
    );
  });

  it('writes the seats, norms, successions and postings of the plan', async () => {
    await apply(couldHaveBeen(), { runId: job.best.id });
    const { units, establishments, norms, unit_successions: successions, postings } = await dump();
    expect(units!.filter(({ ends_on: endsOn }) => endsOn === DAY)).toHaveLength(3);
    const created = units!.filter(({ starts_on: startsOn }) => startsOn === DAY);
    expect(created.map(({ code, name }) => [code, name]).sort()).toEqual([
      ['90001', 'Xã Bản Mới'],
      ['90001.VP', 'Văn phòng HĐND và UBND'],
      ['90001.VX', 'Phòng Văn hóa - Xã hội'],
    ]);
    expect(
      establishments!.map(({ position, seats, required }) => [position, seats, required]).sort(),
    ).toEqual([
      ['C6', 1, 1],
      ['O1', 2, 0],
    ]);
    expect(norms).toMatchObject([{ block: 'government', headcount: 3 }]);
    expect(successions).toHaveLength(3);
    const after = postings!.filter(({ starts_on: startsOn }) => startsOn === DAY);
    expect(after.map(({ position, seated }) => [position, seated]).sort()).toEqual([
      ['C6', true],
      ['O1', false],
      ['O1', true],
      ['O1', true],
    ]);
    await takeBack(couldHaveBeen());
    await move(couldHaveBeen(), 'withdrawn');
  });

  it('is refused when the people of the eve are no longer those of the plan', async () => {
    const newcomer = { ...SMALL_PEOPLE[0], number: '012085000088', name: 'Lò Văn Sau' };
    await promote(await smallRoster([newcomer]), EVE);
    const before = await dump();
    await expect(apply(asItWas())).rejects.toMatchObject({
      code: 'decision.facts-changed',
      details: { people: 1 },
    });
    expect(await dump()).toEqual(before);
  });
});

async function promote(
  file: { readonly name: string; readonly bytes: Uint8Array },
  asOf: string,
): Promise<void> {
  const upload = { sender: 'UBND xã', asOf, files: [file] };
  const { id, errors } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
  expect(errors).toBe(0);
  await app.get(PromotionService).promote(SMALL_ACTOR, id);
}

describe('a run', () => {
  it('is refused to a scenario that is no draft, and leaves none behind', async () => {
    const runs = app.get(PlacementService);
    const before = await runs.list(SMALL_ACTOR);
    await expect(
      runs.run(SMALL_ACTOR, { scenarioId: asItWas(), kind: 'best' }),
    ).rejects.toMatchObject({ code: 'placement.scenario-is-closed' });
    expect(await runs.list(SMALL_ACTOR)).toEqual(before);
  });
});
