import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MergerFilter } from '../../src/merger/merger-people.plan.js';
import { MergerService } from '../../src/merger/merger.service.js';
import { MergerPeopleService } from '../../src/report/merger/merger-people.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let scenarioId: number;

/** The second commune passes to both new ones. */
const SPLIT = [
  SMALL.merge[0]!,
  ['90001', '90001', 1, 'whole', 1],
  ['90002', '90001', 0.3, 'part', 0],
  ['90002', '90002', '', 'remainder', 1],
  ['901', '90001', 1, 'whole', 1],
];

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const job = await smallJob(app, { ...TWO_COMMUNES, merge: SPLIT });
  scenarioId = job.asItWas.scenario.id;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const list = (filter: Partial<MergerFilter> = {}, actor: Actor = SMALL_ACTOR) =>
  app.get(MergerPeopleService).of(actor, scenarioId, { list: 'carried', order: 'unit', ...filter });

const plan = async (actor: Actor = SMALL_ACTOR) =>
  (await app.get(MergerService).plan(actor, scenarioId)).plan;

const sum = (rows: readonly { readonly headcount: number }[]): number =>
  rows.reduce((all, { headcount }) => all + headcount, 0);

const leaderOf = (unitCode: string): Promise<Actor> =>
  signedInByPassword(app, {
    ...{ login: `lanh.dao.${unitCode}`, role: 'leader' },
    scope: [{ unitCode, startsOn: '2025-07-01', endsOn: null }],
  });

describe('the people of a merger', () => {
  it('are as many as each figure counts, of each new unit too', async () => {
    const { carried, peopleToDecide } = await plan();
    expect(sum(peopleToDecide)).toBeGreaterThan(0);
    expect((await list({ list: 'decide' })).people).toHaveLength(sum(peopleToDecide));
    const all = (await list()).people;
    expect(all).toHaveLength(sum(carried));
    for (const commune of ['90001', '90002']) {
      const counted = sum(carried.filter(({ newCode }) => newCode === commune));
      expect((await list({ commune })).people).toHaveLength(counted);
    }
  });

  it('are those of the own scope only, as the figures are', async () => {
    const leader = await leaderOf('90002');
    const own = (await list({}, leader)).people;
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan((await list()).people.length);
    expect(own).toHaveLength(sum((await plan(leader)).carried));
  });

  it('come with why somebody must choose, on the page and in the workbook', async () => {
    const { people, names, sources } = await list({ list: 'decide' });
    expect(sources).toEqual([{ code: '90002', people: people.length }]);
    expect(people[0]).toMatchObject({ fromCode: '90002', newCode: '90002', pinned: false });
    expect(people[0]!.choices.map(({ code }) => names.newUnit(code))).toEqual([
      ...['Xã Bản Mới', 'Xã Bản Khác'],
    ]);
    const { bytes } = await app.get(MergerPeopleService).file(SMALL_ACTOR, scenarioId, {
      ...{ list: 'decide', order: 'name', from: '90002', purpose: 'Kiểm tra danh sách' },
    });
    const [sheet] = (await readWorkbook(bytes)).sheets;
    const rows = sheet!.rows.map((row) => JSON.stringify(row));
    const why =
      'Xã Bản Hai có 2 đơn vị kế thừa: Xã Bản Mới (30 % dân số); Xã Bản Khác (chưa rõ tỷ lệ)';
    expect(rows.filter((row) => row.includes(why))).toHaveLength(people.length);
    expect(rows.join()).toContain('Chỉ những người được lọc: theo Xã Bản Hai.');
  });

  it('who hold a managed title are counted, and named to the closed scope only, until it is applied', async () => {
    const [held] = (await list({ list: 'decide' })).people;
    await database.query(
      `UPDATE positions SET party_managed = true WHERE province_code = $1 AND code = $2`,
      [SMALL_ACTOR.provinceCode, held!.positionCode],
    );
    const officer = await signedInByPassword(app, { login: 'can.bo', role: 'officer' });
    const before = await list({}, officer);
    expect(before.closed).toBe(0);
    await database.query(`UPDATE scenarios SET state = 'submitted' WHERE id = $1`, [scenarioId]);
    const closed = await list({}, officer);
    expect(closed.closed).toBeGreaterThan(0);
    expect(closed.people.length + closed.closed).toBe(before.people.length);
    expect(closed.people.map(({ key }) => key)).not.toContain(held!.key);
    expect((await list({ search: held!.fullName }, officer)).closed).toBe(0);
    const inside = await signedInByPassword(app, {
      ...{ login: 'can.bo.kin', role: 'officer', closedScope: true },
    });
    expect((await list({}, inside)).people).toHaveLength(before.people.length);
  });

  it('of a plan that is not there are refused', async () => {
    const asked = app
      .get(MergerPeopleService)
      .of(SMALL_ACTOR, 999_999, { list: 'carried', order: 'unit' });
    await expect(asked).rejects.toMatchObject({ code: 'scenario.unknown' });
  });
});
