import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SpellingLoader } from '../../src/registry/spelling.loader.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { smallRoster } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const meanings = (spelling: string) =>
  database.query<{ kind: string; target_code: string }[]>(
    'SELECT kind, target_code FROM aliases WHERE spelling = $1 ORDER BY target_code',
    [spelling],
  );

describe('the spellings that ship with the program', () => {
  it('are understood in a province that gave none of its own', async () => {
    const rows = [{ number: '012085000077', unit: 'Xã Bản Một', position: 'Phó CT UBND' }];
    const { id, errors } = await app.get(RosterService).stage(SMALL_ACTOR, {
      ...{ sender: 'UBND huyện', asOf: '2025-06-30' },
      files: [await smallRoster(rows)],
    });
    const { items } = await app
      .get(RosterService)
      .issues(SMALL_ACTOR, { batchId: id, severity: null, offset: 0, limit: 50 });
    expect(items.filter(({ message }) => message.includes('Phó CT UBND'))).toEqual([]);
    expect(errors).toBe(0);
    expect(await meanings('HTTNV')).toEqual([{ kind: 'rating', target_code: 'good' }]);
  });

  it('come to a province that an earlier version loaded, once, beside its own words', async () => {
    await database.query(`DELETE FROM aliases WHERE spelling IN ('CT UBND', 'VP-TK')`);
    await database.query(
      `INSERT INTO aliases (province_code, kind, spelling, target_code)
       VALUES ('12', 'position', 'VP-TK', 'O3')`,
    );
    const before = (await trail(database)).length;
    await app.get(SpellingLoader).load(SMALL_ACTOR);
    // The post of the new communes, and of the old ones: each on its days.
    expect(await meanings('CT UBND')).toEqual([
      { kind: 'position', target_code: 'D3' },
      { kind: 'position', target_code: 'X-CT' },
    ]);
    expect(await meanings('VP-TK')).toEqual([{ kind: 'position', target_code: 'O3' }]);
    expect((await trail(database)).slice(before)).toEqual([
      { action: 'registry.loaded', subject: 'province/12' },
    ]);
    await app.get(SpellingLoader).load(SMALL_ACTOR);
    expect(await trail(database)).toHaveLength(before + 1);
  });
});
