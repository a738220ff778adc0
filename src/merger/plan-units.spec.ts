import { describe, expect, it } from '@jest/globals';
import type { SuccessionFact, UnitFact } from '../scenario/facts.js';
import { standingUnits } from './plan-units.view.js';

const unit = (code: string, name: string, more: Partial<UnitFact> = {}): UnitFact => ({
  ...{ code, name, kind: 'commune', level: 'commune', parentCode: null, startsOn: '2025-01-01' },
  ...{ isNew: false, zone: null, border: false, point: null, areaKm2: null, population: null },
  ...more,
});
const into = (oldCode: string, newCode: string): SuccessionFact => ({
  ...{ oldCode, newCode, kind: 'whole', share: 1, main: true, basis: '' },
});

describe('the units that a plan leaves', () => {
  it('have the names of the plan where a new unit takes the code of an old one', () => {
    const units = [
      unit('1', 'Phường Vĩnh Trại'),
      unit('2', 'Phường Tam Thanh'),
      unit('1', 'Phường Đông Kinh', { isNew: true, startsOn: '2025-07-01' }),
    ];
    const names = standingUnits(units, [into('1', '1'), into('2', '1')]).map(({ name }) => name);
    expect(names).toEqual(['Phường Đông Kinh']);
  });

  it('keep those of the eve that go on, not what lies under one that is closed', () => {
    const units = [
      unit('9', 'Huyện A', { level: 'district', kind: 'rural-district' }),
      unit('91', 'Xã dưới huyện', { parentCode: '9' }),
      unit('5', 'Sở Nội vụ', { level: 'department', kind: 'department' }),
      unit('7', 'Xã mới', { isNew: true }),
    ];
    expect(standingUnits(units, [into('9', '7')]).map(({ code }) => code)).toEqual(['5', '7']);
  });
});
