import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SheetReportService } from '../../src/report/sheets/sheet-report.service.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile } from '../support/table-file.js';

const SEED = 20_261_129;
const RUNS = 4;
const AS_OF = '2026-07-01';
const LABELS = [
  'Mã tham số',
  'Mã đơn vị',
  'Giá trị',
  'Từ ngày',
  'Văn bản',
  'Điều, khoản',
  'Ghi chú',
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

type Row = readonly CellInput[];

/** What nobody has set before: each value is a new version. */
const value = fc.constantFrom<readonly [string, string, CellInput]>(
  ...['3,5', 4, '7'].map((each) => ['cap.vice-chairs-per-commune', '', each] as const),
  ...[41, '52'].map((each) => ['norm.default.government', '90001', each] as const),
  ...['31/12/2033', '30/06/2034'].map((each) => ['surplus.deadline', '', each] as const),
  ...['91; 31; 1', '60; 30'].map((each) => ['secondment.alarm-days', '', each] as const),
);
const row = fc
  .tuple(
    value,
    fc.constantFrom('01/01/2028', '15/03/2029', '01/07/2030'),
    fc.constantFrom('Nghị quyết 5', '=HYPERLINK("x")', '-5', '@x'),
    fc.constantFrom(null, 'Đã rà soát', '+84'),
  )
  .map(([[key, unit, own], from, document, note]): Row => {
    return [key, unit, own, from, document, 'Điều 2', note];
  });
/** Each parameter of a place from each day at most once. */
const rows = fc.uniqueArray(row, {
  ...{ minLength: 1, maxLength: 8 },
  selector: ([key, unit, , from]) => [key, unit, from].join('|'),
});

async function standing(): Promise<unknown[]> {
  return database.query(
    `SELECT key, value, scope, starts_on, ends_on, source_document, source_article, source_on, evidence, note
     FROM law_parameters WHERE superseded_at IS NULL ORDER BY key, scope, starts_on`,
  );
}

const promotion = () => app.get(PromotionService);

async function stage(name: string, bytes: Buffer): Promise<Batch> {
  const upload = { sender: 'Sở Nội vụ', asOf: AS_OF, kind: 'parameters' as const };
  return app.get(RosterService).stage(SMALL_ACTOR, { ...upload, files: [{ name, bytes }] });
}

async function counted({ id }: Batch): Promise<Record<string, number>> {
  const found = await database.query<{ state: string; rows: number }[]>(
    'SELECT state, count(*)::int AS rows FROM import_rows WHERE batch_id = $1 GROUP BY state',
    [id],
  );
  const none = { added: 0, changed: 0, unchanged: 0 };
  return { ...none, ...Object.fromEntries(found.map(({ state, rows: own }) => [state, own])) };
}

async function oneRun(given: readonly Row[]): Promise<void> {
  const [law, registry] = [await standing(), await registryDump(database)];
  const { name, bytes } = await tableFile('tham-so.xlsx', { labels: LABELS, rows: given });
  const staged = await stage(name, bytes);
  expect(staged).toMatchObject({ errors: 0, rows: given.length });
  expect(await standing()).toEqual(law);
  const { plan } = await promotion().preview(SMALL_ACTOR, staged.id);
  const seen = { added: 0, changed: 0, unchanged: 0 };
  for (const { state } of plan.rows) seen[state]++;
  const done = await promotion().promote(SMALL_ACTOR, staged.id);
  expect(done).toMatchObject(seen);
  expect(await counted(done)).toEqual(seen);
  const after = await standing();
  expect(after).not.toEqual(law);
  const again = await promotion().promote(SMALL_ACTOR, (await stage(name, bytes)).id);
  expect(await counted(again)).toEqual({ added: 0, changed: 0, unchanged: given.length });
  const asked = { kind: 'parameters' as const, on: '2030-07-01', unit: null, purpose: 'Thử' };
  const book = await app.get(SheetReportService).file(SMALL_ACTOR, { ...asked, columns: null });
  const back = await stage(book.fileName, book.bytes);
  const returned = await promotion().promote(SMALL_ACTOR, back.id);
  expect(await counted(returned)).toEqual({ added: 0, changed: 0, unchanged: back.rows });
  expect(await standing()).toEqual(after);
  for (const { id } of [returned, again, done]) await promotion().undo(SMALL_ACTOR, id);
  expect(await standing()).toEqual(law);
  expect(await registryDump(database)).toEqual(registry);
}

describe('any sheet of parameters', () => {
  it(`is counted as the database counts it, comes back unchanged, and is taken back (seed ${SEED})`, async () => {
    await fc.assert(fc.asyncProperty(rows, oneRun), {
      ...{ seed: SEED, numRuns: RUNS, endOnFailure: true },
    });
  }, 180_000);
});
