import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SMALL_PEOPLE, smallRoster, type RosterRow } from '../support/demo-sources-roster.js';
import { smallSources } from '../support/demo-sources.js';
import { freshPlace, type Place } from '../support/program.js';
import { randoms, runUntilKilled } from '../support/until-killed.js';

const EVE = '2025-06-30';
/** On the embedded engine, which starts anew after each, fewer: with the server's they are more than 30. */
const KILLS = process.env['DATABASE_URL'] ? 30 : 10;
/** Databases that are killed side by side: half of the time goes by while a program starts. */
const SIDES = 2;
const PEOPLE = 60;

/** A database with five people in the registry and a staged batch that changes all of them and adds the rest. */
async function prepared(folder: string): Promise<{ place: Place; id: string }> {
  const place = await freshPlace();
  const many = Array.from({ length: PEOPLE }, (_none, index): RosterRow => {
    const number = `0120850${String(index + 100).padStart(5, '0')}`;
    return { ...SMALL_PEOPLE[index % 5]!, number, name: `Lò Văn ${index}`, wish: 'Ở lại' };
  });
  const changed = SMALL_PEOPLE.map((row) => ({ ...row, major: 'Kế toán', note: 'mới' }));
  const files = [await smallRoster(SMALL_PEOPLE), await smallRoster([...changed, ...many])];
  const batches = files.map(({ bytes }) => ({ asOf: EVE, file: bytes.toString('base64') }));
  const { rosters: _rosters, ...sources } = await smallSources([]);
  const path = join(folder, 'sources.json');
  await writeFile(path, JSON.stringify({ sources, batches }));
  const { id } = await runUntilKilled(place, ['prepare', path]);
  await runUntilKilled(place, ['promote', String(Number(id) - 1)]);
  return { place, id: String(id) };
}

describe('a promotion that is killed', () => {
  let folder: string;
  let sides: { place: Place; id: string }[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bo-tri-killed-'));
    sides = [];
    for (let side = 0; side < SIDES; side++) sides.push(await prepared(folder));
  }, 240_000);

  afterAll(async () => {
    for (const { place } of sides) await place.remove();
    await rm(folder, { recursive: true, force: true });
  });

  it(`at ${KILLS} random moments leaves the registry before or after it, never between`, async () => {
    const [{ place, id }] = sides as [{ place: Place; id: string }];
    const before = (await runUntilKilled(place, ['look', id])).found;
    const { took = 0 } = await runUntilKilled(place, ['promote', id]);
    const after = (await runUntilKilled(place, ['look', id])).found;
    expect(before).toMatchObject({ batch: ['promoted', 'staged'], written: 5, promotions: 1 });
    expect(after).toMatchObject({
      ...{ batch: ['promoted', 'promoted'], promotions: 2 },
      rows: { added: 5 + PEOPLE, changed: 5 },
    });
    const seen = await Promise.all(
      sides.map(async (side, index) => {
        const moments = randoms(20_250_701 + index);
        const found: unknown[] = [];
        for (let kill = 0; kill < KILLS / SIDES; kill++)
          found.push(
            (
              await runUntilKilled(
                side.place,
                ['promote', side.id],
                moments.next().value * took * 1.2,
              )
            ).found,
          );
        return [...found.slice(1), (await runUntilKilled(side.place, ['look', side.id])).found];
      }),
    );
    const undone = { ...before, batch: ['promoted', 'undone'] };
    const states = seen.flat();
    expect(states).toHaveLength(KILLS);
    expect(states).toContainEqual(undone);
    for (const state of states) expect([before, undone, after]).toContainEqual(state);
  }, 500_000);
});
