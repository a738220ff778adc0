import { describe, expect, it } from '@jest/globals';
import type { MapRow } from './map-rows.js';
import { changedUnits, redrawn } from './redraw.plan.js';
import { DRAWN, MAP } from './spec-map.js';

/** The map with the rows of one old unit in the place of its own. */
function instead(oldCode: string, rows: readonly Partial<MapRow>[]) {
  const own = rows.map((row) => ({
    ...{ oldCode, newCode: '', kind: 'whole' as const, share: 1, main: true },
    ...row,
  }));
  return { rows: [...DRAWN.filter((row) => row.oldCode !== oldCode), ...own], areas: [] };
}

const newUnit = (after: ReturnType<typeof redrawn>, code: string) =>
  after.units.find((unit) => unit.isNew && unit.code === code)!;
const district = (after: ReturnType<typeof redrawn>) =>
  after.successions
    .filter(({ oldCode }) => oldCode === '901')
    .map(({ newCode, share, main }) => [newCode, share, main]);

describe('a map that is drawn anew', () => {
  it('is the same where nothing is changed', () => {
    const after = redrawn(MAP, { rows: [...DRAWN].reverse(), areas: [] });
    expect(after.units).toEqual(MAP.units);
    expect(after.successions).toEqual(MAP.successions);
    expect(changedUnits(MAP.units, MAP.successions, after.successions)).toEqual([]);
  });

  it('moves area and people of an old unit, and its district follows', () => {
    const after = redrawn(MAP, instead('00012', [{ newCode: '00014' }]));
    expect(newUnit(after, '00011')).toMatchObject({ areaKm2: 40, population: 4000 });
    expect(newUnit(after, '00014')).toMatchObject({ areaKm2: 60, population: 6000 });
    expect(district(after)).toEqual([
      ['00011', 0.4, true],
      ['00014', 0.6, false],
    ]);
    expect(changedUnits(MAP.units, MAP.successions, after.successions)).toEqual(['00012']);
    expect(after.successions.every(({ basis }) => basis === 'NQ 1661')).toBe(true);
  });

  it('does not know the land of a part, only its people', () => {
    const after = redrawn(
      MAP,
      instead('00012', [
        { newCode: '00011', kind: 'remainder', share: 0.75 },
        { newCode: '00014', kind: 'part', share: 0.25, main: false },
      ]),
    );
    expect(newUnit(after, '00011')).toMatchObject({ areaKm2: null, population: 5500 });
    expect(newUnit(after, '00014')).toMatchObject({ areaKm2: null, population: 4500 });
  });

  it('knows neither where the share is unknown, and tells no share of the district', () => {
    const after = redrawn(
      MAP,
      instead('00012', [
        { newCode: '00011', kind: 'remainder', share: null },
        { newCode: '00014', kind: 'part', share: null, main: false },
      ]),
    );
    expect(newUnit(after, '00011')).toMatchObject({ areaKm2: null, population: null });
    expect(district(after)).toEqual([
      ['00011', null, true],
      ['00014', null, false],
    ]);
  });

  it('says nothing of an area that is not known, unless somebody types it', () => {
    const map = instead('00013', [{ newCode: '00014' }]);
    expect(newUnit(redrawn(MAP, map), '00014')).toMatchObject({ areaKm2: null, population: 7000 });
    const typed = redrawn(MAP, { ...map, areas: [{ code: '00014', areaKm2: 70.5 }] });
    expect(newUnit(typed, '00014').areaKm2).toBe(70.5);
    // What is left of the other is known again as the sum of its parts.
    expect(newUnit(typed, '00011').areaKm2).toBe(30);
  });

  it('gives a district another main successor when the old one holds none of its communes', () => {
    const rows = DRAWN.map((row) => ({ ...row, newCode: '00014' }));
    expect(district(redrawn(MAP, { rows, areas: [] }))).toEqual([['00014', 1, true]]);
  });
});
