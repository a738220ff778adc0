import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ForecastService } from '../../src/forecast/forecast.service.js';
import { GapService } from '../../src/gap/gap.service.js';
import { LawKeyStore } from '../../src/law/law-key.store.js';
import { LawService } from '../../src/law/law.service.js';
import { LawStore } from '../../src/law/law.store.js';
import { ReferenceStore } from '../../src/law/reference.store.js';
import { readParameterPack } from '../../src/rules/parameter-pack.js';
import { operatorOf } from '../../src/shared/actor.js';
import { dataPath } from '../../src/shared/project-root.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { RosterBuilder } from '../support/roster-builder.js';
import { DAY, storeBoth } from '../support/store-roster.js';

const actor = operatorOf('12', 'test');
const PAGE = { offset: 0, limit: 100 };
/** The only qualified holder, a man born in March 1966: retires on 2028-01-01. */
const SOLE = '011000000801';
/** Waits without a seat, after training; only the year of birth is known. */
const WAITING = '011000000802';

let database: FreshDatabase;
let forecast: ForecastService;
let gap: GapService;
let run: number;

beforeAll(async () => {
  database = await freshDatabase();
  const { transactions } = database;
  forecast = new ForecastService(
    transactions,
    new LawService(transactions, new LawStore(), new ReferenceStore(), new LawKeyStore()),
  );
  gap = new GapService(transactions);
  const roster = new RosterBuilder()
    .withSeats('C0.VP', 'P0', 1)
    .withSeats('C1.VP', 'P2', 1)
    .withPerson({ key: SOLE, unitCode: 'C0.VP', positionCode: 'P0', fit: 'exact' })
    .withPerson({
      key: WAITING,
      unitCode: 'C1.VP',
      positionCode: 'P2',
      fit: 'after-training',
      seated: false,
    })
    .withPeople(1, 'C0.KT', 'P1', { seated: false, fit: null })
    .withCover({
      key: SOLE,
      unitCode: 'C1.VP',
      positionCode: 'P2',
      kind: 'seconded',
      fit: 'exact',
    });
  run = await transactions.run(actor, async (manager) => {
    for (const file of readdirSync(dataPath('rules'))) {
      const json: unknown = JSON.parse(readFileSync(join(dataPath('rules'), file), 'utf8'));
      await new LawStore().addPack(manager, readParameterPack(json));
    }
    const stored = await storeBoth(manager, actor, roster);
    await manager.query(
      `UPDATE staff SET sex = 'male', born_on = CASE key WHEN $1 THEN '1966-03' ELSE '1966' END
       WHERE key IN ($1, $2)`,
      [SOLE, WAITING],
    );
    await manager.query(
      `UPDATE postings SET ends_on = '2026-04-20' WHERE kind = 'seconded' AND province_code = '12'`,
    );
    await manager.query(
      `UPDATE postings SET failed_tests = '{degree}' WHERE fit = 'after-training' AND province_code = '12'`,
    );
    return stored;
  });
}, 60_000);

afterAll(() => database?.close());

/** Days on which something has changed since the one before. */
const TOLD = [DAY, '2026-05-01', '2027-12-01', '2028-01-01', '2032-01-01'];
const isTold = ({ on }: { readonly on: string }): boolean => TOLD.includes(on);

describe('the forecast', () => {
  it('begins with the figures of the gap, on the day and inside the run', async () => {
    for (const source of [{ on: DAY }, { run }]) {
      const { points } = await forecast.summary(actor, source, {});
      const { total } = await gap.summary(actor, source, 'all');
      expect(points[0]).toMatchObject({
        on: DAY,
        surplus: { low: total.surplus, high: total.surplus },
        shortage: { low: total.shortage, high: total.shortage },
      });
    }
  });

  it('opens gaps when a secondment ends and when the only holder retires', async () => {
    const { points, glide } = await forecast.summary(actor, { on: DAY }, {});
    const on = (day: string) => points.find((point) => point.on === day);
    expect(on('2026-04-01')).toMatchObject({ ended: 0, shortage: { low: 0, high: 0 } });
    expect(on('2026-05-01')).toMatchObject({ ended: 1, shortage: { low: 1, high: 1 } });
    expect(on('2027-12-01')).toMatchObject({ retired: { low: 0, high: 1 } });
    expect(on('2028-01-01')).toMatchObject({ retired: { low: 1, high: 2 }, shortage: { high: 2 } });
    expect(points.at(-1)).toMatchObject({ on: '2032-01-01', retired: { low: 2, high: 2 } });
    expect(glide[0]).toEqual({ on: '2025-07-01', target: 2 });
    expect(glide.at(-1)).toEqual({ on: '2031-01-01', target: 0 });
  });

  it('lists as many people, and cells with as much, as each month counts', async () => {
    for (const source of [{ on: DAY }, { run }]) {
      const { points } = await forecast.summary(actor, source, {});
      for (const { on: by, retired, ended, surplus, shortage } of points.filter(isTold)) {
        const total = async (kind: 'retirement' | 'end-of-posting') =>
          (await forecast.leavers(actor, source, { kind, by }, PAGE)).total;
        expect([by, await total('retirement')]).toEqual([by, retired.high]);
        expect([by, await total('end-of-posting')]).toEqual([by, ended]);
        const cells = await forecast.cells(actor, source, { by });
        const sum = (of: 'surplus' | 'shortage') =>
          cells.reduce((all, cell) => all + cell[of].high, 0);
        expect([by, sum('surplus'), sum('shortage')]).toEqual([by, surplus.high, shortage.high]);
        const short = await forecast.cells(actor, source, { by, of: 'shortage' });
        expect(short).toEqual(cells.filter(({ shortage: then }) => then.high > 0));
      }
    }
  });

  it('names those who are not forecast', async () => {
    const { total, items } = await forecast.leftOut(actor, { on: DAY }, { why: 'undated' }, PAGE);
    expect([total, items.length]).toEqual([1, 1]);
    expect(items[0]).toMatchObject({ bornOn: null, positionName: 'Vị trí P1' });
    expect(await forecast.leftOut(actor, { on: DAY }, { why: 'overdue' }, PAGE)).toEqual({
      ...{ total: 0, items: [] },
    });
  });

  it('counts whose birth is not in the file apart', async () => {
    expect(await forecast.summary(actor, { on: DAY }, {})).toMatchObject({
      undated: 1,
      overdue: 0,
      lastHolders: 2,
    });
  });

  it('names the versions of the parameters, and which of them are assumptions', async () => {
    const { parameters } = await forecast.summary(actor, { on: DAY }, {});
    expect(parameters).toContainEqual(
      expect.objectContaining({
        key: 'retirement.male.max-months',
        value: 744,
        startsOn: '2021-01-01',
        evidence: 'recalled',
        assumed: true,
        sourceDocument: 'Nghị định 135/2020/NĐ-CP',
      }),
    );
    expect(parameters.find(({ key }) => key === 'surplus.deadline')).toMatchObject({
      assumed: false,
    });
  });

  it('names who leaves, with the range, the rule for incomplete files and appendix II', async () => {
    const { total, items } = await forecast.leavers(actor, { on: DAY }, {}, PAGE);
    expect(total).toBe(3);
    expect(items).toMatchObject([
      { kind: 'end-of-posting', earliestOn: '2026-04-20', incompleteRuleOn: null },
      {
        fullName: `Nguyễn Văn ${WAITING}`,
        kind: 'retirement',
        earliestOn: '2027-11-01',
        latestOn: '2029-01-01',
        incompleteRuleOn: '2027-11-01',
        appendixTwoOn: '2021-05-01',
        lastHolder: false,
      },
      {
        fullName: `Nguyễn Văn ${SOLE}`,
        earliestOn: '2028-01-01',
        latestOn: '2028-01-01',
        incompleteRuleOn: null,
        lastHolder: true,
      },
    ]);
  });

  it('gives a part of the list, one commune, and one block only where asked', async () => {
    const page = await forecast.leavers(actor, { on: DAY }, {}, { offset: 1, limit: 1 });
    expect([page.total, page.items.length]).toEqual([3, 1]);
    const one = await forecast.leavers(actor, { on: DAY }, { commune: 'C0' }, PAGE);
    expect(one.items.map(({ fullName }) => fullName)).toEqual([`Nguyễn Văn ${SOLE}`]);
    expect(await forecast.leavers(actor, { on: DAY }, { block: 'party' }, PAGE)).toMatchObject({
      total: 0,
    });
  });

  it('gives only those after whom nobody is left, where asked', async () => {
    const { total, items } = await forecast.leavers(
      actor,
      { on: DAY },
      { only: 'last-holders' },
      PAGE,
    );
    expect([total, items.map(({ kind }) => kind)]).toEqual([2, ['end-of-posting', 'retirement']]);
  });

  it('lists the positions in units that change, now and at the end', async () => {
    expect(await forecast.cells(actor, { on: DAY }, { commune: 'C0' })).toEqual([
      {
        ...{ communeCode: 'C0', communeName: 'Đơn vị C0' },
        ...{ unitCode: 'C0.VP', unitName: 'Đơn vị C0.VP', positionName: 'Vị trí P0' },
        positionCode: 'P0',
        seats: 1,
        surplusNow: 0,
        shortageNow: 0,
        surplus: { low: 0, high: 0 },
        shortage: { low: 1, high: 1 },
      },
    ]);
  });

  it('lists who fits after what, and the seats it would fill', async () => {
    const { items, ...totals } = await forecast.training(actor, { on: DAY }, {}, PAGE);
    expect(totals).toMatchObject({ total: 1, people: 1, seatsFilled: 0 });
    expect(totals.parameters.map(({ key }) => key)).toContain('fit.training.degree-levels');
    expect(items).toEqual([
      {
        communeCode: 'C1',
        communeName: 'Đơn vị C1',
        unitCode: 'C1.VP',
        unitName: 'Đơn vị C1.VP',
        positionCode: 'P2',
        positionName: 'Vị trí P2',
        failedTests: ['degree'],
        people: [{ staffId: expect.anything(), fullName: `Nguyễn Văn ${WAITING}` }],
        seatsFilled: 0,
      },
    ]);
    expect(
      (await forecast.training(actor, { on: DAY }, {}, { offset: 1, limit: 1 })).items,
    ).toEqual([]);
  });

  it.each(['summary', 'cells', 'training'] as const)('%s refuses an unknown run', async (name) => {
    await expect(forecast[name](actor, { run: 999_999 }, {}, PAGE)).rejects.toMatchObject({
      code: 'forecast.unknown-run',
    });
  });
});
