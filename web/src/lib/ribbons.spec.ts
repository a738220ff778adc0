import { describe, expect, it } from '@jest/globals';

import type { MergedCommune } from './api/shapes.js';
import { drawRibbons, partsMark, ribbonNames, ribbonsOf } from './ribbons.js';

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

  it('leave their names the room they need, and write them short on a phone', () => {
    const long = { ...commune('m', 'Thành phố Điện Biên Phủ', 'Huyện Nậm Pồ'), name: 'Phường Tây' };
    const phone = ribbonNames([long], 300);
    expect(
      ['Thành phố Điện Biên Phủ', 'Thị xã Mường Lay', 'Xã Sam Mứn'].map((n) => phone.written(n)),
    ).toEqual(['TP. Điện Biên Phủ', 'TX. Mường Lay', 'Xã Sam Mứn']);
    expect(phone.written('Phường Tây', partsMark(2))).toBe('P. Tây ×2');
    expect(phone.margins.from).toBeLessThan(300 / 2);
    expect(ribbonNames([long], 240).written('Thành phố Điện Biên Phủ')).toBe('TP. Điện Biên…');
    const desk = ribbonNames([long], 1200);
    expect(desk.written('Thành phố Điện Biên Phủ')).toBe('Thành phố Điện Biên Phủ');
    expect(desk.margins.from).toBeGreaterThan(phone.margins.from);
    expect(desk.margins.to).toBeGreaterThan(phone.margins.to);
  });
});
