import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ComparisonService } from '../../src/comparison/comparison.service.js';
import { findDifferentFacts } from '../../src/comparison/comparison.view.js';
import { ParetoService } from '../../src/comparison/pareto.service.js';
import { PinsService } from '../../src/placement/pinning/pins.service.js';
import { LimitsService } from '../../src/limits/limits.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ComparisonReportService } from '../../src/report/comparison/comparison-report.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import { readWorkbook } from '../../src/sheet/xlsx-reader.js';
import { Transactions } from '../../src/shared/transactions.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { SMALL_PROVINCE } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';
import { signedIn } from '../support/signed-in.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
/** Baseline, the best, and the best without the first person of the two. */
let runs: number[];
let gone: { staffId: number; personKey: string; fullName: string };

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app);
  const copy = await app
    .get(ScenarioService)
    .copy(SMALL_ACTOR, { id: job.couldHaveBeen.id, name: 'Một người nghỉ', description: '' });
  gone = (
    await query<typeof gone>(
      `SELECT line.staff_id AS "staffId", person_key AS "personKey", full_name AS "fullName" FROM proposals line
       JOIN staff ON staff.id = line.staff_id
       WHERE run_id = $1 AND NOT pinned AND outcome = 'seated' ORDER BY person_key LIMIT 1`,
      [job.best.id],
    )
  )[0]!;
  await app.get(PinsService).set(SMALL_ACTOR, {
    scenarioId: copy.id,
    version: copy.version,
    staffId: gone.staffId,
    pin: { kind: 'leave', reason: 'Theo đơn của người đó' },
  });
  const other = await app
    .get(PlacementService)
    .run(SMALL_ACTOR, { scenarioId: copy.id, kind: 'best' });
  runs = [job.baseline.id, job.best.id, other.id];
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

const query = <T>(sql: string, parameters: unknown[] = []): Promise<T[]> =>
  database.transactions.run(SMALL_ACTOR, (manager) => manager.query<T[]>(sql, parameters));
const comparison = () => app.get(ComparisonService);
const everybody = { list: 'all', offset: 0, limit: 1000 } as const;

describe('the gap of a run', () => {
  it.each(['units', 'holders', 'cells'])('has its %s kept as they are reckoned', async (things) => {
    const other = `(SELECT * FROM gap_${things}($2, $1, NULL) EXCEPT ALL SELECT * FROM reckoned_${things}($2, $1, NULL))
      UNION ALL (SELECT * FROM reckoned_${things}($2, $1, NULL) EXCEPT ALL SELECT * FROM gap_${things}($2, $1, NULL))`;
    for (const run of runs) {
      const [kept] = await query<{ count: number }>(
        `SELECT count(*)::integer AS count FROM run_${things} WHERE run_id = $1`,
        [run],
      );
      expect(kept?.count).toBeGreaterThan(1);
      expect(await query(other, [run, SMALL_ACTOR.provinceCode])).toEqual([]);
    }
  });
});

describe('a comparison', () => {
  it('gives the figures of each run in the order asked, and they agree with the runs', async () => {
    const told = await comparison().overview(SMALL_ACTOR, [...runs].reverse());
    expect(told.runs.map(({ run }) => run.id)).toEqual([...runs].reverse());
    for (const { run, lines, gap } of told.runs) {
      expect(lines.surplus).toBe(run.levels.withoutSeat);
      expect(lines.moved).toBe(run.levels.moved);
      expect(lines.seated).toBe(gap.total.seated);
      expect(lines.people).toBe(lines.seated + lines.surplus + lines.leaving);
    }
    expect(told.runs[0]!.limits.map(({ code }) => code)).toContain('vice-chairs-per-commune');
  });

  it('counts against the limits as the view of the limits does', async () => {
    const told = await comparison().overview(SMALL_ACTOR, runs);
    const limits = app.get(LimitsService);
    for (const [at, run] of runs.entries()) {
      const { province } = await limits.summary(SMALL_ACTOR, { run });
      expect(province.length).toBeGreaterThan(0);
      expect(told.runs[at]?.limits).toEqual(province);
      const over = await limits.units(SMALL_ACTOR, { run }, {}, { offset: 0, limit: 1 });
      expect(told.runs[at]?.unitsOver).toBe(over.over);
    }
  });

  it('says that copies stand on the same facts, and which pins are not in all of them', async () => {
    const told = await comparison().overview(SMALL_ACTOR, runs);
    expect(told.sameFacts).toBe(true);
    expect(told.differentFacts).toEqual([{ kind: 'pin', count: 1 }]);
    const same = await comparison().overview(SMALL_ACTOR, [runs[0]!]);
    expect(same).toMatchObject({ differentFacts: [], differences: 0 });
  });

  it('counts the facts that are not the same, one that is missing too', async () => {
    const scenarioIds = [job.asItWas.scenario.id, job.couldHaveBeen.id];
    const undone = new Error('undone');
    const told = database.transactions.run(SMALL_ACTOR, async (manager) => {
      const [at] = await manager.query<{ key: string }[]>(
        `SELECT key FROM scenario_facts WHERE scenario_id = $1 AND kind = 'person' ORDER BY key LIMIT 1`,
        [scenarioIds[1]],
      );
      await manager.query(
        `DELETE FROM scenario_facts WHERE scenario_id = $1 AND kind = 'person' AND key = $2`,
        [scenarioIds[1], at!.key],
      );
      const different = await findDifferentFacts(manager, SMALL_ACTOR.provinceCode, {
        ...{ scenarioIds, sameFacts: false },
      });
      throw Object.assign(undone, { different });
    });
    await expect(told).rejects.toMatchObject({ different: [{ kind: 'person', count: 1 }] });
  });

  it('lists as different exactly whom the runs put elsewhere', async () => {
    const [, best, other] = runs as [number, number, number];
    const different = await query<{ key: string }>(
      `SELECT a.person_key AS key FROM proposals a JOIN proposals b USING (person_key)
       WHERE a.run_id = $1 AND b.run_id = $2
         AND (a.outcome, a.unit_code, a.position_code) IS DISTINCT FROM (b.outcome, b.unit_code, b.position_code)
       ORDER BY a.person_key COLLATE "C"`,
      [best, other],
    );
    const { items, total, closed } = await comparison().people(SMALL_ACTOR, [best, other], {
      ...{ list: 'differences', offset: 0, limit: 1000 },
    });
    expect(items.map(({ personKey }) => personKey)).toEqual(different.map(({ key }) => key));
    expect({ total, closed }).toEqual({ total: different.length, closed: 0 });
    const line = items.find(({ staffId }) => staffId === gone.staffId)!;
    expect(line).toMatchObject({ fullName: gone.fullName, differs: true });
    expect(line.places.map(({ outcome }) => outcome)).toEqual(['seated', 'leaving']);
    expect(line.places[1]).toMatchObject({ communeName: null, distanceKm: null });
  });

  it('pages, and finds people by name and by commune', async () => {
    const all = await comparison().people(SMALL_ACTOR, runs, everybody);
    const second = await comparison().people(SMALL_ACTOR, runs, {
      ...{ list: 'all', offset: 1, limit: 1 },
    });
    expect(second.total).toBe(all.total);
    expect(second.items).toEqual([all.items[1]]);
    const named = await comparison().people(SMALL_ACTOR, runs, {
      ...everybody,
      search: gone.fullName.toUpperCase(),
    });
    expect(named.items.map(({ staffId }) => staffId)).toContain(gone.staffId);
    const commune = '90001';
    const there = await comparison().people(SMALL_ACTOR, runs, { ...everybody, commune });
    const [{ count }] = (await query<{ count: number }>(
      `SELECT count(DISTINCT person_key)::integer AS count FROM proposals
       WHERE run_id = ANY ($1) AND (unit_code = $2 OR unit_code LIKE $2 || '%')`,
      [runs, commune],
    )) as [{ count: number }];
    expect(there.total).toBe(count);
    expect(there.total).toBeLessThan(all.total);
  });

  it('refuses a run that is not there', async () => {
    await expect(comparison().overview(SMALL_ACTOR, [runs[0]!, 999_999])).rejects.toMatchObject({
      code: 'placement.no-run',
    });
  });

  it('shows a commune’s leader the own people only, without numbers, and no plan in draft', async () => {
    const { baseline } = job;
    const leader = await signedIn(app.get(Transactions), 'leader', {
      provinceCode: SMALL_PROVINCE,
      units: ['90001'],
    });
    await expect(comparison().overview(leader, [job.best.id])).rejects.toMatchObject({
      code: 'placement.no-run',
    });
    const seen = await comparison().people(leader, [baseline.id], everybody);
    const all = await comparison().people(SMALL_ACTOR, [baseline.id], everybody);
    expect(seen.total).toBeGreaterThan(0);
    expect(seen.total).toBeLessThan(all.total);
    const numbers = new Set(all.items.map(({ personKey }) => personKey));
    expect(seen.items.filter(({ personKey }) => numbers.has(personKey))).toEqual([]);
    const told = await comparison().overview(leader, [baseline.id]);
    expect(told.runs[0]).toMatchObject({ whole: false, limits: [] });
  });
});

describe('the choices of the province', () => {
  it('say of each run whether another is nowhere worse', async () => {
    const choices = await app.get(ParetoService).list(SMALL_ACTOR);
    expect(choices.map(({ runId }) => runId)).toEqual(expect.arrayContaining(runs));
    for (const { stands, beatenBy, lawful } of choices)
      expect(stands).toBe(lawful && beatenBy === null);
    expect(choices.some(({ stands }) => stands)).toBe(true);
  });
});

describe('the workbook of a comparison', () => {
  it('has everybody once, the figures, and the mark of the most secret plan', async () => {
    const { id } = job.couldHaveBeen;
    const { version } = await app.get(ScenarioService).get(SMALL_ACTOR, id);
    await app
      .get(ScenarioService)
      .classify(SMALL_ACTOR, { id, version, classification: 'toi-mat' });
    const asked = { runs, purpose: 'So sánh để báo cáo Ban Thường vụ' };
    const file = await app.get(ComparisonReportService).file(SMALL_ACTOR, asked);
    expect(file.fileName).toBe(`so-sanh-phuong-an-${runs.join('-')}.xlsx`);
    const book = await readWorkbook(file.bytes);
    const sheets = new Map(book.sheets.map((sheet) => [sheet.name, JSON.stringify(sheet)]));
    expect([...sheets.keys()]).toEqual([
      ...['Số liệu', 'Giới hạn', 'Từng người', 'Đường xa', 'Vợ chồng xa nhau', 'Nhà ở'],
    ]);
    const { items } = await comparison().people(SMALL_ACTOR, runs, everybody);
    const people = sheets.get('Từng người')!;
    expect(items.filter(({ fullName }) => !people.includes(fullName))).toEqual([]);
    expect(people).toContain('TỐI MẬT');
    expect(people).not.toContain(gone.personKey);
    const [entry] = await query<{ why: string; details: object }>(
      `SELECT why, details FROM audit_entries WHERE action = 'report.exported' ORDER BY id DESC LIMIT 1`,
    );
    expect(entry).toMatchObject({
      why: asked.purpose,
      details: { report: 'comparison', people: items.length, runs },
    });
  });
});

describe('words of a plan that are sent as null', () => {
  it('stay as they are', async () => {
    const scenarios = app.get(ScenarioService);
    const { id, version, name, description } = await scenarios.get(
      SMALL_ACTOR,
      job.couldHaveBeen.id,
    );
    const sent: object = { name: null, description: null };
    const after = await scenarios.describe(SMALL_ACTOR, { id, version, ...sent });
    expect(after).toMatchObject({ name, description, version: version + 1 });
  });
});

describe('the words of a plan', () => {
  it('change for a draft, not for another’s name, not unseen, and not once it is applied', async () => {
    const scenarios = app.get(ScenarioService);
    const draft = await scenarios.get(SMALL_ACTOR, job.couldHaveBeen.id);
    const { id, version } = draft;
    const named = await scenarios.describe(SMALL_ACTOR, { id, version, description: 'Ít đi xa' });
    expect(named).toMatchObject({
      name: draft.name,
      description: 'Ít đi xa',
      version: version + 1,
    });
    await expect(
      scenarios.describe(SMALL_ACTOR, { id, version, name: 'Tên mới' }),
    ).rejects.toMatchObject({ code: 'scenario.changed-meanwhile' });
    await expect(
      scenarios.describe(SMALL_ACTOR, { id, version: version + 1, name: 'Một người nghỉ' }),
    ).rejects.toMatchObject({ code: 'scenario.name-taken' });
    const applied = await scenarios.get(SMALL_ACTOR, job.asItWas.scenario.id);
    await expect(
      scenarios.describe(SMALL_ACTOR, { id: applied.id, version: applied.version, name: 'Khác' }),
    ).rejects.toMatchObject({ code: 'scenario.is-approved' });
  });
});
