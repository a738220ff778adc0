import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile } from '../support/table-file.js';

const EVE = '2025-06-30';
const LABELS = [
  ...['Họ và tên', 'Số CCCD', 'Ngày, tháng, năm sinh', 'Giới tính', 'Đơn vị công tác'],
  ...['Chức vụ, chức danh', 'Trình độ chuyên môn', 'Chuyên ngành', 'Chứng chỉ', 'Mã ngạch'],
  ...['Bậc', 'Hệ số', 'Tiếng dân tộc', 'Xếp loại năm 2023', 'Xếp loại năm 2024', 'Nguyện vọng'],
  ...['Trường hợp chưa được điều động', 'Quê quán', 'Số năm đóng bảo hiểm xã hội', 'Cột lạ'],
  ...['__proto__'],
];
const POST = ['Xã Bản Một', 'Công chức Văn phòng - thống kê'];
/** One says everything, one a rank and a wish that nobody knows, one has no number and says the least. */
const PEOPLE = [
  [
    ...['Lò Văn Đủ', '012085000101', '12/03/1985', 'Nam', ...POST, 'Đại học', 'Luật'],
    ...['Bồi dưỡng A; Bồi dưỡng B', '01.003', 3, 3, 'Thái; Mông; Thái'],
    ...['Hoàn thành tốt nhiệm vụ', 'Hoàn thành nhiệm vụ', 'Nghỉ hưu trước tuổi (đã đăng ký)'],
    ...['Nuôi con dưới 36 tháng; Đang đi học', 'Xã Bản Một', 12.5, 'giữ lại', 'nguyên mẫu'],
  ],
  [
    ...['Lò Thị Lạ', '012185000102', '1985', 'Nữ', ...POST, 'Cao đẳng', 'Ngành chưa có'],
    ...['', '99.999', '', '', '', '', '', 'chưa rõ', '', 'nơi khác', '', '', ''],
  ],
  ['Lò Văn Thiếu', '', '01/02/1990', 'Nam', ...POST, ...LABELS.slice(6).map(() => '')],
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

async function promoted(): Promise<Batch> {
  const files = [await tableFile('du-cot.xlsx', { labels: LABELS, rows: PEOPLE })];
  const upload = { sender: 'UBND huyện', asOf: EVE, files };
  const { id } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
  return app.get(PromotionService).promote(SMALL_ACTOR, id);
}

async function only(sql: string): Promise<unknown> {
  const rows = await database.query<unknown[]>(sql);
  return rows.length === 1 ? rows[0] : rows;
}

describe('people who are new', () => {
  it('are written with all that their rows say', async () => {
    expect(await promoted()).toMatchObject({ added: PEOPLE.length, changed: 0, unchanged: 0 });
    const of = (key: string): string =>
      `(SELECT id FROM staff WHERE personal_number = '0120850001${key}')`;
    const columns = 'key, full_name, born_on, certificates, rank_code, step, coefficient';
    expect(
      await only(
        `SELECT ${columns}, insurance_years, unknown_columns FROM staff WHERE id = ${of('01')}`,
      ),
    ).toMatchObject({
      ...{ key: '012085000101', full_name: 'Lò Văn Đủ', born_on: '1985-03-12' },
      ...{ certificates: ['Bồi dưỡng A', 'Bồi dưỡng B'], rank_code: '01.003', step: 3 },
      ...{ coefficient: 3, insurance_years: 12.5 },
    });
    expect(
      await only(
        `SELECT unknown_columns->>'Cột lạ' AS a, unknown_columns->>'__proto__' AS b FROM staff WHERE id = ${of('01')}`,
      ),
    ).toEqual({ a: 'giữ lại', b: 'nguyên mẫu' });
    expect(
      await only(`SELECT array_agg(language ORDER BY language) AS all FROM staff_languages
        WHERE staff_id = ${of('01')}`),
    ).toEqual({ all: ['Mông', 'Thái'] });
    expect(
      await only(`SELECT jsonb_object_agg(year, rating) AS all FROM staff_ratings
        WHERE staff_id = ${of('01')}`),
    ).toEqual({ all: { 2023: 'Hoàn thành tốt nhiệm vụ', 2024: 'Hoàn thành nhiệm vụ' } });
    expect(
      await only(`SELECT kind, accepted, campaign FROM wishes WHERE staff_id = ${of('01')}`),
    ).toEqual({ kind: 'retire-early', accepted: true, campaign: EVE });
    expect(
      await only(
        `SELECT count(*)::int AS count, min(starts_on)::text AS from FROM staff_conditions WHERE staff_id = ${of('01')}`,
      ),
    ).toEqual({ count: 2, from: EVE });
  });

  it('leave out a rank that the catalogue has not, and are known by their row without a number', async () => {
    expect(
      await only(`SELECT rank_code, born_on FROM staff WHERE full_name = 'Lò Thị Lạ'`),
    ).toEqual({ rank_code: null, born_on: '1985' });
    expect(
      await only(`SELECT key LIKE '%/du-cot.xlsx/Bảng/4' AS by_row FROM staff
        WHERE full_name = 'Lò Văn Thiếu'`),
    ).toEqual({ by_row: true });
  });

  it('say in their rows what was written, by the same hashes as a change says it', async () => {
    expect(
      await only(`SELECT count(*)::int AS count FROM import_rows r JOIN staff s ON s.id = r.staff_id
        WHERE r.state = 'added' AND r.after_hashes->>'staff' = 'r' || md5(s::text) AND s.full_name LIKE 'Lò%'
          AND r.file = 'du-cot.xlsx'`),
    ).toEqual({ count: PEOPLE.length });
  });

  it('are the same that a comparison field by field makes of the same rows', async () => {
    const before = await registryDump(database);
    expect(await promoted()).toMatchObject({ unchanged: PEOPLE.length, added: 0, changed: 0 });
    expect(await registryDump(database)).toEqual(before);
  });
});
