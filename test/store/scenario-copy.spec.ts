import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let count = 0;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  database.transactions.run(SMALL_ACTOR, (manager) => manager.query<T[]>(sql, parameters));

/** Everything that a scenario stands on, as text. */
const factsOf = (id: number): Promise<unknown[]> =>
  query(
    `SELECT kind, key, fact::text, hash FROM scenario_facts WHERE scenario_id = $1 ORDER BY kind, key`,
    [id],
  );

const pinsOf = (id: number): Promise<{ reason: string }[]> =>
  query(
    `SELECT person_key, kind, unit_code, position_code, reason FROM pins WHERE scenario_id = $1 ORDER BY person_key`,
    [id],
  );

const copy = (id: number, name = `Bản sao ${++count}`) =>
  app.get(ScenarioService).copy(SMALL_ACTOR, { id, name, description: 'Thử phương án khác' });

describe('a copy of a scenario', () => {
  it('is a draft on the same facts to the byte, even of one that is applied', async () => {
    const { id } = job.asItWas.scenario;
    const source = await app.get(ScenarioService).get(SMALL_ACTOR, id);
    expect(source.state).toBe('applied');
    const made = await copy(id, 'Bản sao của nguyên trạng');
    expect(made).toMatchObject({
      name: 'Bản sao của nguyên trạng',
      description: 'Thử phương án khác',
      state: 'draft',
      version: 1,
      effectiveOn: source.effectiveOn,
      rulesOn: source.rulesOn,
      factsHash: source.factsHash,
      chosenRunId: null,
      appliedAt: null,
    });
    const facts = await factsOf(id);
    expect(facts.length).toBeGreaterThan(0);
    expect(await factsOf(made.id)).toEqual(facts);
    expect((await pinsOf(id)).length).toBeGreaterThan(0);
    expect(await pinsOf(made.id)).toEqual(await pinsOf(id));
  });

  it('gives the same placement as its source', async () => {
    const made = await copy(job.couldHaveBeen.id);
    const run = await app
      .get(PlacementService)
      .run(SMALL_ACTOR, { scenarioId: made.id, kind: 'best' });
    expect(run.inputHash).toBe(job.best.inputHash);
    expect(run.levels).toEqual(job.best.levels);
  });

  it('keeps its pins when those of the source change, and the other way round', async () => {
    const source = job.couldHaveBeen.id;
    const made = await copy(source);
    const before = await pinsOf(source);
    await query(`UPDATE pins SET reason = 'của bản gốc' WHERE scenario_id = $1`, [source]);
    expect(await pinsOf(made.id)).toEqual(before);
    await query(`DELETE FROM pins WHERE scenario_id = $1`, [made.id]);
    expect(await pinsOf(source)).toEqual(before.map((pin) => ({ ...pin, reason: 'của bản gốc' })));
  });

  it('stands in the trail with what it was made from', async () => {
    const made = await copy(job.couldHaveBeen.id);
    const entries = await query(
      `SELECT actor, action, subject, details FROM audit_entries ORDER BY id DESC LIMIT 1`,
    );
    expect(entries).toEqual([
      {
        actor: SMALL_ACTOR.id,
        action: 'scenario.copied',
        subject: `scenario/${made.id}`,
        details: { from: job.couldHaveBeen.id },
      },
    ]);
  });

  it('is refused under a name that is taken and of a scenario that is not there, and writes nothing', async () => {
    const written = () =>
      query(`SELECT (SELECT count(*) FROM scenarios) AS scenarios, (SELECT count(*) FROM scenario_facts) AS facts,
                    (SELECT count(*) FROM audit_entries) AS trail`);
    const before = await written();
    await expect(copy(job.couldHaveBeen.id, job.couldHaveBeen.name)).rejects.toMatchObject({
      kind: 'conflict',
      code: 'scenario.name-taken',
    });
    await expect(copy(999_999)).rejects.toMatchObject({
      kind: 'not-found',
      code: 'scenario.unknown',
    });
    expect(await written()).toEqual(before);
  });
});
