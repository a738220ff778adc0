import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MergerPlan } from '../../src/merger/merger.plan.js';
import { MergerService, type NewMerger } from '../../src/merger/merger.service.js';
import { PlacementService } from '../../src/placement/placement.service.js';
import { ApplicationService } from '../../src/decision/application.service.js';
import { ScenarioService } from '../../src/scenario/scenario.service.js';
import {
  SMALL,
  SMALL_DAYS,
  smallSources,
  type Lines,
  type SmallProvince,
} from '../support/demo-sources.js';
import { openApp, registryDump, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

let database: FreshDatabase;
let app: INestApplicationContext;
let count = 0;

/** Beside the communes: two departments, one of them over a subordinate organisation. */
const UNITS: Lines = [
  [...SMALL.unitsBefore[0]!, 'parent_code'],
  ...SMALL.unitsBefore.slice(1).map((row) => [...row, '']),
  ['S1', 'Sở Giao thông vận tải', 'sở', '', '', '12', '', '', '12'],
  ['S2', 'Sở Xây dựng', 'sở', '', '', '12', '', '', '12'],
];

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  const { asItWas } = await smallJob(app, { unitsBefore: UNITS });
  const { id } = asItWas.scenario;
  const { version } = await app.get(ScenarioService).get(SMALL_ACTOR, id);
  await app.get(ApplicationService).takeBack(SMALL_ACTOR, { scenarioId: id, version });
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

async function merger(changed: Partial<SmallProvince>): Promise<NewMerger> {
  const { merger: tables } = await smallSources([], changed);
  const { effectiveOn, rulesOn, legalBasis } = SMALL_DAYS;
  const name = `Phương án ${++count}`;
  return { name, description: '', effectiveOn, rulesOn, legalBasis, tables };
}

const create = async (changed: Partial<SmallProvince>) =>
  app.get(MergerService).create(SMALL_ACTOR, await merger(changed));

async function planned(): Promise<unknown> {
  return database.query(
    `SELECT (SELECT count(*) FROM scenarios) AS scenarios, (SELECT count(*) FROM scenario_facts) AS facts,
            (SELECT count(*) FROM pins) AS pins, (SELECT count(*) FROM audit_entries) AS trail`,
  );
}

const [mergeHeader, ...mergeRows] = SMALL.merge;

describe('a merger', () => {
  it.each<[string, Partial<SmallProvince>, string, string]>([
    [
      'leaves a unit without successor',
      { merge: [mergeHeader!, ...mergeRows.filter(([old]) => old !== '90002')] },
      'merger.breaches',
      'Xã Bản Hai (90002)',
    ],
    [
      'gives seats to a position that is not in force',
      { seats: [...SMALL.seats, ['90001', 'office', 'X-VPTK', 1, 0]] },
      'merger.breaches',
      'X-VPTK',
    ],
    [
      'has a cell that is no number',
      { seats: [...SMALL.seats, ['90001', 'office', 'O8', 'ba', 0]] },
      'merger.sheets-have-errors',
      'seats.csv, dòng 4, cột D',
    ],
  ])('that %s is refused and freezes nothing', async (_what, changed, code, named) => {
    const before = [await planned(), await registryDump(database)];
    await expect(create(changed)).rejects.toMatchObject({
      code,
      message: expect.stringContaining(named),
    });
    expect([await planned(), await registryDump(database)]).toEqual(before);
  });

  it('under a name that is taken is refused', async () => {
    const given = await merger({});
    await app.get(MergerService).create(SMALL_ACTOR, given);
    const before = await planned();
    const again = app.get(MergerService).create(SMALL_ACTOR, given);
    await expect(again).rejects.toMatchObject({ code: 'scenario.name-taken' });
    expect(await planned()).toEqual(before);
  });

  it('previewed shows every breach and writes nothing', async () => {
    const before = await planned();
    const { breaches } = await app.get(MergerService).preview(
      SMALL_ACTOR,
      await merger({
        merge: [mergeHeader!, mergeRows[0]!],
        seats: [...SMALL.seats, ['99999', 'office', 'O1', 1, 0]],
      }),
    );
    const codes = breaches.filter(({ severity }) => severity === 'error').map(({ code }) => code);
    expect(codes).toEqual(['merger.district-left-open', 'merger.seats-unknown-unit']);
    expect(await planned()).toEqual(before);
  });

  it('frozen twice from the same facts has the same hash, and another one with one seat more', async () => {
    const [one, same, other] = [
      await create({}),
      await create({}),
      await create({ seats: [...SMALL.seats, ['90001', 'office', 'O8', 1, 0]] }),
    ];
    expect(same.scenario.factsHash).toBe(one.scenario.factsHash);
    expect(other.scenario.factsHash).not.toBe(one.scenario.factsHash);
  });

  it('gives back the plan that was frozen', async () => {
    const { scenario, plan } = await create({});
    const again = await app.get(MergerService).plan(SMALL_ACTOR, scenario.id);
    const ordered = (of: MergerPlan): MergerPlan => ({
      ...of,
      seats: of.seats.toSorted((a, b) => (a.unitCode < b.unitCode ? -1 : 1)),
    });
    expect(ordered(again.plan)).toEqual(ordered(plan));
  });
});

describe('a split unit', () => {
  it('lists its people for decision, and they follow the main successor until then', async () => {
    const { scenario, plan } = await create({
      unitsAfter: [
        ...SMALL.unitsAfter,
        ['90003', 'Xã Bản Ba', 'xã', '12', 21.7, 103.3, 'II', 'none'],
      ],
      merge: [
        mergeHeader!,
        ['90001', '90001', 1, 'whole', 1],
        ['90002', '90001', '', 'part', 0],
        ['90002', '90003', '', 'remainder', 1],
        ['901', '90001', 1, 'whole', 1],
      ],
      // No seat where the part goes: nobody is there but who belongs there.
      seats: [SMALL.seats[0]!, ['90003', 'office', 'O1', 1, 0]],
      norms: [...SMALL.norms, ['90003', 'government', 2]],
    });
    expect(plan.peopleToDecide).toEqual([
      { unitCode: '90002', headcount: 3, assumedCode: '90003', choices: ['90001', '90003'] },
    ]);
    const run = await app
      .get(PlacementService)
      .run(SMALL_ACTOR, { scenarioId: scenario.id, kind: 'baseline' });
    expect(run).toMatchObject({ proven: true, levels: { moved: 0 } });
    const { items } = await app
      .get(PlacementService)
      .proposals(SMALL_ACTOR, run.id, { offset: 0, limit: 100 });
    expect(plan.carried).toContainEqual({ oldCode: '90002', newCode: '90003', headcount: 3 });
    const where = items
      .filter(({ oldUnitName, outcome }) => oldUnitName === 'Xã Bản Hai' && outcome !== 'leaving')
      .map(({ communeCode, outcome }) => [communeCode, outcome])
      .sort();
    expect(where).toEqual([
      ['90003', 'seated'],
      ['90003', 'surplus'],
    ]);
  });
});

describe('departments', () => {
  it('merge the same way as communes', async () => {
    const { plan } = await create({
      unitsAfter: [
        [...SMALL.unitsAfter[0]!, 'parent_code'],
        ...SMALL.unitsAfter.slice(1).map((row) => [...row, '']),
        ['S3', 'Sở Xây dựng và Giao thông', 'sở', '12', '', '', '', 'none', '12'],
      ],
      merge: [...SMALL.merge, ['S1', 'S3', 1, 'whole', 1], ['S2', 'S3', 1, 'whole', 1]],
    });
    expect(plan.closeUnits.map(({ code }) => code)).toEqual(['90001', '90002', '901', 'S1', 'S2']);
    expect(plan.createUnits.filter(({ level }) => level === 'department')).toMatchObject([
      { code: 'S3', parentCode: '12', isNew: true },
    ]);
    expect(plan.breaches.filter(({ severity }) => severity === 'error')).toEqual([]);
  });
});
