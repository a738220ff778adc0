import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PlacementService } from '../../src/placement/placement.service.js';
import { PromotionService } from '../../src/roster/promotion.service.js';
import { RosterService } from '../../src/roster/roster.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { tableFile, type PlainSheet } from '../support/table-file.js';

const DAY = '2026-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  await smallJob(app);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const ABOUT: PlainSheet = {
  ...{ name: 'Phương án', labels: ['Mục', 'Nội dung'] },
  rows: [
    ['Tên phương án', 'Nhập xã lần hai'],
    ['Căn cứ pháp lý', 'Nghị quyết thử số 2'],
    ['Ngày áp dụng quy định', '01/07/2025'],
  ],
};
const map = (old: string): PlainSheet => ({
  name: 'Sáp nhập',
  labels: ['Mã đơn vị cũ', 'Mã đơn vị mới', 'Tỷ lệ dân số', 'Cách nhập', 'Đơn vị kế thừa chính'],
  rows: [[old, '90011', '1,0', 'Toàn bộ', 'x']],
});
const UNITS: PlainSheet = {
  ...{ name: 'Đơn vị mới', labels: ['Mã đơn vị', 'Tên đơn vị', 'Loại', 'Khu vực'] },
  rows: [['90011', 'Xã Rất Mới', 'xã', 'III']],
};
const seats = (position: string): PlainSheet => ({
  ...{ name: 'Chỉ tiêu', labels: ['Mã đơn vị', 'Bộ phận', 'Mã vị trí', 'Số chỉ tiêu'] },
  rows: [['90011', 'Văn phòng', position, 2]],
});
const NORMS: PlainSheet = {
  ...{ name: 'Biên chế', labels: ['Mã đơn vị', 'Khối', 'Biên chế được giao'] },
  rows: [['90011', 'Chính quyền', 2]],
};

async function stage(...sheets: readonly PlainSheet[]) {
  const files = [await tableFile('sap-nhap.xlsx', ...sheets)];
  const upload = { sender: 'Sở Nội vụ', asOf: DAY, kind: 'merger' as const, files };
  return app.get(RosterService).stage(SMALL_ACTOR, upload);
}

const promotion = () => app.get(PromotionService);
const drafts = (): Promise<Record<string, unknown>[]> =>
  database.query(
    'SELECT id, name, state, effective_on::text, rules_on::text FROM scenarios ORDER BY id',
  );

async function errorsOf(id: number): Promise<string[]> {
  const page = { batchId: id, severity: 'error' as const, offset: 0, limit: 100 };
  const { items } = await app.get(RosterService).issues(SMALL_ACTOR, page);
  return items.map(({ sheet, row, column, code }) => `${sheet}!${column}${row} ${code}`);
}

describe('a merger map', () => {
  it('tells at its cells what stands against the plan', async () => {
    const batch = await stage(map('90099'), UNITS, seats('KHONG'));
    const errors = await errorsOf(batch.id);
    expect(errors).toEqual(
      expect.arrayContaining([
        '!0 merger.basis-missing',
        'Sáp nhập!A2 merger.unit-not-in-force',
        'Chỉ tiêu!C2 merger.seats-unknown-position',
      ]),
    );
    await expect(promotion().promote(SMALL_ACTOR, batch.id)).rejects.toMatchObject({
      code: 'roster.has-errors',
    });
  });

  it('becomes a draft by the plan of all mergers, once, and is taken back exactly', async () => {
    const registry = await registryDump(database);
    const before = await drafts();
    const sheets = [ABOUT, map('90001'), UNITS, seats('O1'), NORMS] as const;
    const { id } = await stage(...sheets);
    expect(await errorsOf(id)).toEqual([]);
    const { plan } = await promotion().preview(SMALL_ACTOR, id);
    expect(plan.rows.find(({ sheet }) => sheet === 'Sáp nhập')).toMatchObject({
      state: 'added',
      changes: expect.arrayContaining([
        expect.objectContaining({ label: 'Cách nhập', before: null, after: 'Toàn bộ' }),
      ]),
    });
    expect(await drafts()).toEqual(before);
    expect(await promotion().promote(SMALL_ACTOR, id)).toMatchObject({ rows: 7, added: 7 });
    const made = (await drafts()).at(-1);
    expect(made).toMatchObject({
      ...{ name: 'Nhập xã lần hai', state: 'draft' },
      ...{ effective_on: DAY, rules_on: '2025-07-01' },
    });
    expect(await registryDump(database)).toEqual(registry);
    const again = await stage(...sheets);
    expect(await promotion().promote(SMALL_ACTOR, again.id)).toMatchObject({
      ...{ added: 0, unchanged: 7 },
    });
    expect(await drafts()).toHaveLength(before.length + 1);
    await promotion().undo(SMALL_ACTOR, again.id);
    await promotion().undo(SMALL_ACTOR, id);
    expect(await drafts()).toEqual(before);
    expect(
      await database.query(
        'SELECT * FROM scenario_facts WHERE scenario_id NOT IN (SELECT id FROM scenarios)',
      ),
    ).toEqual([]);
  });

  it('is the plan that it made where that has been changed since, and says so', async () => {
    const before = await drafts();
    const sheets = [ABOUT, map('90001'), UNITS, seats('O1'), NORMS] as const;
    const { id } = await stage(...sheets);
    await promotion().promote(SMALL_ACTOR, id);
    await database.query(
      `UPDATE scenario_facts SET fact = jsonb_set(fact, '{headcount}', '9')
       WHERE kind = 'norm' AND scenario_id = (SELECT max(id) FROM scenarios)`,
    );
    const edited = await drafts();
    const again = await stage(...sheets);
    expect(await errorsOf(again.id)).toEqual([]);
    const { plan } = await promotion().preview(SMALL_ACTOR, again.id);
    expect(plan.kept).toMatchObject([{ code: 'merger.plan-kept', severity: 'note' }]);
    expect(await promotion().promote(SMALL_ACTOR, again.id)).toMatchObject({
      ...{ added: 0, unchanged: 7 },
    });
    expect(await drafts()).toEqual(edited);
    const taken = await stage(ABOUT, map('90001'), UNITS, seats('O3'), NORMS);
    expect(await errorsOf(taken.id)).toEqual(['Phương án!B2 scenario.name-taken']);
    for (const each of [again, { id }]) await promotion().undo(SMALL_ACTOR, each.id);
    expect(await drafts()).toEqual(before);
  });

  it('is not taken back once somebody has gone on with the plan', async () => {
    const { id } = await stage(ABOUT, map('90001'), UNITS, seats('O1'), NORMS);
    await promotion().promote(SMALL_ACTOR, id);
    const scenario = (await app.get(ScenarioService).list(SMALL_ACTOR)).at(-1)!;
    await app.get(PlacementService).run(SMALL_ACTOR, { scenarioId: scenario.id, kind: 'baseline' });
    await expect(promotion().undo(SMALL_ACTOR, id)).rejects.toMatchObject({
      code: 'roster.stood-on',
      details: { obstacles: [expect.stringContaining('1 lần bố trí')] },
    });
  });
});
