import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SheetName } from '../../src/report/sheets/sheet-asked.js';
import { SheetReportService } from '../../src/report/sheets/sheet-report.service.js';
import type { Batch } from '../../src/roster/batch.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RepairService } from '../../src/roster/repair.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  await database.query(
    `INSERT INTO staff_conditions (province_code, staff_id, condition_case, starts_on, note)
     SELECT province_code, id, 'maternity', '2025-05-01', 'Giấy số 1' FROM staff WHERE personal_number = '${ONE}'`,
  );
  await database.query(
    `INSERT INTO staff_ratings (province_code, staff_id, year, rating)
     SELECT province_code, id, 2024, 'Hoàn thành nhiệm vụ' FROM staff WHERE personal_number = '${ONE}'`,
  );
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const ONE = '012085000001';
const COLUMNS: Readonly<Partial<Record<SheetName, readonly string[]>>> = {
  wishes: [
    'personalNumber',
    'fullName',
    'unit',
    'wish',
    'commune1',
    'commune2',
    'commune3',
    'accepted',
    'note',
  ],
  ratings: ['personalNumber', 'fullName', 'unit', 'rating:2024', 'rating:2023'],
  conditions: [
    'personalNumber',
    'fullName',
    'conditions',
    'startsOn',
    'endsOn',
    'liftedByRequest',
    'note',
  ],
};

const ON: Readonly<Partial<Record<SheetName, string>>> = { wishes: '2025-06-30' };
const dayOf = (kind: SheetName): string => ON[kind] ?? '2025-08-01';

async function exported(kind: SheetName) {
  const asked = { kind, on: dayOf(kind), unit: null, purpose: 'Thử mẫu' };
  const file = await app
    .get(SheetReportService)
    .file(SMALL_ACTOR, { ...asked, columns: COLUMNS[kind] ?? null });
  return { name: file.fileName, bytes: file.bytes };
}

async function stage(kind: SheetName, file: { name: string; bytes: Buffer }): Promise<Batch> {
  return app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'Sở', asOf: dayOf(kind), kind, files: [file] });
}

const promote = (id: number): Promise<Batch> => app.get(PromotionService).promote(SMALL_ACTOR, id);

async function everything(): Promise<unknown> {
  const positions = await database.query('SELECT to_jsonb(p) AS row FROM positions p ORDER BY id');
  const next = await database.query(
    'SELECT to_jsonb(s) AS row FROM position_successions s ORDER BY id',
  );
  return [await registryDump(database), positions, next];
}

async function issuesOf({ id }: Batch) {
  const page = { batchId: id, severity: 'error' as const, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.map(({ sheet, row, column, code }) => `${sheet}!${column}${row} ${code}`);
}

/** A column, and its first row with data; of an empty one the first row. */
async function cellOf(bytes: Buffer, label: string) {
  const { sheets } = await readWorkbook(bytes);
  for (const { name, rows } of sheets)
    for (const row of rows) {
      const found = row.cells.find(({ text }) => text === label);
      if (found === undefined) continue;
      const below = rows.filter(
        ({ row: at, cells }) => at > row.row && /^\d+$/.test(cells[0]?.text ?? ''),
      );
      const isFilled = ({ cells }: (typeof rows)[number]): boolean =>
        cells.some(({ column, text }) => column === found.column && text !== '');
      const first = below.find(isFilled) ?? below[0];
      return { sheet: name, column: found.column, row: first?.row ?? 0 };
    }
  throw new Error(`no column ${label}`);
}

interface Case {
  readonly kind: SheetName;
  /** What somebody changes in the registry after the export. */
  readonly later: string;
  readonly back: string;
  /** A column of the changed value, and what the office types there meanwhile. */
  readonly label: string;
  readonly typed: string;
  readonly rows: number;
}

const CASES: readonly Case[] = [
  {
    ...{ kind: 'units', label: 'Dân số (người)', typed: '77', rows: 4 },
    later: `UPDATE units SET population = 5 WHERE ends_on IS NULL`,
    back: `UPDATE units SET population = NULL WHERE ends_on IS NULL`,
  },
  {
    ...{ kind: 'positions', label: 'Tên vị trí việc làm', typed: 'Tên của tệp', rows: 100 },
    later: `UPDATE positions SET name = name || ' *'`,
    back: `UPDATE positions SET name = replace(name, ' *', '')`,
  },
  {
    ...{ kind: 'seats', label: 'Số chỉ tiêu', typed: '7', rows: 3 },
    later: `UPDATE establishments SET seats = seats + 10`,
    back: `UPDATE establishments SET seats = seats - 10`,
  },
  {
    ...{ kind: 'wishes', label: 'Ghi chú', typed: 'Theo đơn', rows: 5 },
    later: `UPDATE wishes SET note = note || ' *'`,
    back: `UPDATE wishes SET note = replace(note, ' *', '')`,
  },
  {
    ...{
      kind: 'ratings',
      label: 'Xếp loại năm 2024',
      typed: 'Hoàn thành xuất sắc nhiệm vụ',
      rows: 4,
    },
    later: `UPDATE staff_ratings SET rating = rating || ' *'`,
    back: `UPDATE staff_ratings SET rating = replace(rating, ' *', '')`,
  },
  {
    ...{ kind: 'conditions', label: 'Ghi chú', typed: 'Giấy số 2', rows: 1 },
    later: `UPDATE staff_conditions SET note = 'Giấy số 3' WHERE condition_case = 'maternity'`,
    back: `UPDATE staff_conditions SET note = 'Giấy số 1' WHERE condition_case = 'maternity'`,
  },
];

describe.each(CASES)('the template of $kind', ({ kind, later, back, label, typed, rows }) => {
  it('comes back and changes nothing', async () => {
    const before = await everything();
    const batch = await stage(kind, await exported(kind));
    expect(await issuesOf(batch)).toEqual([]);
    expect(batch.rows).toBeGreaterThan(0);
    if (rows < 100) expect(batch.rows).toBe(rows);
    const done = await promote(batch.id);
    expect(done).toMatchObject({ added: 0, changed: 0, unchanged: batch.rows });
    expect(await everything()).toEqual(before);
  });

  it('never overwrites what was changed since, and asks where the office changed it too', async () => {
    const file = await exported(kind);
    await database.query(later);
    try {
      const now = await everything();
      const batch = await stage(kind, file);
      expect(await issuesOf(batch)).toEqual([]);
      expect(await promote(batch.id)).toMatchObject({ added: 0, changed: 0 });
      expect(await everything()).toEqual(now);
      const other = await stage(kind, file);
      const { sheet, column, row } = await cellOf(file.bytes, label);
      const letters = String.fromCharCode(64 + column);
      const place = { file: file.name, sheet, row };
      const repaired = await app
        .get(RepairService)
        .correct(SMALL_ACTOR, other.id, [{ ...place, column: letters, text: typed }]);
      expect(await issuesOf(repaired)).toEqual([
        expect.stringMatching(new RegExp(`^${sheet}![A-Z]+${row} roster.changed-meanwhile$`)),
      ]);
    } finally {
      await database.query(back);
    }
  });
});

describe('templates', () => {
  it('of a merger name the units that are there, and tell what to write', async () => {
    const { bytes } = await exported('merger');
    const { sheets } = await readWorkbook(bytes);
    expect(sheets.filter(({ state }) => state === 'visible').map(({ name }) => name)).toEqual([
      ...['Phương án', 'Sáp nhập', 'Đơn vị mới', 'Chỉ tiêu', 'Biên chế'],
    ]);
    const texts = sheets.flatMap((each) =>
      each.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    );
    expect(texts).toEqual(expect.arrayContaining(['90001', 'Xã Bản Mới', 'Căn cứ pháp lý']));
    expect(texts).not.toContain('Văn phòng HĐND và UBND');
  });

  it('of conditions go out without people where the cases may not be shown', async () => {
    const asked = { kind: 'conditions' as const, on: '2025-08-01', unit: null, purpose: 'Thử' };
    const officer = { ...SMALL_ACTOR, role: 'operator' as const };
    const { bytes } = await app
      .get(SheetReportService)
      .file(officer, { ...asked, columns: ['fullName', 'unit'] });
    const { sheets } = await readWorkbook(bytes);
    const texts = sheets.flatMap((each) =>
      each.rows.flatMap(({ cells }) => cells.map(({ text }) => text)),
    );
    expect(texts).not.toContain('Lò Văn Một');
    expect(texts).toContain('Trường hợp');
  });
});
