import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile, type PlainSheet } from '../support/table-file.js';

const EVE = '2025-06-30';
const ONE = '012085000001';
const PERSON = `(SELECT id FROM staff WHERE personal_number = '${ONE}')`;

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

async function stage(
  kind: BatchKind,
  sheet: PlainSheet,
  { asOf = EVE, sender = 'UBND huyện' } = {},
): Promise<Batch> {
  const files = [await tableFile('bang.xlsx', sheet)];
  return app.get(RosterService).stage(SMALL_ACTOR, { sender, asOf, kind, files });
}

const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);
const sql = <T>(text: string): Promise<T[]> => database.query<T[]>(text);

async function issuesOf({ id }: Batch): Promise<readonly string[]> {
  const page = { batchId: id, severity: null, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items
    .filter(({ code }) => /kept-registry|changed-meanwhile/.test(code))
    .map(({ row, column, severity, code }) => `${column}${row} ${severity} ${code}`);
}

function answered({ id }: Batch, row: number, facet: string, answer: 'file' | 'registry') {
  const place = { file: 'bang.xlsx', sheet: 'Bảng', row };
  const question = `changed-meanwhile:${facet}`;
  return app.get(RepairService).answer(SMALL_ACTOR, id, [{ ...place, question, answer }]);
}

describe('ratings that a sender sends again', () => {
  const ratings = (...of: readonly (readonly [number, string])[]): PlainSheet => ({
    labels: ['Họ và tên', 'Số CCCD', 'Năm', 'Xếp loại'],
    rows: of.map(([year, rating]) => ['Lò Văn Một', ONE, year, rating]),
  });
  const stands = () =>
    sql<{ year: number; rating: string }>(
      `SELECT year, rating FROM staff_ratings WHERE staff_id = ${PERSON} AND year IN (2021, 2022) ORDER BY 1`,
    );
  const correct = (rating: string) =>
    sql(`UPDATE staff_ratings SET rating = '${rating}' WHERE staff_id = ${PERSON} AND year = 2021`);

  it('keep a correction made since, with a note, and let another year through', async () => {
    await promote((await stage('ratings', ratings([2021, 'Tốt'], [2022, 'Khá']))).id);
    await correct('Xuất sắc');
    const again = await stage('ratings', ratings([2021, 'Tốt'], [2022, 'Tốt']));
    expect(again.errors).toBe(0);
    expect(await issuesOf(again)).toEqual(['D2 note roster.kept-registry']);
    const { plan } = await app.get(PromotionService).preview(SMALL_ACTOR, again.id);
    expect(plan.rows.map(({ state }) => state)).toEqual(['unchanged', 'changed']);
    expect(plan.kept).toMatchObject([{ row: 2 }]);
    await promote(again.id);
    expect(await stands()).toEqual([
      { year: 2021, rating: 'Xuất sắc' },
      { year: 2022, rating: 'Tốt' },
    ]);
  });

  it('are a question where both have changed, and the file counts where its reader says so', async () => {
    const both = await stage('ratings', ratings([2021, 'Khá']));
    expect(await issuesOf(both)).toEqual(['D2 error roster.changed-meanwhile']);
    await expect(promote(both.id)).rejects.toMatchObject({ code: 'roster.has-errors' });
    await answered(both, 2, 'rating:2021', 'file');
    await promote(both.id);
    expect((await stands())[0]).toEqual({ year: 2021, rating: 'Khá' });
    await correct('Yếu');
    const again = await stage('ratings', ratings([2021, 'Khá']));
    await answered(again, 2, 'rating:2021', 'file');
    expect(await issuesOf(again)).toEqual([]);
    await promote(again.id);
    expect((await stands())[0]).toEqual({ year: 2021, rating: 'Khá' });
  });

  it('of another sender, or of a year of which nothing was said, count as they are', async () => {
    await correct('Yếu');
    const other = await stage('ratings', ratings([2021, 'Khá']), { sender: 'Sở khác' });
    expect(await issuesOf(other)).toEqual([]);
    await promote(other.id);
    expect((await stands())[0]).toEqual({ year: 2021, rating: 'Khá' });
    await sql(`UPDATE staff_ratings SET rating = 'Yếu' WHERE staff_id = ${PERSON} AND year = 2022`);
    const year = await stage('ratings', ratings([2022, 'Tốt']));
    expect(await issuesOf(year)).toEqual([]);
    await promote(year.id);
    expect((await stands())[1]).toEqual({ year: 2022, rating: 'Tốt' });
  });
});

describe('wishes that a sender sends again', () => {
  const wish = (kind: string): PlainSheet => ({
    labels: ['Họ và tên', 'Số CCCD', 'Nguyện vọng'],
    rows: [['Lò Văn Một', ONE, kind]],
  });
  const stands = async () =>
    (
      await sql<{ kind: string }>(
        `SELECT kind FROM wishes WHERE staff_id = ${PERSON} AND campaign = '${EVE}'`,
      )
    )[0]?.kind;

  it('keep what was recorded since, for the same campaign only', async () => {
    await promote((await stage('wishes', wish('Ở lại'))).id);
    await sql(
      `UPDATE wishes SET kind = 'leave' WHERE staff_id = ${PERSON} AND campaign = '${EVE}'`,
    );
    const again = await stage('wishes', wish('Ở lại'));
    expect(await issuesOf(again)).toEqual(['C2 note roster.kept-registry']);
    await promote(again.id);
    expect(await stands()).toBe('leave');
    const later = await stage('wishes', wish('Ở lại'), { asOf: '2025-09-01' });
    expect(await issuesOf(later)).toEqual([]);
    expect(await promote(later.id)).toMatchObject({ added: 1 });
    expect(await stands()).toBe('leave');
  });
});

describe('conditions that a sender sends again', () => {
  const cases = (...of: readonly (readonly CellInput[])[]): PlainSheet => ({
    labels: ['Họ và tên', 'Số CCCD', 'Trường hợp', 'Từ ngày', 'Đến hết ngày'],
    rows: of.map((cells) => ['Lò Văn Một', ONE, ...cells]),
  });
  const MATERNITY = ['Thai sản', '01/03/2025', '31/08/2025'] as const;
  const STUDY = ['Biệt phái', '01/09/2024', null] as const;
  const stands = () =>
    sql<{ condition_case: string; ends_on: string | null }>(
      `SELECT condition_case, ends_on::text FROM staff_conditions WHERE staff_id = ${PERSON} ORDER BY 1`,
    );

  it('keep the days as corrected, and do not bring back a case that was taken away', async () => {
    await promote((await stage('conditions', cases(MATERNITY, STUDY))).id);
    const of = (named: string) => `WHERE staff_id = ${PERSON} AND condition_case = '${named}'`;
    await sql(`UPDATE staff_conditions SET ends_on = '2025-10-01' ${of('maternity')}`);
    await sql(`DELETE FROM staff_conditions ${of('study-or-seconded')}`);
    const again = await stage('conditions', cases(MATERNITY, STUDY));
    expect(await issuesOf(again)).toEqual([
      'C2 note roster.kept-registry',
      'C3 note roster.kept-registry',
    ]);
    expect(await promote(again.id)).toMatchObject({ unchanged: 2 });
    expect(await stands()).toEqual([{ condition_case: 'maternity', ends_on: '2025-10-01' }]);
  });

  it('let new days through as a question, and a case of other days as a new one', async () => {
    const moved = ['Thai sản', '01/03/2025', '30/09/2025'] as const;
    const both = await stage('conditions', cases(moved));
    // until 30 September is what the registry says by now
    expect(await issuesOf(both)).toEqual([]);
    expect(await promote(both.id)).toMatchObject({ unchanged: 1 });
    await sql(`UPDATE staff_conditions SET ends_on = '2025-11-01' WHERE staff_id = ${PERSON}`);
    const third = await stage('conditions', cases(MATERNITY, ['Biệt phái', '01/01/2025', null]));
    expect(await issuesOf(third)).toEqual(['C2 error roster.changed-meanwhile']);
  });
});

describe('units, seats and norms that a sender sends again', () => {
  const asOf = '2025-09-01';
  const sheets: readonly (readonly [BatchKind, PlainSheet, string, string, string])[] = [
    [
      'units',
      {
        labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Dân số', 'Khu vực'],
        rows: [['90001', 'Xã Bản Mới', 'xã', 1200, 'III']],
      },
      `UPDATE units SET population = 1300 WHERE code = '90001' AND ends_on IS NULL`,
      `SELECT population AS value FROM units WHERE code = '90001' AND ends_on IS NULL`,
      'D2',
    ],
    [
      'seats',
      {
        labels: ['Mã đơn vị', 'Bộ phận', 'Mã vị trí', 'Số chỉ tiêu', 'Chỉ tiêu bắt buộc'],
        rows: [['90001', 'Văn phòng', 'O1', 5, 1]],
      },
      `UPDATE establishments SET seats = 1300 WHERE seats = 5 AND ends_on IS NULL`,
      `SELECT e.seats AS value FROM establishments e JOIN units u ON u.id = e.unit_id
         JOIN positions p ON p.id = e.position_id
       WHERE u.code = '90001.VP' AND p.code = 'O1' AND e.ends_on IS NULL`,
      'D2',
    ],
  ];

  it.each(sheets)(
    'keep a correction of %s made since',
    async (kind, sheet, correct, stands, cell) => {
      await promote((await stage(kind, sheet, { asOf })).id);
      await sql(correct);
      const again = await stage(kind, sheet, { asOf });
      expect(await issuesOf(again)).toEqual([`${cell} note roster.kept-registry`]);
      expect(await promote(again.id)).toMatchObject({ unchanged: 1 });
      expect(await sql(stands)).toEqual([{ value: 1300 }]);
      const changed = { ...sheet, rows: sheet.rows.map((row) => row.with(3, 1400)) };
      const both = await stage(kind, changed, { asOf });
      expect(await issuesOf(both)).toEqual([`${cell} error roster.changed-meanwhile`]);
      await answered(both, 2, kind === 'units' ? 'population' : 'seats', 'file');
      await promote(both.id);
      expect(await sql(stands)).toEqual([{ value: 1400 }]);
      await sql(correct.replace('1300', '1500').replace('seats = 5', 'seats = 1400'));
      const third = await stage(kind, changed, { asOf });
      await answered(third, 2, kind === 'units' ? 'population' : 'seats', 'file');
      await promote(third.id);
      expect(await sql(stands)).toEqual([{ value: 1400 }]);
    },
  );

  it('leave ended what was ended since, unless the file is said to be right', async () => {
    const units = {
      labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại'],
      rows: [['90007', 'Xã Bảy', 'xã']],
    };
    const norms = {
      labels: ['Mã đơn vị', 'Khối', 'Biên chế được giao'],
      rows: [['90007', 'Chính quyền', 30]],
    };
    const later = { asOf: '2025-10-01' };
    const of = (table: string) =>
      sql<{ from: string }>(
        `SELECT t.starts_on::text AS from FROM ${table} t JOIN units u ON u.id = ${table === 'units' ? 't.id' : 't.unit_id'}
         WHERE u.code = '90007' AND t.ends_on IS NULL`,
      );
    await promote((await stage('units', units, { asOf })).id);
    await promote((await stage('seats', norms, { asOf })).id);
    await sql(`UPDATE norms SET ends_on = '2025-09-15' WHERE headcount = 30 AND ends_on IS NULL`);
    const again = await stage('seats', norms, later);
    expect(await issuesOf(again)).toEqual(['2 note roster.kept-registry']);
    expect(await promote(again.id)).toMatchObject({ added: 0, unchanged: 1 });
    expect(await of('norms')).toEqual([]);
    const right = await stage('seats', norms, later);
    await answered(right, 2, 'last_on', 'file');
    expect(await promote(right.id)).toMatchObject({ added: 1 });
    expect(await of('norms')).toEqual([{ from: '2025-10-01' }]);
    await sql(`UPDATE norms SET ends_on = '2025-10-02' WHERE starts_on = '2025-10-01'`);
    await sql(`UPDATE units SET ends_on = '2025-10-02' WHERE code = '90007'`);
    const unit = await stage('units', units, { asOf: '2025-11-01' });
    expect(await promote(unit.id)).toMatchObject({ added: 0, unchanged: 1 });
    const anew = { ...units, rows: [['90007', 'Xã Bảy Mới', 'xã']] };
    const begun = await stage('units', anew, { asOf: '2025-11-01' });
    expect(await promote(begun.id)).toMatchObject({ added: 1 });
    expect(await of('units')).toEqual([{ from: '2025-11-01' }]);
  });
});
