import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Program, startDemo } from '../support/program.js';
import { Client } from './client.js';
import { placed } from './run-placement.js';
import type { Run, Scenario } from './shapes.js';

/** The demo province: what is stated there must be true there. */
let program: Program;
let officer: Client;
let draft: Scenario;
let best: Levelled;

type Levels = Readonly<Record<string, number>>;

interface Levelled extends Run {
  readonly levels: Levels;
}

interface Place {
  readonly outcome: string;
  readonly unitCode: string | null;
  readonly positionCode: string | null;
}

interface Stated {
  readonly change: Levels;
}

interface Forced {
  readonly staffId: number;
  readonly unitCode: string;
  readonly positionCode: string;
  readonly change: Levels;
}

beforeAll(async () => {
  program = await startDemo();
  officer = new Client(program.url);
  const scenarios = await officer.get<Scenario[]>('/api/scenarios');
  draft = scenarios.find(({ state }) => state === 'draft')!;
  best = await placed(officer, draft.id, 'best');
}, 360_000);

afterAll(() => program?.stop());

const version = async (): Promise<number> =>
  (await officer.get<{ version: number }>(`/api/scenarios/${draft.id}`)).version;

/** Tenths of a kilometre are what is counted. */
function difference(after: Levels, before: Levels): Levels {
  return Object.fromEntries(
    Object.keys(before).map((level) => [
      level,
      Math.round((after[level]! - before[level]!) * 10) / 10 + 0,
    ]),
  );
}

/** Pins, places everybody anew, and takes the pin off again. */
async function levelsWith({ staffId, unitCode, positionCode }: Forced): Promise<Levels> {
  const path = `/api/scenarios/${draft.id}/pins`;
  const body = { staffId, kind: 'seat', unitCode, positionCode, reason: 'Thử mức thay đổi' };
  const set = await officer.ask<{ version: number; pins: { id: number; staffId: number }[] }>(
    'POST',
    path,
    { ...body, version: await version() },
  );
  expect([set.status, set.body]).toEqual([200, expect.anything()]);
  const { levels } = await placed(officer, draft.id, 'best');
  const pin = set.body.pins.find((each) => each.staffId === staffId)!;
  const off = await officer.ask('DELETE', `${path}/${pin.id}?version=${await version()}`);
  expect(off.status).toBe(200);
  return levels;
}

/** Nobody with a pin: another one would take its place for good. */
async function unpinned(outcome: string, offset: number): Promise<number[]> {
  const query = `outcome=${outcome}&limit=500&offset=${offset}`;
  const { items } = await officer.get<{ items: { staffId: number; pinned: boolean }[] }>(
    `/api/runs/${best.id}/proposals?${query}`,
  );
  return items.filter(({ pinned }) => !pinned).map(({ staffId }) => staffId);
}

/** Of the first one's next best seats who has any, the one at `at`, else the last. */
async function alternative(people: readonly number[], at: number): Promise<Forced> {
  for (const staffId of people) {
    const why = await officer.get<{ alternatives: (Stated & { place: Place })[] }>(
      `/api/runs/${best.id}/people/${staffId}/why?most=20`,
    );
    const seats = why.alternatives.filter(({ place }) => place.outcome === 'seated');
    const found = seats[Math.min(at, seats.length - 1)];
    if (found === undefined) continue;
    const { unitCode, positionCode } = found.place;
    return { staffId, unitCode: unitCode!, positionCode: positionCode!, change: found.change };
  }
  throw new Error('nobody could sit elsewhere');
}

describe('what an answer states on the demo province', () => {
  it.each([
    ['seated', 400, 0],
    ['seated', 1700, 7],
    ['surplus', 20, 0],
    ['surplus', 90, 4],
  ] as const)(
    'is what happens to the next best place of somebody %s (%d, %d)',
    async (outcome, offset, at) => {
      const forced = await alternative(await unpinned(outcome, offset), at);
      expect(difference(await levelsWith(forced), best.levels)).toEqual(forced.change);
    },
  );

  it('is what happens when a qualified person takes an empty seat', async () => {
    const cells = await officer.get<
      { communeCode: string; positionCode: string; vacant: number }[]
    >(`/api/gap/cells?run=${best.id}&block=government`);
    for (const { communeCode, positionCode } of cells.filter(({ vacant }) => vacant > 0)) {
      const why = await officer.get<{ place: Place; qualified: (Stated & { staffId: number })[] }>(
        `/api/runs/${best.id}/seats/why?unit=${communeCode}&position=${positionCode}&most=3`,
      );
      const filler = why.qualified.at(-1);
      if (filler === undefined) continue;
      const forced = { ...filler, unitCode: why.place.unitCode!, positionCode };
      expect(difference(await levelsWith(forced), best.levels)).toEqual(filler.change);
      return;
    }
    throw new Error('no empty seat has a qualified person');
  });

  it('leaves the plan as it was', async () => {
    const { levels } = await placed(officer, draft.id, 'best');
    expect(levels).toEqual(best.levels);
  });
});
