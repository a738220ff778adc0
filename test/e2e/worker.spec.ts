import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL_PROVINCE } from '../support/demo-sources.js';
import {
  freshPlace,
  type Place,
  type Program,
  runToEnd,
  startOn,
  startWorker,
} from '../support/program.js';
import { type SmallProgram, smallProgram } from './access/small-program.js';
import { askForRun, hasEnded, type Job, until } from './run-placement.js';
import type { Scenario } from './shapes.js';

const WORKER = ['dist/bundled/src/worker.js'];
const PUBLIC = { HOST: '0.0.0.0', PUBLIC_URL: 'https://bo-tri.example', TRUST_PROXY: '1' };
const KEY = { AUDIT_KEY: Buffer.alloc(32, 7).toString('base64') };
const OF_PROVINCE = { DEMO: '0', PROVINCE: SMALL_PROVINCE };

/** The embedded engine has one process, which works its jobs itself. */
const ON_SERVER = Boolean(process.env['DATABASE_URL']);

describe('a worker process', () => {
  it('does not start beside the embedded engine', async () => {
    const ended = await runToEnd(WORKER, { DATABASE_URL: '', DATABASE_OWNER_URL: '' });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('DATABASE_URL');
  });
});

const unsafeWorkers = (): void => {
  let empty: Place;

  beforeAll(async () => {
    empty = await freshPlace();
  });

  afterAll(() => empty?.remove());

  it('does not start where others reach an installation that is not safe, and says all at once', async () => {
    const ended = await runToEnd(WORKER, { ...empty.env, HOST: '0.0.0.0', DEMO: '1' });
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    for (const words of ['TLS_CERT', 'PUBLIC_URL', 'DEMO=0', 'AUDIT_KEY', 'account create'])
      expect(ended.stderr).toContain(words);
    expect(ended.stderr).not.toMatch(/\bat .*\.js:\d+/);
  });

  it('does not start as the owner of its tables where others reach it', async () => {
    const owner = empty.env['DATABASE_OWNER_URL']!;
    const env = { ...empty.env, ...PUBLIC, ...KEY, DATABASE_URL: owner };
    const ended = await runToEnd(WORKER, env);
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).toContain('là chủ sở hữu các bảng');
  });
};

const workersBeside = (): void => {
  let small: SmallProgram;
  let worker: Omit<Program, 'url'>;

  beforeAll(async () => {
    const beside = async ({ env }: Program): Promise<void> => {
      worker = await startWorker({ ...env, ...OF_PROVINCE });
    };
    small = await smallProgram({ env: { WORK_JOBS: '0' }, beside });
  }, 240_000);

  afterAll(async () => {
    await worker?.stop();
    await small?.stop();
  });

  const runIds = async (): Promise<number[]> => {
    const scenario = await small.as.canbo.get<Scenario>(`/api/scenarios/${small.draft.id}`);
    return scenario.runs.map(({ id }) => id);
  };

  /** Each with a limit of its own: the same order twice would be one job. */
  async function askFor(count: number): Promise<Job[]> {
    const jobs: Job[] = [];
    for (let at = 0; at < count; at++) {
      const order = { kind: 'best', timeLimitSeconds: 60 + at };
      jobs.push(await askForRun(small.as.canbo, small.draft.id, order));
    }
    return jobs;
  }

  async function mustBeDoneOnce(jobs: readonly Job[], before: readonly number[]): Promise<void> {
    const ended = await Promise.all(jobs.map((job) => until(small.as.canbo, job)));
    expect(ended.map(({ state }) => state)).toEqual(jobs.map(() => 'done'));
    const results = ended.map(({ resultId }) => resultId!).sort((a, b) => a - b);
    const fresh = (await runIds()).filter((id) => !before.includes(id));
    expect(fresh.sort((a, b) => a - b)).toEqual(results);
  }

  it('has each job done once by the worker', async () => {
    const before = await runIds();
    expect(before.length).toBeGreaterThan(0);
    await mustBeDoneOnce(await askFor(3), before);
  });

  it('has each job done once by several processes that take them', async () => {
    const second = await startWorker({ ...small.program.env, ...OF_PROVINCE });
    const serving = await startOn({ ...small.program.env, ...OF_PROVINCE });
    try {
      const before = await runIds();
      await mustBeDoneOnce(await askFor(12), before);
    } finally {
      await serving.stop();
      await second.stop();
    }
  });

  it('keeps a waiting stream alive by signs of life, and ends it with the job', async () => {
    await worker.stop();
    const job = await askForRun(small.as.canbo, small.draft.id, { kind: 'baseline' });
    const response = await small.as.canbo.response(`/api/jobs/${job.id}/events`);
    const reading = heard(response.body!);
    await reading.until((text) => /^:/m.test(text));
    expect(reading.text().match(/^event: job$/gm)).toHaveLength(1);
    worker = await startWorker({ ...small.program.env, ...OF_PROVINCE });
    await reading.ended;
    expect(reading.text()).toContain('"state":"done"');
    expect(hasEnded(await small.as.canbo.get<Job>(`/api/jobs/${job.id}`))).toBe(true);
  }, 120_000);
};

if (ON_SERVER) {
  describe('a worker process on a server', unsafeWorkers);
  describe('a server that works no jobs, with a worker beside it', workersBeside);
}

interface Heard {
  text(): string;
  until(is: (text: string) => boolean): Promise<void>;
  readonly ended: Promise<void>;
}

/** A stream as it comes. */
function heard(stream: ReadableStream<Uint8Array>): Heard {
  let said = '';
  const decoder = new TextDecoder();
  const ended = (async () => {
    for await (const chunk of stream) said += decoder.decode(chunk, { stream: true });
  })();
  const until = async (is: (text: string) => boolean): Promise<void> => {
    const end = Date.now() + 60_000;
    while (!is(said)) {
      if (Date.now() > end) throw new Error(`heard only ${said}`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  };
  return { text: () => said, until, ended };
}
