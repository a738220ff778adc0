import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AnswersService } from '../../src/placement/answers/answers.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import type { ProposalResponse } from '../../src/placement/placement.responses.js';
import type { PlacementRun } from '../../src/placement/run.store.js';
import { RunJobsService } from '../../src/placement/run-jobs/run-jobs.service.js';
import { ReportService } from '../../src/report/report.service.js';
import { CampaignService } from '../../src/roster/campaign/campaign.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { Actor } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const EVE = '2025-06-30';
const ASKED = ['90001', '90002'];

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let officer: Actor;
let campaign: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  officer = await signedIn(app.get(Transactions), 'officer', { provinceCode: SMALL_PROVINCE });
  const asked = { name: 'Rà soát tháng 6', asOf: EVE, dueOn: '2025-07-05', unitCodes: ASKED };
  campaign = (await app.get(CampaignService).open(officer, asked)).campaign.id;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const placement = (): PlacementService => app.get(PlacementService);
const sign = (unitCode: string) => app.get(CampaignService).sign(officer, campaign, unitCode);
const run = (signedIn?: number): Promise<PlacementRun> =>
  placement().run(officer, { scenarioId: job.couldHaveBeen.id, kind: 'best', signedIn });
const linesOf = async (id: number): Promise<ProposalResponse[]> =>
  (await placement().proposals(officer, id, { offset: 0, limit: 100 })).items;
const whys = ({ options }: PlacementRun) =>
  options.signed?.held?.map(({ unitCode, why }) => [unitCode, why]);

describe('a run on signed rosters', () => {
  it('holds every unit that has not signed, in its main successor, with the reason', async () => {
    await database.query(`UPDATE import_batches SET sender = 'UBND Xã Bản Hai' WHERE as_of = $1`, [
      EVE,
    ]);
    const made = await run(campaign);
    expect(made).toMatchObject({ status: 'optimal', proven: true });
    expect(whys(made)).toEqual([
      ['90001', 'not-sent'],
      ['90002', 'not-signed'],
    ]);
    const lines = await linesOf(made.id);
    expect(made.options.signed).toMatchObject({
      ...{ campaignId: campaign, campaignName: 'Rà soát tháng 6', asOf: EVE, units: 2 },
      people: lines.length,
    });
    expect(lines.map(({ movement }) => movement)).not.toContain('transfer');
    const free = lines.filter(({ pinned }) => !pinned);
    expect(free.every(({ reason }) => reason.includes('Giữ ở đơn vị kế thừa chính'))).toBe(true);
  });

  it('places those of signed units freely and the others not; the same twice, to the byte', async () => {
    await sign('90002');
    const [first, second, whole] = [await run(campaign), await run(campaign), await run()];
    expect(whys(first)).toEqual([['90001', 'not-sent']]);
    const lines = await linesOf(first.id);
    expect(JSON.stringify(await linesOf(second.id))).toBe(JSON.stringify(lines));
    const { id: _a, seconds: _b, createdAt: _c, ...one } = first;
    const { id: _d, seconds: _e, createdAt: _f, ...two } = second;
    expect(JSON.stringify(two)).toBe(JSON.stringify(one));
    expect(first.inputHash).not.toBe(whole.inputHash);
    expect(whole.options.signed).toBeUndefined();
    for (const { oldUnitName, reason } of lines)
      expect([oldUnitName, reason.includes('Giữ ở')]).toEqual([
        oldUnitName,
        oldUnitName !== 'Xã Bản Hai',
      ]);
  });

  it('answers questions with what is held, and says it in the workbook', async () => {
    const made = await run(campaign);
    const line = (await linesOf(made.id)).find(({ reason }) => reason.includes('Giữ ở'))!;
    const { answer, basis } = await app.get(AnswersService).ask(officer, made.id, {
      ...{ kind: 'why-person', staffId: line.staffId, most: 3, commune: null },
    });
    expect(basis).toBe('exact');
    expect(answer.closed.map(({ code }) => code)).toContain('held');
    const taken = { runId: made.id, purpose: 'thử', columns: null };
    const { bytes } = await app.get(ReportService).file(officer, 'plan', taken);
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Phương án bố trí',
      'Đơn vị chưa ký danh sách',
    ]);
    const texts = sheets[1]!.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(texts).toEqual(expect.arrayContaining(['90001', 'Đơn vị chưa gửi danh sách']));
    expect(texts).not.toContain('90002');
  });

  it('holds a unit whose people changed since, and one whose signature the plan does not know', async () => {
    await database.query(
      `UPDATE staff SET degree = 'doctorate' WHERE id = (SELECT min(h.staff_id) FROM postings h
         JOIN units u ON u.province_code = h.province_code AND u.id = h.unit_id
         WHERE u.code = '90002' AND h.starts_on <= $1 AND (h.ends_on IS NULL OR h.ends_on > $1))`,
      [EVE],
    );
    expect(whys(await run(campaign))).toContainEqual(['90002', 'changed']);
    await sign('90002');
    expect(whys(await run(campaign))).toContainEqual(['90002', 'not-frozen']);
  });

  it('holds a unit that the campaign does not ask', async () => {
    const asked = { name: 'Một xã', asOf: EVE, dueOn: EVE, unitCodes: ['90001'] };
    const other = await app.get(CampaignService).open(officer, asked);
    await app.get(CampaignService).sign(officer, other.campaign.id, '90001');
    expect(whys(await run(other.campaign.id))).toEqual([['90002', 'not-asked']]);
  });

  it('is refused where there is no such campaign, at once as a job too', async () => {
    const refusal = { code: 'campaign.unknown' };
    await expect(run(999)).rejects.toMatchObject(refusal);
    await expect(
      app.get(RunJobsService).ask(SMALL_ACTOR, {
        ...{ scenarioId: job.couldHaveBeen.id, kind: 'best', signedIn: 999 },
      }),
    ).rejects.toMatchObject(refusal);
  });

  it('tells counts alone to whoever does not see the whole province', async () => {
    const { id, options } = await run(campaign);
    const { version } = await app.get(ScenarioService).get(officer, job.couldHaveBeen.id);
    const submitted = { id: job.couldHaveBeen.id, to: 'submitted', version, runId: id } as const;
    await app.get(ScenarioService).move(officer, submitted);
    const leader = await signedIn(app.get(Transactions), 'leader', {
      ...{ provinceCode: SMALL_PROVINCE, units: ['90001'] },
    });
    const { held, ...counts } = options.signed!;
    expect(held).not.toEqual([]);
    expect((await placement().get(leader, id)).options.signed).toEqual(counts);
  });
});
