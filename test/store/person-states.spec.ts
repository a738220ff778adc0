import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { ApprovalService } from '../../src/decision/approval.service.js';
import { PersonActsService } from '../../src/decision/person/person-acts.service.js';
import {
  type PersonState,
  PersonStatesService,
} from '../../src/decision/person/person-states.service.js';
import { PreflightService } from '../../src/decision/preflight.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { PaperReportService } from '../../src/report/lists/paper-report.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { Transactions } from '../../src/shared/transactions.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let officer: Actor;
let second: Actor;
let leader: Actor;
let id: number;
let runId: number;
let staffId: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  const province = { provinceCode: SMALL_PROVINCE };
  officer = await signedIn(app.get(Transactions), 'officer', province);
  second = await signedIn(app.get(Transactions), 'officer', province);
  leader = await signedIn(app.get(Transactions), 'leader', { ...province, units: ['90001'] });
  ({ id } = job.couldHaveBeen);
  const order = { scenarioId: id, kind: 'baseline' } as const;
  ({ id: runId } = await app.get(PlacementService).run(SMALL_ACTOR, order));
  staffId = (await people()).find(({ outcome }) => outcome === 'seated')!.staffId;
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const ALL = { offset: 0, limit: 100 };
const states = (scenarioId = id, actor = officer, filter = {}) =>
  app.get(PersonStatesService).list(actor, scenarioId, { ...ALL, ...filter });
const people = async (scenarioId = id): Promise<readonly PersonState[]> =>
  (await states(scenarioId)).items;
const stage = async (): Promise<string> =>
  (await people()).find((each) => each.staffId === staffId)!.stage;
const acts = () => app.get(PersonActsService);
const add = (given: object) =>
  acts().add(officer, {
    ...{ scenarioId: id, staffId, kind: 'heard', happenedOn: '2025-06-16', note: 'Xin ở lại' },
    ...given,
  });

describe('people of a plan', () => {
  it('go to Excel as many as each count says, of the own scope only', async () => {
    const plan = job.asItWas.scenario.id;
    const lines = async (filter: object, actor = officer): Promise<number> => {
      const purpose = 'Báo cáo tiến độ từng người';
      const { bytes } = await app
        .get(PaperReportService)
        .people(actor, plan, { ...filter, purpose });
      const [sheet] = (await readWorkbook(bytes)).sheets;
      return sheet!.rows.filter(({ cells }) =>
        cells.some(({ column, kind }) => column === 1 && kind === 'number'),
      ).length;
    };
    const { total, exits } = await states(plan);
    expect(await lines({})).toBe(total);
    expect(await lines({ exit: 'surplus' })).toBe(exits.surplus);
    const own = (await states(plan, leader)).total;
    expect(own).toBeLessThan(total);
    expect(await lines({}, leader)).toBe(own);
  });

  it('have arrived where the plan was applied and its day has come, surplus too', async () => {
    const { total, stages, exits, surplusUntil, items } = await states(job.asItWas.scenario.id);
    expect(total).toBeGreaterThan(0);
    expect(stages.arrived).toBe(total);
    expect(items.filter(({ exit }) => exit === 'surplus')).toHaveLength(exits.surplus);
    expect(surplusUntil).toBe('2030-12-31');
  });

  it('are proposed by the run that is decided on, and counted by stage', async () => {
    const { total, stages } = await states();
    expect(stages.proposed).toBe(total);
    const { total: none } = await states(id, officer, { stage: 'heard' });
    expect(none).toBe(0);
  });
});

describe('somebody who was heard', () => {
  it('is heard about that place only: another place asks anew', async () => {
    await expect(add({ code: 'too-far' })).rejects.toMatchObject({ code: 'person.code' });
    const told = await add({ code: 'proposes' });
    expect(told.acts).toMatchObject([{ kind: 'heard', code: 'proposes', note: 'Xin ở lại' }]);
    expect(await stage()).toBe('heard');
    const shift = (sql: string): Promise<unknown> =>
      database.query(
        `UPDATE proposals SET position_code = ${sql} WHERE run_id = $1 AND staff_id = $2`,
        [runId, staffId],
      );
    await shift(`position_code || 'X'`);
    expect(await stage()).toBe('proposed');
    await shift(`rtrim(position_code, 'X')`);
    expect(await stage()).toBe('heard');
  });

  it('stays on record: nobody changes or removes it', async () => {
    for (const sql of [`UPDATE person_acts SET note = ''`, 'DELETE FROM person_acts'])
      await expect(
        database.transactions.run(officer, (manager) => manager.query(sql)),
      ).rejects.toMatchObject({ code: '42501' });
  });
});

describe('an objection', () => {
  it('has its days by the law of its day, is answered once, and stays', async () => {
    const { acts: said } = await add({ kind: 'objected', code: 'too-far', note: 'Cách nhà 60 km' });
    const [objection] = said.slice(-1);
    expect(objection).toMatchObject({ kind: 'objected', answerUntil: '2025-06-23' });
    expect((await states(id, officer, { open: true })).items).toMatchObject([
      { staffId, open: 1, answerUntil: '2025-06-23' },
    ]);
    const reply = { kind: 'answered', code: 'rejected', note: 'Nhiệm vụ', ofAct: objection!.id };
    await add(reply);
    await expect(add(reply)).rejects.toMatchObject({ code: 'person.answered-already' });
    const { items, open } = await states();
    expect(open).toBe(0);
    expect(items.find((each) => each.staffId === staffId)).toMatchObject({
      ...{ open: 0, grievances: 1, answerUntil: null },
    });
  });

  it('is no complaint: that needs a decision', async () => {
    const complaint = { kind: 'complained', code: 'procedure', note: 'Không được hỏi' };
    await expect(add(complaint)).rejects.toMatchObject({ code: 'person.no-decision' });
  });
});

describe('the work of somebody on maternity leave', () => {
  const plan = () => app.get(ScenarioService).get(SMALL_ACTOR, id);
  const approve = async () =>
    app.get(ApprovalService).approve(second, { scenarioId: id, version: (await plan()).version });
  const handOver = (staffIds: readonly number[]) =>
    acts().handOver(officer, {
      ...{ scenarioId: id, staffIds, agreedOn: '2025-06-20', note: 'Giao cho văn phòng' },
    });

  it('is handed over by agreement before the plan is approved', async () => {
    await database.query(
      `UPDATE scenario_facts SET fact = jsonb_set(fact, '{conditions}', $3) WHERE scenario_id = $1 AND kind = 'person'
         AND (fact->>'staffId')::bigint = $2`,
      [
        ...[id, staffId],
        JSON.stringify([
          {
            ...{ case: 'maternity', startsOn: '2025-05-01', endsOn: null },
            liftedByRequest: false,
          },
        ]),
      ],
    );
    const { version } = await plan();
    const step = { id, to: 'submitted' as const, version, runId };
    await app.get(ScenarioService).move(officer, step);
    expect(await stage()).toBe('submitted');
    const agreements = app.get(AgreementService);
    const { units, scenario } = await agreements.of(officer, id);
    if (units.length > 0)
      await agreements.answer(officer, { scenarioId: id, units, answer: 'agreed' });
    await agreements.close(officer, { scenarioId: id, version: scenario.version });
    await expect(approve()).rejects.toMatchObject({
      code: 'approval.hand-over-open',
      details: { people: 1, first: [{ staffId }] },
    });
    const other = (await people()).find((each) => !each.absent)!;
    await expect(handOver([other.staffId])).rejects.toMatchObject({ code: 'person.not-absent' });
    expect(await handOver([staffId])).toBe(1);
    const { absent, handedOver, items } = await states(id, officer, { absent: true });
    expect([absent, handedOver]).toEqual([1, 1]);
    expect(items).toMatchObject([{ staffId, handedOverOn: '2025-06-20' }]);
    expect(await approve()).toMatchObject({ state: 'approved' });
    expect(await stage()).toBe('approved');
  });

  it('is listed by the look before applying with the day of the agreement', async () => {
    const { absent, checks } = await app.get(PreflightService).of(officer, id);
    expect(absent).toMatchObject([{ staffId, handedOverOn: '2025-06-20' }]);
    expect(checks.map(({ code }) => code)).not.toContain('absent');
  });
});

describe('a complaint', () => {
  beforeAll(async () => {
    await database.query(
      `INSERT INTO number_blocks (province_code, year, symbol, first, last, next, issuer, created_by)
       VALUES ($1, 2025, 'QĐ-UBND', 1, 9, 2, '{}', 'thu')`,
      [SMALL_PROVINCE],
    );
    await database.query(
      `INSERT INTO letters (province_code, kind, staff_id, scenario_id, block_id, number, number_text, issued_on, fields,
         facts_hash, template_version, file, letter_hash, issued_by)
       SELECT $1, 'transfer', $2, $3, id, 1, '1/QĐ-UBND', '2025-07-01', '{}', '', 0, '', '', 'thu' FROM number_blocks`,
      [SMALL_PROVINCE, staffId, id],
    );
  });

  it('stands against a decision, in the days of the law', async () => {
    expect(await stage()).toBe('decided');
    const complaint = { kind: 'complained', code: 'order-of-choice', note: 'Điểm cao hơn' };
    await expect(add({ ...complaint, happenedOn: '2025-09-30' })).rejects.toMatchObject({
      code: 'person.complaint-late',
      details: { decidedOn: '2025-07-01', days: 90 },
    });
    const { acts: said } = await add({ ...complaint, happenedOn: '2025-07-10' });
    expect(said.at(-1)).toMatchObject({ kind: 'complained', answerUntil: '2025-09-03' });
  });
});

describe('people of an approved plan', () => {
  it('of a leader are the own ones, and a leader records nothing', async () => {
    const own = await states(id, leader);
    const all = await states();
    expect(own.total).toBeGreaterThan(0);
    expect(own.total).toBeLessThan(all.total);
    const insert = `INSERT INTO person_acts (province_code, scenario_id, staff_id, kind, happened_on, code, note,
        recorded_by, recorded_name)
      VALUES ($1, $2, $3, 'heard', '2025-06-16', 'agrees', 'x', 'x', 'x')`;
    const values = [SMALL_PROVINCE, id, own.items[0]!.staffId];
    await expect(
      database.transactions.run(leader, (manager) => manager.query(insert, values)),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
