import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { registryDump } from '../support/demo-sources-app.js';
import { decisionCommands, decisionTour, leavingFirst } from '../support/decision-commands.js';
import { newModel, type DecisionModel } from '../support/decision-step.js';
import { DecisionWorld } from '../support/decision-world.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const SEED = 20_251_129;
const RUNS = 8;

let database: FreshDatabase;
let world: DecisionWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await DecisionWorld.open(database);
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

const seen = new Map<string, number>();

async function lived(
  commands: Iterable<fc.AsyncCommand<DecisionModel, DecisionWorld>>,
): Promise<void> {
  await world.begin();
  try {
    await fc.asyncModelRun(() => ({ model: newModel(), real: world }), commands);
  } finally {
    await world.undoAll();
  }
  expect(await registryDump(database)).toEqual(world.untouched);
}

describe('a plan and its people keep the invariants after every act, and all of it can be undone', () => {
  it('from the draft to the registry and back', async () => {
    await lived(decisionTour(seen));
    const done = [
      'run',
      'submitted',
      'close',
      'hand-over',
      'approve',
      'apply',
      'transfer',
      'take-back',
    ];
    expect(done.filter((act) => !seen.has(`${act}: done`))).toEqual([]);
  });

  it('where somebody was decided to leave before the plan was applied', async () => {
    await lived(leavingFirst(seen));
    expect(seen.get('apply: decision.decided-since')).toBeGreaterThan(0);
  });

  it(
    'whatever is done in whatever order',
    async () => {
      const lives = fc.asyncProperty(decisionCommands(seen), lived);
      await fc.assert(lives, { seed: SEED, numRuns: RUNS, endOnFailure: true });
    },
    5 * 60_000,
  );
});
