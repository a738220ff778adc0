import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LetterIssueService } from '../../src/letter/letter-issue.service.js';
import { LetterService } from '../../src/letter/letter.service.js';
import { ListReportService } from '../../src/report/lists/list-report.service.js';
import { PaperReportService } from '../../src/report/lists/paper-report.service.js';
import type { ReportFile } from '../../src/report/write-reports.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PURPOSE = 'Đối chiếu với sổ giấy';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let officer: Actor;
let manager: Actor;
let administrator: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  const scope = [{ unitCode: '90001', startsOn: '2000-01-01', endsOn: null }];
  officer = await signedInByPassword(app, { login: 'can.bo', role: 'officer' });
  manager = await signedInByPassword(app, { login: 'quan.ly', role: 'manager', scope });
  administrator = await signedInByPassword(app, { login: 'quan.tri', role: 'administrator' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function linesOf(file: Promise<ReportFile>): Promise<string[][]> {
  const { sheets } = await readWorkbook((await file).bytes);
  return sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells.map(({ text }) => text)));
}

const lists = (): ListReportService => app.get(ListReportService);

describe('the accounts as a workbook', () => {
  it('are those of the page, with scope and state, and nothing that opens a door', async () => {
    const lines = await linesOf(lists().accounts(administrator, PURPOSE));
    const own = lines.find((cells) => cells.includes('quan.ly')) ?? [];
    expect(own).toContain('quản lý đơn vị');
    expect(own.some((text) => text.includes('từ 01/01/2000'))).toBe(true);
    const secrets = await database.query<Record<string, unknown>[]>(
      `SELECT password_hash, totp_secret, oidc_subject FROM accounts`,
    );
    const said = lines.flat().join('\n');
    for (const secret of secrets.flatMap(Object.values))
      if (secret !== null) expect(said).not.toContain(String(secret));
    expect(lines.filter((cells) => /^\d+$/.test(cells[0] ?? '') && cells.length > 3)).toHaveLength(
      secrets.length,
    );
  });

  it('of whoever does not keep accounts has no line', async () => {
    const lines = await linesOf(lists().accounts(officer, PURPOSE));
    expect(lines.flat()).not.toContain('quan.ly');
  });
});

describe('the batches as a workbook', () => {
  it('are those that the actor sees, with the counts of the database; the export is recorded', async () => {
    const files = [await rosterFile('moi.xlsx', [SMALL_PEOPLE[0]!, SMALL_PEOPLE[1]!])];
    const upload = { sender: '=UBND xã Bản Một', asOf: '2025-06-30', files };
    const batch = await app.get(RosterService).stage(manager, upload);
    const mine = await linesOf(lists().batches(manager, PURPOSE));
    const row = mine.find((cells) => cells.includes('=UBND xã Bản Một')) ?? [];
    expect(row).toEqual(
      expect.arrayContaining([String(batch.id), 'Danh sách cán bộ', 'Chưa ghi', 'moi.xlsx', '2']),
    );
    const all = await app.get(RosterService).list(SMALL_ACTOR);
    const seen = await linesOf(lists().batches(officer, PURPOSE));
    const rows = (lines: string[][]): number =>
      lines.filter((cells) => cells.some((text) => text.endsWith('.xlsx'))).length;
    expect([rows(mine), rows(seen)]).toEqual([1, all.length]);
    expect(all.length).toBeGreaterThan(1);
    const entries = await database.query(
      `SELECT kind, why, details FROM audit_entries WHERE actor = 'quan.ly' AND action = 'report.exported'`,
    );
    expect(entries).toEqual([
      { kind: 'export', why: PURPOSE, details: { report: 'lan-nhap', rows: 1 } },
    ]);
  });
});

describe('the letters and their numbers as workbooks', () => {
  const papers = (): PaperReportService => app.get(PaperReportService);
  const everything = { scenarioId: null, movementId: null, all: false, search: '' };
  const named = (lines: string[][]): string[][] =>
    lines.filter((cells) => cells.includes('còn hiệu lực'));

  it('are the letters of the filter that the actor sees, and how far each block is used', async () => {
    const issuer = {
      ...{ superior: '', body: 'SỞ NỘI VỤ', place: 'Thử Nghiệm', authority: 'GIÁM ĐỐC' },
      ...{ signerTitle: 'GIÁM ĐỐC', signerName: '' },
    };
    const span = { year: 2025, symbol: 'QĐ-DS', first: 5, last: 1000, issuer };
    const blockId = await app.get(LetterService).openBlock(officer, span);
    const scenarioId = job.asItWas.scenario.id;
    const { issued } = await app.get(LetterIssueService).ofPlan(officer, {
      ...{ scenarioId, blockId, issuedOn: '2025-07-02', staffIds: null, unitCode: null },
    });
    expect(issued).toBeGreaterThan(1);
    const all = named(await linesOf(papers().letters(officer, everything, PURPOSE)));
    expect(all).toHaveLength(issued);
    expect(all.at(-1)).toEqual(
      expect.arrayContaining(['05/QĐ-DS', job.asItWas.scenario.name, 'Bố trí, điều động']),
    );
    const one = await linesOf(papers().letters(officer, { ...everything, search: '06/' }, PURPOSE));
    expect(named(one).map(([, number]) => number)).toEqual(['06/QĐ-DS']);
    const blocks = await linesOf(papers().blocks(officer, PURPOSE));
    expect(blocks.find((cells) => cells.includes('QĐ-DS'))?.slice(1, 7)).toEqual(
      ['QĐ-DS', 2025, 5, 1000, issued, 996 - issued].map(String),
    );
  });

  it('name nobody to whoever sees nobody, and carry the mark of the plan', async () => {
    const lines = await linesOf(papers().letters(administrator, everything, PURPOSE));
    expect(named(lines)).toEqual([]);
    await database.query(`UPDATE scenarios SET classification = 'mat' WHERE id = $1`, [
      job.asItWas.scenario.id,
    ]);
    const marked = await linesOf(papers().letters(officer, everything, PURPOSE));
    expect(marked.flat()).toContain('MẬT');
  });
});
