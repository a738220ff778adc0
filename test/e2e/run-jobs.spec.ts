import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type SmallProgram, smallProgram } from './access/small-program.js';
import type { Client } from './client.js';
import { askForRun, type Job, until } from './run-placement.js';
import type { Scenario } from './shapes.js';

let small: SmallProgram;
let officer: Client;
let leader: Client;
let stranger: Client;
let draft: Scenario;

beforeAll(async () => {
  small = await smallProgram();
  ({ stranger, draft } = small);
  ({ canbo: officer, lanhdao: leader } = small.as);
}, 180_000);

afterAll(() => small?.stop());

const runsOf = async (): Promise<Scenario['runs']> =>
  (await officer.get<Scenario>(`/api/scenarios/${draft.id}`)).runs;

interface Event {
  readonly type: string;
  readonly job: Job;
}

/** All events until the stream ends by itself. */
async function eventsOf(
  client: Client,
  id: number,
): Promise<{ headers: Headers; events: Event[] }> {
  const response = await client.response(`/api/jobs/${id}/events`);
  expect(response.status).toBe(200);
  const text = await response.text();
  const events = text
    .split('\n\n')
    .map((block) => ({
      type: /^event: (.*)$/m.exec(block)?.[1] ?? '',
      data: /^data: (.*)$/m.exec(block)?.[1] ?? '',
    }))
    .filter(({ data }) => data !== '')
    .map(({ type, data }) => ({ type, job: JSON.parse(data) as Job }));
  return { headers: response.headers, events };
}

describe('a run that is asked for', () => {
  it('is answered at once, followed as a stream that ends, and stored once', async () => {
    const before = (await runsOf()).length;
    const asked = await officer.ask<Job>('POST', `/api/scenarios/${draft.id}/runs`, {
      kind: 'best',
    });
    expect(asked.status).toBe(202);
    expect(asked.headers.get('location')).toBe(`/api/jobs/${asked.body.id}`);
    expect(asked.body).toMatchObject({
      kind: 'placement',
      state: 'queued',
      scenarioId: draft.id,
      input: { kind: 'best' },
      resultId: null,
      error: null,
    });
    const { headers, events } = await eventsOf(officer, asked.body.id);
    expect(headers.get('content-type')).toMatch(/^text\/event-stream/);
    expect(headers.get('content-encoding')).toBeNull();
    expect(headers.get('cache-control')).toContain('no-transform');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['job']));
    const fractions = events.map(({ job }) => job.fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    const phases = events.map(({ job }) => job.phase).filter((phase) => phase !== null);
    expect(phases.length).toBeGreaterThan(0);
    const last = events.at(-1)!.job;
    expect(last).toMatchObject({ state: 'done', fraction: 1 });
    expect(await officer.get(`/api/jobs/${last.id}`)).toEqual(last);
    const runs = await runsOf();
    expect(runs).toHaveLength(before + 1);
    expect(runs.at(-1)).toMatchObject({ id: last.resultId, kind: 'best', proven: true });
    expect((await eventsOf(officer, last.id)).events).toEqual([{ type: 'job', job: last }]);
    const listed = await officer.get<Job[]>(`/api/jobs?scenario=${draft.id}`);
    expect(listed[0]).toEqual(last);
    expect(await officer.get('/api/jobs?unfinished=true')).toEqual([]);
  });

  it('is refused like any other act: 401, 403, 404, 400', async () => {
    const path = `/api/scenarios/${draft.id}/runs`;
    expect(await stranger.refusal(401, 'POST', path, { kind: 'best' })).toMatchObject({
      code: 'access.signed-out',
    });
    await leader.refusal(403, 'POST', path, { kind: 'best' });
    const unknown = await officer.refusal(404, 'GET', '/api/jobs/999999/events');
    expect(unknown.code).toBe('job.unknown');
    const tooLong = { kind: 'best', timeLimitSeconds: 100_000 };
    expect(await officer.refusal(400, 'POST', path, tooLong)).toMatchObject({
      code: 'job.time-limit',
    });
    await officer.refusal(400, 'POST', path, { kind: 'best', timeLimitSeconds: 0 });
  });

  it('is seen by nobody whose scope is smaller than the province', async () => {
    const job = await askForRun(officer, draft.id, { kind: 'baseline' });
    expect(await leader.get('/api/jobs')).toEqual([]);
    await leader.refusal(404, 'GET', `/api/jobs/${job.id}`);
    await leader.refusal(404, 'GET', `/api/jobs/${job.id}/events`);
    await stranger.refusal(401, 'GET', `/api/jobs/${job.id}/events`);
    await leader.refusal(403, 'DELETE', `/api/jobs/${job.id}`);
    await until(officer, job);
  });
});
