import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MovementService } from '../../src/movement/movement.service.js';
import { KeptSolves } from '../../src/movement/secondment/kept-solves.js';
import { SecondmentService } from '../../src/movement/secondment/secondment.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import {
  aMove,
  MAI,
  movementWorld,
  NAM,
  WORLD,
  type MovementWorld,
} from '../support/movement-world.js';

const PAGE = { offset: 0, limit: 100 };
const ON = '2026-02-01';

let database: FreshDatabase;
let world: MovementWorld;
let secondments: SecondmentService;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  secondments = world.app.get(SecondmentService);
  await database.query(
    `INSERT INTO aliases (province_code, kind, spelling, target_code) VALUES
       ('12', 'rating', 'HTTNV', 'good'), ('12', 'rating', 'Hoàn thành xuất sắc nhiệm vụ', 'excellent')`,
  );
  await database.query(
    `INSERT INTO staff_ratings (province_code, staff_id, year, rating)
     SELECT '12', s.id, y, CASE WHEN y = 2024 THEN 'hoàn thành xuất sắc nhiệm vụ' ELSE 'HTTNV' END
     FROM staff s, generate_series(2023, 2025) y WHERE s.key IN ($1, $2)`,
    [MAI, NAM],
  );
  await database.query(`UPDATE staff SET planned_title = 'Trưởng phòng' WHERE key = $1`, [MAI]);
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

describe('the proposals', () => {
  it('are by the criteria of the province, against the gaps, with whom each criterion keeps out', async () => {
    const answer = await secondments.proposals(WORLD, { on: ON, ...PAGE });
    const gap = answer.items.find(
      ({ unitCode, positionCode }) => `${unitCode} ${positionCode}` === 'C1.VP P0',
    );
    expect(gap?.candidates).toMatchObject([
      { staffId: await world.idOf(MAI), fit: 'exact', leavesGap: true, proposed: true },
    ]);
    expect(answer).toMatchObject({ eligible: 1, endsOn: '2026-08-01' });
    expect(answer.keptOut).toEqual({ ratings: 1, leading: 2, law: 0, absent: 0 });
    expect(answer.parameters.map(({ key }) => key)).toContain('secondment.good-rating-years');
  });

  it('ask for the ratings of the last three whole years', async () => {
    const next = await secondments.proposals(WORLD, { on: '2027-01-01', ...PAGE });
    expect(next.eligible).toBe(0);
    expect(next.keptOut.ratings).toBe(3);
  });

  it('are solved once for all pages, and anew for other facts, another day or another reader', async () => {
    const kept = world.app.get(KeptSolves);
    const ask = async (offset: number, actor: Actor = WORLD, on = ON) => {
      const before = kept.solved;
      const answer = await secondments.proposals(actor, { on, offset, limit: 1 });
      return { answer, solved: kept.solved - before };
    };
    const rate = (rating: string) =>
      database.query(
        `UPDATE staff_ratings SET rating = $1 WHERE year = 2025 AND staff_id = (SELECT id FROM staff WHERE key = $2)`,
        [rating, MAI],
      );
    await ask(0);
    const [first, second] = [await ask(0), await ask(1)];
    expect([first.solved, second.solved]).toEqual([0, 0]);
    expect(first.answer.total).toBeGreaterThan(1);
    expect(second.answer.items).not.toEqual(first.answer.items);
    await rate('Không hoàn thành');
    expect(await ask(1)).toMatchObject({ solved: 1, answer: { eligible: 0 } });
    await rate('HTTNV');
    expect(await ask(1)).toMatchObject({ solved: 0, answer: { eligible: 1 } });
    expect((await ask(0, WORLD, '2026-02-02')).solved).toBe(1);
    const scope = [{ unitCode: 'C1', startsOn: '2025-07-01', endsOn: null }];
    const leader = await signedInByPassword(world.app, { login: 'xa.mot', role: 'leader', scope });
    expect(await ask(0, leader)).toMatchObject({ solved: 1, answer: { eligible: 0 } });
  });

  it('leave out who is away already', async () => {
    const mai = await world.idOf(MAI);
    const moves = world.app.get(MovementService);
    const { id } = await moves.add(WORLD, aMove(mai, { kind: 'secondment', endsOn: '2026-08-01' }));
    await moves.hear(WORLD, { id, heardOn: '2026-01-10', opinion: 'Đồng ý' });
    await moves.decide(WORLD, { id, number: '9/QĐ', decidedOn: '2026-01-20' });
    const answer = await secondments.proposals(WORLD, { on: ON, ...PAGE });
    expect(answer).toMatchObject({ eligible: 0, keptOut: { law: 1, absent: 1 } });
  });
});

describe('the endings', () => {
  const alarm = async (on: string) =>
    (await secondments.endings(WORLD, on)).items.map(({ daysLeft, alarm: mark, reopens }) => [
      ...[daysLeft, mark, reopens],
    ]);

  it('tell the days left, the mark that is passed, and the gap that opens again', async () => {
    const { marks, items } = await secondments.endings(WORLD, '2026-06-01');
    expect(marks).toEqual([0, 15, 30, 60]);
    expect(items).toMatchObject([
      { kind: 'secondment', unitCode: 'C1.VP', endsOn: '2026-08-01', alarm: null, reopens: 1 },
    ]);
  });

  it.each([
    ['2026-06-01', 61, null, 1],
    ['2026-06-02', 60, 60, 1],
    ['2026-07-02', 30, 30, 1],
    ['2026-07-17', 15, 15, 1],
    ['2026-08-01', 0, 0, 0],
    ['2026-08-31', -30, 0, 0],
  ])('on %s are %i days before the end', async (on, daysLeft, mark, reopens) => {
    expect(await alarm(on)).toEqual([[daysLeft, mark, reopens]]);
  });

  it('go from the list when nothing was decided for long', async () => {
    expect(await alarm('2026-10-29')).toHaveLength(1);
    expect(await alarm('2026-10-30')).toEqual([]);
  });

  it('tell the end of a term too', async () => {
    const nam = await world.idOf(NAM);
    const moves = world.app.get(MovementService);
    await database.query(`UPDATE positions SET position_group = 'leader' WHERE code = 'P0'`);
    const { id } = await moves.add(
      WORLD,
      aMove(nam, {
        ...{ kind: 'appointment', unitCode: 'C0.VP', startsOn: '2026-09-01', endsOn: '2031-09-01' },
      }),
    );
    await moves.decide(WORLD, { id, number: '10/QĐ', decidedOn: '2026-08-20' });
    const { items } = await secondments.endings(WORLD, '2031-08-20');
    expect(items).toMatchObject([{ kind: 'appointment', daysLeft: 12, alarm: 15, movementId: id }]);
  });
});
