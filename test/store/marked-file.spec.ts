import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Batch } from '../../src/roster/batch.js';
import { MarkedFileService } from '../../src/roster/marked-file.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import { batchMarkOf } from '../../src/sheet/patch/batch-mark.js';
import { ISSUE_SHEET } from '../../src/sheet/patch/own-sheets.js';
import { VALUES_SHEET } from '../../src/sheet/value-lists.js';
import type { Sheet } from '../../src/sheet/workbook.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PEOPLE, smallRoster, type RosterRow } from '../support/demo-sources-roster.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const PURPOSE = 'Trả tệp cho đơn vị gửi để sửa';
const BROKEN: RosterRow = { number: '012085000077', unit: 'Xã Không Có', position: 'Thợ rèn' };

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;
let batch: Batch;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
  officer = await signedIn(database.transactions, 'officer', {
    provinceCode: SMALL_ACTOR.provinceCode,
  });
  const files = [await smallRoster([...SMALL_PEOPLE, BROKEN])];
  batch = await app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf: '2025-06-30', files });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function taken(actor: Actor): Promise<Buffer> {
  const service = app.get(MarkedFileService);
  const [file] = await service.files(actor, batch.id);
  expect(file?.copyBecause).toBeNull();
  const asked = { batchId: batch.id, fileId: file?.id ?? 0, purpose: PURPOSE };
  return (await service.file(actor, asked)).bytes;
}

function textsOf(sheet: Sheet | undefined): string[][] {
  return (sheet?.rows ?? []).map(({ cells }) => cells.map(({ text }) => text));
}

describe('a workbook that goes back to its sender', () => {
  it('lists exactly the issues of the batch, and carries its mark', async () => {
    const bytes = await taken(SMALL_ACTOR);
    expect(await batchMarkOf(bytes)).toBe(`batch/${batch.id}`);
    const { sheets } = await readWorkbook(bytes);
    const rows = textsOf(sheets.find(({ name }) => name === ISSUE_SHEET));
    expect(rows.filter(([number]) => /^\d+$/.test(number ?? ''))).toHaveLength(
      batch.errors + batch.warnings + batch.notes,
    );
    expect(rows.flat().join('\n')).toContain(`mục đích: ${PURPOSE}`);
    const messages = rows.flat().join('\n');
    expect(messages).toContain('Xã Không Có');
    expect(messages).not.toMatch(/012085000\d{3}/);
  });

  it('offers the units and positions in force where one is unknown', async () => {
    const { sheets } = await readWorkbook(await taken(SMALL_ACTOR));
    const values = textsOf(sheets.find(({ name }) => name === VALUES_SHEET)).flat();
    const people = SMALL_PEOPLE.map(({ unit }) => unit);
    expect(values).toEqual(expect.arrayContaining([...new Set(people)]));
  });

  it('says what was corrected in the page', async () => {
    const [unit] = await database.query<{ sheet: string; row: number; column: string }[]>(
      `SELECT sheet, row_number AS row, column_letters AS column FROM import_issues
       WHERE batch_id = $1 AND message LIKE '%Xã Không Có%'`,
      [batch.id],
    );
    if (unit === undefined) throw new Error('no issue of the unit');
    const cell = { ...unit, file: batch.files[0] ?? '', text: '=Xã Bản Một' };
    const sent = await app.get(RosterService).stage(SMALL_ACTOR, {
      sender: 'UBND xã',
      asOf: '2025-06-30',
      files: [await smallRoster([BROKEN])],
    });
    await database.transactions.run(SMALL_ACTOR, (manager) =>
      manager.query(
        `INSERT INTO import_corrections (province_code, batch_id, file, sheet, row_number, column_letters, was, typed,
           corrected_by) VALUES ($1, $2, $3, $4, $5, $6, 'x', $7, 'a')`,
        [SMALL_ACTOR.provinceCode, sent.id, cell.file, cell.sheet, 9, cell.column, cell.text],
      ),
    );
    const service = app.get(MarkedFileService);
    const [file] = await service.files(SMALL_ACTOR, sent.id);
    const asked = { batchId: sent.id, fileId: file?.id ?? 0, purpose: PURPOSE };
    const { sheets } = await readWorkbook((await service.file(SMALL_ACTOR, asked)).bytes);
    const row = sheets[0]?.rows.find((each) => each.row === 9);
    expect(row?.cells.map(({ kind, text }) => [kind, text])).toContainEqual(['text', cell.text]);
  });

  it('sent again as it is gives the same batch of rows and issues', async () => {
    const bytes = await taken(SMALL_ACTOR);
    const again = await app.get(RosterService).stage(SMALL_ACTOR, {
      sender: 'UBND huyện',
      asOf: '2025-06-30',
      files: [{ name: 'lai.xlsx', bytes }],
    });
    for (const count of ['rows', 'errors', 'warnings', 'notes'] as const)
      expect([count, again[count]]).toEqual([count, batch[count]]);
  });

  it('is told to the trail; opening what somebody else sent counts as opening every class', async () => {
    await taken(officer);
    const entries = await database.transactions.run(SMALL_ACTOR, (manager) =>
      manager.query<{ kind: string; action: string; why: string }[]>(
        `SELECT kind, action, why FROM audit_entries WHERE actor = $1 ORDER BY id`,
        [officer.id],
      ),
    );
    expect(entries).toEqual([
      { kind: 'export', action: 'roster.file-taken', why: PURPOSE },
      { kind: 'reveal', action: 'roster.file-revealed', why: PURPOSE },
    ]);
  });

  it('is not there for another batch or file, nor for who may not see the batch', async () => {
    const service = app.get(MarkedFileService);
    const manager = await signedIn(database.transactions, 'manager', {
      provinceCode: SMALL_ACTOR.provinceCode,
      units: [],
    });
    await expect(service.files(manager, batch.id)).rejects.toMatchObject({
      code: 'roster.no-batch',
    });
    const asked = { batchId: batch.id, fileId: 999_999, purpose: PURPOSE };
    await expect(service.file(SMALL_ACTOR, asked)).rejects.toMatchObject({
      code: 'roster.no-file-of-batch',
    });
  });
});
