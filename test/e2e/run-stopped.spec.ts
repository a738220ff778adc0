import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPlace, type Place, type Program, startOn } from '../support/program.js';
import { Client } from './client.js';
import { askForRun, type Job, placed, until } from './run-placement.js';
import type { Scenario } from './shapes.js';

/** The demo: its solve is long enough to be stopped in the middle. */
let place: Place;
let program: Program;
let officer: Client;
let draft: Scenario;

beforeAll(async () => {
  place = await demoPlace();
  await begin();
  const scenarios = await officer.get<Scenario[]>('/api/scenarios');
  draft = scenarios.find(({ state }) => state === 'draft')!;
}, 360_000);

afterAll(async () => {
  await program?.stop();
  await place?.remove();
});

async function begin(): Promise<void> {
  program = await startOn({ ...place.env, DEMO: '1' });
  officer = new Client(program.url);
}

const runsOf = async (): Promise<Scenario['runs']> =>
  (await officer.get<Scenario>(`/api/scenarios/${draft.id}`)).runs;

describe('a run', () => {
  it('that is cancelled ends as cancelled, stores nothing, and the next one is solved', async () => {
    const before = (await runsOf()).length;
    const job = await askForRun(officer, draft.id, { kind: 'best' });
    await until(officer, job, ({ state }) => state !== 'queued');
    const cancelled = await officer.ask<Job>('DELETE', `/api/jobs/${job.id}`);
    expect(cancelled.status).toBe(202);
    expect((await until(officer, job)).state).toBe('cancelled');
    expect(await officer.refusal(409, 'DELETE', `/api/jobs/${job.id}`)).toMatchObject({
      code: 'job.has-ended',
    });
    expect(await runsOf()).toHaveLength(before);
    expect(await placed(officer, draft.id, 'best')).toMatchObject({ proven: true });
  });
});

describe('a program that is killed in the middle of a run', () => {
  it('does it once when it starts again', async () => {
    const before = (await runsOf()).length;
    const job = await askForRun(officer, draft.id, { kind: 'best' });
    await until(officer, job, ({ state }) => state === 'running');
    process.kill(program.pid, 'SIGKILL');
    await program.stop();
    await begin();
    expect(await until(officer, job)).toMatchObject({ state: 'done' });
    expect(await runsOf()).toHaveLength(before + 1);
  }, 360_000);
});
