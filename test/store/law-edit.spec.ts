import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawDraftService } from '../../src/law/law-draft.service.js';
import { LawEditService } from '../../src/law/law-edit.service.js';
import type { WantedParameter } from '../../src/law/law-writer.js';
import { LawLoader } from '../../src/law/law.loader.js';
import { LawService } from '../../src/law/law.service.js';
import { operatorOf } from '../../src/shared/actor.js';
import { openApp, SMALL_ACTOR, trail } from '../support/demo-sources-app.js';
import { Factories } from '../support/factories.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const KEY = 'cap.vice-chairs-per-commune';
const wanted: WantedParameter = {
  key: KEY,
  value: 3,
  startsOn: '2027-01-01',
  endsOn: null,
  source: { document: 'Nghị quyết của tỉnh', article: 'Điều 1', date: '2026-12-01' },
  evidence: 'found',
  note: '',
  unit: null,
};

let database: FreshDatabase;
let app: INestApplicationContext;
let edit: LawEditService;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const factories = new Factories(database.transactions, SMALL_ACTOR);
  await factories.aProvince(SMALL_ACTOR.provinceCode);
  await app.get(LawLoader).load(SMALL_ACTOR);
  edit = app.get(LawEditService);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const inForce = (day: string, province = SMALL_ACTOR.provinceCode) =>
  database.transactions.run(operatorOf(province, 'test'), async (manager) =>
    (await app.get(LawService).parametersOn(manager, province, day)).rows.get(KEY),
  );
const versions = () => edit.versions(SMALL_ACTOR, KEY);

describe('a parameter that the province sets', () => {
  it('holds from its day on, for this province only, and the older value until then', async () => {
    await edit.set(SMALL_ACTOR, wanted);
    expect(await inForce('2026-12-31')).toMatchObject({ value: 2.5, scope: 'nation' });
    expect(await inForce('2027-01-01')).toMatchObject({ value: 3, scope: 'province:12' });
    expect(await inForce('2027-01-01', '11')).toMatchObject({ value: 2.5, scope: 'nation' });
  });

  it('stays as a version when a newer one takes a part of its time', async () => {
    await edit.set(SMALL_ACTOR, { ...wanted, value: 4, startsOn: '2028-01-01' });
    expect((await inForce('2027-12-31'))?.value).toBe(3);
    expect((await inForce('2028-01-01'))?.value).toBe(4);
    const own = (await versions()).filter(({ scope }) => scope === 'province:12');
    expect(
      own.map(({ value, startsOn, endsOn, supersededAt, recordedBy }) => [
        ...[value, startsOn, endsOn, supersededAt !== null, recordedBy],
      ]),
    ).toEqual([
      [4, '2028-01-01', null, false, SMALL_ACTOR.id],
      [3, '2027-01-01', '2028-01-01', false, SMALL_ACTOR.id],
      [3, '2027-01-01', null, true, SMALL_ACTOR.id],
    ]);
  });

  it('is written once, however often it is sent', async () => {
    const before = await versions();
    await edit.set(SMALL_ACTOR, { ...wanted, value: 4, startsOn: '2028-01-01' });
    expect(await versions()).toEqual(before);
  });

  it.each([
    ['law.unknown-parameter', { key: 'cap.nothing' }],
    ['law.other-kind', { value: 'ba' }],
    ['law.other-kind', { value: [3] }],
    ['law.other-kind', { key: 'surplus.deadline', value: '2030-02-30' }],
    ['law.other-kind', { key: 'no-go.cases', value: [1] }],
    ['law.other-kind', { key: 'no-go.cases', value: ['maternitty'] }],
    ['law.other-kind', { key: 'secondment.max-months', value: 2.5 }],
    ['law.other-kind', { value: -1 }],
    ['law.not-by-unit', { unit: '90001' }],
    ['law.unknown-unit', { key: 'norm.default.government', unit: '99999' }],
    ['law.span-reversed', { endsOn: '2027-01-01' }],
  ])('is refused with %s for %j', async (code, change) => {
    await expect(edit.set(SMALL_ACTOR, { ...wanted, ...change })).rejects.toMatchObject({ code });
  });

  it('cannot be overwritten or deleted, not even by the application', async () => {
    for (const sql of [
      `UPDATE law_parameters SET value = '9'`,
      'DELETE FROM law_parameters',
      `UPDATE law_confirmations SET note = 'x'`,
      'DELETE FROM law_confirmations',
    ]) {
      await expect(
        database.transactions.run(SMALL_ACTOR, (manager) => manager.query(sql)),
      ).rejects.toThrow(/permission denied/);
    }
  });
});

describe('a confirmation', () => {
  it('settles the value of the day for this province, with who and when', async () => {
    await edit.confirm(SMALL_ACTOR, { key: KEY, on: '2026-06-01', unit: null, note: 'Công báo' });
    expect(await inForce('2026-06-01')).toMatchObject({ value: 2.5, evidence: 'confirmed' });
    expect(await inForce('2026-06-01', '11')).toMatchObject({ evidence: 'found' });
    const confirmed = (await versions()).filter(({ confirmedBy }) => confirmedBy !== null);
    expect(confirmed).toMatchObject([{ value: 2.5, confirmedBy: SMALL_ACTOR.id }]);
    expect(confirmed[0]?.confirmedAt).toBeInstanceOf(Date);
  });

  it('counts for nothing once the value is another', async () => {
    await edit.set(SMALL_ACTOR, { ...wanted, value: 2.4, startsOn: '2026-01-01' });
    expect(await inForce('2026-06-01')).toMatchObject({ value: 2.4, evidence: 'found' });
  });

  it('is refused for a unit without a value of its own, and then confirms nothing', async () => {
    const of = { key: 'norm.default.government', on: '2027-01-01', note: '' };
    await expect(edit.confirm(SMALL_ACTOR, { ...of, unit: '90009' })).rejects.toMatchObject({
      code: 'law.no-value-of-unit',
    });
    const [found] = await edit.versions(SMALL_ACTOR, of.key);
    expect(found).toMatchObject({ confirmedBy: null });
  });

  it('is refused for what is not in force on the day', async () => {
    await expect(
      edit.confirm(SMALL_ACTOR, { key: KEY, on: '2010-01-01', unit: null, note: '' }),
    ).rejects.toMatchObject({ code: 'law.unknown-parameter' });
  });
});

describe('the trail', () => {
  it('has an entry for each act that changed something, and none for others', async () => {
    const acts = (await trail(database)).filter(({ subject }) => subject === `law/${KEY}`);
    expect(acts.map(({ action }) => action)).toEqual([
      'law.parameter-set',
      'law.parameter-set',
      'law.parameter-confirmed',
      'law.parameter-set',
    ]);
  });
});

describe('a value of one unit', () => {
  const key = 'norm.default.government';

  it('holds for this unit only, and is shown with its code', async () => {
    const factories = new Factories(database.transactions, SMALL_ACTOR);
    await factories.aUnit({ code: '90001', startsOn: '2025-07-01' });
    await edit.set(SMALL_ACTOR, { ...wanted, key, value: 43, unit: '90001' });
    const { provinceCode } = SMALL_ACTOR;
    const law = await database.transactions.run(SMALL_ACTOR, (manager) =>
      app.get(LawService).lawOn(manager, provinceCode, '2027-01-01'),
    );
    expect(law.of('90001').values[key]).toBe(43);
    expect(law.of('90002').values[key]).toBe(32);
    expect(law.province.values[key]).toBe(32);
    const rows = await app.get(LawService).list(SMALL_ACTOR, '2027-01-01');
    expect(rows.find((row) => row.scope === 'unit:12:90001')).toMatchObject({ applies: true });
  });

  it('is seen by no other province', async () => {
    const rows = await app.get(LawService).list(operatorOf('11', 'test'), '2027-01-01');
    expect(rows.filter(({ scope }) => scope.startsWith('unit:12'))).toEqual([]);
    expect(rows.filter(({ scope }) => scope === 'province:12')).toEqual([]);
  });
});

describe('a key without a value', () => {
  it('can be given its first one', async () => {
    expect(await edit.versions(SMALL_ACTOR, 'posts-cut.target')).toEqual([]);
    await edit.set(SMALL_ACTOR, { ...wanted, key: 'posts-cut.target', value: 1990 });
    expect(await edit.versions(SMALL_ACTOR, 'posts-cut.target')).toMatchObject([{ value: 1990 }]);
  });
});

describe('a draft', () => {
  const DEPUTIES = 'cap.deputies-per-organisation';
  const valueOn = (day: string) =>
    database.transactions.run(SMALL_ACTOR, async (manager) => {
      const { values } = await app.get(LawService).parametersOn(manager, '12', day);
      return values[DEPUTIES];
    });

  it('changes nothing until it is put in force, and then everything from its day on', async () => {
    const drafts = app.get(LawDraftService);
    const made = await drafts.create(SMALL_ACTOR, ' Cấp phó ');
    expect(made).toMatchObject({ name: 'Cấp phó', state: 'draft', version: 1, rows: [] });
    await expect(drafts.putInForce(SMALL_ACTOR, made)).rejects.toMatchObject({
      code: 'law.draft-empty',
    });
    const row = { ...wanted, key: DEPUTIES, value: 1.5 };
    const changed = await drafts.setRow(SMALL_ACTOR, made, row);
    expect(changed).toMatchObject({ version: 2, rows: [{ key: DEPUTIES, value: 1.5 }] });
    await expect(drafts.setRow(SMALL_ACTOR, made, row)).rejects.toMatchObject({
      code: 'law.draft-moved',
    });
    const again = await drafts.setRow(SMALL_ACTOR, changed, { ...row, value: 1 });
    expect(again.rows).toHaveLength(1);
    const emptied = await drafts.removeRow(SMALL_ACTOR, again, row);
    expect(emptied.rows).toEqual([]);
    const ready = await drafts.setRow(SMALL_ACTOR, emptied, row);
    expect([await valueOn('2026-12-31'), await valueOn('2027-01-01')]).toEqual([2, 2]);
    expect(await drafts.putInForce(SMALL_ACTOR, ready)).toMatchObject({
      state: 'in-force',
      settledBy: SMALL_ACTOR.id,
    });
    expect([await valueOn('2026-12-31'), await valueOn('2027-01-01')]).toEqual([2, 1.5]);
    await expect(drafts.drop(SMALL_ACTOR, ready)).rejects.toMatchObject({
      code: 'law.draft-settled',
    });
  });

  it('that was dropped stays readable, and is of one province only', async () => {
    const drafts = app.get(LawDraftService);
    const made = await drafts.create(SMALL_ACTOR, 'Bỏ');
    expect(await drafts.drop(SMALL_ACTOR, made)).toMatchObject({ state: 'dropped' });
    expect((await drafts.list(SMALL_ACTOR)).map(({ name }) => name)).toContain('Bỏ');
    expect(await drafts.list(operatorOf('11', 'test'))).toEqual([]);
    await expect(drafts.find(operatorOf('11', 'test'), made.id)).rejects.toMatchObject({
      code: 'law.unknown-draft',
    });
  });

  it('is told to the trail, step by step', async () => {
    const acts = (await trail(database)).map(({ action }) => action);
    expect(acts.filter((action) => action.startsWith('law.draft'))).toEqual(
      expect.arrayContaining(['law.draft-created', 'law.draft-changed', 'law.draft-in-force']),
    );
  });
});
