import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { WishesService } from '../../src/report/wishes/wishes.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
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

  it('of a run that is not there is refused', async () => {
    await expect(wishes(999_999)).rejects.toMatchObject({ code: 'report.unknown-run' });
  });
});
