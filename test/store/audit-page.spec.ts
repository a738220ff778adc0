import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { INestApplicationContext } from '@nestjs/common';
import { Trail } from '../../src/access/trail.js';
import { AuditService } from '../../src/audit/audit.service.js';
import type { AuditFilter } from '../../src/audit/audit.queries.js';
import type { AuditPageResponse } from '../../src/audit/audit.responses.js';
import { Sealer } from '../../src/audit/sealer.js';
import { vietnamDay } from '../../src/audit/vietnam-day.js';
import { AppModule } from '../../src/app.module.js';
import type { Actor } from '../../src/shared/actor.js';
import { addDays } from '../../src/shared/day.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { NestFactory } from '@nestjs/core';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';
import { TEST_ACTOR, TEST_PROVINCE } from '../support/test-actor.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let auditor: Actor;
const today = vietnamDay(new Date().toISOString());

beforeAll(async () => {
  database = await freshDatabase();
  app = await NestFactory.createApplicationContext(
    AppModule.over(database, { provinceCode: TEST_PROVINCE, demo: false }),
    { logger: false, abortOnError: false },
  );
  auditor = await signedIn(database.transactions, 'auditor');
  await record({ id: 'canbo' }, 'scenario.moved', 'scenario/3');
  await record({ id: 'canbo' }, 'scenario.applied', 'scenario/3');
  await app.get(Sealer).seal();
  await record({ id: 'quanly' }, 'person.read', 'person/7');
});

afterAll(async () => {
  await app.close();
  await database.close();
});

function record(by: Partial<Actor>, action: string, subject: string): Promise<void> {
  const actor = { ...TEST_ACTOR, ...by };
  return database.transactions.run(actor, (manager) =>
    app.get(Trail).record(manager, actor, {
      action,
      subject,
      kind: action === 'person.read' ? 'read' : 'write',
      before: { state: 'submitted' },
      after: { state: 'draft', religion: 'Không' },
    }),
  );
}

function page(filter: AuditFilter = {}): Promise<AuditPageResponse> {
  return app.get(AuditService).page(auditor, { ...filter, offset: 0, limit: 50 });
}

const actions = ({ items }: AuditPageResponse): string[] => items.map(({ action }) => action);

describe("the auditor's page", () => {
  it('lists the newest first, with what was and what is, and whether it is sealed', async () => {
    const { total, items } = await page();
    expect(total).toBe(3);
    expect(items.map(({ action, sealed }) => [action, sealed])).toEqual([
      ['person.read', false],
      ['scenario.applied', true],
      ['scenario.moved', true],
    ]);
    expect(items[0]).toMatchObject({
      actor: 'quanly',
      role: 'operator',
      from: 'terminal',
      kind: 'read',
      before: { state: 'submitted' },
      after: { state: 'draft', religion: expect.stringMatching(/^hmac:/) },
    });
  });

  it('filters by person, action, subject, kind and day, all at once', async () => {
    expect(actions(await page({ actor: 'quanly' }))).toEqual(['person.read']);
    expect(actions(await page({ action: 'scenario.' }))).toHaveLength(2);
    expect(actions(await page({ subject: 'person/' }))).toEqual(['person.read']);
    expect(actions(await page({ kind: 'read' }))).toEqual(['person.read']);
    expect(actions(await page({ from: today, to: addDays(today, 1) }))).toHaveLength(3);
    expect(actions(await page({ to: addDays(today, -2) }))).toEqual([]);
    expect(actions(await page({ actor: 'canbo', action: 'scenario.a' }))).toEqual([
      'scenario.applied',
    ]);
    expect(actions(await page({ actor: `' OR true --` }))).toEqual([]);
  });

  it('says how much waits for its seal', async () => {
    const state = await app.get(AuditService).state(auditor);
    expect(state).toMatchObject({ entries: 3, sealed: 2, unsealed: 1, lastAnchor: null });
    expect(state.oldestUnsealedSeconds).toBeGreaterThanOrEqual(0);
  });

  it('gives a workbook that says who took it and why, and is an entry itself', async () => {
    const purpose = 'Kiểm tra quý IV';
    const bytes = await app.get(AuditService).exported(auditor, { kind: 'read' }, purpose);
    const texts = (await readWorkbook(bytes)).sheets.flatMap((sheet) =>
      sheet.rows.flatMap((row) => row.cells.map((cell) => cell.text)),
    );
    expect(texts.join('\n')).toContain(`mục đích: ${purpose}`);
    expect(texts).toContain('person.read');
    expect(texts).not.toContain('scenario.moved');
    const [entry] = (await page({ kind: 'export' })).items;
    expect(entry).toMatchObject({
      actor: auditor.id,
      role: 'auditor',
      why: purpose,
      details: { entries: 1, filter: { kind: 'read' } },
    });
  });

  it('is nobody else’s: an officer sees no entry', async () => {
    const officer = await signedIn(database.transactions, 'officer');
    const seen = await app.get(AuditService).page(officer, { offset: 0, limit: 50 });
    expect(seen).toEqual({ total: 0, items: [] });
  });
});
