import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MovementService } from '../../src/movement/movement.service.js';
import {
  PersonEventService,
  type WantedEvent,
} from '../../src/movement/event/person-event.service.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { aMove, MAI, movementWorld, WORLD, type MovementWorld } from '../support/movement-world.js';

let database: FreshDatabase;
let world: MovementWorld;
let events: PersonEventService;
let mai: number;

beforeAll(async () => {
  database = await freshDatabase();
  world = await movementWorld(database);
  events = world.app.get(PersonEventService);
  mai = await world.idOf(MAI);
}, 120_000);

afterAll(async () => {
  await world?.app.close();
  await database?.close();
});

function anEvent(change: Partial<WantedEvent> = {}): WantedEvent {
  return {
    ...({ staffId: mai, kind: 'degree', effectiveOn: '2026-02-01', reason: 'Bằng số 15' } as const),
    ...{ values: { degree: 'master' }, endsOn: null, liftedByRequest: false },
    ...change,
  };
}

async function file(): Promise<Record<string, unknown>> {
  const [row] = await database.query<{ file: Record<string, unknown> }[]>(
    `SELECT jsonb_build_object('degree', s.degree, 'spouse', s.spouse_personal_number, 'name', s.full_name,
       'fits', (SELECT jsonb_agg(h.fit ORDER BY h.id) FROM postings h WHERE h.staff_id = s.id AND h.ends_on IS NULL),
       'cases', (SELECT jsonb_agg(c.condition_case) FROM staff_conditions c WHERE c.staff_id = s.id)) AS file
     FROM staff s WHERE s.id = $1`,
    [mai],
  );
  return row!.file;
}

describe('an event that cannot be', () => {
  it.each([
    ['a degree of a day to come', { effectiveOn: '2999-01-01' }],
    ['a degree with an end', { endsOn: '2026-03-01' }],
    ['a case that ends before it begins', { kind: 'maternity', values: {}, endsOn: '2026-01-01' }],
    ['somebody who is not born yet', { kind: 'correction', values: { bornOn: '2999' } }],
    [
      'somebody recruited before they were born',
      { kind: 'correction', values: { recruitedOn: '1900' } },
    ],
  ] as const)('is refused and leaves nothing: %s', async (_what, change) => {
    const before = await file();
    await expect(events.add(WORLD, anEvent(change))).rejects.toMatchObject({
      code: 'event.impossible',
    });
    expect(await file()).toEqual(before);
  });

  it('is refused when it changes nothing, and when its case stands already', async () => {
    const [{ name }] = (await database.query<{ name: string }[]>(
      'SELECT full_name AS name FROM staff WHERE id = $1',
      [mai],
    )) as [{ name: string }];
    await expect(
      events.add(WORLD, anEvent({ kind: 'correction', values: { fullName: name } })),
    ).rejects.toMatchObject({ code: 'event.nothing' });
    const leave = anEvent({ kind: 'maternity', values: {}, endsOn: '2026-08-01' });
    const { id } = await events.add(WORLD, leave);
    await expect(
      events.add(WORLD, { ...leave, effectiveOn: '2026-07-31', endsOn: null }),
    ).rejects.toMatchObject({ code: 'event.case-stands' });
    const after = await events.add(WORLD, { ...leave, effectiveOn: '2026-08-01', endsOn: null });
    for (const event of [after.id, id]) await events.takeBack(WORLD, event);
  });

  it('is not refused for what stood wrong in the file before', async () => {
    await database.query(`UPDATE staff SET recruited_on = '1900' WHERE id = $1`, [mai]);
    const event = await events.add(WORLD, anEvent());
    await events.takeBack(WORLD, event.id);
    const told = events.add(WORLD, anEvent({ kind: 'correction', values: { bornOn: '1985' } }));
    await expect(told).rejects.toMatchObject({ code: 'event.impossible' });
    await database.query('UPDATE staff SET recruited_on = NULL WHERE id = $1', [mai]);
  });

  it('somebody new is not born after today', async () => {
    await expect(
      events.addNewcomer(WORLD, {
        ...{ personalNumber: '011099000777', effectiveOn: '2026-03-01', reason: 'QĐ tuyển dụng' },
        values: { fullName: 'Lò Thị Mới', bornOn: '2999-01' },
      }),
    ).rejects.toMatchObject({ code: 'event.impossible' });
    const rows = await database.query(
      `SELECT id FROM staff WHERE personal_number = '011099000777'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('an event of a person', () => {
  it('changes what it is about, and the fit of the post that stands, and comes back whole', async () => {
    const before = await file();
    await database.query(`UPDATE positions SET min_degree = 'doctorate' WHERE code = 'P0'`);
    const event = await events.add(WORLD, anEvent());
    expect(event).toMatchObject({ kind: 'degree', fields: ['degree'], refitted: 1 });
    expect(await file()).toMatchObject({ degree: 'master', fits: ['after-training'] });
    await events.takeBack(WORLD, event.id);
    expect(await file()).toEqual(before);
    await database.query(`UPDATE positions SET min_degree = NULL WHERE code = 'P0'`);
    await expect(events.takeBack(WORLD, event.id)).rejects.toMatchObject({
      code: 'event.taken-back',
    });
  });

  it('of a major sets the group under which it is known, and none where nobody knows it', async () => {
    await database.query(
      `INSERT INTO major_groups (code, name_vi, name_en) VALUES ('astronomy', 'Thiên văn', 'Astronomy')`,
    );
    await database.query(`INSERT INTO majors VALUES ('Thiên văn học', 'astronomy')`);
    const group = async (): Promise<unknown> =>
      (await database.query<object[]>(`SELECT major_group FROM staff WHERE id = ${mai}`))[0];
    const before = await group();
    const first = await events.add(WORLD, anEvent({ values: { major: 'THIÊN VĂN HỌC' } }));
    expect(first.fields).toEqual(['major', 'majorGroup']);
    expect(await group()).toEqual({ major_group: 'astronomy' });
    const second = await events.add(WORLD, anEvent({ values: { major: 'Ngành chưa ai biết' } }));
    expect(await group()).toEqual({ major_group: null });
    await events.takeBack(WORLD, second.id);
    await events.takeBack(WORLD, first.id);
    expect(await group()).toEqual(before);
  });

  it('is not taken back over a later correction', async () => {
    const first = await events.add(WORLD, anEvent());
    const second = await events.add(
      WORLD,
      anEvent({ kind: 'correction', values: { degree: 'college' } }),
    );
    await expect(events.takeBack(WORLD, first.id)).rejects.toMatchObject({
      code: 'event.stands-on',
    });
    await events.takeBack(WORLD, second.id);
    await events.takeBack(WORLD, first.id);
    expect(await file()).toMatchObject({ degree: 'university' });
  });

  it.each([
    ['a field of another kind', { values: { fullName: 'X' } }, 'event.other-field'],
    ['nothing', { values: {} }, 'event.nothing'],
    ['nobody', { staffId: 999_999 }, 'registry.unknown-person'],
    [
      'a rank that nobody knows',
      { kind: 'correction', values: { rankCode: '99' } },
      'event.unknown-code',
    ],
  ] as const)('is refused for %s', async (_what, change, code) => {
    await expect(events.add(WORLD, anEvent(change))).rejects.toMatchObject({ code });
  });

  it('of maternity stands against a move from its day on, and its name is told to nobody', async () => {
    const moves = world.app.get(MovementService);
    const codes = async (startsOn: string) =>
      (await moves.preview(WORLD, aMove(mai, { startsOn }))).findings.map(({ code }) => code);
    const event = await events.add(
      WORLD,
      anEvent({ kind: 'maternity', values: {}, endsOn: '2026-08-01' }),
    );
    expect(event).toMatchObject({ kind: 'case', fields: [] });
    expect(await codes('2026-01-31')).toEqual([]);
    expect(await codes('2026-02-01')).toEqual(['movement.no-go']);
    expect(await codes('2026-08-01')).toEqual([]);
    await events.takeBack(WORLD, event.id);
    expect(await codes('2026-02-01')).toEqual([]);
    const lifted = await events.add(
      WORLD,
      anEvent({ kind: 'maternity', values: {}, liftedByRequest: true }),
    );
    expect(await codes('2026-02-01')).toEqual([]);
    await events.takeBack(WORLD, lifted.id);
    expect((await file())['cases']).toBeNull();
    expect(JSON.stringify(await events.list(WORLD, mai))).not.toMatch(/maternity|discipline/);
  });

  it('of marriage leaves the number of the spouse out of the trail', async () => {
    const spouse = '011085000777';
    const event = await events.add(
      WORLD,
      anEvent({ kind: 'marriage', values: { spousePersonalNumber: spouse } }),
    );
    expect(await file()).toMatchObject({ spouse });
    const rows = await database.query<{ text: string }[]>(
      `SELECT concat(before, after, details) AS text FROM audit_entries WHERE action LIKE 'person.event%'`,
    );
    expect(rows.length).toBeGreaterThan(4);
    expect(rows.map(({ text }) => text).join()).not.toMatch(/011085000777|maternity/);
    await events.takeBack(WORLD, event.id);
  });
});

describe('a newcomer', () => {
  const wanted = {
    ...{ personalNumber: '011090000123', effectiveOn: '2026-03-01', reason: 'QĐ tuyển dụng' },
    values: { fullName: 'Sùng A Páo', degree: 'university', bornOn: '1990' },
  };

  it('has no post until a reception gives one, and stands in the registry once', async () => {
    const { staffId } = await events.addNewcomer(WORLD, wanted);
    const moves = world.app.get(MovementService);
    const { id } = await moves.add(
      WORLD,
      aMove(staffId, { kind: 'reception', startsOn: '2026-03-01' }),
    );
    const decided = await moves.decide(WORLD, { id, number: '3/QĐ', decidedOn: '2026-02-20' });
    expect(decided).toMatchObject({ state: 'decided', toUnitCode: 'C1.VP', fromUnitCode: null });
    await expect(events.addNewcomer(WORLD, wanted)).rejects.toMatchObject({
      code: 'event.number-known',
    });
  });

  it('is not taken back', async () => {
    const [event] = await database.query<{ id: number }[]>(
      `SELECT id FROM person_events WHERE kind = 'newcomer'`,
    );
    await expect(events.takeBack(WORLD, Number(event!.id))).rejects.toMatchObject({
      code: 'event.newcomer-stays',
    });
  });
});
