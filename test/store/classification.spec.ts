import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuditKey } from '../../src/access/audit-key.js';
import { Trail } from '../../src/access/trail.js';
import { facts } from '../../src/placement/spec-world.js';
import { FactStore } from '../../src/scenario/fact.store.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { ScenarioStore } from '../../src/scenario/scenario.store.js';
import { Factories } from '../support/factories.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { TEST_ACTOR } from '../support/test-actor.js';

let database: FreshDatabase;
let scenarios: ScenarioService;
let made: Scenario;

beforeAll(async () => {
  database = await freshDatabase();
  const { transactions } = database;
  await new Factories(transactions).aProvince();
  scenarios = new ScenarioService(
    transactions,
    new ScenarioStore(),
    new FactStore(),
    new Trail(AuditKey.ephemeral()),
  );
  made = await transactions.run(TEST_ACTOR, (manager) =>
    scenarios.freeze(manager, TEST_ACTOR, { name: 'Thử', description: '', facts: facts({}) }),
  );
}, 60_000);

afterAll(() => database.close());

describe('the mark of a scenario', () => {
  it('is none at first', () => {
    expect(made.classification).toBe('none');
  });

  it('is set once for each version, with the old and the new one in the trail', async () => {
    const { id, version } = made;
    const marked = await scenarios.classify(TEST_ACTOR, { id, classification: 'mat', version });
    expect(marked).toMatchObject({ classification: 'mat', version: version + 1 });
    await expect(
      scenarios.classify(TEST_ACTOR, { id, classification: 'none', version }),
    ).rejects.toMatchObject({ code: 'scenario.changed-meanwhile' });
    const entries = await database.transactions.run(TEST_ACTOR, (manager) =>
      manager.query<object[]>(
        `SELECT subject, before, after FROM audit_entries WHERE action = 'scenario.classified'`,
      ),
    );
    expect(entries).toEqual([
      {
        subject: `scenario/${id}`,
        before: { classification: 'none' },
        after: { classification: 'mat' },
      },
    ]);
  });

  it('goes with a copy: the facts are as secret there', async () => {
    const copy = await scenarios.copy(TEST_ACTOR, {
      id: made.id,
      name: 'Bản sao',
      description: '',
    });
    expect(copy.classification).toBe('mat');
  });

  it('of another kind is refused by the database', async () => {
    const wrong = { id: made.id, classification: 'secret' as 'mat', version: made.version + 1 };
    await expect(scenarios.classify(TEST_ACTOR, wrong)).rejects.toMatchObject({ code: '23514' });
  });
});
