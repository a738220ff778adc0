import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PreviewReportService } from '../../src/report/roster/preview-report.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { rosterFile, SMALL_PEOPLE } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PURPOSE = 'Trình lãnh đạo xem trước';

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  officer = await signedInByPassword(app, { login: 'can.bo', role: 'officer' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function staged() {
  const [first, second] = SMALL_PEOPLE;
  const rows = [
    { ...first, major: '=Kế toán', religion: 'Thiên Chúa giáo' },
    second!,
    { ...first, number: '012085000077', name: 'Lò Văn Mới' },
  ];
  const files = [await rosterFile('danh-sach.xlsx', rows)];
  const upload = { sender: 'UBND huyện', asOf: '2025-06-30', files };
  return app.get(RosterService).stage(SMALL_ACTOR, upload);
}

async function bookFor(actor: Actor, id: number): Promise<Map<string, string[][]>> {
  const { bytes } = await app.get(PreviewReportService).file(actor, id, PURPOSE);
  const { sheets } = await readWorkbook(bytes);
  return new Map(
    sheets.map(({ name, rows }) => [name, rows.map(({ cells }) => cells.map(({ text }) => text))]),
  );
}

describe('the preview as a workbook', () => {
  it('says all that the page says of every row, and who is missing; it writes nothing', async () => {
    const { id } = await staged();
    const before = await registryDump(database);
    const book = await bookFor(SMALL_ACTOR, id);
    const lines = book.get('Thay đổi') ?? [];
    const { plan } = await app.get(PromotionService).preview(SMALL_ACTOR, id);
    const numbered = lines.filter(([number]) => /^\d+$/.test(number ?? '') && number !== '');
    const wanted = plan.rows.reduce((sum, { changes }) => sum + Math.max(1, changes.length), 0);
    expect(numbered.filter((cells) => cells.includes('danh-sach.xlsx'))).toHaveLength(wanted);
    expect(
      lines.find((cells) => cells.includes('Chuyên ngành') && cells[5] === 'Thay đổi'),
    ).toEqual(expect.arrayContaining(['Lò Văn Một', 'Luật', '=Kế toán']));
    expect(
      lines.some((cells) => cells.includes('Lò Văn Hai') && cells.includes('Giữ nguyên')),
    ).toBe(true);
    const missing = (book.get('Không có trong tệp') ?? []).flat();
    expect(missing).not.toContain('Lò Văn Mới');
    expect(missing.length).toBeGreaterThan(0);
    expect(await registryDump(database)).toEqual(before);
  });

  it('shows protected fields as little as the page does, and goes to the trail with its purpose', async () => {
    const { id } = await staged();
    const open = (await bookFor(SMALL_ACTOR, id)).get('Thay đổi') ?? [];
    expect(open.flat()).toContain('Thiên Chúa giáo');
    const seen = (await bookFor(officer, id)).get('Thay đổi') ?? [];
    expect(seen.flat()).not.toContain('Thiên Chúa giáo');
    expect(seen.find((cells) => cells.includes('Tôn giáo'))).toContain('(không được xem)');
    const entries = await database.query<{ kind: string; why: string; subject: string }[]>(
      `SELECT kind, why, subject FROM audit_entries WHERE actor = 'can.bo' AND action = 'report.exported'`,
    );
    expect(entries).toEqual([{ kind: 'export', why: PURPOSE, subject: `batch/${id}` }]);
  });

  it('of a batch with errors is refused as the preview is', async () => {
    const files = [await rosterFile('hong.xlsx', [{ ...SMALL_PEOPLE[0], unit: 'Xã Không Có' }])];
    const upload = { sender: 'x', asOf: '2025-06-30', files };
    const { id } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
    await expect(bookFor(SMALL_ACTOR, id)).rejects.toMatchObject({ code: 'roster.has-errors' });
  });
});
