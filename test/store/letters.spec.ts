import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readDocument } from '../../src/letter/document/read-document.js';
import { LetterCheckService } from '../../src/letter/letter-check.service.js';
import { LetterIssueService, type PlanLetters } from '../../src/letter/letter-issue.service.js';
import { fileNameOf, MANIFEST } from '../../src/letter/letter-zip.js';
import { sha256 } from '../../src/letter/letter-maker.js';
import { LetterService } from '../../src/letter/letter.service.js';
import type { StoredLetter } from '../../src/letter/letter.store.js';
import { LetterTemplateService } from '../../src/letter/letter-template.service.js';
import type { Issuer } from '../../src/letter/letter.js';
import { standardTemplate } from '../../src/letter/standard/standard-template.js';
import { PackageEdit } from '../../src/sheet/patch/package-edit.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openParts } from '../../src/sheet/zip-parts.js';
import { DEFAULT_LIMITS } from '../../src/sheet/limits.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const ISSUER: Issuer = {
  superior: 'ỦY BAN NHÂN DÂN TỈNH',
  body: 'SỞ NỘI VỤ',
  place: 'Thử Nghiệm',
  authority: 'GIÁM ĐỐC SỞ NỘI VỤ',
  signerTitle: 'GIÁM ĐỐC',
  signerName: 'Nguyễn Văn Ký',
};
const DAY = '2025-07-02';
const PURPOSE = 'Gửi quyết định cho từng người';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const letters = (): LetterService => app.get(LetterService);
const scenarioId = (): number => job.asItWas.scenario.id;
let opened = 0;

/** A block of its own symbol for each test. */
async function block(size = 1000, first = 1): Promise<{ id: number; symbol: string }> {
  const symbol = `QĐ-T${++opened}`;
  const span = { year: 2025, symbol, first, last: first + size - 1, issuer: ISSUER };
  return { id: await letters().openBlock(SMALL_ACTOR, span), symbol };
}

const issue = (blockId: number, more: Partial<PlanLetters> = {}) =>
  app.get(LetterIssueService).ofPlan(SMALL_ACTOR, {
    ...{ scenarioId: scenarioId(), blockId, issuedOn: DAY, staffIds: null, unitCode: null },
    ...more,
  });
const check = () =>
  app.get(LetterCheckService).check(SMALL_ACTOR, { scenarioId: scenarioId(), movementId: null });

async function all(): Promise<StoredLetter[]> {
  const page = { offset: 0, limit: 200, search: '', all: true };
  const { items } = await letters().list(SMALL_ACTOR, {
    ...page,
    scenarioId: scenarioId(),
    movementId: null,
  });
  return items.reverse();
}

const current = async (): Promise<StoredLetter[]> =>
  (await all()).filter(({ isCurrent }) => isCurrent);
const text = async (id: number): Promise<string> =>
  (await readDocument((await letters().file(SMALL_ACTOR, id, PURPOSE)).bytes)).paragraphs.join(
    '\n',
  );

describe('letters of an applied plan', () => {
  it('are refused while the plan is not decided', async () => {
    const { id } = await block();
    await expect(issue(id, { scenarioId: job.couldHaveBeen.id })).rejects.toMatchObject({
      code: 'letter.plan-not-decided',
    });
  });

  it('are refused with a block of another year, and one that does not reach', async () => {
    const { id } = await block(1);
    await expect(issue(id, { issuedOn: '2026-01-05' })).rejects.toMatchObject({
      code: 'letter.other-year',
    });
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.block-used-up' });
    expect(await all()).toEqual([]);
  });

  it('bear numbers without gap or double, say what the database says, and read back', async () => {
    const { id, symbol } = await block(500, 7);
    const { issued, left } = await issue(id);
    expect({ issued: issued > 3, left }).toEqual({ issued: true, left: 0 });
    const written = await current();
    expect(written.map(({ numberText }) => numberText)).toEqual(
      Array.from({ length: issued }, (_, at) => `${String(7 + at).padStart(2, '0')}/${symbol}`),
    );
    expect(await check()).toEqual({ letters: issued, faults: [] });
    const [first] = written;
    const [person] = await database.query<{ name: string }[]>(
      'SELECT full_name AS name FROM staff WHERE id = $1',
      [first!.staffId],
    );
    const said = await text(first!.id);
    expect(said).toContain(`07/${symbol}`);
    expect(said).toContain(person!.name);
    expect(said).toContain('ngày 02 tháng 07 năm 2025');
    expect(said).toContain('Căn cứ Luật Cán bộ, công chức số 80/2025/QH15;');
    expect(said).not.toContain('{');
  });

  it('stay as they are where the facts do: same number, same bytes', async () => {
    const before = await current();
    const { id } = await block();
    const again = await issue(id, { issuedOn: '2025-08-01' });
    expect(again).toEqual({ issued: 0, unchanged: before.length, left: 0 });
    expect(await current()).toEqual(before);
  });

  it('are issued anew only for the person whose facts changed, and name what they replace', async () => {
    const [changed] = await current();
    await database.query(`UPDATE staff SET full_name = 'Tên Đính Chính' WHERE id = $1`, [
      changed!.staffId,
    ]);
    expect((await check()).faults).toEqual([
      expect.objectContaining({ letterId: changed!.id, code: 'facts-changed' }),
    ]);
    const { id, symbol } = await block();
    expect((await issue(id)).issued).toBe(1);
    const [anew] = (await all()).filter(({ replaces }) => replaces !== null);
    expect(anew).toMatchObject({ numberText: `01/${symbol}`, replaces: changed!.id });
    expect(await text(anew!.id)).toContain(
      `thay thế Quyết định số ${changed!.numberText} ngày 02/07/2025`,
    );
    expect((await all()).find((each) => each.id === changed!.id)?.isCurrent).toBe(false);
    expect((await check()).faults).toEqual([]);
  });

  it('bear the mark of secrecy of their plan, and are issued anew when it changes', async () => {
    const before = (await current()).length;
    await database.query(`UPDATE scenarios SET classification = 'mat' WHERE id = $1`, [
      scenarioId(),
    ]);
    const { id } = await block();
    expect((await issue(id)).issued).toBe(before);
    const [one] = await current();
    expect(await text(one!.id)).toMatch(/\nMẬT\n/);
  });

  it('cannot be changed or deleted by the application', async () => {
    await expect(database.query(`UPDATE letters SET number_text = 'x'`)).rejects.toThrow();
    await expect(database.query('DELETE FROM letters')).rejects.toThrow();
    await expect(database.query('UPDATE number_blocks SET last = 99')).rejects.toThrow();
  });

  it('come in one file, to the byte, with a list that says who took it', async () => {
    const filter = { scenarioId: scenarioId(), movementId: null, all: false, search: '' };
    const one = await letters().zip(SMALL_ACTOR, filter, PURPOSE);
    const standing = await current();
    const parts = await openParts(one.bytes, DEFAULT_LIMITS).catch((error: unknown) => error);
    // Our wall takes no documents inside a container: that is what this file is.
    expect(parts).toMatchObject({ code: 'sheet.nested-file' });
    const book = await readWorkbook(await entryOf(one.bytes, MANIFEST));
    const cells = JSON.stringify(book);
    for (const { letterHash, numberText } of standing) {
      expect(cells).toContain(letterHash);
      expect(cells).toContain(numberText);
    }
    expect(cells).toContain(job.asItWas.scenario.factsHash);
    for (const letter of standing) {
      const taken = await entryOf(one.bytes, fileNameOf(letter));
      expect(sha256(taken)).toBe(letter.letterHash);
    }
  });
});

describe('the check', () => {
  let forgeries = 900_000;

  /** What is found of a letter as somebody would forge it; the one that stands is put aside meanwhile. */
  async function found(change: {
    readonly file?: (file: Buffer) => Promise<Buffer>;
    readonly rehash?: boolean;
    readonly fields?: Readonly<Record<string, string>>;
  }): Promise<string[]> {
    const [one] = await current();
    const { bytes } = await letters().file(SMALL_ACTOR, one!.id, PURPOSE);
    const file = (await change.file?.(bytes)) ?? bytes;
    await database.query('UPDATE letters SET is_current = false WHERE id = $1', [one!.id]);
    const [made] = await database.query<{ id: number }[]>(
      `INSERT INTO letters (province_code, kind, staff_id, scenario_id, scenario_hash, block_id, number, number_text,
         issued_on, fields, facts_hash, template_version, file, letter_hash, issued_by)
       SELECT province_code, kind, staff_id, scenario_id, scenario_hash, block_id, $5, number_text, issued_on,
         fields || $2, facts_hash, template_version, $3,
         CASE WHEN $4 THEN encode(sha256($3::bytea), 'hex') ELSE letter_hash END, issued_by
       FROM letters WHERE id = $1 RETURNING id`,
      [
        one!.id,
        JSON.stringify(change.fields ?? {}),
        file,
        change.rehash ?? false,
        // A number stands once: that of the forgery is told as another in any case.
        ++forgeries,
      ],
    );
    const { faults } = await check();
    await database.query('UPDATE letters SET is_current = false WHERE id = $1', [made!.id]);
    await database.query('UPDATE letters SET is_current = true WHERE id = $1', [one!.id]);
    expect(faults.every(({ letterId }) => letterId === made!.id)).toBe(true);
    return faults.map(({ code, where }) => [code, ...where].join(' '));
  }

  const changed = (find: RegExp, by: string) => async (file: Buffer) => {
    const edit = await PackageEdit.open(file);
    const xml = await edit.text('word/document.xml');
    expect(xml).toMatch(find);
    edit.set('word/document.xml', xml.replace(find, by));
    return edit.finish();
  };

  it('finds a file with one other word, hashed anew or not', async () => {
    const file = changed(/GIÁM ĐỐC SỞ/, 'PHÓ GIÁM ĐỐC SỞ');
    const said = [expect.stringMatching(/^text đoạn \d+$/), 'fields so_quyet_dinh'];
    expect(await found({ file })).toEqual(['hash', ...said]);
    expect(await found({ file, rehash: true })).toEqual(said);
  });

  it('finds a field and a file that agree with each other and not with the database', async () => {
    const { nguoi_ky: signer } = (await current())[0]!.fields;
    const file = changed(new RegExp(signer), 'Người Khác');
    expect(await found({ file, rehash: true, fields: { nguoi_ky: 'Người Khác' } })).toEqual([
      'fields so_quyet_dinh nguoi_ky',
    ]);
  });

  it('finds a file that is no document any more', async () => {
    const file = (bytes: Buffer) => Promise.resolve(bytes.subarray(0, 500));
    expect(await found({ file })).toEqual(['hash', 'text tệp', 'fields so_quyet_dinh']);
  });
});

describe('numbers', () => {
  it('are given once each to those who ask at the same time, and the last block is used to its end', async () => {
    await database.query(`UPDATE staff SET full_name = full_name || ' X'`);
    const due = (await current()).length;
    const { id } = await block(due);
    const asked = (await current()).map(({ staffId }) => [staffId]);
    const all_ = await Promise.all(asked.map((staffIds) => issue(id, { staffIds })));
    expect(all_.reduce((sum, { issued }) => sum + issued, 0)).toBe(due);
    const numbers = (await current()).map(({ number }) => number!).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: due }, (_, at) => at + 1));
    expect((await check()).faults).toEqual([]);
  });

  it('of two blocks of a symbol and year never overlap', async () => {
    const { symbol } = await block(10, 5);
    const span = { year: 2025, symbol, issuer: ISSUER };
    const open = (first: number, last: number) =>
      letters().openBlock(SMALL_ACTOR, { ...span, first, last });
    await expect(open(14, 20)).rejects.toMatchObject({ code: 'letter.block-overlaps' });
    expect(await open(15, 20)).toBeGreaterThan(0);
    expect(await open(1, 4)).toBeGreaterThan(0);
  });

  it('are not lost when the writing of a letter fails', async () => {
    await database.query(`UPDATE staff SET full_name = full_name || ' Y'`);
    const due = (await current()).length;
    const { id } = await block(due - 1);
    await expect(issue(id)).rejects.toMatchObject({ code: 'letter.block-used-up' });
    const [{ next } = { next: 0 }] = await database.query<{ next: number }[]>(
      'SELECT next FROM number_blocks WHERE id = $1',
      [id],
    );
    expect(next).toBe(1);
  });
});

describe('a template of the province', () => {
  it('is used from then on, and letters of before keep theirs', async () => {
    const edit = await PackageEdit.open(standardTemplate('transfer'));
    const path = 'word/document.xml';
    edit.set(path, (await edit.text(path)).replace('Nơi nhận:', 'Nơi nhận quyết định:'));
    const template = { kind: 'transfer' as const, name: 'mau.docx', file: edit.finish() };
    const version = await app.get(LetterTemplateService).add(SMALL_ACTOR, template);
    expect(version).toBe(1);
    const [person] = (await current()).filter(({ kind }) => kind === 'transfer');
    await database.query(`UPDATE staff SET full_name = 'Mẫu Mới' WHERE id = $1`, [person!.staffId]);
    const { id } = await block();
    await issue(id);
    const [anew] = (await current()).filter(({ staffId }) => staffId === person!.staffId);
    expect(anew).toMatchObject({ templateVersion: 1 });
    expect(await text(anew!.id)).toContain('Nơi nhận quyết định:');
    expect((await check()).faults).toEqual([]);
  });
});

async function entryOf(zip: Buffer, name: string): Promise<Buffer> {
  const { default: PizZip } = await import('pizzip');
  return Buffer.from(new PizZip(zip).file(name)!.asUint8Array());
}
