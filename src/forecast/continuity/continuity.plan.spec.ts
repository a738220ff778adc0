import { describe, expect, it } from '@jest/globals';
import {
  functionLines,
  keyOf,
  oldUnitLines,
  type ContinuityFacts,
  type TaskHolder,
} from './continuity.plan.js';

function holder(staffId: number, fieldCode = 'land', communeCode = 'C1'): TaskHolder {
  return { staffId, fullName: `Người ${staffId}`, communeCode, fieldCode };
}

function facts(change: Partial<ContinuityFacts<TaskHolder>> = {}): ContinuityFacts<TaskHolder> {
  const inside = { communeCode: 'C1', isCommune: false };
  return {
    functions: [
      { fieldCode: 'land', divisionKind: 'economic' },
      { fieldCode: 'justice', divisionKind: 'office' },
    ],
    units: [
      { code: 'C1', communeCode: 'C1', divisionKind: null, isCommune: true },
      { code: 'C1.KT', divisionKind: 'economic', ...inside },
      { code: 'C1.VP', divisionKind: 'office', ...inside },
    ],
    holders: [],
    seats: new Map([[keyOf('C1', 'land'), 2]]),
    successions: [
      { oldCode: 'A', newCode: 'C1' },
      { oldCode: 'B', newCode: 'C9' },
    ],
    ...change,
  };
}

const states = (given: ContinuityFacts<TaskHolder>) =>
  functionLines(given).map(({ unitCode, state }) => [unitCode, state]);

describe('functionLines', () => {
  it('tells the division and whether nobody, one or several hold it', () => {
    expect(states(facts())).toEqual([
      ['C1.KT', 'uncovered'],
      ['C1.VP', 'unassigned'],
    ]);
    expect(states(facts({ holders: [holder(1)] }))[0]).toEqual(['C1.KT', 'sole']);
    expect(states(facts({ holders: [holder(1), holder(2)] }))[0]).toEqual(['C1.KT', 'covered']);
  });

  it('counts a person with two posts of a field once, and nobody of another commune', () => {
    const two = facts({ holders: [holder(1), holder(1), holder(2, 'land', 'C2')] });
    expect(states(two)[0]).toEqual(['C1.KT', 'sole']);
  });

  it('misses a division that was not set up, whoever is there', () => {
    const units = facts().units.filter(({ code }) => code !== 'C1.KT');
    expect(states(facts({ units, holders: [holder(1)] }))[0]).toEqual([null, 'no-division']);
  });

  it('takes the commune itself where it has no divisions', () => {
    const units = facts().units.filter(({ isCommune }) => isCommune);
    expect(states(facts({ units, holders: [holder(1)] }))[0]).toEqual(['C1', 'sole']);
  });
});

describe('oldUnitLines', () => {
  it('names the functions that no successor covers, all of them where none stands', () => {
    const given = facts({ holders: [holder(1)] });
    expect(oldUnitLines(given, functionLines(given))).toEqual([
      { oldCode: 'A', successors: ['C1'], uncovered: ['justice'] },
      { oldCode: 'B', successors: ['C9'], uncovered: ['land', 'justice'] },
    ]);
  });
});
