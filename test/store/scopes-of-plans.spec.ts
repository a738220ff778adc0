import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AgreementService } from '../../src/decision/agreement/agreement.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL, SMALL_DAYS, SMALL_PROVINCE, TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedInByPassword } from '../support/account-of-role.js';

const DAY: string = SMALL_DAYS.effectiveOn;

/** Each new commune carries the code of the old one whose people go to the other. */
const CROSSED = {
  ...TWO_COMMUNES,
  merge: [
    SMALL.merge[0]!,
    ['90001', '90002', 1, 'whole', 1],
    ['90002', '90001', 1, 'whole', 1],
    ['901', '90001', 1, 'whole', 1],
  ],
};

let database: FreshDatabase;
let app: INestApplicationContext;
/** A plan that takes somebody of the old 90001, who would follow into the new 90002, to the new 90001. */
let id: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const job = await smallJob(app, CROSSED);
  ({ id } = job.couldHaveBeen);
  const plan = () => app.get(ScenarioService).get(SMALL_ACTOR, id);
  const [one] = await database.query<{ staffId: number; office: string }[]>(
    `SELECT (person.fact->>'staffId')::bigint AS "staffId", seat.fact->>'unitCode' AS office
     FROM scenario_facts person
     JOIN scenario_facts seat ON seat.scenario_id = person.scenario_id AND seat.kind = 'seat'
       AND seat.fact->>'positionCode' = 'O1' AND seat.fact->>'unitCode' LIKE '90001%'
     WHERE person.scenario_id = $1 AND person.kind = 'person' AND person.fact->>'unitCode' = '90001'
     ORDER BY person.key LIMIT 1`,
    [id],
  );
  await app.get(PinsService).set(SMALL_ACTOR, {
    scenarioId: id,
    version: (await plan()).version,
    staffId: one!.staffId,
    pin: { kind: 'seat', unitCode: one!.office, positionCode: 'O1', reason: 'Xã thiếu người' },
  });
  const run = await app
    .get(PlacementService)
    .run(SMALL_ACTOR, { scenarioId: id, kind: 'baseline' });
  expect(run.levels.moved).toBe(1);
  const { version } = await plan();
  await app.get(ScenarioService).move(SMALL_ACTOR, { id, to: 'submitted', version, runId: run.id });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const leaderOf = (login: string, unitCode: string, startsOn = DAY): Promise<Actor> =>
  signedInByPassword(app, { login, role: 'leader', scope: [{ unitCode, startsOn, endsOn: null }] });

async function asked(actor: Actor): Promise<string[]> {
  const { units } = await app.get(AgreementService).of(actor, id);
  return units.map(({ unitCode, side, unitName }) => `${side} ${unitCode} ${unitName}`);
}

describe('the leader of a new unit that carries the code of an old one', () => {
  let first: Actor;
  let second: Actor;
  beforeAll(async () => {
    first = await leaderOf('ban.moi', '90001');
    second = await leaderOf('ban.khac', '90002');
  });

  it('is asked for the new unit and for the old ones that went into it, and not for the code', async () => {
    expect(await asked(first)).toEqual(['receiving 90001 Xã Bản Mới']);
    expect(await asked(second)).toEqual(['sending 90001 Xã Bản Một']);
  });

  it('answers on the own side only, which the database holds too', async () => {
    const agree = (actor: Actor, side: 'sending' | 'receiving') =>
      app.get(AgreementService).answer(actor, {
        ...{ scenarioId: id, units: [{ unitCode: '90001', side }], answer: 'agreed' },
      });
    await expect(agree(first, 'sending')).rejects.toMatchObject({ code: 'agreement.not-asked' });
    await expect(agree(second, 'receiving')).rejects.toMatchObject({ code: 'agreement.not-asked' });
    const forOther = `INSERT INTO scenario_agreements (province_code, scenario_id, run_id, unit_code, side, answer,
        answered_by, answered_name, on_behalf)
      SELECT '${SMALL_PROVINCE}', scenario_id, id, '90001', 'sending', 'agreed', 'x', 'x', false
      FROM placement_runs WHERE scenario_id = ${id} LIMIT 1`;
    await expect(
      database.transactions.run(first, (manager) => manager.query(forOther)),
    ).rejects.toMatchObject({ code: '42501' });
    await agree(second, 'sending');
    await agree(first, 'receiving');
    const answers = await database.transactions.run(first, (manager) =>
      manager.query<object[]>('SELECT side FROM scenario_agreements'),
    );
    expect(answers).toEqual([{ side: 'receiving' }]);
  });

  it('sees the seats of the new unit only', async () => {
    const seats = await database.transactions.run(second, (manager) =>
      manager.query<object[]>(
        `SELECT DISTINCT left(fact->>'unitCode', 5) AS code FROM scenario_facts WHERE kind = 'seat' AND scenario_id = ${id}`,
      ),
    );
    expect(seats).toEqual([{ code: '90002' }]);
  });
});

describe('a scope over the eve and the day', () => {
  it('is the old unit and the new one of the same code, with what went into that', async () => {
    expect(await asked(await leaderOf('lau.nam', '90001', '2020-01-01'))).toEqual([
      'sending 90001 Xã Bản Một',
      'receiving 90001 Xã Bản Mới',
    ]);
  });

  it('is not the new unit when it begins later', async () => {
    expect(await asked(await leaderOf('den.sau', '90001', '2025-08-01'))).toEqual([]);
  });
});

describe('before the day', () => {
  it('who is heard for an old unit sees who works there, as long as the plan is out', async () => {
    // As if nothing had been carried out: the day is to come, and somebody still works in the old unit.
    const in30 = `(current_date + 30)`;
    await database.query(`UPDATE scenarios SET effective_on = ${in30} WHERE id = $1`, [id]);
    await database.query(`UPDATE units SET starts_on = ${in30} WHERE name = 'Xã Bản Mới'`);
    await database.query(`UPDATE units SET ends_on = ${in30} WHERE name = 'Xã Bản Một'`);
    await database.query(
      `UPDATE postings SET unit_id = (SELECT id FROM units WHERE name = 'Xã Bản Một')
       WHERE kind = 'main' AND ends_on IS NULL AND staff_id = (SELECT id FROM staff WHERE full_name = 'Lò Văn Hai')`,
    );
    const [day] = await database.query<{ on: string }[]>(`SELECT ${in30}::text AS on`);
    const coming = await leaderOf('sap.den', '90002', day!.on);
    const sees = async (): Promise<boolean> => {
      const people = await database.transactions.run(coming, (manager) =>
        manager.query<object[]>(`SELECT id FROM staff WHERE full_name = 'Lò Văn Hai'`),
      );
      return people.length > 0;
    };
    expect(await sees()).toBe(true);
    await database.query(`UPDATE scenarios SET state = 'draft' WHERE id = $1`, [id]);
    expect(await sees()).toBe(false);
  });
});
