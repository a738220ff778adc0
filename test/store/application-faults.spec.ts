import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApplicationService, type Applied } from '../../src/decision/application.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import {
  type Dump,
  openApp,
  registryDump,
  SMALL_ACTOR,
  smallJob,
  trail,
} from '../support/demo-sources-app.js';
import { type Fault, type Sent, withFault } from '../support/failing-statement.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

/** An act has at least so many statements; fewer would mean that the faults miss it. */
const FEWEST = 10;

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

const scenarioId = (): number => job.asItWas.scenario.id;
const scenario = (): Promise<Scenario> => app.get(ScenarioService).get(SMALL_ACTOR, scenarioId());

type Act = 'apply' | 'takeBack';

async function act(name: Act, version: number): Promise<Applied> {
  return app.get(ApplicationService)[name](SMALL_ACTOR, { scenarioId: scenarioId(), version });
}

/** The act as whoever saw the scenario just now does it, with a fault at one of its statements. */
async function faulty(name: Act, at: number | null, fault: Fault = 'error'): Promise<Sent> {
  const { version } = await scenario();
  return withFault(database.source, { at, fault }, () => act(name, version));
}

interface All {
  readonly rows: Dump;
  readonly said: Awaited<ReturnType<typeof trail>>;
  readonly scenario: Scenario;
}

async function all(): Promise<All> {
  const [rows, said] = [await registryDump(database), await trail(database)];
  return { rows, said, scenario: await scenario() };
}

/** Brings the scenario there where the act can begin. */
async function ready(name: Act): Promise<void> {
  const { state, version } = await scenario();
  const wanted = name === 'apply' ? 'approved' : 'applied';
  if (state !== wanted) await act(name === 'apply' ? 'takeBack' : 'apply', version);
}

describe.each<[Act, string]>([
  ['apply', 'applied'],
  ['takeBack', 'approved'],
])('%s', (name, end) => {
  it('writes nothing when any of its statements fails, from the first to the commit', async () => {
    await ready(name);
    const before = await all();
    let failed = 0;
    for (let at = 0; ; at++) {
      const { statements, error } = await faulty(name, at);
      if (error === null) {
        expect(statements).toHaveLength(at);
        break;
      }
      failed++;
      expect({ at, code: (error as { code?: unknown }).code }).toEqual({ at, code: '22012' });
      expect({ at, ...(await all()) }).toEqual({ at, ...before });
    }
    expect(failed).toBeGreaterThanOrEqual(FEWEST);
    expect((await scenario()).state).toBe(end);
  });

  it('is done once when a deadlock ends it at any of its statements: it begins again', async () => {
    await ready(name);
    const { statements } = await faulty(name, null);
    const after = await registryDump(database);
    for (let at = 0; at < statements.length; at++) {
      await ready(name);
      const said = (await trail(database)).length;
      const { error } = await faulty(name, at, 'deadlock');
      expect({ at, error }).toEqual({ at, error: null });
      expect({ at, rows: await registryDump(database) }).toEqual({ at, rows: after });
      expect((await trail(database)).slice(said)).toHaveLength(1);
    }
  });

  it('is known as done when only the answer to its commit was lost', async () => {
    await ready(name);
    const { statements } = await faulty(name, null);
    const after = await registryDump(database);
    await ready(name);
    const { version: seen } = await scenario();
    const { error } = await faulty(name, statements.length - 1, 'lost-answer');
    expect(String(error)).toContain('Connection terminated');
    const done = await all();
    expect(done.rows).toEqual(after);
    expect(done.scenario.state).toBe(end);
    // The second click of somebody who saw the page before the first.
    if (name === 'apply') await expect(act(name, seen)).resolves.toMatchObject({ applied: false });
    else
      await expect(act(name, seen)).rejects.toMatchObject({
        code: 'scenario.changed-meanwhile',
        message: expect.stringContaining('chuyển phương án sang "đã phê duyệt"'),
      });
    expect(await all()).toEqual(done);
  });
});
