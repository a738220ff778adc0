import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GapPlanService } from '../../src/movement/gap-plan/gap-plan.service.js';
import { SpecialistRequestService } from '../../src/movement/gap-plan/specialist-request.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 100 };
const ON = '2025-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;
let plans: GapPlanService;
let requests: SpecialistRequestService;
const actors = new Map<string, Actor>();

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app, TWO_COMMUNES);
  plans = app.get(GapPlanService);
  requests = app.get(SpecialistRequestService);
  const scope = (unitCode: string) => [{ unitCode, startsOn: ON, endsOn: null }];
  for (const account of [
    { login: 'lanh.dao', role: 'leader', scope: scope('90001') },
    { login: 'xa.khac', role: 'leader', scope: scope('90002') },
    { login: 'quan.ly', role: 'manager', scope: scope('90001') },
  ] as const)
    actors.set(account.login, await signedInByPassword(app, account));
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const of = (login: string): Actor => actors.get(login)!;

async function aCell(commune: string): Promise<{ unitCode: string; positionCode: string }> {
  const [cell] = await database.query<{ unitCode: string; positionCode: string }[]>(
    `SELECT u.code AS "unitCode", p.code AS "positionCode" FROM establishments e JOIN units u ON u.id = e.unit_id
     JOIN positions p ON p.id = e.position_id WHERE u.code LIKE $1 || '%' ORDER BY 1, 2 LIMIT 1`,
    [commune],
  );
  if (!cell) throw new Error(`${commune} has no seats`);
  return cell;
}

describe('plans to close gaps', () => {
  it('list every gap in the order of unplanned seats, with the ways in the province’s order', async () => {
    const list = await plans.list(SMALL_ACTOR, { on: ON, ...PAGE });
    expect(list.ways).toEqual(['transfer', 'contract', 'recruit', 'train', 'second']);
    expect(list.total).toBeGreaterThan(0);
    expect(list.items.every((gap) => gap.unplanned === gap.shortage)).toBe(true);
    const sum = list.items.reduce((all, { shortage }) => all + shortage, 0);
    expect(list.unplanned).toBe(sum);
  });

  it('take seats off what is unplanned, are overdue after their day, and leave an entry', async () => {
    const before = await plans.list(SMALL_ACTOR, { on: ON, ...PAGE });
    const { unitCode, positionCode } = before.items[0]!;
    const wanted = {
      ...({ unitCode, positionCode, way: 'recruit', seats: 1 } as const),
      ...{ responsible: 'Phòng Công chức', dueOn: '2025-07-31', note: null },
    };
    const { id } = await plans.add(SMALL_ACTOR, wanted);
    const after = await plans.list(SMALL_ACTOR, { on: ON, ...PAGE });
    expect(after.unplanned).toBe(before.unplanned - 1);
    expect(after.overdue).toBe(0);
    const late = await plans.list(SMALL_ACTOR, { on: '2025-08-01', ...PAGE });
    expect(late.overdue).toBe(1);
    await plans.change(SMALL_ACTOR, { id, state: 'dropped' });
    expect((await plans.list(SMALL_ACTOR, { on: ON, ...PAGE })).unplanned).toBe(before.unplanned);
    const trail = await database.query<{ action: string }[]>(
      `SELECT action FROM audit_entries WHERE subject = $1 ORDER BY id`,
      [`gap-plan/${id}`],
    );
    expect(trail.map(({ action }) => action)).toEqual(['gap-plan.added', 'gap-plan.changed']);
  });

  it('keep what a change does not name, or sends empty', async () => {
    const wanted = {
      ...(await aCell('90001')),
      ...({ way: 'train', seats: 1, responsible: 'Xã', dueOn: '2026-12-31', note: 'Lớp' } as const),
    };
    const { id, overdue: _overdue, ...plan } = await plans.add(SMALL_ACTOR, wanted);
    const sent: object = {
      state: 'under-way',
      responsible: undefined,
      dueOn: null,
      note: undefined,
    };
    const change = { id, ...(sent as { state: 'under-way' }) };
    const changed = await plans.change(SMALL_ACTOR, change);
    expect(changed).toMatchObject({ ...plan, state: 'under-way' });
    expect(await plans.change(SMALL_ACTOR, { id })).toEqual(changed);
  });

  it('are made by a manager for the own commune only, and read by its leader', async () => {
    const wanted = {
      ...(await aCell('90001')),
      ...({ way: 'train', seats: 1, responsible: 'Xã', dueOn: '2026-12-31', note: null } as const),
    };
    const { id } = await plans.add(of('quan.ly'), wanted);
    await expect(
      plans.add(of('quan.ly'), { ...wanted, ...(await aCell('90002')) }),
    ).rejects.toMatchObject({ code: 'gap-plan.unknown-place' });
    const seen = async (login: string) =>
      (await plans.list(of(login), { on: ON, ...PAGE })).items.flatMap((gap) =>
        gap.plans.map((plan) => plan.id),
      );
    expect(await seen('lanh.dao')).toContain(id);
    expect(await seen('xa.khac')).not.toContain(id);
    await expect(plans.change(of('xa.khac'), { id, state: 'done' })).rejects.toMatchObject({
      code: 'gap-plan.unknown',
    });
  });

  it('are refused for a place that is nowhere', async () => {
    const nowhere = { unitCode: 'X', positionCode: 'Y' };
    await expect(
      plans.add(SMALL_ACTOR, {
        ...nowhere,
        ...{ way: 'train', seats: 1, responsible: 'A', dueOn: ON, note: null },
      }),
    ).rejects.toMatchObject({ code: 'gap-plan.unknown-place' });
  });
});

describe('a request for a specialist', () => {
  it('is asked by the leader for the own commune, seen there and by the province, and answered once', async () => {
    const wanted = { ...(await aCell('90001')), people: 1, reason: 'Không có người làm đất đai' };
    const { id, state } = await requests.ask(of('lanh.dao'), wanted);
    expect(state).toBe('asked');
    expect((await requests.list(of('xa.khac'))).map((each) => each.id)).not.toContain(id);
    const answered = await requests.answer(SMALL_ACTOR, {
      ...{ id, accepted: true, answer: 'Cử biệt phái từ tháng 8' },
    });
    expect(answered).toMatchObject({ state: 'accepted', answer: 'Cử biệt phái từ tháng 8' });
    expect((await requests.list(of('lanh.dao')))[0]).toMatchObject({ id, state: 'accepted' });
    await expect(requests.withdraw(of('lanh.dao'), id)).rejects.toMatchObject({
      code: 'request.ended',
    });
  });

  it('is not asked twice while it waits for its answer', async () => {
    const wanted = { ...(await aCell('90001')), people: 1, reason: 'Cần kế toán' };
    const { id } = await requests.ask(of('lanh.dao'), wanted);
    await expect(requests.ask(of('lanh.dao'), wanted)).rejects.toMatchObject({
      code: 'request.asked-already',
    });
    await requests.withdraw(of('lanh.dao'), id);
    const again = await requests.ask(of('lanh.dao'), wanted);
    expect(again.id).not.toBe(id);
    await requests.withdraw(of('lanh.dao'), again.id);
  });

  it('is not asked for another commune, and withdrawn by the own one', async () => {
    const wanted = { ...(await aCell('90002')), people: 1, reason: 'Thử' };
    await expect(requests.ask(of('lanh.dao'), wanted)).rejects.toMatchObject({
      code: 'gap-plan.unknown-place',
    });
    const { id } = await requests.ask(of('xa.khac'), wanted);
    await expect(requests.withdraw(of('lanh.dao'), id)).rejects.toMatchObject({
      code: 'request.unknown',
    });
    expect(await requests.withdraw(of('xa.khac'), id)).toMatchObject({ state: 'withdrawn' });
  });

  it('cannot be answered by the commune itself, even past the program', async () => {
    const wanted = { ...(await aCell('90001')), people: 1, reason: 'Thử' };
    const { id } = await requests.ask(of('lanh.dao'), wanted);
    await expect(
      database.transactions.run(of('lanh.dao'), (manager) =>
        manager.query(
          `UPDATE specialist_requests SET state = 'accepted', answer = 'x' WHERE id = ${id}`,
        ),
      ),
    ).rejects.toMatchObject({ code: '42501' });
  });
});
