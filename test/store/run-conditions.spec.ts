import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GapService } from '../../src/gap/gap.service.js';
import { AnswersService } from '../../src/placement/answers/answers.service.js';
import { PlacementService, type RunRequest } from '../../src/placement/placement.service.js';
import { NO_SIDE_OPTIONS } from '../../src/placement/side/side-options.js';
import { ReportService } from '../../src/report/report.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
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

const { keep: _keep, ...NOTHING } = NO_SIDE_OPTIONS;
const placement = (): PlacementService => app.get(PlacementService);
const run = (order: Omit<RunRequest, 'scenarioId'>) =>
  placement().run(SMALL_ACTOR, { scenarioId: job.couldHaveBeen.id, ...order });
const firstLine = async (id: number) =>
  (await placement().proposals(SMALL_ACTOR, id, { offset: 0, limit: 1 })).items[0]!;
const placesOf = async (id: number): Promise<unknown[]> =>
  (await placement().proposals(SMALL_ACTOR, id, { offset: 0, limit: 100 })).items.map(
    ({ staffId, outcome, unitCode, positionCode }) => [staffId, outcome, unitCode, positionCode],
  );

describe('the lines of a run', () => {
  it('say until when somebody may wait without a seat, and nothing of the others', async () => {
    const page = await placement().proposals(SMALL_ACTOR, job.best.id, { offset: 0, limit: 100 });
    const said = page.items.map(({ outcome, benchEndsOn }) => [outcome === 'surplus', benchEndsOn]);
    expect(said).toContainEqual([true, '2030-12-31']);
    for (const [waits, day] of said) expect(day).toBe(waits === true ? '2030-12-31' : null);
  });
});

describe('a run by seniority', () => {
  it('is stored as one by a rule: no bound, no claim; questions are answered by following the rule', async () => {
    const made = await run({ kind: 'seniority' });
    expect(made).toMatchObject({
      kind: 'seniority',
      status: 'by-rule',
      proven: false,
      bound: null,
      gap: null,
      gapPeople: null,
    });
    const first = await firstLine(made.id);
    const { staffId } = first;
    const question = { kind: 'why-person', staffId, most: 3, commune: null } as const;
    const answers = app.get(AnswersService);
    const why = await answers.ask(SMALL_ACTOR, made.id, question);
    expect(why.answer).toMatchObject({ reason: first.reason, alternatives: [] });
    expect(why.basis).toBe('rule');
    const change = { kind: 'leave', staffId } as const;
    const gone = await answers.ask(SMALL_ACTOR, made.id, { kind: 'what-if', change });
    expect(gone.answer.moves.map((move) => move.staffId)).toContain(staffId);
  });

  it('takes no conditions, which only the best placement knows', async () => {
    const side = { ...NOTHING, couplesWithinKm: 30 };
    await expect(run({ kind: 'seniority', side })).rejects.toMatchObject({
      code: 'placement.conditions-of-best',
    });
  });
});

describe('the plan as a workbook', () => {
  it('tells the next best places with price and chain as the API does, and who could take open seats', async () => {
    const taken = { runId: job.best.id, purpose: 'thử', columns: null, prices: true };
    const { bytes } = await app.get(ReportService).file(SMALL_ACTOR, 'plan', taken);
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.map(({ name }) => name)).toEqual([
      'Phương án bố trí',
      'Vì sao không ở nơi khác',
      'Chỗ trống, ai có thể nhận',
    ]);
    const texts = (at: number): string[] =>
      sheets[at]!.rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    const lines = await placement().proposals(SMALL_ACTOR, job.best.id, { offset: 0, limit: 100 });
    let priced = 0;
    for (const { staffId, fullName } of lines.items) {
      const question = { kind: 'why-person', staffId, most: 2, commune: null } as const;
      const { answer } = await app.get(AnswersService).ask(SMALL_ACTOR, job.best.id, question);
      expect(texts(1)).toContain(fullName);
      for (const { summary, moves } of answer.alternatives) {
        expect(texts(1)).toContain(summary);
        expect(texts(1)).toContain(moves.map(({ sentence }) => sentence).join('\n'));
        priced++;
      }
    }
    expect(priced).toBeGreaterThan(2);
    const cells = await app.get(GapService).cells(SMALL_ACTOR, { run: job.best.id });
    const open = cells.filter(({ shortage }) => shortage > 0);
    expect(open.length).toBeGreaterThan(0);
    for (const { communeCode, positionCode } of open) {
      const question = { kind: 'why-cell', unitCode: communeCode, positionCode, most: 3 } as const;
      const { answer } = await app.get(AnswersService).ask(SMALL_ACTOR, job.best.id, question);
      expect(texts(2)).toContain(answer.verdict);
    }
  });
});

describe('a run under conditions', () => {
  it('stores what was asked, and is the optimum itself where that breaks nothing', async () => {
    const side = { ...NOTHING, couplesWithinKm: 500, movedOutPercent: 100 };
    const made = await run({ kind: 'best', side });
    expect(made).toMatchObject({ status: 'optimal', proven: true, gap: 0, gapPeople: 0 });
    expect(made.options).toEqual({ side, cutShort: false });
    expect(await placesOf(made.id)).toEqual(await placesOf(job.best.id));
    const change = { kind: 'leave', staffId: (await firstLine(made.id)).staffId } as const;
    const ask = (id: number) =>
      app.get(AnswersService).ask(SMALL_ACTOR, id, { kind: 'what-if', change });
    const [own, best] = [await ask(made.id), await ask(job.best.id)];
    expect([own.answer.change, best.basis]).toEqual([best.answer.change, 'exact']);
    expect(own.basis).toBe('at-least');
  });

  it('names what the province has too few people for', async () => {
    const speakers = [{ unitCode: '90001', language: 'Hà Nhì', count: 2 }];
    const made = await run({ kind: 'best', side: { ...NOTHING, speakers } });
    expect(made.status).toBe('bounded');
    expect(made.gap).toBeGreaterThanOrEqual(0);
    expect(made.breaches.map(({ code }) => code)).toContain('placement.too-few-speakers');
    const change = { kind: 'leave', staffId: (await firstLine(made.id)).staffId } as const;
    const asked = app.get(AnswersService).ask(SMALL_ACTOR, made.id, { kind: 'what-if', change });
    expect((await asked).basis).toBe('without-conditions');
  });

  it('keeps an announced plan where nobody may change', async () => {
    const kept = { runId: job.baseline.id, most: 0 };
    const made = await run({ kind: 'best', keep: kept });
    expect(made.options).toEqual({ keep: kept, cutShort: false });
    expect(await placesOf(made.id)).toEqual(await placesOf(job.baseline.id));
  });

  it('is refused where the announced plan is none', async () => {
    const keep = { runId: 999_999, most: 1 };
    await expect(run({ kind: 'best', keep })).rejects.toMatchObject({ code: 'placement.no-run' });
  });
});
