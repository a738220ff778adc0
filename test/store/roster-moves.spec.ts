import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RosterService } from '../../src/roster/roster.service.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { rosterFile, lettersOf } from '../support/demo-sources-roster.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app, TWO_COMMUNES);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

/** Issues about moves in a roster of a month after the merger that has the first person in the given unit. */
async function moves(unit: string, more: object = {}): Promise<string[]> {
  const [at] = await database.query<{ position: string }[]>(
    `SELECT p.name AS position FROM postings h JOIN staff s ON s.id = h.staff_id
     JOIN positions p ON p.id = h.position_id
     WHERE s.personal_number = '012085000001' AND h.kind = 'main' AND h.ends_on IS NULL`,
  );
  const row = { number: '012085000001', name: 'Lò Văn Một', position: at!.position, unit, ...more };
  const files = [await rosterFile('thang-8.xlsx', [row])];
  const { id } = await app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'UBND xã', asOf: '2025-08-01', files });
  const page = { batchId: id, severity: null, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items
    .filter(({ code }) => code.startsWith('movement.'))
    .map(({ code, severity, column }) => `${code} ${severity} ${column}`);
}

async function unitName(code: string): Promise<string> {
  const [unit] = await database.query<{ name: string }[]>(
    `SELECT name FROM units WHERE code = $1 AND ends_on IS NULL`,
    [code],
  );
  return unit!.name;
}

describe('a roster that has somebody in another commune', () => {
  it('is judged by the law of transfers, and one of the own commune is not', async () => {
    await database.query(
      `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on)
       SELECT province_code, id, 'discipline', '2025-07-10' FROM staff WHERE personal_number = '012085000001'`,
    );
    expect(await moves(await unitName('90001'))).toEqual([]);
    expect(await moves(await unitName('90002'))).toContain(
      `movement.no-go error ${lettersOf('unit')}`,
    );
  });

  it('is judged by the case that it tells itself', async () => {
    await database.query(`DELETE FROM staff_conditions WHERE condition_case = 'discipline'`);
    const told = { conditions: 'Đang nuôi con dưới 36 tháng' };
    const codes = await moves(await unitName('90002'), told);
    expect(codes).toContain(`movement.no-go error ${lettersOf('unit')}`);
    expect(await moves(await unitName('90002'))).not.toContain(
      `movement.no-go error ${lettersOf('unit')}`,
    );
  });
});
