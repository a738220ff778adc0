import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { signedIn } from '../support/signed-in.js';
import { operatorOf } from '../../src/shared/actor.js';
import { GapService } from '../../src/gap/gap.service.js';
import { RosterBuilder } from '../support/roster-builder.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { randomRoster } from '../support/random-roster.js';
import { recountBlocks, recountCells, sumOf, type Roster } from '../support/recount.js';
import { DAY, EVE, storeBoth } from '../support/store-roster.js';

let database: FreshDatabase;
let gap: GapService;
let provinces = 10;

beforeAll(async () => {
  database = await freshDatabase();
  gap = new GapService(database.transactions);
}, 60_000);

afterAll(() => database.close());

/** Stores a roster in a province of its own. */
async function stored(roster: Roster) {
  const actor = operatorOf(String(provinces++), 'test');
  const run = await database.transactions.run(actor, (manager) =>
    storeBoth(manager, actor, roster),
  );
  const onDay = await gap.cells(actor, { on: DAY });
  const inRun = await gap.cells(actor, { run });
  return { actor, run, onDay, inRun };
}

describe('a cell', () => {
  it('is three over and two short at once, on the day and inside the run', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 4)
      .withPeople(2, 'C0.VP', 'P0', { fit: 'exact' })
      .withPeople(2, 'C0.VP', 'P0', { fit: 'out-of-field' })
      .withPeople(3, 'C0.VP', 'P0', { seated: false });
    const { onDay, inRun } = await stored(roster);
    const expected = {
      seats: 4,
      people: 7,
      seated: 4,
      surplus: 3,
      vacant: 0,
      misfit: 2,
      shortage: 2,
    };
    expect(onDay).toMatchObject([expected]);
    expect(inRun).toMatchObject([expected]);
  });

  it('counts an absent person as seated and as misfit, once where the person does not qualify either', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 3)
      .withPeople(1, 'C0.VP', 'P0', { fit: 'exact', away: true })
      .withPeople(1, 'C0.VP', 'P0', { fit: 'after-training', away: true })
      .withPeople(1, 'C0.VP', 'P0', { fit: 'related' });
    const { onDay, inRun } = await stored(roster);
    const expected = { seated: 3, vacant: 0, misfit: 2, absent: 2, shortage: 2 };
    expect(onDay).toMatchObject([expected]);
    expect(inRun).toMatchObject([expected]);
  });

  it('takes qualified cover off the shortage, never below nothing', async () => {
    const holder = { key: '011000000900', unitCode: 'C0.VP', positionCode: 'P0' };
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 1)
      .withSeats('C1.VP', 'P0', 2)
      .withSeats('C1.VP', 'P1', 1)
      .withPerson({ ...holder, fit: 'exact' })
      .withCover({ ...holder, unitCode: 'C1.VP', kind: 'seconded', fit: 'related' })
      .withCover({ ...holder, unitCode: 'C1.VP', kind: 'concurrent', fit: 'exact' })
      .withCover({
        ...holder,
        unitCode: 'C1.VP',
        positionCode: 'P1',
        kind: 'concurrent',
        fit: 'out-of-field',
      });
    const { onDay, inRun } = await stored(roster);
    expect(onDay).toMatchObject([
      { communeCode: 'C0', positionCode: 'P0', cover: 0, shortage: 0 },
      { communeCode: 'C1', positionCode: 'P0', vacant: 2, cover: 1, shortage: 1 },
      { communeCode: 'C1', positionCode: 'P1', vacant: 1, cover: 0, shortage: 1 },
    ]);
    expect(inRun.map((cell) => cell.cover)).toEqual([0, 0, 0]);
  });

  it('adds two divisions of a commune without setting one off against the other', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.KT', 'P0', 1)
      .withSeats('C0.VX', 'P0', 1)
      .withPeople(1, 'C0.KT', 'P0', { fit: 'exact' })
      .withPeople(1, 'C0.KT', 'P0', { fit: 'exact', seated: false });
    const { onDay, inRun } = await stored(roster);
    const expected = { communeCode: 'C0', seats: 2, people: 2, surplus: 1, vacant: 1, shortage: 1 };
    expect(onDay).toMatchObject([expected]);
    expect(inRun).toMatchObject([expected]);
  });

  it('never has more people seated than seats: the qualified, then the longest in service keep theirs', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 2)
      .withPerson({
        key: '011000000001',
        unitCode: 'C0.VP',
        positionCode: 'P0',
        fit: null,
        recruitedOn: '1999',
      })
      .withPerson({
        key: '011000000002',
        unitCode: 'C0.VP',
        positionCode: 'P0',
        fit: 'exact',
        recruitedOn: '2020',
      })
      .withPerson({
        key: '011000000003',
        unitCode: 'C0.VP',
        positionCode: 'P0',
        fit: null,
        recruitedOn: '1998',
      });
    const { actor, run, onDay, inRun } = await stored(roster);
    const expected = {
      seats: 2,
      people: 3,
      seated: 2,
      surplus: 1,
      vacant: 0,
      misfit: 1,
      shortage: 1,
    };
    expect(onDay).toMatchObject([expected]);
    expect(inRun).toMatchObject([expected]);
    for (const source of [{ on: DAY }, { run }]) {
      const people = (await gap.people(actor, source, { commune: 'C0', position: 'P0' })).items;
      expect(people.map(({ fullName, seated }) => [fullName.slice(-1), seated])).toEqual([
        ['2', true],
        ['3', true],
        ['1', false],
      ]);
    }
  });

  it('is not there in a commune that was never given seats, but its people stand against the norm', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 1)
      .withPeople(4, 'C1.VP', 'P0', { seated: false })
      .withNorm('C1', 'government', 3);
    const { actor, onDay } = await stored(roster);
    expect(onDay.map((cell) => cell.communeCode)).toEqual(['C0']);
    const { total, communes } = await gap.summary(actor, { on: DAY }, 'government');
    expect(total).toMatchObject({ seats: 1, people: 0, surplus: 0, vacant: 1 });
    expect(communes).toMatchObject([
      { communeCode: 'C0', headcount: 0, norm: null, overNorm: null },
      { communeCode: 'C1', headcount: 4, norm: 3, overNorm: 1, people: 0, surplus: 0 },
    ]);
  });
});

describe('a day', () => {
  it('has what ended on it no more: on the eve people are in the old unit, on the day in the new one', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 2)
      .withPeople(2, 'C0.VP', 'P0', { fit: 'exact' });
    const { actor } = await stored(roster);
    expect(await gap.cells(actor, { on: EVE })).toEqual([]);
    const eve = await gap.summary(actor, { on: EVE }, 'government');
    expect(eve.communes).toMatchObject([
      { communeCode: 'C0', headcount: 2, people: 0, norm: null },
    ]);
    expect(await gap.cells(actor, { on: DAY })).toMatchObject([{ people: 2, seats: 2 }]);
    const [person] = (await gap.people(actor, { on: DAY }, { commune: 'C0', position: 'P0' }))
      .items;
    expect(person).toMatchObject({
      oldUnitName: 'Xã cũ C0',
      oldPositionName: 'Chức danh cũ',
      seated: true,
    });
  });
});

describe('the summary', () => {
  it('adds up the same cells by block, field, zone and commune, on the day and inside the run', async () => {
    const roster = { ...randomRoster(7), covers: [] };
    const { actor, run } = await stored(roster);
    const cells = recountCells(roster);
    const lines = recountBlocks(roster);
    for (const source of [{ on: DAY }, { run }]) {
      const summary = await gap.summary(actor, source, 'government');
      expect(summary.total).toEqual(sumOf(cells));
      expect(summary.total.surplus - summary.total.vacant).toBe(
        summary.total.people - summary.total.seats,
      );
      for (const block of summary.blocks) {
        expect(block).toMatchObject(sumOf(cells.filter((cell) => cell.block === block.block)));
        const ofBlock = lines.filter((line) => line.block === block.block);
        expect(block.headcount).toBe(total(ofBlock, (line) => line.headcount));
        expect(block.overNorm).toBe(total(ofBlock, (line) => line.overNorm ?? 0));
      }
      for (const { zone, ...figures } of summary.zones) {
        expect(figures).toEqual(sumOf(cells.filter((cell) => cell.zone === zone)));
      }
      for (const { fieldCode, block, ...figures } of summary.fields) {
        expect(figures).toEqual(
          sumOf(cells.filter((cell) => cell.field === fieldCode && cell.block === block)),
        );
      }
      for (const commune of summary.communes) {
        const here = cells.filter(
          (cell) => cell.communeCode === commune.communeCode && cell.block === 'government',
        );
        expect(commune).toMatchObject(sumOf(here));
      }
      expect(summary.blocks.length).toBeGreaterThan(2);
      expect(summary.fields.length).toBeGreaterThan(summary.blocks.length);
      expect(summary.zones.length).toBeGreaterThan(1);
    }
  });

  it('lists communes over all blocks when asked', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 1)
      .withSeats('C0.VP', 'P1', 2)
      .withNorm('C0', 'government', 1)
      .withNorm('C0', 'party', 2);
    const { actor } = await stored(roster);
    const { communes } = await gap.summary(actor, { on: DAY }, 'all');
    expect(communes).toMatchObject([{ communeCode: 'C0', seats: 3, norm: 3, overNorm: -3 }]);
    const party = await gap.summary(actor, { on: DAY }, 'party');
    expect(party.communes).toMatchObject([{ communeCode: 'C0', seats: 2, norm: 2, overNorm: -2 }]);
  });
});

describe('the people of a cell', () => {
  it('are as many as its figure says, in every cell', async () => {
    const { actor, run, onDay, inRun } = await stored(randomRoster(3));
    for (const [source, cells] of [[{ on: DAY }, onDay] as const, [{ run }, inRun] as const]) {
      for (const cell of cells.slice(0, 12)) {
        const where = { commune: cell.communeCode, position: cell.positionCode };
        const people = (await gap.people(actor, source, where)).items;
        const main = people.filter((person) => person.kind === 'main');
        expect(main.length).toBe(cell.people);
        expect(main.filter((person) => person.seated).length).toBe(cell.seated);
        expect(people.filter((person) => person.covers).length).toBe(cell.cover);
      }
    }
  }, 60_000);

  it('come with the old post, the way and the reason inside a run', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 1)
      .withPeople(1, 'C0.VP', 'P0', { fit: 'exact' });
    const { actor, run } = await stored(roster);
    const [person] = (await gap.people(actor, { run }, { commune: 'C0', position: 'P0' })).items;
    expect(person).toMatchObject({
      unitName: 'Đơn vị C0.VP',
      positionName: 'Vị trí P0',
      oldUnitName: 'Xã cũ C0',
      movement: 'succession',
      distanceKm: 12.5,
      reason: 'Vì vậy.',
    });
  });

  it('managed by the Party committee are counted and not named without the closed scope, while it is a plan', async () => {
    const roster = new RosterBuilder()
      .withSeats('C0.VP', 'P0', 2)
      .withPeople(1, 'C0.VP', 'P0', { fit: 'exact' });
    const { actor, run } = await stored(roster);
    const { provinceCode } = actor;
    const change = (sql: string) =>
      database.transactions.run(actor, (manager) => manager.query(sql, [provinceCode]));
    await change(
      `UPDATE positions SET party_managed = true WHERE province_code = $1 AND code = 'P0'`,
    );
    const cell = { commune: 'C0', position: 'P0' };
    const without = await signedIn(database.transactions, 'officer', { provinceCode });
    const within = await signedIn(database.transactions, 'officer', {
      provinceCode,
      closedScope: true,
    });
    expect(await gap.people(without, { run }, cell)).toEqual({ items: [], closed: 1 });
    expect(await gap.people(within, { run }, cell)).toMatchObject({ items: [{}], closed: 0 });
    const short = (await gap.cells(without, { run })).map((each) => [each.seats, each.shortage]);
    expect(short).toEqual([[2, 1]]);
    await change(`UPDATE scenarios SET state = 'applied' WHERE province_code = $1`);
    expect(await gap.people(without, { run }, cell)).toMatchObject({ items: [{}], closed: 0 });
  });
});

describe('GapService', () => {
  it('does not know a run of another province', async () => {
    const { run } = await stored(new RosterBuilder());
    const stranger = operatorOf('96', 'test');
    await expect(gap.cells(stranger, { run })).rejects.toMatchObject({ code: 'gap.unknown-run' });
    await expect(gap.summary(stranger, { run }, 'all')).rejects.toMatchObject({
      kind: 'not-found',
    });
  });
});

function total<T>(rows: readonly T[], of: (row: T) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0);
}
