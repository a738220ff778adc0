import { describe, expect, it } from '@jest/globals';
import { facts, seats } from './spec-world.js';
import { seatUnitOf } from './seat-unit.js';
import { worldOf } from './world.js';

describe('seatUnitOf', () => {
  const given = facts({});
  const commune = given.units.find(({ code, isNew }) => isNew && code === 'A')!;
  const office = { ...commune, code: 'A-VP', name: 'Văn phòng', kind: 'office' as const };
  const division = { ...office, level: 'division' as const, parentCode: 'A' };
  const world = worldOf(
    facts({
      units: [...given.units, division],
      seats: [seats('A-VP', 'LAW', 1), seats('M', 'LAW', 1), seats('A', 'IT', 1)],
    }),
    { kind: 'best' },
  );

  it('finds the division of a commune that has the seats', () => {
    expect(seatUnitOf(world, 'A', 'LAW')).toBe('A-VP');
  });

  it('keeps the unit that has them itself, and a code under which there are none', () => {
    expect(seatUnitOf(world, 'A-VP', 'LAW')).toBe('A-VP');
    expect(seatUnitOf(world, 'M', 'LAW')).toBe('M');
    expect(seatUnitOf(world, 'A', 'IT')).toBe('A');
    expect(seatUnitOf(world, 'M', 'IT')).toBe('M');
  });
});
