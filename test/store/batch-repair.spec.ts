import { readFile } from 'node:fs/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Batch } from '../../src/roster/batch.js';
import { BatchViewService } from '../../src/roster/batch-view.service.js';
import { markText } from '../../src/roster/export-marks.js';
import { MARK_LABEL } from '../../src/roster/mark.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { labelKey } from '../../src/roster/reading/fields.js';
import { RepairService } from '../../src/roster/repair.service.js';
import type { RowsPageResponse } from '../../src/roster/roster.responses.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { Issue } from '../../src/shared/issue.js';
import { writeWorkbook } from '../../src/sheet/xlsx-writer.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import {
  lettersOf,
  rosterFile,
  SMALL_PEOPLE,
  type RosterColumn,
  type RosterRow,
} from '../support/demo-sources-roster.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { peopleDump } from '../support/people-dump.js';

const EVE = '2025-06-30';
const FILE = 'danh-sach.xlsx';
const SHEET = 'Danh sách';

let database: FreshDatabase;
let app: INestApplicationContext;
let manager: Actor;
let officer: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app, TWO_COMMUNES);
  const scope = [{ unitCode: '90001', startsOn: '2000-01-01', endsOn: null }];
  manager = await signedInByPassword(app, { login: 'quan.ly', role: 'manager', scope });
  officer = await signedInByPassword(app, { login: 'can.bo', role: 'officer' });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

interface Sending {
  readonly actor?: Actor;
  readonly without?: readonly RosterColumn[];
  readonly sender?: string;
  readonly name?: string;
}

async function stage(rows: readonly RosterRow[], sending: Sending = {}): Promise<Batch> {
  const { actor = SMALL_ACTOR, without = [], sender = 'UBND huyện', name = FILE } = sending;
  const files = [await rosterFile(name, rows, without)];
  return app.get(RosterService).stage(actor, { sender, asOf: EVE, files });
}

const promote = (id: number, actor: Actor = SMALL_ACTOR): Promise<Batch> =>
  app.get(PromotionService).promote(actor, id);
const undo = (id: number): Promise<Batch> => app.get(PromotionService).undo(SMALL_ACTOR, id);
const repair = (): RepairService => app.get(RepairService);
const at = (row: number) => ({ file: FILE, sheet: SHEET, row });
const cell = (row: number, column: RosterColumn, text: string) => ({
  ...at(row),
  column: lettersOf(column),
  text,
});

function rows(id: number, actor: Actor = SMALL_ACTOR, more = {}): Promise<RowsPageResponse> {
  const all = { state: null, severity: null, code: null, text: null, offset: 0, limit: 100 };
  return app.get(BatchViewService).rows(actor, { batchId: id, ...all, ...more });
}

async function issues(id: number, actor: Actor = SMALL_ACTOR): Promise<readonly Issue[]> {
  const page = { batchId: id, severity: null, offset: 0, limit: 100 };
  return (await app.get(RosterService).issues(actor, page)).items;
}

async function staff(number: string): Promise<Record<string, unknown>> {
  const [row] = await database.query<Record<string, unknown>[]>(
    'SELECT * FROM staff WHERE personal_number = $1',
    [number],
  );
  return row ?? {};
}

const preview = (id: number, actor: Actor = SMALL_ACTOR) =>
  app.get(PromotionService).previewPage(actor, { batchId: id, state: null, offset: 0, limit: 100 });

const FIRST = SMALL_PEOPLE[0]!;
const NUMBER = String(FIRST.number);

describe('what a file does not say', () => {
  it('stays in the registry where the column is missing, and goes where the cell is empty', async () => {
    const before = await peopleDump(database);
    const told = { ...FIRST, religion: 'Tin lành', note: 'Ghi riêng' };
    const filled = await promote((await stage([told])).id);
    const silent = await promote((await stage([FIRST], { without: ['religion', 'note'] })).id);
    expect(silent).toMatchObject({ unchanged: 1 });
    expect(await staff(NUMBER)).toMatchObject({ religion: 'Tin lành', note: 'Ghi riêng' });
    const emptied = await promote((await stage([FIRST])).id);
    expect(emptied).toMatchObject({ changed: 1 });
    expect(await staff(NUMBER)).toMatchObject({ religion: null, note: null });
    for (const { id } of [emptied, silent, filled]) await undo(id);
    expect(await peopleDump(database)).toEqual(before);
  });

  it('never takes away a personal number', async () => {
    const batch = await stage([{ ...FIRST, number: null }]);
    const [row] = (await rows(batch.id)).items;
    const answer = row!.questions[0]!.choices[0]!.answer;
    await repair().answer(SMALL_ACTOR, batch.id, [{ ...at(2), question: 'same-person', answer }]);
    expect(await promote(batch.id)).toMatchObject({ unchanged: 1 });
    expect(await staff(NUMBER)).toMatchObject({ personal_number: NUMBER });
    await undo(batch.id);
  });
});

describe('correcting cells', () => {
  const BROKEN: RosterRow[] = [
    { ...FIRST, number: '012085000071', unit: 'Xã Bản Mốt' },
    { ...FIRST, number: '012085000072', unit: 'Xã Bản Mốt' },
    { ...FIRST, number: '012085000073', unit: 'Xã Bản  Mốt ' },
    { ...FIRST, number: '012085000074', born: '31/02/1985' },
  ];

  it('checks the batch as a whole again; what stands in the database is what is told', async () => {
    const { id, errors } = await stage(BROKEN);
    expect(errors).toBe(4);
    const one = await repair().correct(SMALL_ACTOR, id, [cell(5, 'born', '28/02/1985')]);
    expect(one).toMatchObject({ rows: 4, errors: 3, corrections: 1, version: 2 });
    const all = await repair().correctAlike(SMALL_ACTOR, id, cell(2, 'unit', 'Xã Bản Một'));
    expect(all).toMatchObject({ errors: 0, corrections: 4 });
    const shown = (await rows(id)).items;
    expect(shown.map(({ corrected }) => corrected)).toEqual([['E'], ['E'], ['E'], ['D']]);
    expect(shown[0]!.cells['E']).toEqual({ value: 'Xã Bản Một', state: 'shown' });
    expect(await promote(id)).toMatchObject({ added: 4 });
    await undo(id);
  });

  it('counts its issues by kind as the issues themselves say', async () => {
    const { id } = await stage(BROKEN);
    const codes = await app.get(BatchViewService).issueCodes(SMALL_ACTOR, id);
    const [first] = codes;
    expect(first).toEqual({ code: 'roster.unit-unknown', severity: 'error', count: 3 });
    const all = await issues(id);
    for (const { code, severity, count } of codes)
      expect(all.filter((each) => each.code === code && each.severity === severity)).toHaveLength(
        count,
      );
    expect(codes.reduce((sum, { count }) => sum + count, 0)).toBe(all.length);
  });

  it('forgets a correction that says what was sent, and refuses a cell of no row', async () => {
    const { id } = await stage(BROKEN);
    await repair().correct(SMALL_ACTOR, id, [cell(2, 'unit', 'Xã Bản Một')]);
    const back = await repair().correct(SMALL_ACTOR, id, [cell(2, 'unit', 'Xã Bản Mốt')]);
    expect(back).toMatchObject({ corrections: 0, errors: 4 });
    const nowhere = repair().correct(SMALL_ACTOR, id, [cell(99, 'unit', 'x')]);
    await expect(nowhere).rejects.toMatchObject({ code: 'roster.no-row' });
  });

  it('is kept by a new file as far as it fits, and its own corrections count', async () => {
    const { id } = await stage(BROKEN);
    await repair().correctAlike(SMALL_ACTOR, id, cell(2, 'unit', 'Xã Bản Một'));
    await repair().correct(SMALL_ACTOR, id, [cell(5, 'born', '28/02/1985')]);
    const sent = await rosterFile(FILE, [
      { ...BROKEN[0]!, unit: 'Xã Bản Hai' },
      ...BROKEN.slice(1),
    ]);
    const batch = await repair().replaceFile(SMALL_ACTOR, id, sent);
    expect(batch).toMatchObject({ rows: 4, errors: 0, corrections: 3 });
    expect((await rows(id)).items[0]!.cells['E']?.value).toBe('Xã Bản Hai');
    const other = { ...sent, name: 'khac.xlsx' };
    await expect(repair().replaceFile(SMALL_ACTOR, id, other)).rejects.toMatchObject({
      code: 'roster.which-file',
    });
  });

  it('is refused once the batch is promoted, or where somebody was quicker', async () => {
    const { id } = await stage([{ ...FIRST, number: '012085000075' }]);
    const both = await Promise.allSettled(
      ['a', 'b'].map((text) => repair().correct(SMALL_ACTOR, id, [cell(2, 'note', text)])),
    );
    const refused = both.filter(({ status }) => status === 'rejected');
    expect(refused).toMatchObject([{ reason: { code: 'roster.batch-moved' } }]);
    await promote(id);
    await expect(repair().correct(SMALL_ACTOR, id, [cell(2, 'note', 'c')])).rejects.toMatchObject({
      code: 'roster.already-promoted',
    });
    await undo(id);
  });

  it('shows protected cells to nobody who may not see them, and finds nobody by them', async () => {
    const told = { ...FIRST, religion: 'QXFAITH', note: 'QXNOTE', number: '012085917364' };
    const { id } = await stage([told], { actor: officer });
    const page = await rows(id, officer);
    const text = JSON.stringify(page);
    expect(text).not.toMatch(/QXFAITH|QXNOTE|012085917364/);
    expect(page.items[0]!.cells[lettersOf('number')]).toEqual({
      value: '•••••••••364',
      state: 'masked',
    });
    expect((await rows(id, officer, { text: 'lo van mot' })).total).toBe(1);
    expect((await rows(id, officer, { text: 'qxfaith' })).total).toBe(0);
    const changes = JSON.stringify(await preview(id, officer));
    expect(changes).not.toMatch(/QXFAITH|QXNOTE|012085917364/);
  });
});

describe('rows set aside', () => {
  it('stay in the batch, counted and listed with the reason, and are not promoted', async () => {
    const good = { ...FIRST, number: '012085000061' };
    const { id } = await stage([good, { ...good, unit: 'Xã Không Có' }]);
    const aside = await repair().setAside(SMALL_ACTOR, id, {
      rows: [at(3)],
      reason: 'Chờ xã trả lời',
    });
    expect(aside).toMatchObject({ rows: 2, setAside: 1, errors: 0 });
    const [row] = (await rows(id, SMALL_ACTOR, { state: 'set-aside' })).items;
    expect(row).toMatchObject({ row: 3, reason: 'Chờ xã trả lời' });
    const promoted = await promote(id);
    expect(promoted).toMatchObject({ added: 1, setAside: 1 });
    await undo(id);
    const back = await repair().takeBackIn(SMALL_ACTOR, id, [at(3)]);
    expect(back.setAside).toBe(0);
    expect(back.errors).toBeGreaterThan(0);
  });

  it('take along what is said of the rows that go on with them', async () => {
    const name = 'one-person-over-merged-rows.xlsx';
    const bytes = await readFile(new URL(`../fixtures/not-ok/roster/${name}`, import.meta.url));
    const upload = { sender: 'UBND xã', asOf: EVE, files: [{ name, bytes }] };
    const { id } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
    const merged = async () =>
      (await issues(id)).filter(({ code }) => code.startsWith('roster.rows-merged'));
    const before = await merged();
    expect(before.map(({ row }) => row)).toEqual([3, 5, 6, 9, 9, 9]);
    const [{ file, sheet }] = before as [Issue];
    const rowsAside = [{ file, sheet, row: 8 }];
    await repair().setAside(SMALL_ACTOR, id, { rows: rowsAside, reason: 'Chờ xã trả lời' });
    expect((await merged()).map(({ row }) => row)).toEqual([3, 5, 6]);
    await repair().takeBackIn(SMALL_ACTOR, id, rowsAside);
    expect(await merged()).toEqual(before);
  });
});

describe('columns', () => {
  it('are told once for a sender, and remembered for the next file', async () => {
    const people = [{ ...FIRST, number: '012085000051' }];
    const sent = await renamed(await rosterFile(FILE, people), 'Chức vụ, chức danh', 'Làm gì');
    const upload = { sender: 'Xã lạ lùng', asOf: EVE, files: [sent] };
    const { id, errors } = await app.get(RosterService).stage(SMALL_ACTOR, upload);
    expect(errors).toBeGreaterThan(0);
    const choice = { label: labelKey('Làm gì'), field: 'position' as const };
    const told = await repair().chooseColumns(SMALL_ACTOR, id, [choice]);
    expect(told.errors).toBe(0);
    const { sheets } = await app.get(BatchViewService).columns(SMALL_ACTOR, id);
    expect(sheets[0]!.tables[0]!.columns).toContainEqual({
      ...{ letters: lettersOf('position'), label: 'Làm gì', field: 'position', chosen: true },
    });
    expect((await app.get(RosterService).stage(SMALL_ACTOR, upload)).errors).toBe(0);
    const stranger = { ...upload, sender: 'Xã khác' };
    expect((await app.get(RosterService).stage(SMALL_ACTOR, stranger)).errors).toBeGreaterThan(0);
    const unknown = repair().chooseColumns(SMALL_ACTOR, id, [
      { label: 'x', field: 'salary' as 'note' },
    ]);
    await expect(unknown).rejects.toMatchObject({ code: 'roster.unknown-field' });
  });
});

describe('who somebody is', () => {
  const NAMELESS: RosterRow = { ...FIRST, number: null, name: 'Lò Văn Vô Danh' };

  it('is a question where only name, birth date and unit agree; the answer counts', async () => {
    const first = await promote((await stage([NAMELESS])).id);
    expect(first).toMatchObject({ added: 1 });
    const again = await stage([NAMELESS, SMALL_PEOPLE[1]!]);
    expect(again.errors).toBe(1);
    expect((await issues(again.id)).map(({ code }) => code)).toContain('roster.same-person');
    await expect(promote(again.id)).rejects.toMatchObject({ code: 'roster.has-errors' });
    const [{ questions }] = (await rows(again.id)).items as [RowsPageResponse['items'][number]];
    expect(questions[0]!.choices[0]!.text).toContain('Lò Văn Vô Danh, sinh 12/03/1985');
    expect(questions[0]!.choices[1]!.answer).toBe('other');
    const asked = { ...at(2), question: 'same-person' };
    await expect(
      repair().answer(SMALL_ACTOR, again.id, [{ ...asked, answer: '1' }]),
    ).rejects.toMatchObject({ code: 'roster.no-question' });
    const answer = questions[0]!.choices[0]!.answer;
    await repair().answer(SMALL_ACTOR, again.id, [{ ...asked, answer }]);
    expect(await promote(again.id)).toMatchObject({ unchanged: 2, added: 0 });
    const other = await stage([NAMELESS, SMALL_PEOPLE[2]!]);
    await repair().answer(SMALL_ACTOR, other.id, [{ ...asked, answer: 'other' }]);
    expect(await promote(other.id)).toMatchObject({ unchanged: 1, added: 1 });
    for (const { id } of [other, again, first]) await undo(id);
  });

  it('is known of the very same file: sent twice it changes nothing', async () => {
    const first = await promote((await stage([NAMELESS])).id);
    const dump = await peopleDump(database);
    const again = await stage([NAMELESS]);
    expect(again.errors).toBe(0);
    expect(await promote(again.id)).toMatchObject({ unchanged: 1, added: 0 });
    expect(await peopleDump(database)).toEqual(dump);
    for (const { id } of [again, first]) await undo(id);
  });

  it('is asked where a number is somebody else’s by name and birth date', async () => {
    const slip = { ...FIRST, name: 'Vàng A Khác', born: '01/01/1971', number: NUMBER };
    const { id } = await stage([slip]);
    expect((await issues(id)).map(({ code }) => code)).toContain('roster.number-of-another');
  });

  it('of another unit is a move for the province, seen in the preview', async () => {
    const { id } = await stage([{ ...FIRST, unit: 'Xã Bản Hai' }]);
    const seen = await preview(id);
    expect(seen).toMatchObject({ added: 0, changed: 1 });
    expect(seen.items[0]!.changes).toContainEqual({
      ...{ field: 'unit', label: 'Đơn vị công tác' },
      before: { value: 'Xã Bản Một', state: 'shown' },
      after: { value: 'Xã Bản Hai', state: 'shown' },
    });
    expect(seen.missing.map(({ subject }) => subject)).toContain('Lò Văn Ba');
  });
});

describe('a number outside of the sender’s scope', () => {
  const AWAY: RosterRow = { ...SMALL_PEOPLE[2], unit: 'Xã Bản Một' };

  it('is held for the province, which alone answers; the sender learns neither name nor unit', async () => {
    const { id, held, errors } = await stage([AWAY, FIRST], { actor: manager });
    expect({ held, errors }).toEqual({ held: 1, errors: 1 });
    const [issue] = (await issues(id, manager)).filter(({ severity }) => severity === 'error');
    expect(issue?.code).toBe('roster.held');
    expect(issue?.message).toMatch(/^Giữ lại chờ tỉnh/);
    expect(JSON.stringify(await issues(id, manager))).not.toMatch(/Lò Văn Ba|Bản Hai/);
    const accept = [{ ...at(2), question: 'held', answer: 'accept' }];
    await expect(repair().answer(manager, id, accept)).rejects.toMatchObject({
      code: 'roster.province-answers',
    });
    await repair().correct(officer, id, [cell(3, 'note', 'tỉnh xem')]);
    expect(await app.get(RosterService).get(officer, id)).toMatchObject({ held: 1, errors: 1 });
    await repair().answer(officer, id, accept);
    expect(await app.get(RosterService).get(manager, id)).toMatchObject({ held: 0, errors: 0 });
    await expect(promote(id, manager)).rejects.toMatchObject({ code: 'registry.held-elsewhere' });
    expect(await promote(id, officer)).toMatchObject({ changed: 2 });
    await undo(id);
  });

  it('does not keep the sender from writing the others: the row is set aside', async () => {
    const { id } = await stage([AWAY, FIRST], { actor: manager });
    await repair().setAside(manager, id, { rows: [at(2)], reason: 'Chờ tỉnh' });
    expect(await promote(id, manager)).toMatchObject({ setAside: 1, unchanged: 1 });
    await app.get(PromotionService).undo(manager, id);
  });

  it('tells of a unit that is not the sender’s before anything is written', async () => {
    const { id } = await stage([{ ...FIRST, unit: 'Xã Bản Hai' }], { actor: manager });
    expect((await issues(id, manager)).map(({ code }) => code)).toContain('roster.out-of-scope');
  });
});

describe('a preview', () => {
  it('is what promotion does, or promotion is refused', async () => {
    const { id } = await stage([{ ...FIRST, major: 'Kế toán' }]);
    const { hash } = await preview(id);
    await database.query(`UPDATE staff SET major = 'Toán' WHERE personal_number = $1`, [NUMBER]);
    const moved = app.get(PromotionService).promote(SMALL_ACTOR, id, hash);
    await expect(moved).rejects.toMatchObject({ code: 'roster.preview-moved' });
    await database.query(`UPDATE staff SET major = 'Luật' WHERE personal_number = $1`, [NUMBER]);
    expect(await app.get(PromotionService).promote(SMALL_ACTOR, id, hash)).toMatchObject({
      changed: 1,
    });
    await undo(id);
  });
});

describe('an export that comes back', () => {
  /** A roster of ours with one person, whose row went out with these values of three fields. */
  async function exported(row: RosterRow, went: { degree: string; major: string; school: null }) {
    const { id } = await staff(NUMBER);
    const file = await rosterFile(FILE, [row]);
    return marked(file, markText(Number(id), went));
  }
  const WENT = { degree: 'university', major: 'Luật', school: null };
  const send = async (file: { name: string; bytes: Buffer }): Promise<Batch> =>
    app.get(RosterService).stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf: EVE, files: [file] });

  it('as it went out keeps a later edit of the registry', async () => {
    await database.query(`UPDATE staff SET major = 'Toán' WHERE personal_number = $1`, [NUMBER]);
    const batch = await send(await exported(FIRST, WENT));
    expect(batch.errors).toBe(0);
    expect(await promote(batch.id)).toMatchObject({ unchanged: 1 });
    expect(await staff(NUMBER)).toMatchObject({ major: 'Toán' });
    await undo(batch.id);
    await database.query(`UPDATE staff SET major = 'Luật' WHERE personal_number = $1`, [NUMBER]);
  });

  it('with both sides changed is a question, and either answer is obeyed', async () => {
    await database.query(`UPDATE staff SET major = 'Toán' WHERE personal_number = $1`, [NUMBER]);
    for (const [answer, major] of [
      ['registry', 'Toán'],
      ['file', 'Kế toán'],
    ] as const) {
      const { id } = await send(await exported({ ...FIRST, major: 'Kế toán' }, WENT));
      const found = (await issues(id)).filter(({ severity }) => severity === 'error');
      expect(found).toMatchObject([
        { code: 'roster.changed-meanwhile', column: lettersOf('major') },
      ]);
      const question = 'changed-meanwhile:major';
      await repair().answer(SMALL_ACTOR, id, [{ ...at(2), question, answer }]);
      await promote(id);
      expect(await staff(NUMBER)).toMatchObject({ major });
      await undo(id);
    }
    await database.query(`UPDATE staff SET major = 'Luật' WHERE personal_number = $1`, [NUMBER]);
  });
});

type Workbook = { readonly name: string; readonly bytes: Buffer };

/** The same workbook with another label. */
async function renamed({ name, bytes }: Workbook, from: string, to: string): Promise<Workbook> {
  return rewritten({ name, bytes }, (texts, row) =>
    row === 1 ? texts.map((text) => (text === from ? to : text)) : texts,
  );
}

/** The same workbook with a mark in one more column. */
async function marked(file: Workbook, mark: string): Promise<Workbook> {
  return rewritten(file, (texts, row) => [...texts, row === 1 ? MARK_LABEL : mark]);
}

async function rewritten(
  { name, bytes }: Workbook,
  change: (texts: readonly string[], row: number) => readonly string[],
): Promise<Workbook> {
  const { readWorkbook } = await import('../../src/sheet/xlsx-reader.js');
  const [sheet] = (await readWorkbook(bytes)).sheets;
  const width = Math.max(...sheet!.rows.map(({ cells }) => cells.at(-1)!.column));
  const texts = sheet!.rows.map(({ row, cells }) => {
    const own = Array.from({ length: width }, (_none, index) => {
      return cells.find(({ column }) => column === index + 1)?.text ?? '';
    });
    return change(own, row);
  });
  const [labels = [], ...others] = texts;
  const changed = await writeWorkbook({
    createdAt: '2025-06-30T00:00:00Z',
    sheets: [
      {
        ...{ name: SHEET, paper: 'A4', numbering: false },
        columns: labels.map((label) => ({ label })),
        rows: others.map((cells) => ({ kind: 'cells', cells: cells.map((text) => text || null) })),
      },
    ],
  });
  return { name, bytes: Buffer.from(changed) };
}
