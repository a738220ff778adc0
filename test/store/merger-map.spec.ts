import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { ApplicationService } from '../../src/decision/application.service.js';
import { MapService } from '../../src/merger/map/map.service.js';
import type { MapRow } from '../../src/merger/map/map-rows.js';
import { MergerService } from '../../src/merger/merger.service.js';
import { RunChangesService } from '../../src/placement/changes/run-changes.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { MapReportService } from '../../src/report/merger/map-report.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { SMALL_DAYS, smallSources, TWO_COMMUNES } from '../support/demo-sources.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const COLLEAGUE = { ...SMALL_ACTOR, id: 'officer-2', name: 'Lò Thị Hai' };

/** The district passes to both communes, as its own did. */
const MERGE = [
  ...TWO_COMMUNES.merge.filter(([old]) => old !== '901'),
  ['901', '90001', '', 'part', 1],
  ['901', '90002', '', 'part', 0],
];

let database: FreshDatabase;
let app: INestApplicationContext;
let count = 0;
let scenarioId: number;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const { asItWas } = await smallJob(app, {});
  const { id } = asItWas.scenario;
  const { version } = await app.get(ScenarioService).get(SMALL_ACTOR, id);
  await app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId: id, version });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

beforeEach(async () => {
  const { merger: tables } = await smallSources([], { ...TWO_COMMUNES, merge: MERGE });
  const { effectiveOn, rulesOn, legalBasis } = SMALL_DAYS;
  const name = `Bản đồ ${++count}`;
  const merger = { name, description: '', effectiveOn, rulesOn, legalBasis, tables };
  scenarioId = (await app.get(MergerService).create(SMALL_ACTOR, merger)).scenario.id;
});

const maps = () => app.get(MapService);
const standing = () => maps().get(SMALL_ACTOR, scenarioId);
const stale = async (runId: number) =>
  (await app.get(RunChangesService).of(SMALL_ACTOR, runId)).map(({ what }) => what);

/** Both old communes in the first new one. */
const JOINED: readonly MapRow[] = ['90001', '90002'].map((oldCode) => ({
  ...{ oldCode, newCode: '90001', kind: 'whole', share: 1, main: true },
}));

async function save(rows: readonly MapRow[], version?: number, actor = SMALL_ACTOR) {
  const seen = version ?? (await standing()).scenario.version;
  return maps().save(actor, { scenarioId, version: seen, map: { rows, areas: [] } });
}

async function stored(): Promise<unknown> {
  return database.query(
    `SELECT version, facts_hash, (SELECT md5(string_agg(key || hash, ',' ORDER BY kind, key)) FROM scenario_facts
       WHERE scenario_id = $1) AS facts, (SELECT count(*) FROM audit_entries) AS trail
     FROM scenarios WHERE id = $1`,
    [scenarioId],
  );
}

describe('the map of a plan', () => {
  it('is drawn anew: the people follow, the version grows, the trail has both maps', async () => {
    const before = await standing();
    const after = await save(JOINED);
    expect(after.scenario.version).toBe(before.scenario.version + 1);
    expect(after.scenario.factsHash).not.toBe(before.scenario.factsHash);
    const people = ({ assessed }: typeof after) => assessed.units.map((unit) => unit.people);
    expect(people(after)[1]).toBe(0);
    expect(people(after)[0]).toBe(people(before)[0]! + people(before)[1]!);
    const [entry] = await database.query<{ before: object; after: object }[]>(
      `SELECT before, after FROM audit_entries WHERE action = 'scenario.redrawn' AND subject = $1`,
      [`scenario/${scenarioId}`],
    );
    expect(entry).toEqual({
      before: { rows: ['90002 → 90002 (1)'] },
      after: { rows: ['90002 → 90001 (1)'] },
    });
  });

  it('marks the runs of before, and no longer when the old map is back', async () => {
    const run = await app.get(PlacementService).run(SMALL_ACTOR, { scenarioId, kind: 'baseline' });
    const { assessed } = await standing();
    expect(await stale(run.id)).toEqual([]);
    await save(JOINED);
    expect(await stale(run.id)).toEqual(['map']);
    const again = await app
      .get(PlacementService)
      .run(SMALL_ACTOR, { scenarioId, kind: 'baseline' });
    expect(await stale(again.id)).toEqual([]);
    await save(assessed.rows);
    expect(await stale(again.id)).toEqual(['map']);
    expect(await stale(run.id)).toEqual([]);
  });

  it('previewed says what would be, and writes nothing', async () => {
    const before = await stored();
    const map = { rows: JOINED.slice(0, 1), areas: [] };
    const { breaches } = await maps().assess(SMALL_ACTOR, scenarioId, map);
    expect(breaches[0]).toMatchObject({ code: 'merger.no-successor', unitCode: '90002' });
    expect(await stored()).toEqual(before);
  });

  it.each<[string, () => Promise<unknown>, string]>([
    ['that leaves a unit without successor', () => save(JOINED.slice(0, 1)), 'merger.breaches'],
    [
      'into a unit that nobody creates',
      () => save([JOINED[0]!, { ...JOINED[1]!, newCode: '99999' }]),
      'merger.breaches',
    ],
    ['with a line that comes twice', () => save([...JOINED, JOINED[0]!]), 'merger.map-line-twice'],
  ])('%s is refused and changes nothing', async (_what, act, code) => {
    const before = await stored();
    await expect(act()).rejects.toMatchObject({ code });
    expect(await stored()).toEqual(before);
  });

  it('of a colleague is not overwritten: who comes too late hears who drew what', async () => {
    const { scenario } = await standing();
    await save(JOINED, scenario.version, COLLEAGUE);
    const before = await stored();
    await expect(save(JOINED, scenario.version)).rejects.toMatchObject({
      code: 'scenario.changed-meanwhile',
      message: expect.stringMatching(/Lò Thị Hai vừa sửa bản đồ sáp nhập \(Xã Bản Hai\) lúc/),
    });
    expect(await stored()).toEqual(before);
  });

  it('of a plan that is no draft stays as it is', async () => {
    const { scenario } = await standing();
    const moved = { id: scenarioId, to: 'withdrawn' as const, version: scenario.version };
    await app.get(ScenarioService).move(SMALL_ACTOR, moved);
    await expect(save(JOINED)).rejects.toMatchObject({ code: 'merger.plan-is-closed' });
  });

  it('of a copy is its own', async () => {
    const source = { id: scenarioId, name: `Bản sao ${scenarioId}`, description: '' };
    const copy = await app.get(ScenarioService).copy(SMALL_ACTOR, source);
    await save(JOINED);
    const { assessed } = await maps().get(SMALL_ACTOR, copy.id);
    expect(assessed.rows.map(({ newCode }) => newCode)).toEqual(['90001', '90002']);
  });

  it('as a workbook is read back from its lines without a fault', async () => {
    const file = await app.get(MapReportService).file(SMALL_ACTOR, { scenarioId, purpose: 'Thử' });
    const [lines, criteria] = (await readWorkbook(file.bytes)).sheets;
    expect([lines!.name, criteria!.name]).toEqual(['Sáp nhập', 'Tiêu chuẩn']);
    const cells = lines!.rows.map((row) => row.cells.map((cell) => String(cell?.value ?? '')));
    const from = cells.findIndex(([first]) => first === 'Mã đơn vị cũ');
    const text = cells
      .slice(from)
      .map((row) => row.join('\t'))
      .join('\n');
    const { rows } = await maps().read(SMALL_ACTOR, scenarioId, text);
    expect(rows.map(({ oldCode, newCode }) => [oldCode, newCode])).toEqual([
      ['90001', '90001'],
      ['90002', '90002'],
    ]);
  });
});
