import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AffectedService } from '../../src/effect/affected.service.js';
import { LawDraftService } from '../../src/law/law-draft.service.js';
import { LawEditService } from '../../src/law/law-edit.service.js';
import { LetterIssueService } from '../../src/letter/letter-issue.service.js';
import { LetterService } from '../../src/letter/letter.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 500 };
const row = {
  ...{ unit: null, startsOn: '2026-01-01', endsOn: null, evidence: 'found' as const, note: '' },
  source: { document: 'Dự thảo nghị định', article: '', date: '' },
};

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  await database.query(`UPDATE staff SET born_on = '1980-03', sex = 'male'`);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function draftOf(key: string, value: unknown, startsOn = row.startsOn): Promise<number> {
  const drafts = app.get(LawDraftService);
  const made = await drafts.create(SMALL_ACTOR, key);
  return (await drafts.setRow(SMALL_ACTOR, made, { ...row, key, value, startsOn })).id;
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

  it('names papers that would cite other law, decided and not yet written, then written, on their own day', async () => {
    const issuer = { superior: '', body: 'Sở', place: 'X', authority: 'A', signerTitle: 'B' };
    const letters = app.get(LetterIssueService);
    const asked = { scenarioId: job.asItWas.scenario.id, staffIds: null, unitCode: null };
    const bases = ['Luật Cán bộ, công chức mới'];
    const draft = await draftOf('letter.bases.transfer', bases);
    const { letters: none, unwritten } = await affected(draft);
    expect(none.total).toBe(0);
    expect(unwritten.items[0]).toMatchObject({
      ...{ kind: 'transfer', scenarioId: asked.scenarioId, movementId: null },
      issuedOn: row.startsOn,
    });
    const blockId = await app.get(LetterService).openBlock(SMALL_ACTOR, {
      ...{ year: 2026, symbol: 'QĐ', first: 1, last: 500 },
      issuer: { ...issuer, signerName: '' },
    });
    await letters.ofPlan(SMALL_ACTOR, { ...asked, blockId, issuedOn: '2026-01-01' });
    const issued = await database.query<{ kind: string; n: number }[]>(
      `SELECT kind, count(*)::integer AS n FROM letters WHERE is_current GROUP BY kind ORDER BY kind`,
    );
    const of = (kind: string) => issued.find((each) => each.kind === kind)?.n ?? 0;
    expect(of('transfer')).toBeGreaterThan(0);
    const found = await affected(draft);
    expect(found.letters.total).toBe(of('transfer'));
    expect([unwritten.total, found.unwritten.total]).toEqual([of('transfer'), 0]);
    expect(found.letters.items[0]).toMatchObject({ kind: 'transfer', issuedOn: '2026-01-01' });
    expect([found.total, found.payoutsShown]).toEqual([0, false]);
    const later = await draftOf('letter.bases.transfer', bases, '2026-01-02');
    expect((await affected(later)).letters).toEqual({ total: 0, items: [] });
  });

  it('names people whose indicative pay-out would be another, once pay-outs are on', async () => {
    await database.query(
      `UPDATE staff SET born_on = '1966-03', coefficient = 4, insurance_years = 20
       WHERE id = (SELECT min(staff_id) FROM postings WHERE kind = 'main' AND ends_on IS NULL)`,
    );
    const id = await draftOf('payout.178.severance.job-search', 6);
    expect((await affected(id)).total).toBe(0);
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ ...row, key: 'payout.shown', value: true, startsOn: '2025-01-01' },
    });
    const { total, people, counts, payoutsShown } = await affected(id);
    expect(payoutsShown).toBe(true);
    expect(counts).toEqual([{ what: 'payout', people: total }]);
    expect(total).toBeGreaterThan(0);
    for (const each of people) {
      expect(each).toMatchObject({ what: 'payout', scheme: '178-severance' });
      expect(Number(each.after)).toBeGreaterThan(Number(each.before));
    }
  });

  it('refuses a draft without changes, and one that is not there', async () => {
    const { id } = await app.get(LawDraftService).create(SMALL_ACTOR, 'Trống');
    await expect(affected(id)).rejects.toMatchObject({ code: 'law.draft-empty' });
    await expect(affected(999_999)).rejects.toMatchObject({ code: 'law.unknown-draft' });
  });
});
