import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { PreflightService } from '../../src/decision/preflight.service.js';
import { ApprovalService } from '../../src/decision/approval.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { PaperReportService } from '../../src/report/lists/paper-report.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Actor } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let first: Actor;
let second: Actor;
let leader: Actor;
/** A plan that moves somebody from 90001 into 90002, and its run. */
let id: number;
let runId: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const job = await smallJob(app, TWO_COMMUNES);
  const province = { provinceCode: SMALL_PROVINCE };
  first = await signedIn(app.get(Transactions), 'officer', province);
  second = await signedIn(app.get(Transactions), 'officer', province);
  leader = await signedIn(app.get(Transactions), 'leader', { ...province, units: ['90002'] });
  ({ id } = job.couldHaveBeen);
  const [person] = await database.query<{ staffId: number }[]>(
    `SELECT staff_id AS "staffId" FROM proposals WHERE run_id = $1 AND NOT pinned AND outcome = 'seated'
       AND unit_code LIKE '90001%' ORDER BY person_key LIMIT 1`,
    [job.best.id],
  );
  const [seat] = await database.query<{ unitCode: string }[]>(
    `SELECT fact->>'unitCode' AS "unitCode" FROM scenario_facts
     WHERE scenario_id = $1 AND kind = 'seat' AND fact->>'unitCode' LIKE '90002%'`,
    [id],
  );
  await app.get(PinsService).set(SMALL_ACTOR, {
    scenarioId: id,
    version: (await plan()).version,
    staffId: person!.staffId,
    pin: { kind: 'seat', unitCode: seat!.unitCode, positionCode: 'O1', reason: 'Xã thiếu người' },
  });
  const order = { scenarioId: id, kind: 'baseline' } as const;
  const run = await app.get(PlacementService).run(SMALL_ACTOR, order);
  expect(run.levels.moved).toBe(1);
  runId = run.id;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const plan = (): Promise<Scenario> => app.get(ScenarioService).get(SMALL_ACTOR, id);
const agreements = () => app.get(AgreementService);
const move = async (actor: Actor, to: 'submitted' | 'draft' | 'withdrawn'): Promise<Scenario> => {
  const { version } = await plan();
  const run = to === 'submitted' ? { runId } : {};
  return app.get(ScenarioService).move(actor, { id, to, version, ...run });
};
const close = async (actor: Actor = first): Promise<Scenario> =>
  agreements().close(actor, { scenarioId: id, version: (await plan()).version });
const approve = async (actor: Actor): Promise<Scenario> =>
  app.get(ApprovalService).approve(actor, { scenarioId: id, version: (await plan()).version });
const apply = async (actor: Actor) =>
  app.get(ApplicationService).apply(actor, { scenarioId: id, version: (await plan()).version });
const SENDER = { unitCode: '90001', side: 'sending' } as const;
const RECEIVER = { unitCode: '90002', side: 'receiving' } as const;
const answer = (actor: Actor, unit: typeof SENDER | typeof RECEIVER, said: object) =>
  agreements().answer(actor, {
    ...{ scenarioId: id, units: [unit], answer: 'agreed' },
    ...said,
  });

describe('a plan that moves one person', () => {
  const lines = (filter: object) =>
    app.get(PlacementService).proposals(SMALL_ACTOR, runId, { offset: 0, limit: 100, ...filter });

  it('lists who leaves an old unit, and who goes outside its successors', async () => {
    const all = await lines({});
    const sent = await lines({ from: '90001', moved: true });
    const taken = await lines({ commune: '90002', moved: true });
    expect(sent.items).toHaveLength(1);
    expect(taken.items).toEqual(sent.items);
    expect((await lines({ moved: false })).total).toBe(all.total - 1);
    const [first, second] = [await lines({ from: '90001' }), await lines({ from: '90002' })];
    expect(first.total).toBeGreaterThan(1);
    expect(first.total + second.total).toBe(all.total);
  });
});

describe('a submitted plan', () => {
  it('asks the unit that sends and the one that receives, and nobody who only follows', async () => {
    await move(first, 'submitted');
    const asked = await agreements().of(first, id);
    expect(asked).toMatchObject({ runId, complete: false });
    expect(
      asked.units.map(({ unitCode, side, people, state }) => [unitCode, side, people, state]),
    ).toEqual([
      ['90001', 'sending', 1, 'waiting'],
      ['90002', 'receiving', 1, 'waiting'],
    ]);
    await expect(close()).rejects.toMatchObject({
      code: 'agreement.open',
      details: { units: [{ state: 'waiting' }, { state: 'waiting' }] },
    });
  });

  it('shows a leader the own unit only, who answers for no other and overrules nobody', async () => {
    const seen = await agreements().of(leader, id);
    expect(seen.units.map(({ unitCode }) => unitCode)).toEqual(['90002']);
    await expect(answer(leader, SENDER, {})).rejects.toMatchObject({ code: 'agreement.not-asked' });
    await expect(
      answer(leader, RECEIVER, { answer: 'overruled', reason: 'other' }),
    ).rejects.toMatchObject({ code: 'agreement.not-asked' });
    await expect(answer(leader, RECEIVER, { answer: 'objected' })).rejects.toMatchObject({
      code: 'agreement.reason',
    });
    const said = { answer: 'objected', reason: 'not-qualified', note: 'Xã cần người ngành luật' };
    const told = await answer(leader, RECEIVER, said);
    expect(told.units[0]).toMatchObject({ state: 'objected', answers: [{ onBehalf: false }] });
  });

  it('is not agreed while an objection stands, and keeps it when it is overruled', async () => {
    await answer(first, SENDER, {});
    await expect(close()).rejects.toMatchObject({
      code: 'agreement.open',
      details: { units: [{ unitName: 'Xã Bản Khác', state: 'objected' }] },
    });
    const told = await answer(first, RECEIVER, { answer: 'overruled', reason: 'task-first' });
    expect(told.complete).toBe(true);
    const [, receiver] = told.units;
    expect(receiver!.answers.map((each) => [each.answer, each.reason, each.onBehalf])).toEqual([
      ['objected', 'not-qualified', false],
      ['overruled', 'task-first', true],
    ]);
  });

  it('goes to Excel with a line for each answer; to a leader the own unit only', async () => {
    const linesFor = async (actor: Actor): Promise<string[][]> => {
      const file = await app.get(PaperReportService).answers(actor, id, 'Họp thẩm định');
      const { sheets } = await readWorkbook(file.bytes);
      const lines = sheets[0]!.rows.map(({ cells }) => cells.map(({ text }) => text));
      return lines.filter((cells) => cells.some((text) => ['cử đi', 'tiếp nhận'].includes(text)));
    };
    const receiver = (await linesFor(first)).filter((cells) => cells.includes('tiếp nhận'));
    expect(receiver.map((cells) => cells.slice(5, 7))).toEqual([
      ['Không đồng ý', 'Không đúng chuyên môn'],
      ['Không chấp nhận ý kiến', 'Yêu cầu nhiệm vụ'],
    ]);
    expect(receiver[0]).toContain('Xã cần người ngành luật');
    expect(await linesFor(first)).toHaveLength(3);
    const own = (await linesFor(leader)).map((cells) => cells.slice(1));
    expect(own).toEqual(receiver.map((cells) => cells.slice(1)));
  });

  it('keeps what was said: nobody changes or removes it', async () => {
    for (const sql of [
      `UPDATE scenario_agreements SET answer = 'agreed', reason = NULL`,
      'DELETE FROM scenario_agreements',
    ])
      await expect(
        database.transactions.run(first, (manager) => manager.query(sql)),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an agreed plan', () => {
  it('is approved by another than who submitted it, who freezes its content', async () => {
    await expect(approve(second)).rejects.toMatchObject({ code: 'approval.not-agreed' });
    expect(await close()).toMatchObject({ state: 'agreed' });
    await expect(approve(first)).rejects.toMatchObject({ code: 'approval.second-person' });
    expect(await plan()).toMatchObject({ state: 'agreed', approvedHash: null });
    const approved = await approve(second);
    expect(approved).toMatchObject({
      ...{ state: 'approved', chosenRunId: runId },
      ...{ submittedBy: first.id, approvedBy: second.id },
    });
    expect(approved.approvedHash).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is not approved by who comes too late, who is told what happened', async () => {
    const seen = (await plan()).version - 1;
    const late = app.get(ApprovalService).approve(second, { scenarioId: id, version: seen });
    await expect(late).rejects.toMatchObject({
      code: 'scenario.changed-meanwhile',
      details: { changedBy: second.name, changedWhat: 'phê duyệt phương án' },
    });
  });

  it('is not applied when a line of its run is no longer what was approved', async () => {
    const shift = (by: string): Promise<unknown> =>
      database.query(
        `UPDATE proposals SET position_code = position_code || $2 WHERE run_id = $1 AND person_key =
           (SELECT min(person_key) FROM proposals WHERE run_id = $1)`,
        [runId, by],
      );
    await shift('X');
    await expect(apply(first)).rejects.toMatchObject({ code: 'decision.content-changed' });
    await database.query(
      `UPDATE proposals SET position_code = rtrim(position_code, 'X') WHERE run_id = $1`,
      [runId],
    );
    // All is as it was approved; what stands against it now is the other plan that is applied.
    await expect(apply(first)).rejects.toMatchObject({ code: 'decision.units-merged-already' });
  });

  it('is looked at before it is applied: what stands against it, and nothing is written', async () => {
    const before = await plan();
    const { checks, runId: looked } = await app.get(PreflightService).of(first, id);
    expect(looked).toBe(runId);
    // The other plan has merged the units, and what it made is not there any more on the eve.
    expect(checks.filter(({ severity }) => severity === 'error')).toMatchObject([
      { code: 'units-merged', count: 3 },
    ]);
    await database.query(
      `UPDATE staff SET degree = 'doctorate' WHERE id = (SELECT min(staff_id) FROM proposals WHERE run_id = $1)`,
      [runId],
    );
    const again = await app.get(PreflightService).of(first, id);
    expect(again.checks.map(({ code, count }) => [code, count])).toEqual(
      expect.arrayContaining([['people-changed', 1]]),
    );
    expect(await plan()).toEqual(before);
  });

  it('goes back to no draft; withdrawn, edited and submitted again it is asked about anew', async () => {
    await expect(move(first, 'draft')).rejects.toMatchObject({
      code: 'scenario.state-may-not-follow',
    });
    await move(first, 'withdrawn');
    await move(first, 'draft');
    const again = await move(second, 'submitted');
    expect(again).toMatchObject({ approvedHash: null, approvedBy: null, submittedBy: second.id });
    const { units, complete } = await agreements().of(first, id);
    expect(complete).toBe(false);
    expect(units.map(({ state }) => state)).toEqual(['waiting', 'waiting']);
    expect(units.map(({ answers }) => answers.length)).toEqual([1, 2]);
    expect(units.flatMap(({ answers }) => answers).some(({ counts }) => counts)).toBe(false);
  });
});
