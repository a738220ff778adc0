import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CampaignReportService } from '../../src/report/roster/campaign-report.service.js';
import type { PeopleFilter } from '../../src/roster/campaign/campaign-people.plan.js';
import { ROSTER_FAULTS } from '../../src/roster/campaign/campaign.rules.js';
import { CampaignService, type CampaignTold } from '../../src/roster/campaign/campaign.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const EVE = '2025-06-30';

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;
let manager: Actor;
let id: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app, TWO_COMMUNES);
  const province = { provinceCode: SMALL_PROVINCE };
  officer = await signedIn(app.get(Transactions), 'officer', province);
  manager = await signedIn(app.get(Transactions), 'manager', { ...province, units: ['90001'] });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const campaigns = () => app.get(CampaignService);
const unit = ({ units }: CampaignTold, code: string) =>
  units.find(({ unitCode }) => unitCode === code)!;

/** Lines of a workbook's first sheet that say so. */
async function linesOf(bytes: Buffer, text: string): Promise<number> {
  const [sheet] = (await readWorkbook(bytes)).sheets;
  return sheet!.rows.filter(({ cells }) => cells.some((cell) => cell.text === text)).length;
}

describe('a roster campaign', () => {
  it('asks every unit of its day, and says how far each is', async () => {
    const told = await campaigns().open(officer, {
      ...{ name: 'Rà soát tháng 6', asOf: EVE, dueOn: '2025-07-05' },
    });
    ({ id } = told.campaign);
    expect(told.units.map(({ unitCode }) => unitCode)).toEqual(
      expect.arrayContaining(['90001', '90002', '901']),
    );
    expect(told.isOver).toBe(true);
    expect(told.units.every(({ state }) => state === 'not-sent')).toBe(true);
  });

  it('refuses a unit that is not there on the day, and an end before it', async () => {
    const campaign = { name: 'Thử', asOf: EVE, dueOn: EVE };
    await expect(
      campaigns().open(officer, { ...campaign, unitCodes: ['90001', '77777'] }),
    ).rejects.toMatchObject({ code: 'campaign.no-unit', details: { missing: ['77777'] } });
    await expect(
      campaigns().open(officer, { ...campaign, dueOn: '2025-06-29' }),
    ).rejects.toMatchObject({ code: 'campaign.due-before' });
  });

  it('takes a roster by the unit that its sender names', async () => {
    await database.query(`UPDATE import_batches SET sender = 'UBND Xã Bản Một' WHERE as_of = $1`, [
      EVE,
    ]);
    const told = await campaigns().get(officer, id);
    expect(unit(told, '90001').state).toBe('promoted');
    expect(unit(told, '90002').state).toBe('not-sent');
  });

  it('lists as many people as each figure of each unit counts, on the page and in the workbook', async () => {
    await database.query(
      `UPDATE staff SET major_group = NULL WHERE id = (SELECT min(id) FROM staff)`,
    );
    const { units } = await campaigns().get(officer, id);
    const people = async (filter: PeopleFilter) =>
      (await campaigns().people(officer, id, filter)).length;
    for (const { unitCode, quality } of units) {
      expect(await people({ unit: unitCode })).toBe(quality.people);
      for (const fault of ROSTER_FAULTS)
        expect(await people({ unit: unitCode, fault })).toBe(quality[fault]);
    }
    const faulty = units.reduce((sum, { quality }) => sum + quality.withoutField, 0);
    expect(faulty).toBeGreaterThan(0);
    expect(await people({ fault: 'withoutField' })).toBe(faulty);
    const book = await app
      .get(CampaignReportService)
      .people(officer, id, { fault: 'withoutField', purpose: 'Nhắc các đơn vị' });
    expect(await linesOf(book.bytes, 'Thiếu ngành')).toBe(faulty);
  });

  it('goes to Excel with the units of the state that was asked', async () => {
    const book = await app
      .get(CampaignReportService)
      .units(officer, id, { state: 'promoted', purpose: 'Báo cáo tiến độ' });
    expect(await linesOf(book.bytes, 'Xã Bản Một')).toBe(1);
    expect(await linesOf(book.bytes, 'Xã Bản Hai')).toBe(0);
  });

  it('lists to a manager the people of the own unit only', async () => {
    const own = await campaigns().people(manager, id, {});
    expect(own.length).toBeGreaterThan(0);
    expect(new Set(own.map(({ unitCode }) => unitCode))).toEqual(new Set(['90001']));
    expect(own.length).toBeLessThan((await campaigns().people(officer, id, {})).length);
    expect(await campaigns().people(manager, id, { unit: '90002' })).toEqual([]);
    const book = await app.get(CampaignReportService).people(manager, id, { purpose: 'Ký nhận' });
    expect(await linesOf(book.bytes, 'Xã Bản Một')).toBe(own.length);
    expect(await linesOf(book.bytes, 'Xã Bản Hai')).toBe(0);
  });

  it('is signed by the manager of the unit, who sees and signs no other', async () => {
    const seen = await campaigns().get(manager, id);
    expect(seen.units.map(({ unitCode }) => unitCode)).toEqual(['90001']);
    await expect(campaigns().sign(manager, id, '90002')).rejects.toMatchObject({
      code: 'campaign.not-asked',
    });
    const signed = unit(await campaigns().sign(manager, id, '90001'), '90001');
    expect(signed).toMatchObject({
      ...{ state: 'signed', changedSince: false },
      signature: { onBehalf: false, hash: signed.hash, people: signed.quality.people },
    });
    expect(unit(await campaigns().get(officer, id), '90001').hash).toBe(signed.hash);
  });

  it('tells that people have changed since, and keeps what was signed', async () => {
    await database.query(
      `UPDATE staff SET degree = 'doctorate' WHERE id = (SELECT min(h.staff_id) FROM postings h
         JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
         WHERE u.code = '90001' AND h.starts_on <= $1 AND (h.ends_on IS NULL OR h.ends_on > $1))`,
      [EVE],
    );
    expect(unit(await campaigns().get(officer, id), '90001').changedSince).toBe(true);
    const again = unit(await campaigns().sign(officer, id, '90001'), '90001');
    expect(again).toMatchObject({ changedSince: false, signature: { onBehalf: true } });
    await expect(
      database.transactions.run(officer, (own) => own.query('DELETE FROM roster_signatures')),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
