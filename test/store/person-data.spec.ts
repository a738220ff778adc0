import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawLoader } from '../../src/law/law.loader.js';
import { PersonService } from '../../src/registry/person/person.service.js';
import { ReportService } from '../../src/report/report.service.js';
import { stampOf } from '../../src/access/stamp.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { personDataBook } from '../../src/terminal/person-data/person-data-book.js';
import {
  afterWorkingDays,
  type PersonData,
  PersonDataService,
} from '../../src/terminal/person-data/person-data.service.js';
import { columnName, TABLE_NAMES } from '../../src/terminal/person-data/person-data-words.js';
import { tablesNamingPeople } from '../../src/terminal/person-data/person-tables.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, ownerDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const NUMBER = '012085000004';
const PURPOSE = 'Yêu cầu của chính người có dữ liệu';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  await app.get(LawLoader).load(SMALL_ACTOR);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const dataOf = (number = NUMBER): Promise<PersonData> =>
  app.get(PersonDataService).of(SMALL_ACTOR, number, PURPOSE);

function rowsOf({ tables }: PersonData, table: string): readonly object[] {
  return tables.find((each) => each.table === table)?.rows ?? [];
}

describe('the tables that name people', () => {
  async function unnamed(source: FreshDatabase): Promise<string[]> {
    const named = await tablesNamingPeople(source.source.manager);
    const tables = new Set([...named.map(({ table }) => table), 'staff', 'import_issues']);
    const columns = await source.source.query<{ table: string; column: string }[]>(
      `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name = ANY ($1) AND column_name <> 'province_code'`,
      [[...tables]],
    );
    return [
      ...[...tables].filter((table) => TABLE_NAMES[table] === undefined),
      ...columns
        .filter(({ column }) => columnName(column) === null)
        .map(({ table, column }) => `${table}.${column}`),
    ];
  }

  it('all have a Vietnamese name, and so have their columns', async () => {
    expect(await unnamed(database)).toEqual([]);
    expect((await tablesNamingPeople(database.source.manager)).length).toBeGreaterThan(7);
  });

  it('of a later migration are found by the catalogue and missed here until they are named', async () => {
    const owner = await ownerDatabase();
    try {
      await owner.source.query(
        'CREATE TABLE trainings (province_code text, staff_id bigint, course text)',
      );
      expect(await unnamed(owner)).toEqual(['trainings', 'trainings.course']);
    } finally {
      await owner.close();
    }
  }, 60_000);
});

describe('what is kept about a person', () => {
  it('comes from every table that has a row of them, and of nobody else', async () => {
    const data = await dataOf();
    for (const table of ['staff', 'postings', 'wishes', 'import_rows', 'pins', 'proposals'])
      expect({ table, rows: rowsOf(data, table).length }).not.toEqual({ table, rows: 0 });
    expect(rowsOf(data, 'scenario_facts')).toHaveLength(2);
    const text = JSON.stringify(data.tables);
    expect(text).toContain('Lò Văn Bốn');
    expect(text).not.toMatch(/Lò Văn (Một|Hai|Ba|Năm)/);
  });

  it('names who read, opened and exported it, and is itself told', async () => {
    const provinceCode = SMALL_ACTOR.provinceCode;
    const officer = await signedIn(database.transactions, 'officer', { provinceCode });
    const { staffId } = (await dataOf()).subject;
    await app.get(PersonService).file(officer, staffId, '2025-07-01');
    const asked = { fields: 'free-text', purpose: 'Kiểm tra lời ghi nguyện vọng' };
    await app.get(PersonService).reveal(officer, staffId, asked);
    const taken = { runId: job.best.id, purpose: 'Trình duyệt', columns: null };
    await app.get(ReportService).file(officer, 'plan', taken);
    await app.get(ReportService).file(officer, 'gap', taken);
    const { looks } = await dataOf();
    expect(looks.rows.filter((row) => row['actor'] === officer.id)).toMatchObject([
      { action: 'person.read' },
      { action: 'person.revealed', why: asked.purpose },
      { action: 'report.exported', why: taken.purpose },
    ]);
    expect(looks.rows.filter((row) => row['action'] === 'person.data-given')).not.toEqual([]);
  });

  it('is written with Vietnamese names, the deadline of the law and a stamp', async () => {
    const data = await dataOf();
    const stamp = stampOf(null, { actor: SMALL_ACTOR, at: data.at, purpose: PURPOSE });
    const { sheets } = await readWorkbook(await personDataBook(data, stamp));
    const text = sheets
      .flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)))
      .join('\n');
    expect(sheets.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Thông tin chung', 'Hồ sơ', 'Ai đã xem, mở, xuất']),
    );
    expect(text).toContain('2 ngày làm việc kể từ khi nhận yêu cầu (Luật 91/2025/QH15');
    expect(text).toContain('Số định danh');
    expect(text).toContain(NUMBER);
    expect(text).toContain(`mục đích: ${PURPOSE}`);
    for (const { rows } of sheets) expect(rows[0]?.cells[0]?.text).toContain('Người xuất');
  });

  it('is refused for a number that nobody has, and the refusal is no entry', async () => {
    const count = async (): Promise<number> =>
      (await dataOf()).looks.rows.filter((row) => row['action'] === 'person.data-given').length;
    const before = await count();
    await expect(dataOf('012085009999')).rejects.toMatchObject({ code: 'person-data.unknown' });
    expect(await count()).toBe(before + 1);
  });
});

describe('afterWorkingDays', () => {
  it('does not count Saturdays and Sundays', () => {
    expect(afterWorkingDays('2026-01-05', 2)).toBe('2026-01-07');
    expect(afterWorkingDays('2026-01-08', 2)).toBe('2026-01-12');
    expect(afterWorkingDays('2026-01-10', 2)).toBe('2026-01-13');
  });
});
