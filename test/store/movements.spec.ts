import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MovementService } from '../../src/movement/movement.service.js';
import type { WantedMovement } from '../../src/movement/movement.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import {
  aMove,
  BA,
  MAI,
  movementWorld,
  NAM,
  WORLD,
  type MovementWorld,
} from '../support/movement-world.js';

let database: FreshDatabase;
let world: MovementWorld;
let moves: MovementService;
let mai: number;
let registry: unknown;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  moves = world.app.get(MovementService);
  mai = await world.idOf(MAI);
  registry = await held();
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

/** Postings and cases of everybody, as they stand. */
function held(): Promise<unknown> {
  return database.query(
    `SELECT s.key, h.kind, u.code AS unit, p.code AS position, h.starts_on::text, h.ends_on::text, h.seated, h.fit
     FROM postings h JOIN staff s ON s.id = h.staff_id JOIN units u ON u.id = h.unit_id
     JOIN positions p ON p.id = h.position_id
     UNION ALL SELECT s.key, 'case', c.condition_case, NULL, c.starts_on::text, c.ends_on::text, NULL, NULL
     FROM staff_conditions c JOIN staff s ON s.id = c.staff_id ORDER BY 1, 2, 5`,
  );
}

/** What stands of a person on a day: kind, unit, position. */
async function on(staffId: number, day: string): Promise<string[]> {
  const rows = await database.query<{ it: string }[]>(
    `SELECT concat_ws(' ', h.kind, u.code, p.code, CASE WHEN h.seated THEN 'seated' END) AS it
     FROM postings h JOIN units u ON u.id = h.unit_id JOIN positions p ON p.id = h.position_id
     WHERE h.staff_id = $1 AND h.starts_on <= $2 AND (h.ends_on IS NULL OR h.ends_on > $2) ORDER BY 1`,
    [staffId, day],
  );
  return rows.map(({ it: row }) => row);
}

const DECISION = { number: '15/QĐ-UBND', decidedOn: '2026-01-20' };

async function decided(wanted: WantedMovement, heardOn: string | null = null): Promise<number> {
  const { id } = await moves.add(WORLD, wanted);
  if (heardOn !== null) await moves.hear(WORLD, { id, heardOn, opinion: 'Đồng ý' });
  await moves.decide(WORLD, { id, ...DECISION });
  return id;
}

const secondment = (change: Partial<WantedMovement> = {}) =>
  aMove(mai, { kind: 'secondment', endsOn: '2026-08-01', ...change });

async function condition(of: string, kind: string, lifted = false): Promise<void> {
  await database.query(
    `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, ends_on, lifted_by_request)
     SELECT '12', id, $2, '2026-01-01', '2026-06-01', $3 FROM staff WHERE key = $1`,
    [of, kind, lifted],
  );
}

/** Every test leaves the registry as it was: by the program's own way back. */
async function backTo(ids: readonly number[]): Promise<void> {
  for (const id of [...ids].reverse()) await moves.takeBack(WORLD, id);
  await database.query(`DELETE FROM staff_conditions WHERE starts_on = '2026-01-01'`);
  expect(await held()).toEqual(registry);
}

describe('a preview', () => {
  it('tells the gap that a transfer leaves and the gap it fills, and writes nothing', async () => {
    const plan = await moves.preview(WORLD, aMove(mai));
    expect(plan.findings).toEqual([]);
    expect(plan.leaves).toMatchObject({ unitCode: 'C0.VP', shortageBefore: 0, shortageAfter: 1 });
    expect(plan.fills).toMatchObject({ unitCode: 'C1.VP', shortageBefore: 1, shortageAfter: 0 });
    expect(await held()).toEqual(registry);
  });

  it('carries the versions of the parameters that decided it', async () => {
    const { parameters } = await moves.preview(WORLD, secondment());
    expect(parameters.find(({ key }) => key === 'secondment.max-months')).toMatchObject({
      value: 36,
      assumed: false,
      sourceDocument: 'Nghị định 170/2025/NĐ-CP',
    });
  });

  it('tells how long a higher allowance is kept: six months after a transfer', async () => {
    const plan = await moves.preview(WORLD, aMove(mai, { newAllowance: 0.2 }));
    expect(plan.keptAllowance).toMatchObject({ coefficient: 0.5, until: '2026-08-01' });
    const same = await moves.preview(WORLD, aMove(mai, { newAllowance: 0.5 }));
    expect(same.keptAllowance).toBeNull();
  });

  it.each([
    ['secondment', '2026-02-01'],
    ['secondment', '2026-01-31'],
    ['rotation', '2026-01-01'],
    ['appointment', '2026-02-01'],
  ] as const)('refuses a %s that ends on %s, not after it begins', async (kind, endsOn) => {
    const plan = await moves.preview(WORLD, aMove(mai, { kind, endsOn }));
    expect(plan.findings.map(({ code }) => code)).toContain('movement.span-reversed');
  });

  it('keeps an allowance for who gets another post, not for who is seconded or leaves', async () => {
    const until = async (change: Partial<WantedMovement>) =>
      (await moves.preview(WORLD, aMove(mai, { newAllowance: 0.2, ...change }))).keptAllowance
        ?.until;
    expect(await until({ kind: 'rotation', endsOn: '2029-02-01' })).toBe('2029-02-01');
    expect(await until({ kind: 'secondment', endsOn: '2026-08-01' })).toBeUndefined();
    expect(await until({ kind: 'leaving', unitCode: null, positionCode: null })).toBeUndefined();
  });

  it('warns where no seat is free, and where the standard is not met', async () => {
    const nowhere = await moves.preview(WORLD, aMove(mai, { unitCode: 'C1.KT' }));
    expect(nowhere.findings.map(({ code }) => code)).toEqual(['movement.no-seat']);
    await database.query(`UPDATE positions SET min_degree = 'master' WHERE code = 'P2'`);
    const low = await moves.preview(WORLD, aMove(mai, { positionCode: 'P2' }));
    await database.query(`UPDATE positions SET min_degree = NULL WHERE code = 'P2'`);
    expect(low.findings).toMatchObject([
      { code: 'movement.standard-not-met', message: expect.stringContaining('Nghị định 361') },
    ]);
  });

  it.each([
    ['no such person', { staffId: 999_999 }, 'registry.unknown-person'],
    ['no such unit', { unitCode: 'C9' }, 'movement.unknown-place'],
    ['no such position', { positionCode: 'P9' }, 'movement.unknown-place'],
    ['no place', { unitCode: null }, 'movement.place-missing'],
  ])('is refused for %s', async (_what, change, code) => {
    await expect(moves.preview(WORLD, aMove(mai, change))).rejects.toMatchObject({ code });
  });
});

describe('a transfer', () => {
  it('moves the main posting on its day, is seated by the free seat, and comes back whole', async () => {
    const id = await decided(aMove(mai));
    expect(await on(mai, '2026-01-31')).toEqual(['main C0.VP P0 seated']);
    expect(await on(mai, '2026-02-01')).toEqual(['main C1.VP P0 seated']);
    expect(await moves.get(WORLD, id)).toMatchObject({
      state: 'decided',
      decisionNumber: '15/QĐ-UBND',
      fromUnitCode: 'C0.VP',
      toUnitCode: 'C1.VP',
      plan: null,
    });
    await backTo([id]);
  });

  it.each([
    ['discipline', false],
    ['maternity', false],
  ])('is forbidden in the case %s, without saying which', async (kind, lifted) => {
    await condition(MAI, kind, lifted);
    const { id, plan } = await moves.add(WORLD, aMove(mai));
    expect(plan?.findings).toMatchObject([
      { code: 'movement.no-go', severity: 'error', message: expect.stringContaining('bảo vệ') },
    ]);
    expect(JSON.stringify(plan)).not.toMatch(/kỷ luật|thai/);
    await expect(moves.decide(WORLD, { id, ...DECISION })).rejects.toMatchObject({
      code: 'movement.rule-broken',
    });
    await moves.withdraw(WORLD, id);
    await backTo([]);
  });

  it('is allowed in a case that the person’s own request lifts, and after the case', async () => {
    await condition(MAI, 'maternity', true);
    expect((await moves.preview(WORLD, aMove(mai))).findings).toEqual([]);
    await database.query(`DELETE FROM staff_conditions`);
    await condition(MAI, 'discipline');
    const day = (startsOn: string) => moves.preview(WORLD, aMove(mai, { startsOn }));
    expect((await day('2026-05-31')).findings).toHaveLength(1);
    expect((await day('2026-06-01')).findings).toEqual([]);
    await backTo([]);
  });

  it('is not taken back under a later decision', async () => {
    const first = await decided(aMove(mai));
    const second = await decided(aMove(mai, { startsOn: '2026-03-01', unitCode: 'C0.VP' }));
    await expect(moves.takeBack(WORLD, first)).rejects.toMatchObject({
      code: 'movement.stands-on',
    });
    await backTo([first, second]);
  });

  it('is not written over a posting that begins later', async () => {
    const id = await decided(aMove(mai));
    const early = await moves.preview(WORLD, aMove(mai, { startsOn: '2026-01-15' }));
    expect(early.findings.map(({ code }) => code)).toContain('movement.later-posting');
    await backTo([id]);
  });
});

describe('a secondment', () => {
  it('is not decided before the person was heard, nor without an end', async () => {
    const { id, plan } = await moves.add(WORLD, secondment());
    expect(plan?.findings.map(({ code }) => code)).toEqual(['movement.not-heard']);
    await expect(moves.decide(WORLD, { id, ...DECISION })).rejects.toMatchObject({
      code: 'movement.rule-broken',
    });
    await moves.hear(WORLD, { id, heardOn: '2026-01-21', opinion: 'Đồng ý' });
    await expect(moves.decide(WORLD, { id, ...DECISION })).rejects.toMatchObject({
      code: 'movement.rule-broken',
    });
    await moves.withdraw(WORLD, id);
    const open = await moves.preview(WORLD, secondment({ endsOn: null }));
    expect(open.findings.map(({ code }) => code)).toContain('movement.end-missing');
  });

  it('leaves post and quota with the sender, who is one short, and covers at the host', async () => {
    const plan = await moves.preview(WORLD, secondment());
    expect(plan.leaves).toMatchObject({ shortageBefore: 0, shortageAfter: 1 });
    expect(plan.fills).toMatchObject({ shortageBefore: 1, shortageAfter: 0 });
    const id = await decided(secondment(), '2026-01-20');
    expect(await on(mai, '2026-02-01')).toEqual(['main C0.VP P0 seated', 'seconded C1.VP P0']);
    expect(await on(mai, '2026-08-01')).toEqual(['main C0.VP P0 seated']);
    const cells = await database.query<{ shortage: number }[]>(
      `SELECT shortage FROM gap_cells('12', NULL, '2026-02-01') WHERE position_code = 'P0' ORDER BY unit_code`,
    );
    expect(cells.map(({ shortage }) => Number(shortage))).toEqual([1, 0]);
    await backTo([id]);
  });

  it('is extended from its last day to three years in all, and no day longer', async () => {
    const of = await decided(secondment(), '2026-01-20');
    const extension = (endsOn: string, startsOn = '2026-08-01') =>
      secondment({ kind: 'secondment-extension', startsOn, endsOn, ofMovement: of });
    const codes = async (wanted: WantedMovement) =>
      (await moves.preview(WORLD, wanted)).findings.map(({ code }) => code);
    expect(await codes(extension('2029-02-01'))).toEqual(['movement.not-heard']);
    expect(await codes(extension('2029-02-02'))).toEqual([
      'movement.secondment-too-long',
      'movement.not-heard',
    ]);
    expect(await codes(extension('2029-02-01', '2026-08-02'))).toContain(
      'movement.extension-apart',
    );
    const longer = await decided(extension('2029-02-01'), '2026-01-20');
    expect(await on(mai, '2029-01-31')).toContain('seconded C1.VP P0');
    expect(await on(mai, '2029-02-01')).toEqual(['main C0.VP P0 seated']);
    await backTo([of, longer]);
  });

  it('that a roster recorded is extended and ended too, without naming a movement', async () => {
    const of = await decided(secondment(), '2026-01-20');
    const extension = (startsOn: string) =>
      secondment({ kind: 'secondment-extension', startsOn, endsOn: '2027-02-01' });
    const codes = async (wanted: WantedMovement) =>
      (await moves.preview(WORLD, wanted)).findings.map(({ code }) => code);
    expect(await codes(extension('2026-08-01'))).toEqual(['movement.not-heard']);
    expect(await codes(extension('2026-07-15'))).toContain('movement.extension-apart');
    expect(await codes(extension('2026-09-01'))).toContain('movement.no-secondment');
    const longer = await decided(extension('2026-08-01'), '2026-01-20');
    expect(await on(mai, '2027-01-31')).toContain('seconded C1.VP P0');
    expect(await on(mai, '2027-02-01')).toEqual(['main C0.VP P0 seated']);
    await backTo([of, longer]);
  });

  it('that a roster recorded without an end is extended, which gives it one, up to the limit', async () => {
    const of = await decided(secondment(), '2026-01-20');
    const setEnds = async (end: string | null) => {
      await database.query(`UPDATE postings SET ends_on = $1 WHERE kind = 'seconded'`, [end]);
      await database.query(
        `UPDATE staff_conditions SET ends_on = $1 WHERE condition_case = 'study-or-seconded' AND staff_id = $2`,
        [end, mai],
      );
    };
    await setEnds(null);
    const extension = (startsOn: string, endsOn = '2027-02-01') =>
      secondment({ kind: 'secondment-extension', startsOn, endsOn });
    const codes = async (wanted: WantedMovement) =>
      (await moves.preview(WORLD, wanted)).findings.map(({ code }) => code);
    expect(await codes(extension('2026-05-01'))).toEqual(['movement.not-heard']);
    expect(await codes(extension('2026-05-01', '2026-05-01'))).toContain(
      'movement.extension-apart',
    );
    expect(await codes(extension('2026-02-01'))).toContain('movement.no-secondment');
    expect(await codes(extension('2026-05-01', '2029-02-01'))).toEqual(['movement.not-heard']);
    expect(await codes(extension('2026-05-01', '2029-02-02'))).toContain(
      'movement.secondment-too-long',
    );
    const longer = await decided(extension('2026-05-01'), '2026-01-20');
    expect(await on(mai, '2027-01-31')).toContain('seconded C1.VP P0');
    expect(await on(mai, '2027-02-01')).toEqual(['main C0.VP P0 seated']);
    await moves.takeBack(WORLD, longer);
    expect(await on(mai, '2030-01-01')).toContain('seconded C1.VP P0');
    await setEnds('2026-08-01');
    await backTo([of]);
  });

  it('ends early, and with it the absence', async () => {
    const of = await decided(secondment(), '2026-01-20');
    const end = (startsOn: string) =>
      secondment({
        ...{ kind: 'secondment-end', startsOn, endsOn: null, ofMovement: of },
        ...{ unitCode: null, positionCode: null },
      });
    for (const day of ['2026-02-01', '2026-08-01'])
      expect((await moves.preview(WORLD, end(day))).findings.map(({ code }) => code)).toContain(
        'movement.end-outside',
      );
    const early = await decided(end('2026-05-01'));
    expect(await on(mai, '2026-05-01')).toEqual(['main C0.VP P0 seated']);
    await backTo([of, early]);
  });

  it('is itself a case against a transfer', async () => {
    const of = await decided(secondment(), '2026-01-20');
    const plan = await moves.preview(WORLD, aMove(mai, { startsOn: '2026-03-01' }));
    expect(plan.findings.map(({ code }) => code)).toEqual(['movement.no-go']);
    await backTo([of]);
  });
});

describe('rotation, appointment, reception, return, leaving', () => {
  it('rotation of somebody who is not planned warns, and of under 36 months is forbidden', async () => {
    const plan = (endsOn: string) =>
      moves.preview(WORLD, aMove(mai, { kind: 'rotation', endsOn, reason: 'rotation' }));
    expect((await plan('2029-01-31')).findings.map(({ code }) => code)).toEqual([
      'movement.rotation-too-short',
      'movement.not-planned',
    ]);
    expect((await plan('2029-02-01')).findings.map(({ severity }) => severity)).toEqual([
      'warning',
    ]);
  });

  it('return brings a rotated person back to a given post', async () => {
    const gone = await decided(aMove(mai, { kind: 'rotation' }));
    const back = await decided(
      aMove(mai, { kind: 'return', startsOn: '2026-09-01', unitCode: 'C0.VP' }),
    );
    expect(await on(mai, '2026-09-01')).toEqual(['main C0.VP P0 seated']);
    await backTo([gone, back]);
  });

  it('appointment is for leading posts only, and for one term', async () => {
    const wanted = aMove(mai, { kind: 'appointment', endsOn: '2031-02-02' });
    const codes = async () => (await moves.preview(WORLD, wanted)).findings.map(({ code }) => code);
    expect(await codes()).toEqual(['movement.no-leading-post', 'movement.term-too-long']);
    await database.query(`UPDATE positions SET position_group = 'leader' WHERE code = 'P0'`);
    const id = await decided({ ...wanted, endsOn: '2031-02-01' });
    const kept = await moves.preview(
      WORLD,
      aMove(mai, {
        ...{ startsOn: '2027-02-01', unitCode: 'C0.VP', newAllowance: 0.1 },
        reason: 'reorganisation',
      }),
    );
    expect(kept.keptAllowance?.until).toBe('2031-02-01');
    await backTo([id]);
    await database.query(`UPDATE positions SET position_group = 'professional' WHERE code = 'P0'`);
  });

  it('reception is for who has no post, within the norm', async () => {
    const ba = await world.idOf(BA);
    const nam = await world.idOf(NAM);
    const wanted = aMove(nam, { kind: 'reception', startsOn: '2026-04-01' });
    expect((await moves.preview(WORLD, wanted)).findings.map(({ code }) => code)).toContain(
      'movement.has-main-posting',
    );
    const left = await decided(
      aMove(nam, { kind: 'leaving', unitCode: null, positionCode: null, startsOn: '2026-03-01' }),
    );
    expect(await on(nam, '2026-03-01')).toEqual([]);
    const received = await decided(wanted);
    expect(await on(nam, '2026-04-01')).toEqual(['main C1.VP P0 seated']);
    await backTo([left, received]);
    expect(await on(ba, '2026-04-01')).toHaveLength(1);
  });

  it('leaving before the age warns that it needs another basis', async () => {
    const wanted = aMove(mai, { kind: 'leaving', unitCode: null, positionCode: null });
    const { findings, fills } = await moves.preview(WORLD, wanted);
    expect(findings).toMatchObject([{ code: 'movement.before-age', severity: 'warning' }]);
    expect(fills).toBeNull();
  });
});

describe('the list and the trail', () => {
  it('list what was planned, newest first, by state', async () => {
    const { id } = await moves.add(WORLD, aMove(mai));
    const page = await moves.list(WORLD, { state: 'planned', offset: 0, limit: 10 });
    expect(page).toMatchObject({ total: 1, items: [{ id, staffId: mai, kind: 'transfer' }] });
    await moves.withdraw(WORLD, id);
    await expect(moves.withdraw(WORLD, id)).rejects.toMatchObject({ code: 'movement.other-state' });
    await expect(moves.get(WORLD, 999_999)).rejects.toMatchObject({ code: 'movement.unknown' });
  });

  it('keep an entry for every step and no word of what the person said', async () => {
    const id = await decided(secondment(), '2026-01-20');
    await backTo([id]);
    const rows = await database.query<{ action: string; text: string }[]>(
      `SELECT action, concat(before, after, details) AS text FROM audit_entries WHERE subject = $1 ORDER BY id`,
      [`movement/${id}`],
    );
    expect(rows.map(({ action }) => action)).toEqual([
      ...['movement.planned', 'movement.heard', 'movement.decided', 'movement.taken-back'],
    ]);
    expect(rows.map(({ text }) => text).join()).not.toContain('Đồng ý');
  });
});

beforeEach(async () => {
  expect(await held()).toEqual(registry);
});
