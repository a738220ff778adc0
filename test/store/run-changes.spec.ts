import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawEditService } from '../../src/law/law-edit.service.js';
import { RunChangesService } from '../../src/placement/changes/run-changes.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { approved } from '../support/approved.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

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

const changesOf = (runId: number) => app.get(RunChangesService).of(SMALL_ACTOR, runId);
const draft = () => app.get(ScenarioService).get(SMALL_ACTOR, job.couldHaveBeen.id);
const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  database.transactions.run(SMALL_ACTOR, (manager) => manager.query<T[]>(sql, parameters));

interface Person {
  readonly staffId: number;
  readonly fullName: string;
}

async function somebody(): Promise<Person> {
  const [person] = await query<Person>(
    `SELECT line.staff_id AS "staffId", person.full_name AS "fullName" FROM proposals line
     JOIN staff person ON person.id = line.staff_id
     WHERE line.run_id = $1 AND NOT line.pinned AND line.outcome = 'seated' ORDER BY line.person_key LIMIT 1`,
    [job.best.id],
  );
  return person!;
}

async function pin(staffId: number, kind: 'leave' | 'forbid'): Promise<number> {
  const { id: scenarioId, version } = await draft();
  const words = { reason: 'Theo đơn của người đó' };
  const set = await app.get(PinsService).set(SMALL_ACTOR, {
    scenarioId,
    version,
    staffId,
    pin:
      kind === 'leave'
        ? { kind, ...words }
        : { kind, unitCode: '90001', positionCode: 'C6', ...words },
  });
  const mine = set.pins.find((each) => each.staffId === staffId && each.kind === kind);
  return mine!.id;
}

async function unpin(id: number): Promise<void> {
  const { id: scenarioId, version } = await draft();
  await app.get(PinsService).remove(SMALL_ACTOR, { scenarioId, id, version });
}

describe('a stored run', () => {
  it('tells its bound and that nothing is between', async () => {
    const run = await app.get(PlacementService).get(SMALL_ACTOR, job.best.id);
    expect(run).toMatchObject({ gap: 0, gapPeople: 0, bound: run.levels, pinsChanged: false });
  });

  it('stands on the facts of now after it was made and applied', async () => {
    expect(await changesOf(job.best.id)).toEqual([]);
    expect(await changesOf(job.baseline.id)).toEqual([]);
  });

  it('tells a pin that came later, whose it is, and nothing once it is off again', async () => {
    const { staffId, fullName } = await somebody();
    const id = await pin(staffId, 'leave');
    expect(await changesOf(job.best.id)).toEqual([
      { what: 'pins-set', count: 1, names: [fullName] },
    ]);
    const run = await app.get(PlacementService).get(SMALL_ACTOR, job.best.id);
    expect(run.pinsChanged).toBe(true);
    await unpin(id);
    expect(await changesOf(job.best.id)).toEqual([]);
  });

  it('knows the places that were kept away from people', async () => {
    const { staffId, fullName } = await somebody();
    const id = await pin(staffId, 'forbid');
    const placement = app.get(PlacementService);
    const scenarioId = job.couldHaveBeen.id;
    const run = await placement.run(SMALL_ACTOR, { scenarioId, kind: 'best' });
    expect(await changesOf(run.id)).toEqual([]);
    await unpin(id);
    expect(await changesOf(run.id)).toEqual([{ what: 'pins-off', count: 1, names: [fullName] }]);
  });

  it('whose pins changed is not approved, so not applied', async () => {
    const { staffId } = await somebody();
    const id = await pin(staffId, 'leave');
    const scenarios = app.get(ScenarioService);
    const asked = { id: job.couldHaveBeen.id, runId: job.best.id };
    await expect(approved(app, SMALL_ACTOR, asked)).rejects.toMatchObject({
      code: 'decision.run-stale',
    });
    const { version } = await draft();
    await scenarios.move(SMALL_ACTOR, { id: asked.id, to: 'draft', version });
    await unpin(id);
  });

  it('tells who changed the scenario meanwhile', async () => {
    const { staffId } = await somebody();
    const { id: scenarioId, version } = await draft();
    const id = await pin(staffId, 'leave');
    const late = app.get(PinsService).set(SMALL_ACTOR, {
      scenarioId,
      version,
      staffId,
      pin: { kind: 'leave', reason: 'Thử lần nữa' },
    });
    await expect(late).rejects.toMatchObject({
      code: 'scenario.changed-meanwhile',
      message: expect.stringMatching(
        /^Người vận hành tại máy chủ vừa đặt một chỉ định lúc \d\d:\d\d/,
      ),
    });
    const { pins } = await app.get(PinsService).list(SMALL_ACTOR, scenarioId);
    expect(pins.find((each) => each.id === id)).toMatchObject({ setBy: SMALL_ACTOR.name });
    await unpin(id);
  });

  it('tells people, seats and law that are others now', async () => {
    const { staffId, fullName } = await somebody();
    await query(`UPDATE staff SET degree = 'doctorate' WHERE id = $1`, [staffId]);
    expect(await changesOf(job.best.id)).toEqual([
      { what: 'people-changed', count: 1, names: [fullName] },
    ]);
    await query(`UPDATE establishments SET seats = seats + 1
      WHERE position_id IN (SELECT id FROM positions WHERE code = 'O1')`);
    const ofApplied = await changesOf(job.baseline.id);
    expect(ofApplied.map(({ what }) => what)).toEqual(['people-changed', 'seats']);
    await app.get(LawEditService).set(SMALL_ACTOR, {
      key: 'placement.wish-cost.unmet',
      value: 9,
      startsOn: '2025-07-01',
      endsOn: null,
      source: { document: 'Quyết định thử', article: '', date: '2025-07-01' },
      evidence: 'confirmed',
      note: '',
      unit: null,
    });
    expect(await changesOf(job.best.id)).toContainEqual({
      what: 'law',
      count: 1,
      names: ['placement.wish-cost.unmet'],
    });
  });

  it('that is not there is not found', async () => {
    await expect(changesOf(999_999)).rejects.toMatchObject({ code: 'placement.no-run' });
  });
});
