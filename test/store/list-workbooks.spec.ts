import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ListReportService } from '../../src/report/lists/list-report.service.js';
import type { ReportFile } from '../../src/report/write-reports.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PURPOSE = 'Đối chiếu với sổ giấy';

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;
let manager: Actor;
let administrator: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
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
