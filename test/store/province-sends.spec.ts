import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { BATCH_KINDS, type BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { mustBeWide } from '../../src/roster/scope.js';
import type { Actor } from '../../src/shared/actor.js';
import { actorOf, signedInByPassword } from '../support/account-of-role.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile } from '../support/table-file.js';

const DAY = '2025-09-01';
const REFUSED = { kind: 'forbidden', code: 'roster.province-sends' };
const BY_PROVINCE: readonly BatchKind[] = ['units', 'positions', 'seats', 'merger', 'parameters'];

let database: FreshDatabase;
let app: INestApplicationContext;
let manager: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  const scope = [{ unitCode: '90001', startsOn: '2000-01-01', endsOn: null }];
  manager = await signedInByPassword(app, { login: 'quan.ly', role: 'manager', scope });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function stage(actor: Actor, kind: BatchKind): Promise<Batch> {
  const labels = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Dân số'];
  const files = [await tableFile('xa.xlsx', { labels, rows: [['90007', 'Xã Bảy', 'xã', 700]] })];
  return app.get(RosterService).stage(actor, { sender: 'Xã', asOf: DAY, kind, files });
}

const batches = () => database.query('SELECT id, kind, state FROM import_batches ORDER BY id');

describe('sheets about the whole province', () => {
  it.each(BATCH_KINDS)('of kind %s come from a manager only where they are not', async (kind) => {
    const before = await batches();
    const staged = stage(manager, kind);
    if (BY_PROVINCE.includes(kind)) {
      await expect(staged).rejects.toMatchObject(REFUSED);
      expect(await batches()).toEqual(before);
    } else expect(await staged).toMatchObject({ kind, state: 'staged' });
  });

  it('of a sender who no longer sees the whole province go no further, nor back', async () => {
    await signedInByPassword(app, { login: 'can.bo', role: 'officer' });
    const officer = await actorOf(app, 'can.bo');
    const { id } = await stage(officer, 'units');
    const done = await stage(officer, 'units');
    await app.get(PromotionService).promote(officer, done.id);
    const registry = await registryDump(database);
    await database.query(`UPDATE accounts SET role = 'manager' WHERE login = 'can.bo'`);
    const now = await actorOf(app, 'can.bo');
    const promotion = app.get(PromotionService);
    const cells = [{ file: 'xa.xlsx', sheet: 'Bảng', row: 2, column: 'B', text: 'Xã Tám' }];
    for (const tried of [
      () => promotion.preview(now, id),
      () => promotion.promote(now, id),
      () => promotion.undo(now, done.id),
      () => app.get(RepairService).correct(now, id, cells),
    ])
      await expect(tried()).rejects.toMatchObject(REFUSED);
    expect(await registryDump(database)).toEqual(registry);
  });

  it('mustBeWide refuses by what the transaction sees, not by the role that the caller names', async () => {
    const pretender: Actor = { ...manager, role: 'officer' };
    await expect(stage(pretender, 'units')).rejects.toMatchObject(REFUSED);
    await database.transactions.run(SMALL_ACTOR, (open) => mustBeWide(open, { byProvince: true }));
    await database.transactions.run(manager, (open) => mustBeWide(open, { byProvince: false }));
  });
});
