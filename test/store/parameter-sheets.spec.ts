import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawEditService } from '../../src/law/law-edit.service.js';
import { LawService } from '../../src/law/law.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { SheetReportService } from '../../src/report/sheets/sheet-report.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { columnLetters } from '../../src/sheet/cell-reference.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, SMALL_ACTOR, smallJob, trail } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile } from '../support/table-file.js';

const AS_OF = '2026-07-01';
const FILE = 'tham-so.xlsx';
const VICE_CHAIRS = 'cap.vice-chairs-per-commune';
const LABELS = [
  ...['Mã tham số', 'Mã đơn vị', 'Giá trị', 'Từ ngày', 'Đến hết ngày'],
  ...['Văn bản', 'Điều, khoản', 'Ngày văn bản', 'Mức độ chắc chắn', 'Ghi chú'],
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

interface Row {
  readonly key: string;
  readonly unit?: string;
  readonly value: CellInput;
  readonly from?: string;
  readonly until?: string;
  readonly document?: string;
}

const cellsOf = ({ key, unit = '', value, from = '', until = '', document = 'NQ 5' }: Row) => [
  ...[key, unit, value, from, until, document, 'Điều 2', '20/06/2026', '', ''],
];

async function stage(rows: readonly Row[], actor: Actor = SMALL_ACTOR) {
  const files = [await tableFile(FILE, { labels: LABELS, rows: rows.map(cellsOf) })];
  const upload = { sender: 'Sở Nội vụ', asOf: AS_OF, kind: 'parameters' as const, files };
  return app.get(RosterService).stage(actor, upload);
}

async function errorsOf(id: number): Promise<string[]> {
  const page = { batchId: id, severity: 'error' as const, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.map(({ row, column, code }) => `${column}${row} ${code}`);
}

/** Where the value of a parameter stands. */
async function cellOf(bytes: Buffer, key: string) {
  const { sheets } = await readWorkbook(bytes);
  for (const { name, rows } of sheets) {
    const row = rows.find(({ cells }) => cells.some(({ text }) => text === key));
    const label = rows.flatMap(({ cells }) => cells).find(({ text }) => text === 'Giá trị');
    if (row && label) return { sheet: name, row: row.row, column: columnLetters(label.column) };
  }
  throw new Error(`no row of ${key}`);
}

const promotion = () => app.get(PromotionService);
const inForce = async (day: string, unit: string | null = null) => {
  const { provinceCode } = SMALL_ACTOR;
  return database.transactions.run(SMALL_ACTOR, async (manager) => {
    const law = await app.get(LawService).lawOn(manager, provinceCode, day);
    return (unit === null ? law.province : law.of(unit)).values;
  });
};
const standing = (): Promise<unknown[]> =>
  database.query(
    `SELECT key, value, scope, starts_on, ends_on, source_document, source_article, source_on, evidence, note
     FROM law_parameters WHERE superseded_at IS NULL ORDER BY key, scope, starts_on`,
  );

describe('parameters by workbook', () => {
  it('tell at the cell what cannot be a value of the law', async () => {
    const { id } = await stage([
      { key: 'cap.nothing', value: 3 },
      { key: VICE_CHAIRS, value: 'ba' },
      { key: VICE_CHAIRS, value: 3, from: '01/01/2028', document: '' },
      { key: VICE_CHAIRS, value: 3, from: '01/01/2029', until: '31/12/2028' },
      { key: VICE_CHAIRS, value: 3, unit: '90001', from: '01/01/2030' },
      { key: 'norm.default.government', value: 3, unit: '99999' },
      { key: 'surplus.deadline', value: '30/02/2031' },
      { key: 'secondment.alarm-days', value: '60; ba mươi' },
      { key: 'secondment.max-months', value: '2,5' },
      { key: 'retirement.incomplete.month', value: 13 },
    ]);
    expect(await errorsOf(id)).toEqual([
      'A2 law.unknown-parameter',
      'C3 law.other-kind',
      'F4 sheet.cell-missing',
      'E5 law.span-reversed',
      'B6 law.not-by-unit',
      'B7 law.unknown-unit',
      'C8 law.other-kind',
      'C9 law.other-kind',
      'C10 law.other-kind',
      'C11 law.other-kind',
    ]);
    await expect(promotion().promote(SMALL_ACTOR, id)).rejects.toMatchObject({
      code: 'roster.has-errors',
    });
  });

  it('are repaired at the cell', async () => {
    const { id } = await stage([{ key: VICE_CHAIRS, value: 'ba' }]);
    const place = { file: FILE, sheet: 'Bảng', row: 2 };
    await app
      .get(RepairService)
      .correct(SMALL_ACTOR, id, [{ ...place, column: 'C', text: '2,75' }]);
    expect(await errorsOf(id)).toEqual([]);
    const { plan } = await promotion().preview(SMALL_ACTOR, id);
    expect(plan.rows[0]?.changes).toEqual(
      expect.arrayContaining([expect.objectContaining({ before: '2.5', after: '2.75' })]),
    );
    expect((await inForce(AS_OF))[VICE_CHAIRS]).toBe(2.5);
  });

  it('become versions from their days on, and are taken back without being taken out', async () => {
    const before = await standing();
    const { id } = await stage([
      { key: VICE_CHAIRS, value: 4, from: '01/01/2028' },
      { key: VICE_CHAIRS, value: '3,0', until: '31/12/2029' },
      { key: 'norm.default.government', value: 40, unit: '90001' },
      { key: 'surplus.deadline', value: '31/12/2032' },
      { key: 'no-go.lifted-by-request', value: 'Không có' },
      { key: 'secondment.alarm-days', value: '90; 30; 0' },
    ]);
    expect(await errorsOf(id)).toEqual([]);
    expect(await promotion().promote(SMALL_ACTOR, id)).toMatchObject({ rows: 6, added: 6 });
    expect((await inForce('2026-06-30'))[VICE_CHAIRS]).toBe(2.5);
    expect((await inForce(AS_OF))[VICE_CHAIRS]).toBe(3);
    expect((await inForce('2028-01-01'))[VICE_CHAIRS]).toBe(4);
    expect((await inForce(AS_OF))['norm.default.government']).toBe(32);
    expect((await inForce(AS_OF, '90001'))['norm.default.government']).toBe(40);
    expect(await inForce(AS_OF)).toMatchObject({
      'surplus.deadline': '2032-12-31',
      'no-go.lifted-by-request': [],
      'secondment.alarm-days': [90, 30, 0],
    });
    const versions = await app.get(LawEditService).versions(SMALL_ACTOR, VICE_CHAIRS);
    expect(versions.find(({ value }) => value === 4)).toMatchObject({
      source: { document: 'NQ 5', article: 'Điều 2', date: '2026-06-20' },
      ...{ evidence: 'found', recordedBy: SMALL_ACTOR.id },
    });
    await promotion().undo(SMALL_ACTOR, id);
    expect(await standing()).toEqual(before);
    const after = await app.get(LawEditService).versions(SMALL_ACTOR, VICE_CHAIRS);
    expect(after.find(({ value }) => value === 4)?.supersededAt).not.toBeNull();
    const told = (await trail(database)).filter(({ action }) => action === 'law.parameter-set');
    expect(told).toHaveLength(2 * 5);
  });

  it('say nothing a second time, and are not taken back from under a later edit', async () => {
    const rows = [{ key: VICE_CHAIRS, value: 3 }];
    const { id } = await stage(rows);
    await promotion().promote(SMALL_ACTOR, id);
    const now = await standing();
    const again = await stage(rows);
    expect(await promotion().promote(SMALL_ACTOR, again.id)).toMatchObject({ unchanged: 1 });
    expect(await standing()).toEqual(now);
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ key: VICE_CHAIRS, value: 5, startsOn: '2030-01-01', endsOn: null, unit: null },
      source: { document: 'NQ 6', article: '', date: '' },
      ...{ evidence: 'found', note: '' },
    });
    await expect(promotion().undo(SMALL_ACTOR, id)).rejects.toMatchObject({
      code: 'roster.stood-on',
      details: { obstacles: [expect.stringContaining('Phó Chủ tịch')] },
    });
  });

  it('keep a later value where the same plain sheet comes again, and say so', async () => {
    const rows = [{ key: 'cap.organisations-per-commune', value: 5 }];
    const first = await stage(rows);
    expect(await promotion().promote(SMALL_ACTOR, first.id)).toMatchObject({ added: 1 });
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ key: 'cap.organisations-per-commune', value: 6, startsOn: AS_OF, endsOn: null },
      ...{ unit: null, source: { document: 'NQ 8', article: '', date: '' } },
      ...{ evidence: 'found', note: '' },
    });
    const now = await standing();
    const again = await stage(rows);
    expect(await errorsOf(again.id)).toEqual([]);
    const notes = { batchId: again.id, severity: 'note' as const, offset: 0, limit: 100 };
    expect((await app.get(RosterService).issues(SMALL_ACTOR, notes)).items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ row: 2, column: 'C', code: 'roster.kept-registry' }),
      ]),
    );
    expect(await promotion().promote(SMALL_ACTOR, again.id)).toMatchObject({ unchanged: 1 });
    expect(await standing()).toEqual(now);
  });

  it('come back from the template as nothing new, and never overwrite a later version', async () => {
    const asked = { kind: 'parameters' as const, on: AS_OF, unit: null, purpose: 'Thử mẫu' };
    const { bytes } = await app
      .get(SheetReportService)
      .file(SMALL_ACTOR, { ...asked, columns: null });
    const upload = { sender: 'Sở', asOf: AS_OF, kind: 'parameters' as const };
    const files = [{ name: FILE, bytes }];
    const staged = () => app.get(RosterService).stage(SMALL_ACTOR, { ...upload, files });
    const first = await staged();
    expect(await errorsOf(first.id)).toEqual([]);
    expect(first.rows).toBeGreaterThan(100);
    const unchanged = { added: 0, changed: 0, unchanged: first.rows };
    expect(await promotion().promote(SMALL_ACTOR, first.id)).toMatchObject(unchanged);
    await app.get(LawEditService).set(SMALL_ACTOR, {
      ...{ key: VICE_CHAIRS, value: 6, startsOn: '2025-01-01', endsOn: null, unit: null },
      source: { document: 'NQ 7', article: '', date: '' },
      ...{ evidence: 'found', note: '' },
    });
    const now = await standing();
    const second = await staged();
    expect(await promotion().promote(SMALL_ACTOR, second.id)).toMatchObject(unchanged);
    expect(await standing()).toEqual(now);
    const third = await staged();
    const { sheet, row, column } = await cellOf(bytes, VICE_CHAIRS);
    const repaired = await app
      .get(RepairService)
      .correct(SMALL_ACTOR, third.id, [{ file: FILE, sheet, row, column, text: '7' }]);
    expect(await errorsOf(repaired.id)).toEqual([`${column}${row} roster.changed-meanwhile`]);
  });
});
