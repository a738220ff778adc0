import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { GapService } from '../../src/gap/gap.service.js';
import {
  type RegistryExport,
  type RegistryKind,
  RegistryReportService,
} from '../../src/report/roster/registry-report.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import type { Actor } from '../../src/shared/actor.js';
import type { Sheet } from '../../src/sheet/workbook.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { rosterFile, SMALL_PEOPLE, type RosterRow } from '../support/demo-sources-roster.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

const EVE = '2025-06-30';
const DAY = '2025-07-01';
const PURPOSE = 'Đối chiếu danh sách cuối tháng';
const KINDS: readonly RegistryKind[] = ['roster', 'template', 'statistics', 'person', 'gap'];

/** Everything that a row may say, with texts that a spreadsheet would take for formulas. */
const FULL: RosterRow = {
  ...SMALL_PEOPLE[0],
  ethnicity: 'Thái',
  religion: 'Tin lành',
  party: '03/02/2010',
  conditions: 'Nuôi con dưới 36 tháng; Đi học cao cấp',
  wish: '1. Xã Bản Hai',
  note: '=HYPERLINK("x")',
};
const UNUSUAL: RosterRow = { ...SMALL_PEOPLE[1], wish: '+84 về gần nhà', note: '-5' };

let database: FreshDatabase;
let app: INestApplicationContext;
let officer: Actor;
let leader: Actor;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app, TWO_COMMUNES);
  const { provinceCode } = SMALL_ACTOR;
  officer = await signedIn(database.transactions, 'officer', { provinceCode });
  leader = await signedIn(database.transactions, 'leader', { provinceCode });
  const file = await rosterFile('day-du.xlsx', [FULL, UNUSUAL, ...SMALL_PEOPLE.slice(2)]);
  await promoted([file]);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function promoted(files: readonly { name: string; bytes: Buffer }[]) {
  const batch = await app
    .get(RosterService)
    .stage(SMALL_ACTOR, { sender: 'UBND huyện', asOf: EVE, files });
  return app.get(PromotionService).promote(SMALL_ACTOR, batch.id);
}

async function taken(
  actor: Actor,
  kind: RegistryKind,
  given: Partial<RegistryExport> = {},
): Promise<Buffer> {
  const asked = { on: EVE, unit: null, purpose: PURPOSE, columns: null, ...given };
  const withPerson = kind === 'person' ? { ...asked, personId: await personId() } : asked;
  return (await app.get(RegistryReportService).file(actor, kind, withPerson)).bytes;
}

async function personId(): Promise<number> {
  const [found] = await database.query<{ id: string }[]>(
    `SELECT id FROM staff WHERE personal_number = $1`,
    [FULL.number],
  );
  return Number(found?.id);
}

function textsOf(sheets: readonly Sheet[]): string {
  return sheets
    .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ text }) => text)))
    .join('\n');
}

async function textOf(bytes: Buffer): Promise<string> {
  return textsOf((await readWorkbook(bytes)).sheets);
}

describe('the roster', () => {
  it('sent back as it went out changes nothing', async () => {
    const before = await registryDump(database);
    const bytes = await taken(SMALL_ACTOR, 'roster');
    const batch = await promoted([{ name: 'tra-lai.xlsx', bytes }]);
    expect(batch).toMatchObject({ rows: 5, unchanged: 5, changed: 0, added: 0 });
    const after = await registryDump(database);
    for (const table of Object.keys(before))
      expect([table, after[table]]).toEqual([table, before[table]]);
  });

  it('sent back after a later edit leaves the edit, also where it has no personal number', async () => {
    const columns = ['fullName', 'bornMale', 'bornFemale', 'unit', 'position', 'school'];
    const bytes = await taken(SMALL_ACTOR, 'roster', { columns });
    expect(await textOf(bytes)).not.toContain(String(FULL.number));
    await database.query(`UPDATE staff SET school = 'Học viện mới' WHERE personal_number = $1`, [
      FULL.number,
    ]);
    const batch = await promoted([{ name: 'cu.xlsx', bytes }]);
    expect(batch).toMatchObject({ rows: 5, unchanged: 5, changed: 0, added: 0 });
    const [person] = await database.query<{ school: string; ethnicity: string }[]>(
      `SELECT school, ethnicity FROM staff WHERE personal_number = $1`,
      [FULL.number],
    );
    expect(person).toEqual({ school: 'Học viện mới', ethnicity: 'Thái' });
  });

  it('has everybody of the day and only of the unit that was asked for', async () => {
    const all = await textOf(await taken(SMALL_ACTOR, 'roster'));
    for (const { name } of SMALL_PEOPLE) expect(all).toContain(String(name));
    const [unit] = await database.query<{ code: string }[]>(
      `SELECT code FROM units WHERE name = $1 AND starts_on <= $2 AND (ends_on IS NULL OR ends_on > $2)`,
      [FULL.unit, EVE],
    );
    const one = await textOf(await taken(SMALL_ACTOR, 'roster', { unit: unit?.code ?? '' }));
    const here = SMALL_PEOPLE.filter((each) => each.unit === FULL.unit);
    for (const person of SMALL_PEOPLE)
      expect([person.name, one.includes(String(person.name))]).toEqual([
        person.name,
        here.includes(person),
      ]);
  });

  it('of an unknown unit is refused', async () => {
    await expect(taken(SMALL_ACTOR, 'roster', { unit: 'xx' })).rejects.toMatchObject({
      code: 'registry.unknown-unit',
    });
  });

  it('shows an officer no protected value that was not asked for', async () => {
    const text = await textOf(await taken(officer, 'roster'));
    for (const value of [
      'Thái',
      'Tin lành',
      '03/02/2010',
      '36 tháng',
      'HYPERLINK',
      String(FULL.number),
    ])
      expect([value, text.includes(value)]).toEqual([value, false]);
    const opened = await textOf(
      await taken(officer, 'roster', { columns: ['fullName', 'ethnicity'] }),
    );
    expect(opened).toContain('Thái');
  });

  it('refuses a leader the columns of protected fields, and everybody unknown ones', async () => {
    for (const key of ['ethnicity', 'personalNumber', 'note'])
      await expect(taken(leader, 'roster', { columns: [key] })).rejects.toMatchObject({
        code: 'access.field-not-allowed',
      });
    await expect(taken(officer, 'roster', { columns: ['salary'] })).rejects.toMatchObject({
      code: 'report.unknown-column',
    });
  });
});

describe('every workbook of the registry', () => {
  it.each(KINDS)('%s holds no formula, and says who took it out and why', async (kind) => {
    const { sheets } = await readWorkbook(await taken(SMALL_ACTOR, kind));
    const cells = sheets.flatMap(({ rows }) => rows.flatMap((row) => row.cells));
    expect(cells.filter(({ formula }) => formula)).toEqual([]);
    expect(textsOf(sheets)).toContain(`mục đích: ${PURPOSE}`);
    if (kind === 'roster' || kind === 'template')
      for (const text of ['=HYPERLINK("x")', '-5', '+84 về gần nhà'])
        expect(cells.filter((cell) => cell.text === text).map(({ kind: own }) => own)).toEqual([
          'text',
        ]);
  });

  it.each([
    ['roster', 'ethnicity'],
    ['template', 'ethnicity'],
    ['statistics', 'minority'],
    ['person', 'ethnicity'],
  ] as const)('%s is told to the trail with its columns, and what it opened', async (kind, key) => {
    await taken(officer, kind, { columns: [key] });
    const entries = await database.transactions.run(SMALL_ACTOR, (manager) =>
      manager.query<{ kind: string; why: string; details: Record<string, unknown> }[]>(
        `SELECT kind, why, details FROM audit_entries WHERE actor = $1 ORDER BY id DESC LIMIT 2`,
        [officer.id],
      ),
    );
    expect(entries.map((each) => [each.kind, each.why, each.details['report']])).toEqual([
      ['reveal', PURPOSE, kind],
      ['export', PURPOSE, kind],
    ]);
    expect(JSON.stringify(entries)).not.toContain('Thái');
  });
});

describe('surplus and shortage on a day', () => {
  const FIGURES = ['seats', 'required', 'people', 'seated', 'surplus', 'vacant'] as const;
  /** Figures of the row that begins with the text. */
  const figuresOf = (sheet: Sheet | undefined, text: string) =>
    sheet?.rows
      .find(({ cells }) => cells[0]?.text === text)
      ?.cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []))
      .slice(0, FIGURES.length);
  const cellsOn = () => app.get(GapService).cells(SMALL_ACTOR, { on: DAY });

  it('are the figures of the board, by position and added up', async () => {
    const { sheets } = await readWorkbook(await taken(SMALL_ACTOR, 'gap', { on: DAY }));
    const cells = await cellsOn();
    expect(new Set(cells.map(({ communeCode }) => communeCode)).size).toBeGreaterThan(1);
    const sums = FIGURES.map((key) => cells.reduce((sum, cell) => sum + cell[key], 0));
    expect(sums[0]).toBeGreaterThan(0);
    expect(figuresOf(sheets[0], 'Tổng cộng')).toEqual(sums);
    expect(sheets.map(({ name }) => name)).toHaveLength(5);
    expect(textsOf(sheets)).toContain('Theo sổ, ngày 01/07/2025.');
  });

  it('of one commune are its seats alone, under its own name', async () => {
    const [first] = await cellsOn();
    const unit = first?.communeCode ?? '';
    const { sheets } = await readWorkbook(await taken(SMALL_ACTOR, 'gap', { on: DAY, unit }));
    const own = (await cellsOn()).filter(({ communeCode }) => communeCode === unit);
    expect(sheets).toHaveLength(1);
    expect(figuresOf(sheets[0], 'Cộng')).toEqual(
      FIGURES.map((key) => own.reduce((sum, cell) => sum + cell[key], 0)),
    );
    expect(figuresOf(sheets[0], 'Tổng cộng')).toBeUndefined();
  });

  it('of a unit that is not there are refused', async () => {
    await expect(taken(SMALL_ACTOR, 'gap', { on: DAY, unit: '99999' })).rejects.toMatchObject({
      code: 'registry.unknown-unit',
    });
  });
});

describe('the statistics', () => {
  it('count who is in the database', async () => {
    const { sheets } = await readWorkbook(await taken(SMALL_ACTOR, 'statistics'));
    const total = sheets[0]?.rows.find(({ cells }) =>
      cells.some(({ text }) => text === 'Tổng cộng'),
    );
    const figures = total?.cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
    const [counted] = await database.query<{ total: string }[]>(
      `SELECT count(*) AS total FROM postings WHERE kind = 'main' AND starts_on <= $1 AND (ends_on IS NULL OR ends_on > $1)`,
      [EVE],
    );
    expect(figures?.[0]).toBe(Number(counted?.total));
    expect(figures?.[2]).toBe(1);
  });
});

describe('the form of a person', () => {
  it('fills in what may be seen, leaves the rest blank, and opens a class with a purpose', async () => {
    const closed = await textOf(await taken(officer, 'person'));
    expect(closed).toContain('LÒ VĂN MỘT');
    expect(closed).not.toContain('Thái');
    expect(closed).not.toContain(String(FULL.number));
    const opened = await textOf(await taken(officer, 'person', { columns: ['ethnicity'] }));
    expect(opened).toContain('Thái');
    expect(opened).not.toContain('Tin lành');
  });

  it('of nobody is refused as one outside of the scope', async () => {
    const asked = { on: EVE, unit: null, purpose: PURPOSE, columns: null };
    const service = app.get(RegistryReportService);
    const refusal = { code: 'registry.unknown-person' };
    await expect(
      service.file(SMALL_ACTOR, 'person', { ...asked, personId: 999_999 }),
    ).rejects.toMatchObject(refusal);
    await expect(
      service.file(leader, 'person', { ...asked, personId: await personId() }),
    ).rejects.toMatchObject(refusal);
  });
});
