import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AffectedService } from '../../src/effect/affected.service.js';
import { LawDraftService } from '../../src/law/law-draft.service.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 500 };
const row = {
  ...{ unit: null, startsOn: '2026-01-01', endsOn: null, evidence: 'found' as const, note: '' },
  source: { document: 'Dự thảo nghị định', article: '', date: '' },
};

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  await database.query(`UPDATE staff SET born_on = '1980-03', sex = 'male'`);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function draftOf(key: string, value: unknown): Promise<number> {
  const drafts = app.get(LawDraftService);
  const made = await drafts.create(SMALL_ACTOR, key);
  return (await drafts.setRow(SMALL_ACTOR, made, { ...row, key, value })).id;
}

const affected = (id: number) => app.get(AffectedService).affected(SMALL_ACTOR, { id }, PAGE);

describe('who is affected', () => {
  it('names every person whose age of retirement would be another, and changes nothing', async () => {
    const id = await draftOf('retirement.male.max-months', 756);
    const before = await database.query('SELECT count(*) FROM law_parameters');
    const { on, keys, counts, total, people } = await affected(id);
    expect([on, keys]).toEqual(['2026-01-01', ['retirement.male.max-months']]);
    const [{ n } = { n: '0' }] = await database.query<{ n: string }[]>(
      `SELECT count(*) AS n FROM postings WHERE kind = 'main' AND starts_on <= '2026-01-01'
       AND (ends_on IS NULL OR ends_on > '2026-01-01')`,
    );
    expect(counts).toEqual([{ what: 'retirement', people: Number(n) }]);
    expect(total).toBe(Number(n));
    expect(people[0]).toMatchObject({ before: '2042-04-01', after: '2043-04-01' });
    expect(await database.query('SELECT count(*) FROM law_parameters')).toEqual(before);
  });

  it('names units and limits of the province that come out otherwise', async () => {
    const { units, province, total } = await affected(await draftOf('norm.default.government', 1));
    expect(total).toBe(0);
    expect(province).toEqual([]);
    for (const { before, after } of units) expect([before.allowed, after.allowed]).toEqual([32, 1]);
    const chairs = await affected(await draftOf('cap.vice-chairs-per-commune', 0));
    expect(chairs.province.map(({ after }) => [after.code, after.allowed])).toEqual([
      ['vice-chairs-per-commune', 0],
    ]);
  });

  it('names plans whose rules are of a day with another value, with the limits of their runs', async () => {
    const { plans } = await affected(await draftOf('cap.vice-chairs-per-commune', 0));
    const [{ n } = { n: '0' }] = await database.query<{ n: string }[]>(
      `SELECT count(*) AS n FROM scenarios WHERE state <> 'withdrawn' AND rules_on >= '2026-01-01'`,
    );
    expect(plans).toHaveLength(Number(n));
    for (const plan of plans)
      expect(plan).toMatchObject({ keys: ['cap.vice-chairs-per-commune'], limits: 1 });
  });

  it('refuses a draft without changes, and one that is not there', async () => {
    const { id } = await app.get(LawDraftService).create(SMALL_ACTOR, 'Trống');
    await expect(affected(id)).rejects.toMatchObject({ code: 'law.draft-empty' });
    await expect(affected(999_999)).rejects.toMatchObject({ code: 'law.unknown-draft' });
  });
});
