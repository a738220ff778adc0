import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import type { SentFile } from '../../src/roster/reading/read-files.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster, type RosterRow } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { peopleDump } from '../support/people-dump.js';
import { tableFile } from '../support/table-file.js';

const EVE = '2025-06-30';
const NEW: readonly RosterRow[] = [
  { ...SMALL_PEOPLE[0], number: '012085000301', name: 'Lò Văn Mới', major: 'Kế toán' },
  { ...SMALL_PEOPLE[1], number: null, name: 'Quàng Thị Vô Số' },
];

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const stage = (files: readonly SentFile[], kind: BatchKind = 'roster'): Promise<Batch> =>
  app.get(RosterService).stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf: EVE, kind, files });
const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);
const undo = (id: number): Promise<Batch> => app.get(PromotionService).undo(SMALL_ACTOR, id);

async function notesOf({ id }: Batch) {
  const page = { batchId: id, severity: 'note' as const, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items
    .filter(({ code }) => code === 'roster.file-copy')
    .map(({ file, row, message }) => ({ file, row, message }));
}

describe('the same file twice', () => {
  it('in one upload under another name is read once, and a note says so', async () => {
    const { bytes } = await smallRoster([...SMALL_PEOPLE, ...NEW]);
    const copy = { name: 'danh-sach (1).xlsx', bytes: Buffer.from(bytes) };
    const { bytes: otherBytes } = await smallRoster([{ ...NEW[0], number: '012085000302' }]);
    const other = { name: 'khac.xlsx', bytes: otherBytes };
    const batch = await stage([{ name: 'danh-sach.xlsx', bytes }, other, copy]);
    expect(batch).toMatchObject({
      ...{ errors: 0, rows: SMALL_PEOPLE.length + 3 },
      files: ['danh-sach.xlsx', 'khac.xlsx'],
    });
    expect(await notesOf(batch)).toEqual([
      { file: 'danh-sach.xlsx', row: 0, message: expect.stringContaining('"danh-sach (1).xlsx"') },
    ]);
    const checked = await app.get(RepairService).check(SMALL_ACTOR, batch.id);
    expect(checked).toMatchObject({ errors: 0, rows: batch.rows });
    expect(await promote(batch.id)).toMatchObject({ added: 3, unchanged: SMALL_PEOPLE.length });
    await undo(batch.id);
  });

  it('of any other kind is read once too', async () => {
    const labels = ['Số định danh cá nhân', 'Họ và tên', 'Nguyện vọng'];
    const rows = [[SMALL_PEOPLE[0]!.number ?? '', SMALL_PEOPLE[0]!.name ?? '', 'Ở lại']];
    const file = await tableFile('nguyen-vong.xlsx', { labels, rows });
    const batch = await stage([file, { ...file, name: 'ban-sao.xlsx' }], 'wishes');
    expect(batch).toMatchObject({ rows: 1, errors: 0, files: ['nguyen-vong.xlsx'] });
    expect(await notesOf(batch)).toHaveLength(1);
  });

  it('staged twice before either is promoted adds nobody twice', async () => {
    const file = await smallRoster([...SMALL_PEOPLE, ...NEW]);
    const [first, second] = [await stage([file]), await stage([file])];
    expect(await promote(first.id)).toMatchObject({ added: 2 });
    const dump = await peopleDump(database);
    const all = SMALL_PEOPLE.length + NEW.length;
    expect(await promote(second.id)).toMatchObject({ added: 0, changed: 0, unchanged: all });
    expect(await peopleDump(database)).toEqual(dump);
    await undo(second.id);
    expect(await peopleDump(database)).toEqual(dump);
    await undo(first.id);
  });

  it('after its promotion, and once more under another name, changes nothing', async () => {
    const file = await smallRoster([...SMALL_PEOPLE, ...NEW]);
    const first = await promote((await stage([file])).id);
    const dump = await peopleDump(database);
    const all = SMALL_PEOPLE.length + NEW.length;
    const again: number[] = [];
    for (const name of [file.name, 'lan-hai.xlsx']) {
      const batch = await stage([{ ...file, name }]);
      expect(batch).toMatchObject({ errors: 0, rows: all });
      const { plan } = await app.get(PromotionService).preview(SMALL_ACTOR, batch.id);
      expect(plan.rows.filter(({ state }) => state !== 'unchanged')).toEqual([]);
      expect(await promote(batch.id)).toMatchObject({ added: 0, changed: 0, unchanged: all });
      again.push(batch.id);
    }
    expect(await peopleDump(database)).toEqual(dump);
    for (const id of [...again.reverse(), first.id]) await undo(id);
  });
});
