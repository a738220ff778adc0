import { describe, expect, it } from '@jest/globals';
import {
  absentByField,
  governmentCells,
  shortageByField,
  successorsOf,
  Suits,
} from './calibration.js';
import { generateDemo } from './generate.js';
import { mostSeated } from './matching.js';
import type { DemoPerson } from './person.js';

const demo = generateDemo();
const remaining = demo.people.filter((person) => !person.leaves);

describe('the calibration', () => {
  const cells = governmentCells();
  const suits = new Suits();
  const government = remaining.filter(
    (one) => one.block === 'government' && one.proposedUnit === null,
  );
  const follows = (person: DemoPerson, communeCode: string): boolean =>
    successorsOf(person, demo.geography).includes(communeCode);

  it('has 98 people more than seats in the government block', () => {
    expect(cells.reduce((total, cell) => total + cell.seats, 0)).toBe(1535);
    expect(remaining.filter((one) => one.block === 'government')).toHaveLength(1535 + 98);
  });

  it('leaves 240 seats without a qualified follower, by field as planned', () => {
    const shortage = shortageByField(
      government,
      cells,
      (person, cell) => follows(person, cell.communeCode) && suits.in(person, cell, 'qualified'),
    );
    expect(shortage).toEqual({
      it: 60,
      'industry-trade': 38,
      education: 36,
      transport: 34,
      land: 30,
      construction: 26,
      health: 9,
      agriculture: 7,
    });
  });

  it('seats 45 more after training', () => {
    const vacant = shortageByField(
      government,
      cells,
      (person, cell) => follows(person, cell.communeCode) && suits.in(person, cell, 'trainable'),
    );
    expect(Object.values(vacant).reduce((total, one) => total + one, 0)).toBe(240 - 45);
  });

  it('can repair at least 150 of the 240 by moves that no case stands against', () => {
    const left = shortageByField(
      government,
      cells,
      (person, cell) =>
        suits.in(person, cell, 'qualified') &&
        (follows(person, cell.communeCode) ||
          person.condition === null ||
          person.condition.liftedByRequest),
    );
    const repaired = 240 - Object.values(left).reduce((total, one) => total + one, 0);
    expect(repaired).toBeGreaterThanOrEqual(150);
  });

  it('has nobody qualified in the province for at least 30 seats', () => {
    const absent = Object.values(absentByField(government, cells, suits));
    expect(absent.reduce((total, one) => total + one, 0)).toBeGreaterThanOrEqual(30);
  });
});

describe('mostSeated', () => {
  it('moves a person on to make room for another', () => {
    expect(mostSeated([[0, 1], [0]], [1, 1])).toEqual([1, 0]);
  });

  it('leaves out whom no path seats', () => {
    expect(mostSeated([[0], [0], [0]], [2])).toEqual([0, 0, -1]);
  });

  it('seats nobody without a seat', () => {
    expect(mostSeated([[0], []], [0])).toEqual([-1, -1]);
  });
});
