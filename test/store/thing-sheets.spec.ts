import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BatchKind } from '../../src/roster/batch-kind.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { labelKey, type Field } from '../../src/roster/reading/fields.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { CellInput } from '../../src/sheet/sheet-spec.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile, type PlainSheet, type TableFile } from '../support/table-file.js';

const DAY = '2025-09-01';

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

type Rows = readonly (readonly CellInput[])[];

const stage = (kind: BatchKind, file: TableFile): Promise<Batch> =>
  app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'Sở Nội vụ', asOf: DAY, kind, files: [file] });
const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);
const undo = (id: number): Promise<Batch> => app.get(PromotionService).undo(SMALL_ACTOR, id);
const preview = (id: number) => app.get(PromotionService).preview(SMALL_ACTOR, id);

async function issuesOf({ id }: Batch, severity: 'error' | 'warning' | 'note' = 'error') {
  const page = { batchId: id, severity, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.map(({ sheet, row, column, code }) => `${sheet}!${column}${row} ${code}`);
}

/** All that sheets may change, ids too: an undo gives back the very same rows. */
async function exactly(): Promise<unknown> {
  const all: unknown[] = [await registryDump(database)];
  for (const table of ['units', 'positions', 'position_successions', 'establishments', 'norms'])
    all.push(await database.query(`SELECT to_jsonb(t) AS row FROM ${table} t ORDER BY id`));
  return all;
}

interface Case {
  readonly kind: BatchKind;
  readonly wrong: readonly PlainSheet[];
  readonly errors: readonly string[];
  readonly right: readonly PlainSheet[];
  readonly counts: Partial<Batch>;
  readonly written: readonly { readonly sql: string; readonly rows: readonly object[] }[];
  /** Somebody changes what the batch wrote. */
  readonly later: string;
  readonly back: string;
}

const table = (name: string, labels: readonly string[], rows: Rows): PlainSheet => ({
  ...{ name, labels, rows },
});

const UNIT = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Mã cấp trên', 'Dân số', 'Khu vực', 'Từ ngày'];
const POSITION = ['Mã vị trí', 'Tên vị trí việc làm', 'Khối', 'Nhóm vị trí', 'Mã lĩnh vực'];
const SUCCESSION = ['Mã vị trí cũ', 'Mã vị trí mới', 'Thứ tự ưu tiên'];
const SEAT = ['Mã đơn vị', 'Bộ phận', 'Mã vị trí', 'Số chỉ tiêu', 'Chỉ tiêu bắt buộc', 'Căn cứ'];
const NORM = ['Mã đơn vị', 'Khối', 'Biên chế được giao', 'Căn cứ'];

const CASES: readonly Case[] = [
  {
    kind: 'units',
    wrong: [
      table('Xã', UNIT, [
        ['90001', 'Xã Bản Mới', 'làng', null, 1200, null, null],
        ['90003', 'Xã Bản Ba', 'xã', '99999', '1,5', 'IV', '2025'],
        ['90001', 'Xã Bản Lẻ', 'xã', null, null, null, '01/01/2026'],
        [null, 'Xã Không Mã', 'xã', null, null, null, null],
      ]),
    ],
    errors: [
      'Xã!C2 unit.kind-unknown',
      'Xã!E3 sheet.not-a-count',
      'Xã!F3 sheet.not-a-choice',
      'Xã!G3 roster.day-incomplete',
      'Xã!D3 unit.parent-unknown',
      'Xã!G4 registry.span-overlaps',
      'Xã!A5 sheet.cell-missing',
    ],
    right: [
      table('Xã', UNIT, [
        ['90001', 'Xã Bản Mới', 'xã', null, 1200, 'III', null],
        ['90003', 'Xã Bản Ba', 'Xã', null, 800, 'II', '01/09/2025'],
        ['90003.VP', 'Văn phòng HĐND và UBND', 'Văn phòng', '90003', null, 'II', '01/09/2025'],
      ]),
    ],
    counts: { rows: 3, added: 2, changed: 1, unchanged: 0 },
    written: [
      {
        sql: `SELECT u.code, u.population, u.zone, u.starts_on::text, u.level, p.code AS parent
              FROM units u LEFT JOIN units p ON p.id = u.parent_id
              WHERE u.ends_on IS NULL AND u.code LIKE '9000_' OR u.code = '90003.VP' ORDER BY 1`,
        rows: [
          {
            ...{ code: '90001', population: 1200, zone: 'III', starts_on: '2025-07-01' },
            ...{ level: 'commune', parent: '12' },
          },
          {
            ...{ code: '90003', population: 800, zone: 'II', starts_on: '2025-09-01' },
            ...{ level: 'commune', parent: '12' },
          },
          {
            ...{ code: '90003.VP', population: null, zone: 'II', starts_on: '2025-09-01' },
            ...{ level: 'division', parent: '90003' },
          },
        ],
      },
    ],
    later: `UPDATE units SET population = 801 WHERE code = '90003'`,
    back: `UPDATE units SET population = 800 WHERE code = '90003'`,
  },
  {
    kind: 'positions',
    wrong: [
      table('Danh mục', POSITION, [
        ['T1', 'Chuyên viên thử', 'Hội', 'Chuyên môn', null],
        ['T2', 'Chuyên viên thử hai', 'Chính quyền', 'Chuyên môn', 'khong-co'],
      ]),
      table('Kế thừa', SUCCESSION, [
        ['X-BT', 'T9', 1],
        ['X-BT', 'T2', 0],
      ]),
    ],
    errors: [
      'Danh mục!C2 sheet.not-a-choice',
      'Danh mục!E3 position.reference-unknown',
      'Kế thừa!B2 position.unknown',
      'Kế thừa!C3 position.preference-out-of-range',
    ],
    right: [
      table('Danh mục', POSITION, [
        ['T1', 'Chuyên viên thử', 'Chính quyền', 'Chuyên môn', null],
        ['O1', 'Chuyên viên đổi tên', 'Chính quyền', 'Chuyên môn, nghiệp vụ', 'office'],
      ]),
      table('Kế thừa', SUCCESSION, [
        ['X-BT', 'T1', 9],
        ['X-BT', 'D1', 1],
      ]),
    ],
    counts: { rows: 4, added: 2, changed: 1, unchanged: 1 },
    written: [
      {
        sql: `SELECT code, name, starts_on::text, catalogue FROM positions WHERE code IN ('T1', 'O1') ORDER BY 1`,
        rows: [
          {
            ...{ code: 'O1', name: 'Chuyên viên đổi tên' },
            ...{ starts_on: '2025-07-01', catalogue: 'new' },
          },
          { code: 'T1', name: 'Chuyên viên thử', starts_on: '2025-09-01', catalogue: 'new' },
        ],
      },
      {
        sql: `SELECT s.preference FROM position_successions s JOIN positions n ON n.id = s.new_position_id
              WHERE n.code = 'T1'`,
        rows: [{ preference: 9 }],
      },
    ],
    later: `UPDATE positions SET name = 'Khác' WHERE code = 'T1'`,
    back: `UPDATE positions SET name = 'Chuyên viên thử' WHERE code = 'T1'`,
  },
  {
    kind: 'seats',
    wrong: [
      table('Chỉ tiêu', SEAT, [
        ['90009', null, 'O1', 2, 0, ''],
        ['90001', 'Phòng Kinh tế', 'O1', 2, 0, ''],
        ['90001', 'Văn phòng', 'KHONG', 2, 0, ''],
        ['90001', 'Văn phòng', 'O1', 1, 2, ''],
        ['90001', 'Văn phòng', 'O1', -3, 0, ''],
      ]),
      table('Biên chế', NORM, [['90001', 'Hội', 3, '']]),
    ],
    errors: [
      'Chỉ tiêu!A2 unit.unknown',
      'Chỉ tiêu!A3 unit.unknown',
      'Chỉ tiêu!C4 position.unknown',
      'Chỉ tiêu!E5 seats.required-above-seats',
      'Chỉ tiêu!D6 sheet.not-a-count',
      'Chỉ tiêu!6 registry.row-twice',
      'Biên chế!B2 sheet.not-a-choice',
    ],
    right: [
      table('Chỉ tiêu', SEAT, [
        ['90001', 'Văn phòng', 'O1', 5, 1, 'Quyết định 9'],
        ['90001.VX', null, 'O1', 1, 0, 'Quyết định 9'],
      ]),
      table('Biên chế', NORM, [['90001', 'Chính quyền', 8, 'Quyết định 9']]),
    ],
    counts: { rows: 3, added: 1, changed: 2, unchanged: 0 },
    written: [
      {
        sql: `SELECT u.code, e.seats, e.required, e.starts_on::text, e.ends_on::text FROM establishments e
              JOIN units u ON u.id = e.unit_id JOIN positions p ON p.id = e.position_id WHERE p.code = 'O1'
              ORDER BY 1, 4`,
        rows: [
          {
            ...{ code: '90001.VP', seats: 2, required: 0 },
            ...{ starts_on: '2025-07-01', ends_on: DAY },
          },
          { code: '90001.VP', seats: 5, required: 1, starts_on: DAY, ends_on: null },
          { code: '90001.VX', seats: 1, required: 0, starts_on: DAY, ends_on: null },
        ],
      },
      {
        sql: `SELECT headcount, starts_on::text, ends_on::text, evidence FROM norms ORDER BY 2`,
        rows: [
          { headcount: 3, starts_on: '2025-07-01', ends_on: DAY, evidence: 'derived' },
          { headcount: 8, starts_on: DAY, ends_on: null, evidence: 'found' },
        ],
      },
    ],
    later: `UPDATE norms SET headcount = 9 WHERE starts_on = '${DAY}'`,
    back: `UPDATE norms SET headcount = 8 WHERE starts_on = '${DAY}'`,
  },
];

describe.each(CASES)('a sheet of $kind', (given) => {
  const { kind, wrong, errors, right, counts, written } = given;

  it('tells every fault at its cell and writes nothing', async () => {
    const before = await exactly();
    const batch = await stage(kind, await tableFile('sai.xlsx', ...wrong));
    expect((await issuesOf(batch)).sort()).toEqual([...errors].sort());
    await expect(promote(batch.id)).rejects.toMatchObject({ code: 'roster.has-errors' });
    expect(await exactly()).toEqual(before);
  });

  it('is written, counted from the database, unchanged when it comes again, and given back exactly', async () => {
    const before = await exactly();
    const file = await tableFile('dung.xlsx', ...right);
    const batch = await stage(kind, file);
    expect(await issuesOf(batch)).toEqual([]);
    const { plan } = await preview(batch.id);
    expect(plan.rows.filter(({ state }) => state !== 'unchanged')).toHaveLength(
      (counts.added ?? 0) + (counts.changed ?? 0),
    );
    expect(await exactly()).toEqual(before);
    expect(await promote(batch.id)).toMatchObject({ ...counts, errors: 0 });
    for (const { sql, rows } of written) expect(await database.query(sql)).toEqual(rows);
    const after = await exactly();
    const again = await promote((await stage(kind, file)).id);
    expect(again).toMatchObject({ unchanged: counts.rows, added: 0, changed: 0 });
    expect(await exactly()).toEqual(after);
    await undo(again.id);
    await undo(batch.id);
    expect(await exactly()).toEqual(before);
  });

  it('is not taken back when what it wrote was changed since', async () => {
    const batch = await promote((await stage(kind, await tableFile('dung.xlsx', ...right))).id);
    await database.query(given.later);
    await expect(undo(batch.id)).rejects.toMatchObject({
      code: 'roster.stood-on',
      details: { count: 1, obstacles: [expect.stringContaining('đã được sửa sau đó')] },
    });
    await database.query(given.back);
    expect(await undo(batch.id)).toMatchObject({ state: 'undone' });
  });
});

describe('a sheet of the registry', () => {
  it('shows every change before and after, and what the registry has besides', async () => {
    const batch = await stage(
      'seats',
      await tableFile('a.xlsx', table('Chỉ tiêu', SEAT, [['90001.VP', null, 'O1', 5, 0, '']])),
    );
    const { plan } = await preview(batch.id);
    expect(plan.rows[0]).toMatchObject({
      state: 'changed',
      subject: expect.stringMatching(/^Văn phòng HĐND và UBND, /),
      changes: expect.arrayContaining([
        expect.objectContaining({ label: 'Số chỉ tiêu', before: '2', after: '5' }),
        expect.objectContaining({ label: 'Từ ngày', before: '01/07/2025', after: '01/09/2025' }),
      ]),
    });
  });

  it('an absent column leaves what the registry has, an empty cell clears it', async () => {
    const labels = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Khu vực'];
    const batch = await stage(
      'units',
      await tableFile('a.xlsx', table('Xã', labels, [['90001', 'Xã Bản Mới', 'xã', null]])),
    );
    const { plan } = await preview(batch.id);
    expect(plan.rows[0]?.changes).toEqual([
      expect.objectContaining({ field: 'zone', before: 'III', after: null }),
    ]);
  });

  it('a unit in which people work or seats stand does not end before them', async () => {
    const labels = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Đến hết ngày'];
    const batch = await stage(
      'units',
      await tableFile('a.xlsx', table('Xã', labels, [['90001', 'Xã Bản Mới', 'xã', '31/12/2025']])),
    );
    expect(await issuesOf(batch)).toEqual(['Xã!D2 registry.still-needed']);
  });

  it('what a later batch needs is not taken back', async () => {
    const unit = table('Xã', UNIT, [['90007', 'Xã Bảy', 'xã', null, null, null, '01/09/2025']]);
    const first = await promote((await stage('units', await tableFile('a.xlsx', unit))).id);
    const norm = table('Biên chế', NORM, [['90007', 'Đảng', 4, '']]);
    const second = await promote((await stage('seats', await tableFile('b.xlsx', norm))).id);
    await expect(undo(first.id)).rejects.toMatchObject({
      code: 'roster.stood-on',
      details: { obstacles: [expect.stringContaining('1 số biên chế được giao')] },
    });
    await undo(second.id);
    expect(await undo(first.id)).toMatchObject({ state: 'undone' });
  });

  it('a cell is typed anew, a label is told and remembered, a row is set aside', async () => {
    const labels = ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Cư dân'];
    const rows: Rows = [
      ['90001', 'Xã Bản Mới', 'làng', 1300],
      [null, 'Xã Không Mã', 'xã', 5],
    ];
    const file = await tableFile('a.xlsx', table('Xã', labels, rows));
    const repair = app.get(RepairService);
    const { id } = await stage('units', file);
    const place = { file: 'a.xlsx', sheet: 'Xã' };
    await repair.correct(SMALL_ACTOR, id, [{ ...place, row: 2, column: 'C', text: 'Xã' }]);
    await repair.setAside(SMALL_ACTOR, id, { rows: [{ ...place, row: 3 }], reason: 'chưa có mã' });
    const label = labelKey('Cư dân');
    const batch = await repair.chooseColumns(SMALL_ACTOR, id, [
      { label, field: 'population' as Field },
    ]);
    expect(batch).toMatchObject({ errors: 0, setAside: 1, corrections: 1 });
    expect((await preview(id)).plan.rows[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'population', after: '1300' }),
    );
    const next = await stage('units', await tableFile('b.xlsx', table('Xã', labels, [rows[0]!])));
    const done = await repair.correct(SMALL_ACTOR, next.id, [
      { file: 'b.xlsx', sheet: 'Xã', row: 2, column: 'C', text: 'Xã' },
    ]);
    expect((await preview(done.id)).plan.rows[0]?.changes).toContainEqual(
      expect.objectContaining({ field: 'population', after: '1300' }),
    );
  });
});
