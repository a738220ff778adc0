import { describe, expect, it } from '@jest/globals';

import type { MergedCommune } from './api/shapes.js';
import { drawRibbons, ribbonsOf } from './ribbons.js';

const commune = (code: string, ...districts: string[]): MergedCommune =>
  ({
    code,
    name: code,
    oldUnits: districts.map((districtName) => ({ districtName })),
  }) as MergedCommune;
const COMMUNES = [commune('b', 'Y', 'X', 'Y'), commune('a', 'Y'), commune('c', 'X', 'X')];
const byName = (a: string, b: string) => a.localeCompare(b);
const draw = (communes: readonly MergedCommune[]) =>
  drawRibbons(communes, byName, { from: 100, to: 300 });

describe('ribbons', () => {
  it('count the old units that go from a district to a commune', () => {
    expect(ribbonsOf(COMMUNES.slice(0, 1))).toEqual([
      { district: 'Y', commune: 'b', units: 2 },
      { district: 'X', commune: 'b', units: 1 },
    ]);
  });

  it('put communes beside the district that most of their units come from', () => {
    const { districts, communes } = draw(COMMUNES);
    expect(districts.map(({ key, units }) => [key, units])).toEqual([
      ['X', 3],
      ['Y', 3],
    ]);
    expect(communes.map(({ key }) => key)).toEqual(['c', 'a', 'b']);
    expect(draw([...COMMUNES].reverse())).toEqual(draw(COMMUNES));
  });

  it('never overlap on a bar: what leaves a district fills it', () => {
    const { ribbons, districts, height } = draw(COMMUNES);
    const starts = ribbons.filter(({ from }) => from === 1).map(({ path }) => path.split('C')[0]);
    expect(new Set(starts).size).toBe(2);
    const last = districts.at(-1)!;
    expect(last.top + last.height).toBeCloseTo(height, 6);
  });
});
