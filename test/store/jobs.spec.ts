import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import PgBoss from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { hasEnded, type Job } from '../../src/jobs/job.js';
import { JobKinds } from '../../src/jobs/job-kinds.js';
import { JobQueue } from '../../src/jobs/job-queue.js';
import { JobSettings } from '../../src/jobs/job-settings.js';
import { JobStores } from '../../src/jobs/job-stores.js';
import { JobStore } from '../../src/jobs/job.store.js';
import type { JobWork } from '../../src/jobs/job-work.js';
import { JobWorker } from '../../src/jobs/job-worker.js';
import { Jobs } from '../../src/jobs/jobs.js';
import type { Actor } from '../../src/shared/actor.js';
import { RuleBroken } from '../../src/shared/errors.js';
import { type FreshDatabase, freshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';
import { TEST_ACTOR, TEST_PROVINCE } from '../support/test-actor.js';

const HOUR_SECONDS = 3600;
/** What a job's work would write, were it a placement. */
const RESULT = 'job.test-result';

let database: FreshDatabase;
let workers: JobWorker[] = [];
/** The trail only grows: results of this test stand behind it. */
let mark = 0;
const stores = new JobStores(new JobStore(), new JobQueue());

beforeAll(async () => {
  database = await freshDatabase();
  await query(`INSERT INTO provinces (code, name) VALUES ('${TEST_PROVINCE}', 'Tỉnh thử')`);
});

beforeEach(async () => {
  const [last] = await query<{ id: number }[]>(
    'SELECT coalesce(max(id), 0)::int AS id FROM audit_entries',
  );
  mark = last?.id ?? 0;
});

afterEach(async () => {
  await Promise.all(workers.map((worker) => worker.onModuleDestroy()));
  workers = [];
  await query('DELETE FROM jobs');
  await query('DELETE FROM pgboss.job');
});

afterAll(() => database.close());

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  database.query<T>(sql, parameters, TEST_PROVINCE);

function run<T>(
  work: (manager: EntityManager) => Promise<T>,
  actor: Actor = TEST_ACTOR,
): Promise<T> {
  return database.transactions.run(actor, work);
}

/** A process that works jobs; `alone` = it has the database for itself. */
function worker(work: JobWork, { alone = false } = {}): JobWorker {
  const kinds = new JobKinds();
  kinds.add('placement', work);
  const options = { works: true, alone, timeLimitSeconds: HOUR_SECONDS };
  const settings = new JobSettings(TEST_PROVINCE, options);
  const made = new JobWorker(database.transactions, settings, kinds, stores);
  workers.push(made);
  return made;
}

function start(work: JobWork, given: { alone?: boolean } = {}): JobWorker {
  const made = worker(work, given);
  made.onApplicationBootstrap();
  return made;
}

/** The desk of a process that works none. */
const desk = (): Jobs =>
  new Jobs(
    stores,
    worker(() => Promise.reject(new Error('works none'))),
  );

function ask(number = 1, { seconds = HOUR_SECONDS, actor = TEST_ACTOR } = {}): Promise<Job> {
  const asked = {
    kind: 'placement' as const,
    scenarioId: null,
    input: { number },
    timeLimitSeconds: seconds,
  };
  return run((manager) => desk().ask(manager, actor, asked), actor);
}

const found = (id: number, actor = TEST_ACTOR): Promise<Job> =>
  run((manager) => desk().found(manager, actor, id), actor);

async function until(id: number, is: (job: Job) => boolean): Promise<Job> {
  const end = Date.now() + 20_000;
  for (;;) {
    const job = await found(id);
    if (is(job)) return job;
    if (Date.now() > end) throw new Error(`job ${id} stays ${JSON.stringify(job)}`);
    await wait(20);
  }
}

const wait = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Work that is done when it is told to stop, or never. */
const endless: JobWork = (_job, { signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(new Error('stopped')));
  });

/** Writes the job's number where a second time would show. */
const writing: JobWork = (job) =>
  Promise.resolve(async (manager) => {
    await manager.query(
      `INSERT INTO audit_entries (province_code, actor, role, from_address, kind, action, subject)
       VALUES ($1, 'x', 'operator', 'x', 'write', $2, $3)`,
      [TEST_PROVINCE, RESULT, String(job.input['number'])],
    );
    return 100 + Number(job.input['number']);
  });

const written = async (): Promise<number[]> => {
  const sql = `SELECT subject FROM audit_entries WHERE action = '${RESULT}' AND id > $1`;
  return (await query<{ subject: string }[]>(sql, [mark]))
    .map(({ subject }) => Number(subject))
    .sort((a, b) => a - b);
};

describe('jobs', () => {
  it('are each done once by two workers that take twenty', async () => {
    const jobs: Job[] = [];
    for (let number = 1; number <= 20; number++) jobs.push(await ask(number));
    const by: string[][] = [[], []];
    for (const mine of by)
      start(async (job, context) => {
        mine.push(String(job.input['number']));
        await wait(5);
        return writing(job, context);
      });
    for (const { id } of jobs) await until(id, hasEnded);
    expect(await written()).toEqual(jobs.map((_job, index) => index + 1));
    expect(by.flat()).toHaveLength(jobs.length);
    expect(by.map((mine) => mine.length > 0)).toEqual([true, true]);
    const [last] = jobs.slice(-1);
    expect(await found(last!.id)).toMatchObject({
      state: 'done',
      resultId: 120,
      fraction: 1,
      attempt: 1,
      error: null,
    });
    expect(await query('SELECT name FROM pgboss.job')).toEqual([]);
  });

  it('that wait and ask for the same are one', async () => {
    const first = await ask(1);
    expect((await ask(1)).id).toBe(first.id);
    expect((await ask(2)).id).not.toBe(first.id);
    start(writing);
    await until(first.id, hasEnded);
    expect((await ask(1)).id).not.toBe(first.id);
  });

  it('are refused when too many wait', async () => {
    for (let number = 1; number <= 50; number++) await ask(number);
    await expect(ask(51)).rejects.toMatchObject({ kind: 'busy', code: 'job.too-many' });
  });

  it('tell how far they are while they run', async () => {
    const job = await ask();
    start(async (_job, { report, signal }) => {
      report('levels', 0.25);
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      throw new Error('stopped');
    });
    expect(await until(job.id, ({ phase }) => phase !== null)).toMatchObject({
      state: 'running',
      phase: 'levels',
      fraction: 0.25,
    });
  });

  it('give signs of life while their work takes long', async () => {
    const job = await ask();
    start(endless);
    await until(job.id, ({ state }) => state === 'running');
    const beatAt = async (): Promise<number> => {
      const [row] = await query<{ at: string }[]>(
        'SELECT extract(epoch FROM beat_at) AS at FROM jobs WHERE id = $1',
        [job.id],
      );
      return Number(row!.at);
    };
    const beats = new Set<number>();
    const from = performance.now();
    while (beats.size < 4 && performance.now() - from < 15_000) {
      beats.add(await beatAt());
      await wait(50);
    }
    expect(beats.size).toBe(4);
    const [first = 0, ...later] = [...beats];
    expect(later.every((at, index) => at > [first, ...later][index]!)).toBe(true);
    await run((manager) => desk().cancel(manager, TEST_ACTOR, job.id));
    await until(job.id, hasEnded);
  });

  it('put into the queue by a transaction that is taken back were never there', async () => {
    const asked = { kind: 'placement' as const, scenarioId: null, input: {}, timeLimitSeconds: 1 };
    const broken = run(async (manager) => {
      await desk().ask(manager, TEST_ACTOR, asked);
      throw new Error('taken back');
    });
    await expect(broken).rejects.toThrow('taken back');
    expect(await query('SELECT id FROM jobs')).toEqual([]);
    expect(await query('SELECT id FROM pgboss.job')).toEqual([]);
  });
});

describe('a job that is cancelled', () => {
  it('while it waits ends at once, and nobody works it', async () => {
    const job = await ask(1);
    await run((manager) => desk().cancel(manager, TEST_ACTOR, job.id));
    expect(await found(job.id)).toMatchObject({ state: 'cancelled' });
    start(writing);
    await until((await ask(2)).id, hasEnded);
    expect(await written()).toEqual([2]);
  });

  it('while it runs in another process stops long before its limit, and writes nothing', async () => {
    const job = await ask();
    start(async (asked, context) => {
      await endless(asked, context).catch(() => undefined);
      // It has found something at the last moment.
      return writing(asked, context);
    });
    await until(job.id, ({ state }) => state === 'running');
    await run((manager) => desk().cancel(manager, TEST_ACTOR, job.id));
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'cancelled', error: null });
    expect(await written()).toEqual([]);
  });

  it('after it has ended is refused', async () => {
    const job = await ask();
    start(writing);
    await until(job.id, hasEnded);
    await expect(
      run((manager) => desk().cancel(manager, TEST_ACTOR, job.id)),
    ).rejects.toMatchObject({ kind: 'conflict', code: 'job.has-ended' });
  });
});

describe('a job that goes wrong', () => {
  it('ends after its time, in words', async () => {
    const job = await ask(1, { seconds: 1 });
    start(endless);
    expect(await until(job.id, hasEnded)).toMatchObject({
      state: 'failed',
      errorCode: 'job.too-long',
      error: expect.stringContaining('1 giây'),
    });
  });

  it('tells a refusal in its own words, and of a bug nothing of the inside', async () => {
    const refused = await ask(1);
    const broken = await ask(2);
    start((job) =>
      Promise.reject(
        job.input['number'] === 1
          ? new RuleBroken('test.rule', 'Không được.')
          : new Error('relation "secret" does not exist'),
      ),
    );
    expect(await until(refused.id, hasEnded)).toMatchObject({
      state: 'failed',
      errorCode: 'test.rule',
      error: 'Không được.',
    });
    const { errorCode, error } = await until(broken.id, hasEnded);
    expect(errorCode).toBe('job.broken');
    expect(error).not.toContain('secret');
  });

  it('while it writes leaves nothing of it', async () => {
    const job = await ask();
    start(async (asked, context) => {
      const write = await writing(asked, context);
      return async (manager) => {
        await write(manager);
        throw new RuleBroken('test.rule', 'Không được.');
      };
    });
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'failed', resultId: null });
    expect(await written()).toEqual([]);
  });
});

/** As if whoever works it had been killed some time ago. */
const silence = (id: number): Promise<unknown> =>
  query(`UPDATE jobs SET beat_at = now() - interval '1 minute' WHERE id = $1`, [id]);

/** Begins a job as a process that dies in the same moment. */
async function beginAndDie(id: number): Promise<Job> {
  const begun = await run(async (manager) => {
    expect(await stores.queue.take(manager, TEST_PROVINCE)).toBe(id);
    return stores.jobs.begin(manager, TEST_ACTOR, id);
  });
  await silence(id);
  return begun!;
}

describe('a job whose worker died', () => {
  it('is done by another one, once, and the dead may write no more', async () => {
    const job = await ask();
    const dead = await beginAndDie(job.id);
    start(writing);
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'done', attempt: 2 });
    await run((manager) => stores.jobs.finish(manager, TEST_ACTOR, { held: dead, resultId: 7 }));
    expect(await run((manager) => stores.jobs.lock(manager, TEST_ACTOR, dead))).toBeNull();
    expect(await found(job.id)).toMatchObject({ resultId: 101 });
    expect(await written()).toEqual([1]);
  });

  it('is not written by one who was only slow', async () => {
    const job = await ask();
    let goOn: () => void = () => undefined;
    start(async (asked, context) => {
      await new Promise<void>((resolve) => {
        goOn = resolve;
      });
      return writing(asked, context);
    });
    await until(job.id, ({ state }) => state === 'running');
    // Somebody took it for dead and began it again.
    await query('UPDATE jobs SET attempt = attempt + 1 WHERE id = $1', [job.id]);
    goOn();
    await wait(300);
    expect(await found(job.id)).toMatchObject({ state: 'running', attempt: 2 });
    expect(await written()).toEqual([]);
  });

  it('is begun again at once by the only process that can have the database', async () => {
    const job = await ask();
    await run(async (manager) => {
      await stores.queue.take(manager, TEST_PROVINCE);
      await stores.jobs.begin(manager, TEST_ACTOR, job.id);
    });
    start(writing, { alone: true });
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'done' });
  });

  it('is left to whoever gives signs of life', async () => {
    const job = await ask();
    await run(async (manager) => {
      await stores.queue.take(manager, TEST_PROVINCE);
      await stores.jobs.begin(manager, TEST_ACTOR, job.id);
    });
    start(writing);
    await until((await ask(2)).id, hasEnded);
    expect(await found(job.id)).toMatchObject({ state: 'running', attempt: 1 });
  });

  it('fails when that happens again, in words', async () => {
    const job = await ask();
    await beginAndDie(job.id);
    await run((manager) =>
      stores.jobs.takeLost(manager, TEST_ACTOR, {
        silentSeconds: 15,
        failure: { code: 'job.lost', message: 'Mất' },
      }),
    );
    await run((manager) => stores.queue.put(manager, TEST_PROVINCE, job));
    await beginAndDie(job.id);
    start(writing);
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'failed', errorCode: 'job.lost' });
    expect(await written()).toEqual([]);
  });

  it('waits again when its worker closes in order, which counts as no death', async () => {
    const job = await ask();
    const first = start(endless);
    await until(job.id, ({ state }) => state === 'running');
    await first.onModuleDestroy();
    expect(await found(job.id)).toMatchObject({ state: 'queued' });
    expect(await query('SELECT lost FROM jobs')).toEqual([{ lost: 0 }]);
    start(writing);
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'done', attempt: 2 });
  });

  it('that waits without a ticket, as after a restore, gets one', async () => {
    const job = await ask();
    await query('DELETE FROM pgboss.job');
    start(writing);
    expect(await until(job.id, hasEnded)).toMatchObject({ state: 'done' });
  });
});

describe('who sees jobs', () => {
  it('is the province for whoever sees all of it, and everybody for the own ones only', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    const manager = await signedIn(database.transactions, 'manager');
    const leader = await signedIn(database.transactions, 'leader');
    const auditor = await signedIn(database.transactions, 'auditor');
    const [ofOfficer, ofManager] = [
      await ask(1, { actor: officer }),
      await ask(2, { actor: manager }),
    ];
    const seen = async (actor: Actor): Promise<number[]> => {
      const jobs = await run((each) => desk().list(each, actor, { limit: 50 }), actor);
      return jobs.map(({ id }) => id).sort();
    };
    expect(await seen(officer)).toEqual([ofOfficer.id, ofManager.id].sort());
    expect(await seen(manager)).toEqual([ofManager.id]);
    expect(await seen(leader)).toEqual([]);
    expect(await seen(auditor)).toEqual([]);
    const refused = run((each) => desk().cancel(each, manager, ofOfficer.id), manager);
    await expect(refused).rejects.toMatchObject({ code: 'job.unknown' });
    await expect(ask(3, { actor: leader })).rejects.toMatchObject({ code: '42501' });
  });

  it('is nobody of another province', async () => {
    await ask(1);
    expect(await database.query('SELECT id FROM jobs', [], '12')).toEqual([]);
  });
});

describe('the queue', () => {
  it('has the schema that the library wants, and the application may not change it', async () => {
    const executeSql = (text: string, values: unknown[] = []): Promise<{ rows: unknown[] }> =>
      run(async (manager) => ({
        rows: (await manager.queryRunner!.query(text, values, true)).records as unknown[],
      }));
    const boss = new PgBoss({
      db: { executeSql },
      migrate: false,
      supervise: false,
      schedule: false,
    });
    await boss.start();
    expect(await boss.schemaVersion()).toBe(24);
    await boss.stop();
    await expect(query('CREATE TABLE pgboss.mine (id int)')).rejects.toMatchObject({
      code: '42501',
    });
    await expect(query('UPDATE pgboss.version SET version = 1')).rejects.toMatchObject({
      code: '42501',
    });
  });

  it('that cannot be asked is told, not taken for empty', async () => {
    const broken = run(async (manager) => {
      await manager.query('SET LOCAL search_path = public');
      await manager.query('SAVEPOINT s');
      await manager.query('SELECT 1/0').catch(() => undefined);
      return stores.queue.take(manager, TEST_PROVINCE);
    });
    await expect(broken).rejects.toMatchObject({ code: '25P02' });
  });
});
