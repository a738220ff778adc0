import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { rosterFile, SMALL_PEOPLE, type RosterRow } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { peopleDump } from '../support/people-dump.js';

const EVE = '2025-06-30';
const OFFICER = 'Công chức Văn phòng - thống kê';

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

async function stage(rows: readonly RosterRow[], actor: Actor = SMALL_ACTOR): Promise<Batch> {
  const files = [await rosterFile('danh-sach.xlsx', rows)];
  return app.get(RosterService).stage(actor, { sender: 'UBND huyện', asOf: EVE, files });
}

const promote = (id: number, actor: Actor = SMALL_ACTOR): Promise<Batch> =>
  app.get(PromotionService).promote(actor, id);
const undo = (id: number, actor: Actor = SMALL_ACTOR): Promise<Batch> =>
  app.get(PromotionService).undo(actor, id);

const NEW: RosterRow = {
  ...SMALL_PEOPLE[4],
  ...{ number: '012085000091', name: 'Lò Văn Mới', note: 'mới' },
  ...{ conditions: 'Đang điều trị bệnh hiểm nghèo', wish: '1. Xã Bản Một' },
};
const CHANGED: RosterRow = {
  ...SMALL_PEOPLE[0],
  ...{ unit: 'Xã Bản Hai', major: 'Kế toán', degree: 'Thạc sĩ', ethnicity: 'Thái' },
  ...{ conditions: 'Hoàn cảnh đặc biệt khó khăn', wish: '1. Xã Bản Hai' },
};

describe('undo of a batch', () => {
  it('gives back every row about people byte for byte, and says so', async () => {
    const before = await peopleDump(database);
    const { id } = await promote((await stage([CHANGED, SMALL_PEOPLE[1]!, NEW])).id);
    const between = await peopleDump(database);
    for (const table of ['staff', 'staff_conditions', 'wishes', 'postings'])
      expect(between[table]).not.toEqual(before[table]);
    const undone = await undo(id);
    expect(await peopleDump(database)).toEqual(before);
    expect(undone).toMatchObject({
      state: 'undone',
      added: 0,
      changed: 0,
      unchanged: 0,
      people: 0,
    });
    expect(undone.undoneAt).not.toBeNull();
    const said = (await trail(database)).filter(({ subject }) => subject === `batch/${id}`);
    expect(said.map(({ action }) => action)).toEqual([
      'roster.staged',
      'roster.promoted',
      'roster.undone',
    ]);
  });

  it('lets the batch be promoted again, with the same result', async () => {
    const { id } = await promote((await stage([CHANGED, NEW])).id);
    await undo(id);
    expect(await promote(id)).toMatchObject({ state: 'promoted', added: 1, changed: 1 });
    await undo(id);
  });

  it('of one that was not promoted is refused', async () => {
    const { id } = await stage([NEW]);
    await expect(undo(id)).rejects.toMatchObject({ code: 'roster.not-promoted' });
  });

  it('is refused with a later batch that changed the person, and possible after that one’s', async () => {
    const before = await peopleDump(database);
    const first = await promote((await stage([CHANGED])).id);
    const second = await promote((await stage([{ ...CHANGED, degree: 'Tiến sĩ' }])).id);
    const untouched = await peopleDump(database);
    await expect(undo(first.id)).rejects.toMatchObject({
      code: 'roster.stood-on',
      details: {
        count: 1,
        obstacles: [
          `Lò Văn Một: có trong lần nhập số ${second.id} (UBND huyện); đã được sửa sau đó: thông tin hồ sơ.`,
        ],
      },
    });
    expect(await peopleDump(database)).toEqual(untouched);
    await undo(second.id);
    await undo(first.id);
    expect(await peopleDump(database)).toEqual(before);
  });

  it('compares a batch of an earlier version by the JSON of its rows', async () => {
    const before = await peopleDump(database);
    const { id } = await promote((await stage([CHANGED, NEW])).id);
    const parts = {
      ...{ ratings: 'staff_ratings', languages: 'staff_languages', wishes: 'wishes' },
      ...{ conditions: 'staff_conditions', postings: 'postings' },
    };
    const hashes = Object.entries(parts).map(
      ([
        part,
        table,
      ]) => `'${part}', md5((SELECT coalesce(jsonb_agg(to_jsonb(t) ORDER BY to_jsonb(t)::text), '[]')
        FROM ${table} t WHERE t.staff_id = s.id)::text)`,
    );
    await database.query(
      `UPDATE import_rows r SET after_hashes = jsonb_build_object('staff', md5(to_jsonb(s)::text), ${hashes.join(', ')})
       FROM staff s WHERE s.id = r.staff_id AND r.batch_id = $1`,
      [id],
    );
    const study = (text: string) =>
      database.query(`UPDATE staff SET study_mode = $1 WHERE personal_number = '012085000091'`, [
        text,
      ]);
    const [{ was }] = await database.query<[{ was: string }]>(
      `SELECT study_mode AS was FROM staff WHERE personal_number = '012085000091'`,
    );
    await study('Từ xa');
    await expect(undo(id)).rejects.toMatchObject({
      details: { obstacles: ['Lò Văn Mới: đã được sửa sau đó: thông tin hồ sơ.'] },
    });
    await study(was);
    await undo(id);
    expect(await peopleDump(database)).toEqual(before);
  });

  it('is refused where somebody has corrected the person since, and names the part', async () => {
    const { id } = await promote((await stage([NEW])).id);
    await database.query(`UPDATE wishes SET accepted = true WHERE note IS NOT NULL AND staff_id =
      (SELECT id FROM staff WHERE personal_number = '012085000091')`);
    await expect(undo(id)).rejects.toMatchObject({
      details: { obstacles: ['Lò Văn Mới: đã được sửa sau đó: nguyện vọng.'] },
    });
    await database.query(`UPDATE wishes SET accepted = false WHERE staff_id =
      (SELECT id FROM staff WHERE personal_number = '012085000091')`);
    await undo(id);
  });

  it('of people who stand in a plan is refused with its name', async () => {
    const refused = await undo(job.batch.id).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: 'roster.stood-on', details: { count: 5 } });
    const { obstacles } = (refused as { details: { obstacles: string[] } }).details;
    expect(obstacles[0]).toMatch(/^Lò Văn Một: có trong phương án ".+"/);
  });

  it('lets a manager take back whom the own batch made, and nobody else', async () => {
    const scope = [{ unitCode: '90001', startsOn: '2000-01-01', endsOn: null }];
    const manager = await signedInByPassword(app, { login: 'quan.ly.mot', role: 'manager', scope });
    const before = await peopleDump(database);
    const mine = { ...NEW, unit: 'Xã Bản Một', position: OFFICER };
    const { id } = await promote((await stage([mine], manager)).id, manager);
    const gone = await database.transactions.run(manager, (own) =>
      own.query<[unknown, number]>("DELETE FROM staff WHERE personal_number = '012085000001'"),
    );
    expect(gone[1]).toBe(0);
    expect(await undo(id, manager)).toMatchObject({ state: 'undone' });
    expect(await peopleDump(database)).toEqual(before);
    expect(await app.get(ScenarioService).list(SMALL_ACTOR)).toHaveLength(2);
  });
});
