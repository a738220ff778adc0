import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RebaseService, type Rebase } from '../../src/decision/rebase/rebase.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Scenario } from '../../src/scenario/scenario.js';
import type { Actor } from '../../src/shared/actor.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { approved } from '../support/approved.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster } from '../support/demo-sources-roster.js';
import { SMALL_PROVINCE } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const EVE = '2025-06-30';

let database: FreshDatabase;
let app: INestApplicationContext;
let one: Actor;
let other: Actor;
let id: number;
let applied: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const job = await smallJob(app);
  id = job.couldHaveBeen.id;
  applied = job.asItWas.scenario.id;
  const given = { provinceCode: SMALL_PROVINCE };
  one = await signedIn(database.transactions, 'officer', given);
  other = await signedIn(database.transactions, 'officer', given);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const rebase = () => app.get(RebaseService);
const plan = (of = id): Promise<Scenario> => app.get(ScenarioService).get(one, of);
const staffId = async (name: string): Promise<number> => {
  const [row] = await database.query<{ id: number }[]>(
    'SELECT id FROM staff WHERE full_name = $1',
    [name],
  );
  return Number(row!.id);
};

/** Everything as proposed. */
const asProposed = ({ conflicts }: Rebase) =>
  conflicts.map(({ key, proposal: choice }) => ({ key, choice }));

function wish(name: string, seen: Rebase, choices = asProposed(seen)) {
  const { scenario, mark } = seen;
  return { scenarioId: scenario.id, version: scenario.version, mark, name, choices };
}

const facts = (of: number) =>
  database.transactions.run(SMALL_ACTOR, (manager) =>
    app.get(ScenarioService).facts(manager, SMALL_ACTOR, of),
  );

/** The registry moves on: one comes, one goes, one has another degree, and a position is closed. */
async function moveOn(): Promise<void> {
  const newcomer = { ...SMALL_PEOPLE[0], number: '012085000088', name: 'Lò Văn Sau' };
  const file = await smallRoster([newcomer]);
  const upload = { sender: 'UBND xã', asOf: EVE, files: [file] };
  const batch = await app.get(RosterService).stage(SMALL_ACTOR, upload);
  await app.get(PromotionService).promote(SMALL_ACTOR, batch.id);
  await database.query('DELETE FROM postings WHERE staff_id = $1', [await staffId('Lò Văn Hai')]);
  await database.query(`UPDATE staff SET degree = 'master' WHERE full_name = 'Lò Văn Một'`);
  await database.query(
    `UPDATE positions SET starts_on = '2025-01-01', ends_on = '2025-07-01' WHERE code = 'C6'`,
  );
}

describe('a plan whose registry has not moved', () => {
  it('has no conflict and is not made anew', async () => {
    const seen = await rebase().of(one, id);
    expect(seen).toMatchObject({ conflicts: [], breaches: [] });
    await expect(rebase().make(one, wish('Không', seen))).rejects.toMatchObject({
      code: 'rebase.nothing',
    });
  });

  it('is not made anew once it is applied', async () => {
    const seen = await rebase().of(one, applied);
    expect(seen.conflicts).toEqual([]);
    await expect(rebase().make(one, wish('Không', seen))).rejects.toMatchObject({
      code: 'rebase.applied',
    });
  });
});

describe('a plan whose registry has moved on', () => {
  let seen: Rebase;
  let before: Awaited<ReturnType<typeof facts>>;

  beforeAll(async () => {
    const { version } = await plan();
    const set = await app.get(PinsService).set(one, {
      ...{ scenarioId: id, version, staffId: await staffId('Lò Văn Ba') },
      pin: { kind: 'seat', unitCode: '90001.VX', positionCode: 'C6', reason: 'Tỉnh ủy đã chọn' },
    });
    await app.get(PinsService).set(other, {
      ...{ scenarioId: id, version: set.version, staffId: await staffId('Lò Văn Một') },
      pin: { kind: 'seat', unitCode: '90001.VP', positionCode: 'O1', reason: 'Đang làm tốt' },
    });
    await moveOn();
    before = await facts(id);
    seen = await rebase().of(one, id);
  });

  it('lists every difference with a proposal, in words that name nobody by number', () => {
    expect(seen.conflicts.map(({ what, choices }) => [what, ...choices])).toEqual([
      ['person-added', 'replace'],
      ['person-gone', 'drop'],
      ['person-changed', 'replace'],
      ['seat-closed', 'drop'],
      ['catalogue', 'replace'],
      ['pin-illegal', 'drop'],
    ]);
    expect(seen.conflicts.every(({ choices, proposal }) => choices[0] === proposal)).toBe(true);
    const all = seen.conflicts.map(({ message }) => message).join('\n');
    expect(all).toContain('Lò Văn Sau: mới có trong sổ');
    expect(all).toContain('Lò Văn Hai: không còn trong sổ');
    expect(all).toContain('Lò Văn Một: hồ sơ đã khác (trình độ)');
    expect(all).toMatch(/Lò Văn Ba: chỉ định .* nay trái quy định/);
    expect(all).not.toMatch(/\d{12}/);
    expect(seen.breaches).toEqual([]);
  });

  it('is made anew only when every difference was decided, in a way that is offered', async () => {
    const [first, ...rest] = asProposed(seen);
    await expect(rebase().make(one, wish('Thiếu', seen, rest))).rejects.toMatchObject({
      code: 'rebase.undecided',
      details: { keys: [first!.key] },
    });
    const kept = [{ ...first!, choice: 'keep' as const }, ...rest];
    await expect(rebase().make(one, wish('Giữ', seen, kept))).rejects.toMatchObject({
      code: 'rebase.no-choice',
    });
    expect(await plan()).toMatchObject({ version: seen.scenario.version });
  });

  it('is not made anew on differences that are others by now', async () => {
    await database.query(`UPDATE staff SET degree = 'doctorate' WHERE full_name = 'Lò Văn Một'`);
    await expect(rebase().make(one, wish('Cũ', seen))).rejects.toMatchObject({
      code: 'rebase.moved-on',
    });
    seen = await rebase().of(one, id);
  });

  it('by two officers at once is made anew once, and the other is told who did it', async () => {
    const acts = await Promise.allSettled([
      rebase().make(one, wish('Lập lại một', seen)),
      rebase().make(other, wish('Lập lại hai', seen)),
    ]);
    const done = acts.filter(({ status }) => status === 'fulfilled');
    const refused = acts.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as unknown] : [],
    );
    expect(done).toHaveLength(1);
    expect(refused).toMatchObject([
      {
        code: 'scenario.changed-meanwhile',
        message: expect.stringContaining('lập lại phương án này trên số liệu hiện tại thành'),
      },
    ]);
    expect((await trail(database)).slice(-2).map(({ action }) => action)).toEqual([
      'scenario.created',
      'scenario.rebased',
    ]);
  });

  it('stays as it was; the new draft has the facts of now and the pins that still hold', async () => {
    expect(await facts(id)).toEqual(before);
    const made = (await app.get(ScenarioService).list(one)).find(({ name }) =>
      name.startsWith('Lập lại'),
    )!;
    expect(made).toMatchObject({ state: 'draft', effectiveOn: '2025-07-01' });
    const now = await facts(made.id);
    const names = now.people.map(({ fullName }) => fullName).sort();
    expect(names).toEqual(['Lò Văn Ba', 'Lò Văn Bốn', 'Lò Văn Một', 'Lò Văn Năm', 'Lò Văn Sau']);
    expect(now.people.find(({ fullName }) => fullName === 'Lò Văn Một')!.degree).toBe('doctorate');
    expect(now.seats.map(({ positionCode }) => positionCode)).toEqual(['O1']);
    const { pins } = await app.get(PinsService).list(one, made.id);
    expect(pins.map(({ fullName, kind, setBy }) => [fullName, kind, setBy])).toEqual([
      ['Lò Văn Một', 'seat', other.name],
      ['Lò Văn Bốn', 'leave', null],
    ]);
    expect(await rebase().of(one, made.id)).toMatchObject({ conflicts: [] });
    await database.query(`UPDATE positions SET ends_on = NULL WHERE code = 'C6'`);
    expect((await rebase().of(one, made.id)).conflicts.map(({ what }) => what)).toEqual([
      'catalogue',
    ]);
    await database.query(`UPDATE positions SET ends_on = '2025-07-01' WHERE code = 'C6'`);
  });

  it('can be applied once it is made anew, which it could not be before', async () => {
    const service = app.get(ApplicationService);
    const { version } = await plan(applied);
    await service.takeBack(SMALL_ACTOR, { scenarioId: applied, version });
    const old = await approvedOn(id);
    await expect(service.apply(SMALL_ACTOR, old)).rejects.toMatchObject({
      code: 'decision.facts-changed',
    });
    const made = (await app.get(ScenarioService).list(one)).find(({ name }) =>
      name.startsWith('Lập lại'),
    )!;
    const request = await approvedOn(made.id);
    expect(await service.apply(SMALL_ACTOR, request)).toMatchObject({ applied: true });
  });
});

async function approvedOn(scenarioId: number) {
  const { id: runId } = await app
    .get(PlacementService)
    .run(SMALL_ACTOR, { scenarioId, kind: 'baseline' });
  const { version } = await approved(app, SMALL_ACTOR, { id: scenarioId, runId });
  return { scenarioId, version };
}
