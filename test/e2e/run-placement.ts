import type { Client } from './client.js';
import type { Run, Scenario } from './shapes.js';

/** What the specs look at of a job. */
export interface Job {
  readonly id: number;
  readonly state: 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
  readonly phase: string | null;
  readonly fraction: number;
  readonly resultId: number | null;
  readonly error: { readonly code: string; readonly message: string } | null;
}

const PATIENCE_MS = 120_000;
const ASK_EVERY_MS = 50;

export const hasEnded = ({ state }: Job): boolean => state !== 'queued' && state !== 'running';

/** Asks for a run. @throws unless it is taken. */
export async function askForRun(client: Client, scenarioId: number, order: object): Promise<Job> {
  const asked = await client.ask<Job>('POST', `/api/scenarios/${scenarioId}/runs`, order);
  if (asked.status === 202) return asked.body;
  throw new Error(`${asked.status} ${JSON.stringify(asked.body)}`);
}

export async function until(
  client: Client,
  { id }: Pick<Job, 'id'>,
  is: (job: Job) => boolean = hasEnded,
): Promise<Job> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    const job = await client.get<Job>(`/api/jobs/${id}`);
    if (is(job)) return job;
    if (Date.now() > end) throw new Error(`it stays ${JSON.stringify(job)}`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
}

/** Places everybody, and waits for the run. @throws unless it is done. */
export async function placed(client: Client, scenarioId: number, kind: Run['kind']): Promise<Run> {
  const job = await until(client, await askForRun(client, scenarioId, { kind }));
  const { runs } = await client.get<Scenario>(`/api/scenarios/${scenarioId}`);
  const run = runs.find(({ id }) => id === job.resultId);
  if (job.state === 'done' && run !== undefined) return run;
  throw new Error(`no run: ${JSON.stringify(job)}`);
}
