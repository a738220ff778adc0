import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { type Export, ReportService } from '../../src/report/report.service.js';
import { REPORT_COLUMNS } from '../../src/report/report-columns.js';
import { REPORT_KINDS, type ReportKind } from '../../src/report/write-reports.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const PURPOSE = 'Trình Ban Thường vụ & Hội đồng';
const NUMBER = /012085000\d{3}/;

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let officer: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  officer = await signedIn(database.transactions, 'officer', {
    provinceCode: SMALL_ACTOR.provinceCode,
    closedScope: true,
  });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

function taken(actor: Actor, kind: ReportKind, given: Partial<Export> = {}): Promise<Buffer> {
  const asked = { runId: job.best.id, purpose: PURPOSE, columns: null, ...given };
  return app
    .get(ReportService)
    .file(actor, kind, asked)
    .then(({ bytes }) => bytes);
}

async function bookOf(bytes: Buffer): Promise<exceljs.Workbook> {
  const book = new exceljs.Workbook();
  await book.xlsx.load(bytes as unknown as ArrayBuffer);
  return book;
}

async function textOf(bytes: Buffer): Promise<string> {
  const { sheets } = await readWorkbook(bytes);
  return sheets
    .flatMap((sheet) => sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)))
    .join('\n');
}

/** Names in the plan. */
async function peopleOf(only: NonNullable<Export['only']>): Promise<string[]> {
  const [sheet] = (await readWorkbook(await taken(officer, 'plan', { only }))).sheets;
  const lines = sheet!.rows.map(({ cells }) => cells.map(({ text }) => text));
  return lines.flatMap(([number, name]) => (/^\d+$/.test(number ?? '') && name ? [name] : []));
}

interface Entry {
  readonly kind: string;
  readonly why: string;
  readonly details: Readonly<Record<string, unknown>>;
}

function entriesOf({ id }: Actor): Promise<Entry[]> {
  return database.transactions.run(SMALL_ACTOR, (manager) =>
    manager.query(`SELECT kind, why, details FROM audit_entries WHERE actor = $1 ORDER BY id`, [
      id,
    ]),
  );
}

describe('every workbook of a run', () => {
  it.each(REPORT_KINDS)(
    '%s says on each sheet and page who took it, when and why',
    async (kind) => {
      const { worksheets } = await bookOf(await taken(officer, kind));
      expect(worksheets.length).toBeGreaterThan(0);
      for (const sheet of worksheets) {
        const stamp = sheet.getCell('A1').text;
        expect(stamp).toContain(`Người xuất: ${officer.name} (${officer.id})`);
        expect(stamp).toMatch(/lúc \d\d:\d\d ngày \d\d\/\d\d\/\d{4}/);
        expect(stamp).toContain(`mục đích: ${PURPOSE}`);
        expect(sheet.headerFooter.oddFooter).toContain(officer.id);
        expect(sheet.headerFooter.oddFooter).toContain('Thường vụ &&');
      }
    },
  );

  it.each(REPORT_KINDS)(
    '%s carries the mark of its plan in red, and none without',
    async (kind) => {
      const scenarios = app.get(ScenarioService);
      const { id, version } = await scenarios.get(SMALL_ACTOR, job.couldHaveBeen.id);
      const marked = await scenarios.classify(SMALL_ACTOR, {
        id,
        classification: 'toi-mat',
        version,
      });
      const { worksheets } = await bookOf(await taken(officer, kind));
      for (const sheet of worksheets) {
        const cells = (sheet.getRow(1).values as unknown[]).filter(Boolean);
        expect(cells).toContain('TỐI MẬT');
        const mark = cells.indexOf('TỐI MẬT') === -1 ? undefined : markCell(sheet);
        expect(mark?.font.color?.argb).toBe('FFFF0000');
        expect(sheet.headerFooter.oddHeader).toContain('TỐI MẬT');
      }
      await scenarios.classify(SMALL_ACTOR, {
        id,
        classification: 'none',
        version: marked.version,
      });
      expect(await textOf(await taken(officer, kind))).not.toContain('TỐI MẬT');
    },
  );

  it.each(REPORT_KINDS)(
    '%s gives accounts no personal number and no typed reason',
    async (kind) => {
      const text = await textOf(await taken(officer, kind));
      expect(text).not.toMatch(NUMBER);
      expect(text).not.toContain('đã đăng ký');
    },
  );

  it('names whom a filter leaves and says so; every line of the run is in one of its outcomes', async () => {
    const whole = await peopleOf({});
    const parts = [];
    for (const outcome of ['seated', 'surplus', 'leaving'] as const)
      parts.push(await peopleOf({ outcome }));
    expect(parts.flat().sort()).toEqual(whole.sort());
    expect(new Set(parts.map(({ length }) => length > 0))).toEqual(new Set([true]));
    const searched = await taken(officer, 'plan', { only: { search: 'mot', outcome: 'seated' } });
    expect(await textOf(searched)).toContain(
      'Chỉ những người được lọc: kết quả có vị trí; tên có "mot".',
    );
    const named = (await peopleOf({ search: 'mot' })).map((name) => name.normalize('NFD'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.every((name) => /mo\u0323?t/i.test(name.replace(/\u0302/g, '')))).toBe(true);
  });

  it('gives the operator of the machine the numbers that the roster gave', async () => {
    expect(await textOf(await taken(SMALL_ACTOR, 'plan'))).toMatch(NUMBER);
  });
});

function markCell(sheet: exceljs.Worksheet): exceljs.Cell | undefined {
  let found: exceljs.Cell | undefined;
  sheet.getRow(1).eachCell((cell) => {
    if (cell.value === 'TỐI MẬT') found = cell;
  });
  return found;
}

describe('chosen columns', () => {
  it('are the only ones that leave, and stand in the trail with purpose and count', async () => {
    const other = await signedIn(database.transactions, 'officer', {
      provinceCode: SMALL_ACTOR.provinceCode,
    });
    const text = await textOf(await taken(other, 'plan', { columns: ['fullName', 'position'] }));
    expect(text).toContain('Lò Văn Một');
    expect(text).not.toContain('Lý do');
    expect(text).not.toContain('Năm sinh');
    expect(await entriesOf(other)).toMatchObject([
      {
        kind: 'export',
        why: PURPOSE,
        details: {
          report: 'plan',
          columns: ['fullName', 'position'],
          rows: SMALL_PEOPLE.length,
          people: SMALL_PEOPLE.length,
        },
      },
    ]);
  });

  it('that are protected count as opening them', async () => {
    const other = await signedIn(database.transactions, 'officer', {
      provinceCode: SMALL_ACTOR.provinceCode,
    });
    const columns = ['fullName', 'personalNumber', 'fullReason'];
    const text = await textOf(await taken(other, 'plan', { columns }));
    expect(text).toMatch(NUMBER);
    expect(text).toContain('đã đăng ký');
    const entries = await entriesOf(other);
    expect(entries.map(({ kind }) => kind)).toEqual(['export', 'reveal']);
    expect(entries[1]).toMatchObject({
      why: PURPOSE,
      details: { fields: ['personalNumber', 'fullReason'] },
    });
    expect(JSON.stringify(entries)).not.toMatch(NUMBER);
  });

  it('that are protected are refused to a leader, and nothing is told as done', async () => {
    const leader = await signedIn(database.transactions, 'leader', {
      provinceCode: SMALL_ACTOR.provinceCode,
    });
    await expect(taken(leader, 'plan', { columns: ['personalNumber'] })).rejects.toMatchObject({
      kind: 'forbidden',
      code: 'access.field-not-allowed',
    });
    expect(await entriesOf(leader)).toEqual([]);
  });

  it('that a workbook has not are refused with those that it has', async () => {
    await expect(taken(officer, 'gap', { columns: ['fullName'] })).rejects.toMatchObject({
      code: 'report.unknown-column',
      details: { unknown: ['fullName'], known: REPORT_COLUMNS.gap.map(({ key }) => key) },
    });
    await expect(taken(officer, 'gap', { columns: [] })).rejects.toMatchObject({
      code: 'report.unknown-column',
    });
  });

  it('of the gap leave the units and drop the other figures on every sheet', async () => {
    const { worksheets } = await bookOf(await taken(officer, 'gap', { columns: ['shortage'] }));
    const text = await textOf(await taken(officer, 'gap', { columns: ['shortage'] }));
    expect(worksheets).toHaveLength(5);
    expect(text).toContain('Thiếu');
    expect(text).not.toContain('Hiện có');
  });
});
