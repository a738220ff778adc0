import type { INestApplicationContext } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContinuityService } from '../../src/forecast/continuity/continuity.service.js';
import type { JobResult } from '../../src/terminal/whole-job.js';
import { signedInByPassword } from '../support/account-of-role.js';
import { openApp, SMALL_ACTOR, smallJob } from '../support/demo-sources-app.js';
import { TWO_COMMUNES } from '../support/demo-sources.js';
import { freshDatabase, type FreshDatabase } from '../support/fresh-database.js';

const PAGE = { offset: 0, limit: 1000 };
const ON = '2025-07-01';

let database: FreshDatabase;
let app: INestApplicationContext;
let job: JobResult;
let continuity: ContinuityService;

beforeAll(async () => {
  database = await freshDatabase();
  app = await openApp(database);
  job = await smallJob(app, TWO_COMMUNES);
  continuity = app.get(ContinuityService);
}, 120_000);

afterAll(async () => {
  await app?.close();
  await database?.close();
});

describe('continuity', () => {
  it('has a line for every function of every commune, in one of five states', async () => {
    const all = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    const [fields] = await database.query<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM fields
       WHERE division_kind IN ('office', 'economic', 'culture-society', 'service-centre') AND code <> 'support'`,
    );
    expect(fields!.count).toBeGreaterThan(15);
    expect(all.total).toBe(2 * fields!.count);
    const { noDivision, uncovered, unassigned, sole, covered } = all.counts;
    expect(noDivision + uncovered + unassigned + sole + covered).toBe(all.total);
  });

  it('names the holders of a function, and counts with the gap: seats and nobody is uncovered', async () => {
    const { items } = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    const held = items.filter(({ state }) => state === 'sole' || state === 'covered');
    expect(held.every(({ holders }) => holders.length > 0)).toBe(true);
    const open = items.filter(({ state }) => state === 'uncovered');
    const short = await database.query<{ commune: string; field: string }[]>(
      `SELECT c.commune_code AS commune, c.field_code AS field FROM gap_cells('12', NULL, $1) c
       WHERE c.shortage > 0`,
      [ON],
      SMALL_ACTOR.provinceCode,
    );
    const cells = short.map(({ commune, field }) => `${commune} ${field}`);
    for (const { communeCode, fieldCode } of open)
      expect(cells).toContain(`${communeCode} ${fieldCode}`);
  });

  it('tells every old unit with its successors and what they do not cover', async () => {
    const { oldUnits, items } = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    expect(oldUnits.length).toBeGreaterThan(1);
    const names = new Map(items.map(({ communeCode, communeName }) => [communeCode, communeName]));
    for (const { successors, successorNames, uncovered } of oldUnits) {
      expect(successors.length).toBeGreaterThan(0);
      expect(successorNames).toEqual(successors.map((code) => names.get(code)));
      const covered = items
        .filter(
          ({ communeCode, holders }) => successors.includes(communeCode) && holders.length > 0,
        )
        .map(({ fieldCode }) => fieldCode);
      expect(uncovered.filter((field) => covered.includes(field))).toEqual([]);
    }
  });

  it('is told inside a run as in the registry once its baseline is applied', async () => {
    const inside = await continuity.of(SMALL_ACTOR, { run: job.baseline.id }, PAGE);
    const registry = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    expect(inside.items).toEqual(registry.items);
    expect(inside.counts).toEqual(registry.counts);
  });

  it('of a run that is nowhere is refused', async () => {
    await expect(continuity.of(SMALL_ACTOR, { run: 999_999 }, PAGE)).rejects.toMatchObject({
      code: 'forecast.unknown-run',
    });
  });

  it('tells a leader of the own commune only, and an officer of the Party’s block of none', async () => {
    const scope = [{ unitCode: '90001', startsOn: ON, endsOn: null }];
    const leader = await signedInByPassword(app, { login: 'lanh.dao', role: 'leader', scope });
    const own = await continuity.of(leader, { on: ON }, PAGE);
    const all = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    expect(own.items).toEqual(all.items.filter(({ communeCode }) => communeCode === '90001'));
    expect(own.items.length).toBeGreaterThan(15);
    expect(own.oldUnits.every(({ successors }) => successors.includes('90001'))).toBe(true);
    const party = { login: 'can.bo.dang', role: 'officer', block: 'party' } as const;
    const none = await continuity.of(await signedInByPassword(app, party), { on: ON }, PAGE);
    expect([none.total, none.oldUnits]).toEqual([0, []]);
  });

  it('shows one state or one commune only where asked', async () => {
    const all = await continuity.of(SMALL_ACTOR, { on: ON }, PAGE);
    const one = await continuity.of(
      SMALL_ACTOR,
      { on: ON },
      { ...PAGE, state: 'unassigned', commune: '90001' },
    );
    expect(
      one.items.every(({ state, communeCode }) => `${state} ${communeCode}` === 'unassigned 90001'),
    ).toBe(true);
    expect(one.total).toBeLessThan(all.total);
  });
});
