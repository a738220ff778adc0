import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PersonEventService } from '../../src/movement/event/person-event.service.js';
import type { WantedWish } from '../../src/movement/wish/wish-record.js';
import { WishService } from '../../src/movement/wish/wish.service.js';
import { RunChangesService } from '../../src/placement/changes/run-changes.service.js';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { wish } from '../../src/roster/reading/values/wish.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile } from '../support/table-file.js';

const EVE = '2025-06-30';
const NUMBER = '012085000001';
const NEW = 'Xã Bản Mới';
const OTHER = 'Xã Bản Khác';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let one: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  one = await idOf(NUMBER);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const wishes = () => app.get(WishService);

async function idOf(number: string): Promise<number> {
  const [row] = await database.query<{ id: number }[]>(
    `SELECT id FROM staff WHERE personal_number = $1`,
    [number],
  );
  return Number(row!.id);
}

function aWish(change: Partial<WantedWish> = {}): WantedWish {
  return {
    ...({ staffId: one, kind: 'stay', communes: [], givenOn: '2025-06-20' } as const),
    ...{ reason: 'Phiếu nguyện vọng', family: {} },
    ...change,
  };
}

const record = (change: Partial<WantedWish> = {}, actor = SMALL_ACTOR) =>
  wishes().record(actor, aWish(change));

const back = (id: number) => wishes().takeBack(SMALL_ACTOR, id);

/** Of the person, the newest campaign first. */
async function stands(staffId = one): Promise<readonly string[]> {
  const rows = await database.query<{ text: string }[]>(
    `SELECT concat_ws(' ', campaign, kind, array_to_string(communes, '+')) AS text FROM wishes
     WHERE staff_id = $1 ORDER BY campaign DESC`,
    [staffId],
  );
  return rows.map(({ text }) => text.trim());
}

async function sheet(said: string, { sender = 'UBND huyện', asOf = EVE } = {}): Promise<Batch> {
  const files = [
    await tableFile('bang.xlsx', {
      labels: ['Họ và tên', 'Số CCCD', 'Nguyện vọng'],
      rows: [['Lò Văn Một', NUMBER, said]],
    }),
  ];
  const kind: BatchKind = 'wishes';
  return app.get(RosterService).stage(SMALL_ACTOR, { sender, asOf, kind, files });
}

async function told({ id }: Batch): Promise<readonly string[]> {
  const page = { batchId: id, severity: null, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items
    .filter(({ code }) => /kept-registry|changed-meanwhile/.test(code))
    .map(({ severity, message }) => `${severity}: ${message}`);
}

const promote = ({ id }: Batch): Promise<Batch> =>
  app.get(PromotionService).promote(SMALL_ACTOR, id);

describe('a wish recorded on the page', () => {
  it('replaces the wish before, and gives it back', async () => {
    const move = await record({ kind: 'move', communes: ['xã  bản khác', NEW] });
    expect(move).toMatchObject({ communes: [OTHER, NEW], replaced: null, counts: true });
    expect(await stands()).toEqual([`2025-06-20 move ${OTHER}+${NEW}`]);
    const leave = await record({ kind: 'leave', givenOn: '2025-07-05' });
    expect(leave).toMatchObject({ replaced: 'move', counts: true, takenBack: false });
    const { records } = await wishes().list(SMALL_ACTOR, one);
    expect(records.map(({ kind, counts }) => [kind, counts])).toEqual([
      ['leave', true],
      ['move', false],
    ]);
    await expect(back(move.id)).rejects.toMatchObject({ code: 'wish.stands-on' });
    expect(await back(leave.id)).toMatchObject({ takenBack: true, counts: false });
    expect(await stands()).toEqual([`2025-06-20 move ${OTHER}+${NEW}`]);
    await back(move.id);
    expect(await stands()).toEqual([]);
    await expect(back(move.id)).rejects.toMatchObject({ code: 'wish.taken-back' });
  });

  it('brings family facts, which are in no trail and go with it', async () => {
    const family = { addressText: 'Bản Một', spousePersonalNumber: '012085000777' };
    const { id, fields } = await record({ family });
    expect(fields).toEqual(['addressText', 'spousePersonalNumber']);
    const home = () =>
      database.query(
        `SELECT address_text AS "addressText", spouse_personal_number AS "spousePersonalNumber" FROM staff WHERE id = $1`,
        [one],
      );
    expect(await home()).toEqual([family]);
    const trail = await database.query<{ text: string }[]>(
      `SELECT concat(action, before, after) AS text FROM audit_entries WHERE action LIKE 'person.wish%'`,
    );
    const said = trail.map(({ text }) => text).join();
    expect(said).toMatch(/wish-recorded.*wish-taken-back/);
    expect(said).not.toMatch(/012085000777|Bản Khác/);
    await back(id);
    expect(await home()).toEqual([{ addressText: null, spousePersonalNumber: null }]);
  });

  it('stands in the words that a roster reads back as the same wish', async () => {
    for (const change of [
      { kind: 'move', communes: [OTHER, NEW] },
      { kind: 'move', communes: [NEW] },
      { kind: 'retire-early' },
      { kind: 'leave' },
      { kind: 'stay' },
    ] as const) {
      const { id, kind, communes } = await record(change);
      const [row] = await database.query<{ note: string }[]>(
        `SELECT note FROM wishes WHERE staff_id = $1`,
        [one],
      );
      expect(wish(row!.note)).toMatchObject({ value: { kind, communes, accepted: false } });
      await back(id);
    }
  });

  it('is not one of the events, and is not taken back as one', async () => {
    const { id } = await record();
    const events = app.get(PersonEventService);
    expect(await events.list(SMALL_ACTOR, one)).toEqual([]);
    await expect(events.takeBack(SMALL_ACTOR, id)).rejects.toMatchObject({ code: 'event.unknown' });
    await back(id);
  });

  it.each([
    ['no commune to move to', { kind: 'move' }, 'wish.no-commune'],
    ['a commune that nobody knows', { kind: 'move', communes: ['Xã Lạ'] }, 'wish.commune-unknown'],
    ['a commune twice', { kind: 'move', communes: [NEW, NEW] }, 'wish.commune-twice'],
    [
      'four communes',
      { kind: 'move', communes: [NEW, OTHER, 'Xã C', 'Xã D'] },
      'wish.too-many-communes',
    ],
    ['staying in a commune', { communes: [NEW] }, 'wish.communes-not-wanted'],
    ['a day to come', { givenOn: '2999-01-01' }, 'wish.day-ahead'],
    ['nobody', { staffId: 999_999 }, 'registry.unknown-person'],
  ] as const)('is refused for %s', async (_what, change, code) => {
    await expect(record(change)).rejects.toMatchObject({ code });
    expect(await stands()).toEqual([]);
  });

  it('is not replaced by one given before it', async () => {
    const { id } = await record({ givenOn: '2025-06-21' });
    await expect(record({ kind: 'leave', givenOn: '2025-06-20' })).rejects.toMatchObject({
      code: 'wish.newer-there',
    });
    await back(id);
  });

  it('is told by a run that was made without it, whose own facts stay', async () => {
    const changes = () => app.get(RunChangesService).of(SMALL_ACTOR, job.best.id);
    const frozen = () =>
      database.transactions.run(SMALL_ACTOR, (manager) =>
        app.get(ScenarioService).facts(manager, SMALL_ACTOR, job.couldHaveBeen.id),
      );
    const [before, then] = [await changes(), await frozen()];
    const { id } = await record({ kind: 'move', communes: [OTHER] });
    expect(await changes()).toEqual([
      ...before,
      expect.objectContaining({ count: 1, names: ['Lò Văn Một'] }),
    ]);
    expect(await frozen()).toEqual(then);
    await back(id);
    expect(await changes()).toEqual(before);
  });
});

describe('a sheet after a wish was recorded', () => {
  it('of another campaign, of whose sender nothing is known, leaves it as it is and says so', async () => {
    const { id } = await record({ kind: 'leave' });
    const batch = await sheet('Ở lại');
    expect(await told(batch)).toEqual([
      expect.stringMatching(
        /^note: Giữ "Nguyện vọng" như đã ghi trên trang \(officer-1 đã sửa lúc/,
      ),
    ]);
    expect(await promote(batch)).toMatchObject({ unchanged: 1 });
    expect(await stands()).toEqual(['2025-06-20 leave']);
    expect(await told(await sheet('Thôi việc'))).toEqual([]);
    await back(id);
  });

  it('of its sender as it was keeps it, and counts where its reader says so', async () => {
    await promote(await sheet('Nghỉ hưu trước tuổi', { sender: 'Phòng Nội vụ' }));
    const { id, replaced } = await record({ kind: 'move', communes: [OTHER] });
    expect(replaced).toBe('retire-early');
    expect(await stands()).toEqual([`${EVE} move ${OTHER}`]);
    const again = await sheet('Nghỉ hưu trước tuổi', { sender: 'Phòng Nội vụ' });
    expect(await told(again)).toEqual([expect.stringMatching(/^note: .*officer-1 đã sửa lúc/)]);
    await promote(again);
    expect(await stands()).toEqual([`${EVE} move ${OTHER}`]);
    const third = await sheet('Nghỉ hưu trước tuổi', { sender: 'Phòng Nội vụ' });
    const place = { file: 'bang.xlsx', sheet: 'Bảng', row: 2 };
    const answer = { ...place, question: 'changed-meanwhile:wish', answer: 'file' } as const;
    await app.get(RepairService).answer(SMALL_ACTOR, third.id, [answer]);
    await promote(third);
    expect(await stands()).toEqual([`${EVE} retire-early`]);
    await expect(back(id)).rejects.toMatchObject({ code: 'wish.stands-on' });
    const { records } = await wishes().list(SMALL_ACTOR, one);
    expect(records[0]).toMatchObject({ id, counts: false, takenBack: false });
  });

  it('that is a roster leaves it as well', async () => {
    await record({ kind: 'stay' });
    const files = [await rosterFile('moi.xlsx', [{ ...SMALL_PEOPLE[0], wish: 'Thôi việc' }])];
    const asked = { sender: 'Nơi khác', asOf: EVE, kind: 'roster' as const, files };
    const batch = await app.get(RosterService).stage(SMALL_ACTOR, asked);
    expect(await told(batch)).toEqual([
      expect.stringMatching(/^note: Giữ "Nguyện vọng" như đã ghi trên trang \(officer-1/),
    ]);
    const { plan } = await app.get(PromotionService).preview(SMALL_ACTOR, batch.id);
    expect(JSON.stringify(plan.rows)).not.toMatch(/Thôi việc/);
    expect(await stands()).toEqual([`${EVE} stay`]);
  });
});

describe('a manager', () => {
  it('records wishes of the own unit, and of nobody else', async () => {
    const inUnit = (code: string) =>
      database.query<{ id: number }[]>(
        `SELECT h.staff_id AS id FROM postings h JOIN units u ON u.id = h.unit_id
         WHERE h.ends_on IS NULL AND u.code LIKE '${code}%' ORDER BY 1 LIMIT 1`,
      );
    const scope = [{ unitCode: '90002', startsOn: '2025-07-01', endsOn: null }];
    const account = { login: 'quan.ly', role: 'manager', scope } as const;
    const manager: Actor = await signedInByPassword(app, account);
    const [[mine], [other]] = [await inUnit('90002'), await inUnit('90001')];
    const staffId = Number(mine!.id);
    const family = { addressText: 'Bản Hai' };
    const own = await record({ staffId, kind: 'move', communes: [NEW], family }, manager);
    expect(await stands(staffId)).toEqual([`2025-06-20 move ${NEW}`]);
    expect((await wishes().list(manager, staffId)).records).toHaveLength(1);
    const theirs = { staffId: Number(other!.id) };
    await expect(record(theirs, manager)).rejects.toMatchObject({
      code: 'registry.unknown-person',
    });
    const { id } = await record(theirs);
    await expect(wishes().takeBack(manager, id)).rejects.toMatchObject({ code: 'wish.unknown' });
    expect(await wishes().takeBack(manager, own.id)).toMatchObject({ takenBack: true });
    expect(await stands(staffId)).toEqual([]);
  });
});
