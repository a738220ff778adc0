import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { ApprovalService } from '../../src/decision/approval.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { AppError } from '../../src/shared/errors.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const MANY_CLIENTS = 200;
const LEAVES = 'Đã có quyết định nghỉ hưu';

let database: FreshDatabase;
let app: INestApplicationContext;
let one: Actor;
let other: Actor;
let source: number;
/** A draft of the test's own with a run of its own. */
let draft: Scenario;
let people: readonly number[];

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const job = await smallJob(app, TWO_COMMUNES);
  source = job.couldHaveBeen.id;
  const given = { provinceCode: SMALL_PROVINCE };
  one = await signedIn(database.transactions, 'officer', given);
  other = await signedIn(database.transactions, 'officer', given);
  await moveSomebody(job.best.id);
  people = (await database.query<{ id: number }[]>('SELECT id FROM staff ORDER BY key')).map(
    ({ id }) => Number(id),
  );
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

/** Units are asked only about people who move: one of 90001 to 90002. */
async function moveSomebody(runId: number): Promise<void> {
  const [person] = await database.query<{ staffId: number }[]>(
    `SELECT staff_id AS "staffId" FROM proposals WHERE run_id = $1 AND NOT pinned AND outcome = 'seated'
       AND unit_code LIKE '90001%' ORDER BY person_key LIMIT 1`,
    [runId],
  );
  const { version } = await app.get(ScenarioService).get(one, source);
  await app.get(PinsService).set(one, {
    ...{ scenarioId: source, version, staffId: Number(person!.staffId) },
    pin: { kind: 'seat', unitCode: '90002.VP', positionCode: 'O1', reason: 'Xã thiếu người' },
  });
}

let count = 0;
beforeEach(async () => {
  const name = `Phương án cùng lúc ${++count}`;
  const { id } = await app
    .get(ScenarioService)
    .copy(SMALL_ACTOR, { id: source, name, description: '' });
  await app.get(PlacementService).run(SMALL_ACTOR, { scenarioId: id, kind: 'baseline' });
  draft = await scenario(id);
});

const scenario = (id = draft.id): Promise<Scenario> => app.get(ScenarioService).get(one, id);

/** The version that everybody sees before they click. */
async function seen(): Promise<{ readonly scenarioId: number; readonly version: number }> {
  const { id, version } = await scenario();
  return { scenarioId: id, version };
}

/** Submitted by a third hand and agreed by all its units. */
async function agreed(): Promise<void> {
  const { scenarioId: id, version } = await seen();
  await app.get(ScenarioService).move(SMALL_ACTOR, { id, to: 'submitted', version });
  const agreements = app.get(AgreementService);
  const { units } = await agreements.of(SMALL_ACTOR, id);
  await agreements.answer(SMALL_ACTOR, { scenarioId: id, units, answer: 'agreed' });
  await agreements.close(SMALL_ACTOR, await seen());
}

/** What each of the acts came to: `done`, else the code of the refusal. */
async function atOnce(acts: readonly Promise<unknown>[]): Promise<{
  readonly codes: string[];
  readonly refused: AppError[];
}> {
  const settled = await Promise.allSettled(acts);
  const refused = settled.flatMap((each) =>
    each.status === 'rejected' ? [each.reason as AppError] : [],
  );
  return {
    codes: settled.map((each) =>
      each.status === 'fulfilled' ? 'done' : (each.reason as AppError).code,
    ),
    refused,
  };
}

async function actions(): Promise<string[]> {
  const subject = `scenario/${draft.id}`;
  return (await trail(database))
    .filter((entry) => entry.subject === subject)
    .map(({ action }) => action);
}

/** Whom this test pinned. */
async function byHand(): Promise<number[]> {
  const { pins } = await app.get(PinsService).list(one, draft.id);
  return pins
    .filter(({ reason }) => reason === LEAVES)
    .map(({ staffId }) => Number(staffId))
    .sort();
}

const pin = (actor: Actor, at: Awaited<ReturnType<typeof seen>>, staffId: number) =>
  app.get(PinsService).set(actor, {
    ...{ ...at, staffId },
    pin: { kind: 'leave', reason: LEAVES },
  });

const approve = (actor: Actor, at: Awaited<ReturnType<typeof seen>>) =>
  app.get(ApprovalService).approve(actor, at);

const withdraw = (actor: Actor, { scenarioId: id, version }: Awaited<ReturnType<typeof seen>>) =>
  app.get(ScenarioService).move(actor, { id, to: 'withdrawn', version });

describe('two officers at once', () => {
  it('approve: one approval stands, and the other is told who gave it', async () => {
    await agreed();
    const at = await seen();
    const { codes, refused } = await atOnce([approve(one, at), approve(other, at)]);
    expect([...codes].sort()).toEqual(['done', 'scenario.changed-meanwhile']);
    const { approvedBy, changedBy } = await scenario();
    expect(approvedBy).toBe(codes[0] === 'done' ? one.id : other.id);
    expect(refused[0]!.message).toContain(`${changedBy} vừa phê duyệt phương án`);
    expect((await actions()).filter((each) => each === 'scenario.approved')).toHaveLength(1);
  });

  it('approve and withdraw: one of them happens, and the other is told which', async () => {
    await agreed();
    const at = await seen();
    const { codes, refused } = await atOnce([approve(one, at), withdraw(other, at)]);
    expect([...codes].sort()).toEqual(['done', 'scenario.changed-meanwhile']);
    const approvalWon = codes[0] === 'done';
    expect((await scenario()).state).toBe(approvalWon ? 'approved' : 'withdrawn');
    expect(refused[0]!.message).toContain(
      approvalWon ? 'vừa phê duyệt phương án' : 'vừa chuyển phương án sang "đã rút"',
    );
    expect((await actions()).slice(-1)).toEqual([
      approvalWon ? 'scenario.approved' : 'scenario.moved',
    ]);
  });

  it('approve and pin: the pin never gets under an approval, which holds what was approved', async () => {
    await agreed();
    const at = await seen();
    const { codes } = await atOnce([approve(one, at), pin(other, at, people[0]!)]);
    expect(codes[0]).toBe('done');
    expect(['scenario.changed-meanwhile', 'placement.scenario-is-closed']).toContain(codes[1]);
    expect(await byHand()).toEqual([]);
    expect((await scenario()).state).toBe('approved');
  });

  it('submit and pin: either the pin is in the plan that is submitted, or it is refused', async () => {
    const at = await seen();
    const { scenarioId: id, version } = at;
    const submit = app.get(ScenarioService).move(one, { id, to: 'submitted', version });
    const { codes } = await atOnce([submit, pin(other, at, people[0]!)]);
    expect([...codes].sort()).toEqual(['done', 'scenario.changed-meanwhile']);
    const isSet = (await byHand()).length > 0;
    expect({ state: (await scenario()).state, isSet }).toEqual(
      codes[0] === 'done' ? { state: 'submitted', isSet: false } : { state: 'draft', isSet: true },
    );
  });

  it('pin: no pin is lost in silence; whoever is told to look again sets it on the new version', async () => {
    const at = await seen();
    const [first, second] = [people[0]!, people[1]!];
    const { codes, refused } = await atOnce([pin(one, at, first), pin(other, at, second)]);
    expect([...codes].sort()).toEqual(['done', 'scenario.changed-meanwhile']);
    expect(refused[0]!.message).toContain('vừa đặt một chỉ định');
    expect(refused[0]!.details).toMatchObject({ seen: at.version, now: at.version + 1 });
    await pin(other, await seen(), codes[0] === 'done' ? second : first);
    expect(await byHand()).toEqual([first, second].sort());
  });

  it('apply and withdraw: what is applied is not withdrawn under it', async () => {
    await takeBackAll();
    await agreed();
    await approve(one, await seen());
    const at = await seen();
    const { codes } = await atOnce([
      app.get(ApplicationService).apply(one, at),
      withdraw(other, at),
    ]);
    expect([...codes].sort()).toEqual(['done', 'scenario.changed-meanwhile']);
    expect((await scenario()).state).toBe(codes[0] === 'done' ? 'applied' : 'withdrawn');
    const [written] = await database.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM postings WHERE source_kind = 'scenario' AND source_id = $1`,
      [draft.id],
    );
    expect(written!.count > 0).toBe(codes[0] === 'done');
  });
});

describe('an objection and the end of the hearing at once', () => {
  it('never leave a plan agreed over an objection that was given before', async () => {
    const { scenarioId: id, version } = await seen();
    await app.get(ScenarioService).move(SMALL_ACTOR, { id, to: 'submitted', version });
    const agreements = app.get(AgreementService);
    const { units } = await agreements.of(SMALL_ACTOR, id);
    expect(units).toHaveLength(2);
    await agreements.answer(SMALL_ACTOR, { scenarioId: id, units, answer: 'agreed' });
    const at = await seen();
    const objection = { answer: 'objected', reason: 'no-need' } as const;
    const { codes } = await atOnce([
      agreements.close(one, at),
      agreements.answer(other, { scenarioId: id, units: units.slice(0, 1), ...objection }),
    ]);
    const { state } = await scenario();
    expect([codes, state]).toEqual(
      codes[0] === 'done'
        ? [['done', 'agreement.not-submitted'], 'agreed']
        : [['agreement.open', 'done'], 'submitted'],
    );
  });
});

describe(`${MANY_CLIENTS} clients who saw the same draft`, () => {
  it('pin at once: one gets it, all others are told who was faster', async () => {
    const at = await seen();
    const { codes, refused } = await atOnce(
      Array.from({ length: MANY_CLIENTS }, (_, n) =>
        pin(n % 2 === 0 ? one : other, at, people[n % people.length]!),
      ),
    );
    expect(codes.filter((code) => code === 'done')).toHaveLength(1);
    expect(refused).toHaveLength(MANY_CLIENTS - 1);
    for (const { code, message } of refused) {
      expect(code).toBe('scenario.changed-meanwhile');
      expect(message).toContain('vừa đặt một chỉ định');
    }
    expect((await scenario()).version).toBe(at.version + 1);
  });
});

/** Takes back what stands applied, so that another plan for the same units can be applied. */
async function takeBackAll(): Promise<void> {
  for (const { id, state, version } of await app.get(ScenarioService).list(SMALL_ACTOR))
    if (state === 'applied')
      await app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId: id, version });
}
