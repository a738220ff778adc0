import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import {
  openApp,
  registryDump,
  SMALL_ACTOR,
  smallJob,
  trail,
} from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster, type RosterRow } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const EVE = '2025-06-30';

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

async function stage(rows: readonly RosterRow[], asOf = EVE): Promise<Batch> {
  const files = [await smallRoster(rows)];
  return app.get(RosterService).stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf, files });
}

const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);

async function counted(sql: string, ...parameters: unknown[]): Promise<number> {
  const [row] = await database.query<{ count: number }[]>(sql, parameters);
  return Number(row?.count);
}

const BROKEN: RosterRow = { number: '012085000077', unit: 'Xã Không Có', position: 'Thợ rèn' };

describe('staging', () => {
  it('counts what stands in the database, and writes nothing to the registry', async () => {
    const before = await registryDump(database);
    const batch = await stage([...SMALL_PEOPLE, BROKEN]);
    expect(batch).toMatchObject({
      state: 'staged',
      rows: SMALL_PEOPLE.length + 1,
      people: 0,
      added: 0,
      errors: 2,
    });
    const rows = 'SELECT count(*) FROM import_rows WHERE batch_id = $1';
    expect(await counted(rows, batch.id)).toBe(batch.rows);
    for (const severity of ['error', 'warning', 'note'] as const) {
      const issues = 'SELECT count(*) FROM import_issues WHERE batch_id = $1 AND severity = $2';
      expect(await counted(issues, batch.id, severity)).toBe(batch[`${severity}s`]);
    }
    expect(await registryDump(database)).toEqual(before);
  });

  it('refuses all files when one is no workbook, and leaves no batch', async () => {
    const before = await counted('SELECT count(*) FROM import_batches');
    const broken = { name: 'rac.xlsx', bytes: Buffer.from('no workbook') };
    const files = [await smallRoster(), broken];
    const staged = app.get(RosterService).stage(SMALL_ACTOR, { sender: 'x', asOf: EVE, files });
    await expect(staged).rejects.toMatchObject({
      code: 'sheet.not-a-workbook',
      details: { file: 'rac.xlsx' },
    });
    expect(await counted('SELECT count(*) FROM import_batches')).toBe(before);
  });
});

describe('promotion', () => {
  it('of a batch with an error is refused and writes nothing', async () => {
    const before = await registryDump(database);
    const said = (await trail(database)).length;
    const batch = await stage([...SMALL_PEOPLE, BROKEN]);
    await expect(promote(batch.id)).rejects.toMatchObject({
      code: 'roster.has-errors',
      details: { errors: 2 },
    });
    expect(await registryDump(database)).toEqual(before);
    expect(await trail(database)).toHaveLength(said + 1);
  });

  it('of the same workbook again finds everybody unchanged and writes no posting', async () => {
    const before = await registryDump(database);
    const batch = await promote((await stage(SMALL_PEOPLE)).id);
    const people = SMALL_PEOPLE.length;
    expect(batch).toMatchObject({ people, unchanged: people, added: 0, changed: 0 });
    expect(await registryDump(database)).toEqual(before);
  });

  it('keeps the person as before beside a changed row, and finds the others unchanged', async () => {
    const [first, ...others] = SMALL_PEOPLE;
    const batch = await promote((await stage([{ ...first, major: 'Kế toán' }, ...others])).id);
    expect(batch).toMatchObject({ changed: 1, unchanged: others.length, added: 0 });
    const [row] = await database.query<{ before: { staff: { major: string } } }[]>(
      `SELECT before_image AS before FROM import_rows WHERE batch_id = $1 AND state = 'changed'`,
      [batch.id],
    );
    expect(row?.before.staff.major).toBe('Luật');
    const major = `SELECT count(*) FROM staff WHERE personal_number = $1 AND major = 'Kế toán'`;
    expect(await counted(major, first!.number)).toBe(1);
    await promote((await stage(SMALL_PEOPLE)).id);
  });

  it('adds a person once, with a posting from the day of the roster', async () => {
    const added: RosterRow = { ...SMALL_PEOPLE[0], number: '012085000099', name: 'Lò Văn Mới' };
    const batch = await promote((await stage([added])).id);
    expect(batch).toMatchObject({ people: 1, added: 1, changed: 0, unchanged: 0 });
    const [posting] = await database.query<Record<string, unknown>[]>(
      `SELECT p.starts_on::text, p.source_kind, p.source_id, b.id AS batch FROM postings p
       JOIN staff s ON s.id = p.staff_id JOIN import_batches b ON b.id = $2 WHERE s.personal_number = $1`,
      [added.number, batch.id],
    );
    expect(posting).toMatchObject({ starts_on: EVE, source_kind: 'roster' });
    expect(posting?.['source_id']).toEqual(posting?.['batch']);
  });

  it('of one batch by two callers at once is done once', async () => {
    const { id } = await stage([{ ...SMALL_PEOPLE[0], number: '012085000098' }]);
    const outcomes = await Promise.allSettled([promote(id), promote(id)]);
    const refused = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'roster.already-promoted' } }]);
    const written = `SELECT count(*) FROM postings WHERE source_kind = 'roster' AND source_id = $1`;
    expect(await counted(written, id)).toBe(1);
    const said = (await trail(database)).filter(
      ({ action, subject }) => action === 'roster.promoted' && subject === `batch/${id}`,
    );
    expect(said).toHaveLength(1);
  });

  it('writes nothing at all when a unit is gone since the file was read', async () => {
    const rows = ['1', '2'].map((end) => ({ ...SMALL_PEOPLE[4]!, number: `01208500006${end}` }));
    rows[1] = { ...rows[1]!, unit: 'Xã Bản Một' };
    const { id } = await stage(rows);
    await database.query(`UPDATE units SET code = '90009' WHERE code = '90002'`);
    const before = await registryDump(database);
    await expect(promote(id)).rejects.toMatchObject({ code: 'roster.registry-moved' });
    expect(await registryDump(database)).toEqual(before);
    expect(await app.get(RosterService).get(SMALL_ACTOR, id)).toMatchObject({ state: 'staged' });
    await database.query(`UPDATE units SET code = '90002' WHERE code = '90009'`);
    expect(await promote(id)).toMatchObject({ added: 2 });
  });

  it('leaves an entry in the trail for the staging and for the promotion', async () => {
    const { id } = await stage([{ ...SMALL_PEOPLE[0], number: '012085000097' }]);
    await promote(id);
    const said = (await trail(database)).filter(({ subject }) => subject === `batch/${id}`);
    expect(said.map(({ action }) => action)).toEqual(['roster.staged', 'roster.promoted']);
  });
});
