import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationService } from '../../src/decision/application.service.js';
import { GapService } from '../../src/gap/gap.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import type { PlacementRun } from '../../src/placement/run.store.js';
import { NO_SIDE_OPTIONS } from '../../src/placement/side/side-options.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL } from '../support/demo-sources.js';
import { approved } from '../support/approved.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const DAY = '2025-07-01';
// Support has no rank to fulfil: the invented people have none.
const JOINT = { unitCode: '90001', positionCode: 'S1', alsoPositionCode: 'S2' };

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let run: PlacementRun;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, {
    seats: [
      SMALL.seats[0]!,
      ['90001', 'office', 'S1', 2, 1],
      ['90001', 'office', 'S2', 1, 1],
      ['90001', 'culture-society', 'C6', 1, 1],
    ],
  });
  const { keep: _keep, ...nothing } = NO_SIDE_OPTIONS;
  const order = { scenarioId: job.couldHaveBeen.id, kind: 'best' } as const;
  run = await app
    .get(PlacementService)
    .run(SMALL_ACTOR, { ...order, side: { ...nothing, joint: [JOINT] } });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const cell = async (at: { run: number } | { on: string }) => {
  const cells = await app.get(GapService).cells(SMALL_ACTOR, at);
  const { seats, people, cover, shortage, vacant } = cells.find(
    ({ positionCode }) => positionCode === 'S2',
  )!;
  return { seats, people, cover, shortage, vacant };
};

describe('a joint post', () => {
  it('stands in the plan with its holder, and covers the second seat there', async () => {
    const { items } = await app
      .get(PlacementService)
      .proposals(SMALL_ACTOR, run.id, { offset: 0, limit: 100 });
    const holders = items.filter(({ reason }) => reason.includes('Kiêm nhiệm'));
    expect(holders.map(({ positionCode }) => positionCode)).toEqual(['S1']);

    expect(await cell({ run: run.id })).toEqual({
      seats: 1,
      people: 0,
      cover: 1,
      shortage: 0,
      vacant: 1,
    });
  });

  it('becomes a concurrent posting when the plan is applied, and goes when it is taken back', async () => {
    const scenarios = app.get(ScenarioService);
    const decided = app.get(ApplicationService);
    const versionOf = async (id: number) => (await scenarios.get(SMALL_ACTOR, id)).version;
    const old = job.asItWas.scenario.id;
    await decided.takeBack(SMALL_ACTOR, { scenarioId: old, version: await versionOf(old) });
    const before = await registryDump(database);
    const id = job.couldHaveBeen.id;
    const { version } = await approved(app, SMALL_ACTOR, { id, runId: run.id });
    await decided.apply(SMALL_ACTOR, { scenarioId: id, version, runId: run.id });
    const { postings } = await registryDump(database);
    const concurrent = postings!.filter(({ kind }) => kind === 'concurrent');
    expect(concurrent).toHaveLength(1);
    expect(concurrent[0]).toMatchObject({ starts_on: DAY, source_kind: 'scenario' });
    expect(await cell({ on: DAY })).toEqual(await cell({ run: run.id }));
    await decided.takeBack(SMALL_ACTOR, { scenarioId: id, version: await versionOf(id) });
    expect(await registryDump(database)).toEqual(before);
  });
});
