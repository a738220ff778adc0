import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WishFilter } from '../../src/report/wishes/wish-people.plan.js';
import { WishesService } from '../../src/report/wishes/wishes.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  await database.query(
    `UPDATE scenario_facts f SET fact = jsonb_set(f.fact, '{wish}', jsonb_build_object('kind', 'move',
         'communeCodes', jsonb_build_array('90002', '90001')))
     FROM proposals line WHERE line.run_id = $1 AND line.outcome = 'seated' AND line.unit_code LIKE '90001%'
       AND f.scenario_id = $2 AND f.kind = 'person' AND f.key = line.person_key`,
    [job.baseline.id, job.asItWas.scenario.id],
  );
});

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const wishes = (run = job.baseline.id) => app.get(WishesService).of(SMALL_ACTOR, run);

const people = (filter: Partial<WishFilter> = {}, actor = SMALL_ACTOR) =>
  app.get(WishesService).people(actor, job.baseline.id, { list: 'all', order: 'worst', ...filter });

describe('how a run serves wishes', () => {
  it('counts a second commune in the top three and not as the first', async () => {
    const [counted] = await database.query<{ all: number; seated: number }[]>(
      `SELECT count(*)::int AS all, count(*) FILTER (WHERE outcome = 'seated' AND unit_code LIKE '90001%')::int AS seated
       FROM proposals WHERE run_id = $1`,
      [job.baseline.id],
    );
    const { figures, silent, worst, worstPeople } = await wishes();
    expect(counted!.seated).toBeGreaterThan(0);
    const moves = figures.find(({ kind }) => kind === 'move')!;
    expect(moves).toMatchObject({
      ...{ people: counted!.seated, first: 0, topThree: counted!.seated, unmet: 0 },
    });
    expect(figures[0]!.people + silent).toBe(counted!.all);
    expect(worst.people).toBe(worstPeople.length);
  });

  it('as a workbook names the worst tenth and the communes that they wished for', async () => {
    const { bytes } = await app
      .get(WishesService)
      .file(SMALL_ACTOR, job.baseline.id, 'Báo cáo nguyện vọng');
    const cells = JSON.stringify(await readWorkbook(bytes));
    const { worstPeople } = await wishes();
    expect(cells).toContain(worstPeople[0]!.fullName);
    expect(cells).toContain('Xã Bản Khác');
  });

  it('lists as many people as each figure counts', async () => {
    const { figures, silent, worst } = await wishes();
    expect((await people({ list: 'none' })).people).toHaveLength(silent);
    expect(figures.length).toBeGreaterThan(1);
    for (const { kind, ...figure } of figures) {
      const only = kind === 'all' ? {} : { kind };
      const count = async (list: WishFilter['list']) =>
        (await people({ list, ...only })).people.length;
      expect(await count('all')).toBe(figure.people);
      expect(await count('first')).toBe(figure.first);
      expect(await count('top-three')).toBe(figure.topThree);
      expect(await count('unmet')).toBe(figure.unmet);
    }
    expect((await people({ list: 'worst' })).people).toHaveLength(worst.people);
  });

  it('lists people of the own scope only', async () => {
    const scope = [{ unitCode: '90001', startsOn: '2025-07-01', endsOn: null }];
    const leader = await signedInByPassword(app, { login: 'lanh.dao', role: 'leader', scope });
    const own = (await people({}, leader)).people;
    const all = (await people()).people;
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(all.length);
    const seen = await database.query<{ id: number }[]>(
      `SELECT DISTINCT line.staff_id::int AS id FROM proposals line WHERE line.run_id = $1
         AND (line.unit_code LIKE '90001%' OR line.person_key IN (SELECT key FROM scenario_facts WHERE kind = 'person'
           AND fact->>'unitCode' LIKE '90001%'))`,
      [job.baseline.id],
    );
    expect(own.filter(({ staffId }) => !seen.some(({ id }) => id === staffId))).toEqual([]);
  });

  it('has the list as a workbook of the same people, which says what it is narrowed by', async () => {
    const filter = { list: 'top-three', kind: 'move', order: 'name' } as const;
    const { bytes } = await app
      .get(WishesService)
      .peopleFile(SMALL_ACTOR, { run: job.baseline.id, ...filter }, 'Báo cáo nguyện vọng');
    const [sheet] = (await readWorkbook(bytes)).sheets;
    const rows = sheet!.rows.map((row) => JSON.stringify(row));
    const { people: listed } = await people(filter);
    expect(listed.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.includes('nguyện vọng 2'))).toHaveLength(listed.length);
    expect(rows.join()).toContain(
      'Chỉ những người được lọc: được một trong ba nguyện vọng; nguyện vọng chuyển đến xã đã chọn.',
    );
    expect(rows.join()).toContain('Xã Bản Khác');
  });

  it('of a run that is not there is refused', async () => {
    await expect(wishes(999_999)).rejects.toMatchObject({ code: 'report.unknown-run' });
  });
});
