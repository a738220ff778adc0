import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawEditService } from '../../src/law/law-edit.service.js';
import { LIMITS_OF_PEOPLE } from '../../src/limits/limits.plan.js';
import { LimitsService } from '../../src/limits/limits.service.js';
import { LimitsReportService } from '../../src/report/limits/limits-report.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 1000 };
const DAY = '2025-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;
let limits: LimitsService;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  limits = app.get(LimitsService);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const count = async (sql: string): Promise<number> =>
  Number((await database.query<{ n: string }[]>(`SELECT count(*) AS n ${sql}`))[0]?.n);

describe('the limits', () => {
  it('count what the registry and the run hold, against the averages of the province', async () => {
    const communes = await count(`FROM units WHERE level = 'commune' AND ends_on IS NULL`);
    for (const source of [{ on: DAY }, { run: job.baseline.id }]) {
      const { province, whole, on } = await limits.summary(SMALL_ACTOR, source);
      expect([whole, on]).toEqual([true, DAY]);
      const chairs = province.find(({ code }) => code === 'vice-chairs-per-commune');
      expect(chairs).toMatchObject({
        allowed: Math.floor(2.5 * communes),
        graceUntil: '2031-01-01',
      });
    }
  });

  it('list whom they count, as many as they say', async () => {
    await database.query(
      `UPDATE staff SET rank_code = '01.003' WHERE id IN (SELECT staff_id FROM gap_holders('12', NULL, '${DAY}')
         ORDER BY staff_id LIMIT 3)`,
    );
    for (const source of [{ on: DAY }, { run: job.best.id }]) {
      const { province, cut } = await limits.summary(SMALL_ACTOR, source);
      const all = await limits.people(SMALL_ACTOR, source, {}, PAGE);
      expect([all.total, all.items.length]).toEqual([cut?.peopleNow, cut?.peopleNow]);
      const counts = province.filter(({ code }) => LIMITS_OF_PEOPLE.some((each) => each === code));
      for (const { code, subject, computed } of counts) {
        const counted = LIMITS_OF_PEOPLE.find((each) => each === code);
        const of = { counted, rank: subject ?? undefined };
        expect((await limits.people(SMALL_ACTOR, source, of, PAGE)).total).toBe(computed);
      }
      expect(new Set(counts.map(({ code }) => code))).toEqual(new Set(LIMITS_OF_PEOPLE));
      expect(counts.some(({ computed }) => computed > 0 && computed < all.total)).toBe(true);
    }
  });

  it('judge every block of a unit that has people or a norm', async () => {
    const { items, total } = await limits.units(SMALL_ACTOR, { on: DAY }, {}, PAGE);
    const norms = items.filter(({ code }) => code === 'norm');
    const blocks = await database.query<{ commune: string; block: string; over: number | null }[]>(
      `SELECT commune_code AS commune, block, over_norm AS over FROM gap_blocks('12', NULL, '${DAY}')
       WHERE block IS NOT NULL`,
    );
    expect(total).toBe(items.length);
    expect(norms.map(({ communeCode, block }) => `${communeCode} ${block}`).sort()).toEqual(
      blocks.map(({ commune, block }) => `${commune} ${block}`).sort(),
    );
    for (const { commune, block, over } of blocks.filter((each) => each.over !== null)) {
      const limit = norms.find((each) => each.communeCode === commune && each.block === block);
      expect(limit?.over).toBe(Math.max(0, over ?? 0));
    }
    const over = await limits.units(SMALL_ACTOR, { on: DAY }, { only: 'over' }, PAGE);
    expect(over.items).toEqual(items.filter(({ over: by }) => by > 0));
  });

  it('tell the posts cut since the eve, against the target that the province sets', async () => {
    const before = await limits.summary(SMALL_ACTOR, { run: job.best.id });
    expect(before.cut).toMatchObject({ target: null, countsFrom: '2025-06-30' });
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ key: 'posts-cut.target', value: 7, unit: null, startsOn: '2025-07-01', endsOn: null },
      source: { document: 'Quyết định của tỉnh', article: '', date: '' },
      ...{ evidence: 'found', note: '' },
    });
    const { cut, parameters } = await limits.summary(SMALL_ACTOR, { run: job.best.id });
    const then = await count(`FROM postings WHERE kind = 'main' AND starts_on <= '2025-06-30'
      AND (ends_on IS NULL OR ends_on > '2025-06-30')`);
    expect(cut).toMatchObject({ target: 7, peopleThen: then });
    expect(cut?.reached).toBe(Math.max(0, then - (cut?.peopleNow ?? 0)));
    expect(parameters).toContainEqual(
      expect.objectContaining({ key: 'posts-cut.target', scope: 'province:12', assumed: false }),
    );
  });

  it('list whoever is to be placed in rank from the day of the decree on, and nobody before', async () => {
    const before = await limits.summary(SMALL_ACTOR, { on: '2025-12-30' });
    expect([before.rankPlacements, before.rankPlacementUntil]).toEqual([0, null]);
    const source = { on: '2025-12-31' };
    const { rankPlacements, rankPlacementUntil, ranks } = await limits.summary(SMALL_ACTOR, source);
    const { total, items } = await limits.rankPlacements(SMALL_ACTOR, source, {}, PAGE);
    expect([total, rankPlacementUntil]).toEqual([rankPlacements, '2027-07-01']);
    expect(ranks).toContainEqual({ code: '01.003', name: 'Chuyên viên' });
    expect(total).toBeGreaterThan(0);
    expect(items.every(({ rank, wanted }) => rank === null || !wanted.includes(rank))).toBe(true);
  });

  it('go out as a workbook, with the export in the trail', async () => {
    const asked = { source: { run: job.baseline.id }, purpose: 'Trình Ban Thường vụ' };
    const { bytes, fileName } = await app.get(LimitsReportService).file(SMALL_ACTOR, asked);
    const { sheets } = await readWorkbook(bytes);
    expect(fileName).toBe(`gioi-han-phuong-an-${job.baseline.id}.xlsx`);
    expect(sheets.map(({ name }) => name)).toEqual([
      ...['Toàn tỉnh', 'Từng đơn vị', 'Từng năm', 'Xếp ngạch', 'Người được tính'],
    ]);
    const texts = sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    );
    expect(texts).toEqual(expect.arrayContaining(['Vượt, trong thời gian quá độ', 'Được phép']));
    expect((await trail(database)).at(-1)).toMatchObject({ action: 'report.exported' });
    const { province } = await limits.summary(SMALL_ACTOR, asked.source);
    const lines = sheets.at(-1)!.rows.map(({ cells }) => cells.map((cell) => String(cell?.text)));
    const counted = (words: string) => lines.filter((cells) => cells[6]?.includes(words)).length;
    const computed = (code: string) =>
      province.filter((each) => each.code === code).reduce((sum, each) => sum + each.computed, 0);
    expect(counted('Phó Chủ tịch')).toBe(computed('vice-chairs-per-commune'));
    expect(counted('Tỷ lệ ngạch')).toBe(computed('rank-share'));
    expect(computed('rank-share')).toBeGreaterThan(0);
  });

  it('of an unknown run are not found', async () => {
    await expect(limits.summary(SMALL_ACTOR, { run: 999_999 })).rejects.toMatchObject({
      code: 'forecast.unknown-run',
    });
  });
});
