import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationService } from '../../src/decision/application.service.js';
import { PreflightService } from '../../src/decision/preflight.service.js';
import { type Schedule, ScheduleService } from '../../src/decision/schedule/schedule.service.js';
import { JobKinds } from '../../src/jobs/job-kinds.js';
import { JobQueue } from '../../src/jobs/job-queue.js';
import { JobSettings } from '../../src/jobs/job-settings.js';
import { JobStores } from '../../src/jobs/job-stores.js';
import { JobStore } from '../../src/jobs/job.store.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { RunJobsService } from '../../src/placement/run-jobs/run-jobs.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { approved } from '../support/approved.js';
import {
  type Dump,
  openApp,
  registryDump,
  SMALL_ACTOR,
  smallJob,
  trail,
} from '../support/demo-sources-app.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';

/** Long after any day on which this is run. */
const DAY = '2190-01-04';
const PROVINCE = SMALL_ACTOR.provinceCode;

let database: FreshDatabase;
let app: INestApplicationContext;
let id = 0;
/** The registry before the plan was applied, and after. */
let before: Dump;
let after: Dump;
let workers: JobWorker[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  id = (await smallJob(app)).asItWas.scenario.id;
  after = await registryDump(database);
  await takeBack();
  before = await registryDump(database);
}, 120_000);

beforeEach(async () => {
  if ((await scenario()).state === 'applied') await takeBack();
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.onModuleDestroy()));
  workers = [];
  await query('DELETE FROM jobs');
  await query('DELETE FROM pgboss.job');
});

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const query = <T>(sql: string): Promise<T> => database.query<T>(sql, [], PROVINCE);
const scenario = (): Promise<Scenario> => app.get(ScenarioService).get(SMALL_ACTOR, id);

async function takeBack(): Promise<void> {
  const { version } = await scenario();
  await app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId: id, version });
}

async function appoint(on: string = DAY): Promise<Schedule> {
  const { version } = await scenario();
  return app.get(ScheduleService).appoint(SMALL_ACTOR, { scenarioId: id, version, on });
}

const kept = async (): Promise<Schedule | null> =>
  (await app.get(PreflightService).of(SMALL_ACTOR, id)).schedule;

/** A process that works jobs. */
function startWorker(): void {
  const settings = new JobSettings(PROVINCE, { works: true, alone: false, timeLimitSeconds: 600 });
  const stores = new JobStores(new JobStore(), new JobQueue());
  const worker = new JobWorker(database.transactions, settings, app.get(JobKinds), stores);
  workers.push(worker);
  worker.onApplicationBootstrap();
}

/** The day has come. */
async function wakeUpOnTheDay(): Promise<void> {
  await query(`UPDATE jobs SET not_before = now() - interval '1 minute'`);
  await query(`UPDATE pgboss.job SET start_after = now() - interval '1 minute'`);
}

async function untilEnded(): Promise<Schedule> {
  const end = Date.now() + 60_000;
  for (;;) {
    const now = await kept();
    if (now && now.state !== 'queued' && now.state !== 'running') return now;
    if (Date.now() > end) throw new Error(`it stays ${JSON.stringify(now)}`);
    await wait(50);
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

async function timesApplied(): Promise<number> {
  const entries = await trail(database);
  return entries.filter(({ action }) => action === 'scenario.applied').length;
}

describe('an appointed application', () => {
  it('waits for its day, and is told before it', async () => {
    expect(await appoint()).toMatchObject({
      scenarioId: id,
      on: DAY,
      state: 'queued',
      error: null,
    });
    startWorker();
    await wait(1500);
    expect(await kept()).toMatchObject({ state: 'queued', on: DAY, askedByName: SMALL_ACTOR.name });
    expect((await scenario()).state).toBe('approved');
    expect(await registryDump(database)).toEqual(before);
    expect((await trail(database)).at(-1)).toEqual({
      action: 'application.scheduled',
      subject: `scenario/${id}`,
    });
    // It is no order for a placement.
    expect(await app.get(RunJobsService).list(SMALL_ACTOR, {})).toEqual([]);
  });

  it('is done once on its day, whoever of several processes gets it', async () => {
    const was = await timesApplied();
    await appoint();
    await wakeUpOnTheDay();
    for (let count = 0; count < 4; count++) startWorker();
    expect(await untilEnded()).toMatchObject({ state: 'done', error: null });
    expect((await scenario()).state).toBe('applied');
    expect(await registryDump(database)).toEqual(after);
    expect(await timesApplied()).toBe(was + 1);
  });

  it('survives a restart and a restore, which leaves no tickets', async () => {
    await appoint();
    await query('DELETE FROM pgboss.job');
    startWorker();
    await wait(1500);
    expect(await kept()).toMatchObject({ state: 'queued' });
    expect(await query('SELECT 1 AS one FROM pgboss.job WHERE start_after > now()')).toHaveLength(
      1,
    );
    await workers.pop()!.onModuleDestroy();
    await wakeUpOnTheDay();
    startWorker();
    expect(await untilEnded()).toMatchObject({ state: 'done' });
    expect(await registryDump(database)).toEqual(after);
  });

  it('is one appointment for one day, and another day wants the first called off', async () => {
    const first = await appoint();
    expect(await appoint()).toEqual(first);
    expect(await query('SELECT 1 AS one FROM jobs')).toHaveLength(1);
    await expect(appoint('2190-02-01')).rejects.toMatchObject({
      code: 'decision.already-scheduled',
      message: expect.stringContaining('04/01/2190'),
    });
    await app.get(ScheduleService).callOff(SMALL_ACTOR, id);
    expect(await appoint('2190-02-01')).toMatchObject({ on: '2190-02-01' });
  });

  it('does not happen once it is called off', async () => {
    await appoint();
    expect(await app.get(ScheduleService).callOff(SMALL_ACTOR, id)).toMatchObject({
      state: 'cancelled',
    });
    await wakeUpOnTheDay();
    startWorker();
    await wait(1500);
    expect((await scenario()).state).toBe('approved');
    expect(await registryDump(database)).toEqual(before);
    await expect(app.get(ScheduleService).callOff(SMALL_ACTOR, id)).rejects.toMatchObject({
      code: 'decision.not-scheduled',
    });
  });

  it('is refused for a day that has come and for a plan that is not approved', async () => {
    await expect(appoint('2025-07-01')).rejects.toMatchObject({
      code: 'decision.day-has-come',
      message: expect.stringContaining('01/07/2025'),
    });
    await app.get(ScheduleService).appoint(SMALL_ACTOR, {
      scenarioId: id,
      version: (await scenario()).version,
      on: DAY,
    });
    await wakeUpOnTheDay();
    startWorker();
    await untilEnded();
    await expect(appoint()).rejects.toMatchObject({ code: 'decision.not-approved' });
  });

  it('of an earlier approval writes nothing, and says why', async () => {
    await appoint();
    const { version } = await scenario();
    const move = { id, to: 'withdrawn' as const, version };
    await app.get(ScenarioService).move(SMALL_ACTOR, move);
    const { version: next, chosenRunId } = await scenario();
    await app.get(ScenarioService).move(SMALL_ACTOR, { id, to: 'draft', version: next });
    await approved(app, SMALL_ACTOR, { id, runId: chosenRunId ?? undefined });
    await wakeUpOnTheDay();
    startWorker();
    expect(await untilEnded()).toMatchObject({
      state: 'failed',
      error: expect.stringContaining('phê duyệt lại sau khi hẹn'),
    });
    expect((await scenario()).state).toBe('approved');
    expect(await registryDump(database)).toEqual(before);
    // A new appointment is of the new approval.
    await appoint();
    await wakeUpOnTheDay();
    expect(await untilEnded()).toMatchObject({ state: 'done' });
  });
});
