import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawStore } from '../../src/law/law.store.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { TreatmentService } from '../../src/report/treatment/treatment.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

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

const treatment = (run = job.baseline.id) => app.get(TreatmentService).of(SMALL_ACTOR, run);

describe('how a run treats groups', () => {
  it('hides everything of five people, but for how many they are', async () => {
    const { people, smallest, dimensions } = await treatment();
    expect([people, smallest]).toEqual([5, 5]);
    expect(dimensions.map(({ dimension }) => dimension)).toEqual([
      ...['sex', 'ethnicity', 'age', 'old-unit'],
    ]);
    for (const { groups } of dimensions)
      for (const { people: size } of groups) expect(size === null || size >= smallest).toBe(true);
  });

  it('counts them as the run put them where the province lowers the threshold', async () => {
    const row = {
      ...{ key: 'personal-data.smallest-count', value: 1, scope: `province:${SMALL_PROVINCE}` },
      ...{ startsOn: '2023-08-01', endsOn: null, evidence: 'confirmed' as const, note: '' },
      source: { document: 'Thử', article: '', date: '' },
    };
    await database.transactions.run(SMALL_ACTOR, (manager) =>
      new LawStore().addPack(manager, { pack: 'personal-data', name: '', parameters: [row] }),
    );
    const [counted] = await database.query<{ seated: number; surplus: number; leaving: number }[]>(
      `SELECT count(*) FILTER (WHERE outcome = 'seated')::int AS seated,
         count(*) FILTER (WHERE outcome = 'surplus')::int AS surplus,
         count(*) FILTER (WHERE outcome = 'leaving')::int AS leaving
       FROM proposals WHERE run_id = $1`,
      [job.baseline.id],
    );
    const { dimensions } = await treatment();
    for (const { groups } of dimensions) {
      const sum = (of: 'placed' | 'surplus' | 'leaving'): number =>
        groups.reduce((all, group) => all + (group[of] ?? Number.NaN), 0);
      expect([sum('placed'), sum('surplus'), sum('leaving')]).toEqual([
        ...[counted!.seated, counted!.surplus, counted!.leaving],
      ]);
    }
  });

  it('as a workbook has a sheet for each, and names nobody', async () => {
    const file = await app
      .get(TreatmentService)
      .file(SMALL_ACTOR, job.baseline.id, 'Báo cáo đối xử bình đẳng');
    const cells = JSON.stringify(await readWorkbook(file.bytes));
    for (const name of ['Giới tính', 'Dân tộc', 'Nhóm tuổi', 'Đơn vị cũ'])
      expect(cells).toContain(name);
    const names = await database.query<{ name: string }[]>('SELECT full_name AS name FROM staff');
    expect(names.filter(({ name }) => cells.includes(name))).toEqual([]);
  });

  it('of a run that is not there is refused', async () => {
    await expect(treatment(999_999)).rejects.toMatchObject({ code: 'report.unknown-run' });
  });
});
